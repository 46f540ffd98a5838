import { useState } from 'react';
import { attainments, type Attainment, type PersonProfile } from '../../../api/attainments.ts';
import { useMe } from '../../../api/session.ts';
import { Acts } from '../../../components/acts.tsx';
import { Empty } from '../../../components/empty.tsx';
import { Facts } from '../../../components/facts.tsx';
import { WholeId } from '../../../components/person.tsx';
import type { StatusTone } from '../../../components/status-shape.tsx';
import { StatusWord } from '../../../components/status.tsx';
import { Table } from '../../../components/table.tsx';
import { useWords } from '../../../i18n/use-words.ts';
import { RowOpener } from '../sittings/row-opener.tsx';
import { useFrameworks } from './use-frameworks.ts';

const tones: Record<Attainment['state'], StatusTone> = {
  valid: 'good',
  expired: 'plain',
  'not-yet-valid': 'attention',
  withdrawn: 'refusal',
};

export interface AttainmentListProps {
  profile: PersonProfile;
  onDone: () => Promise<void>;
}

/** What the levels rest on, newest first; a row opens to where it comes from and to its withdrawal. */
export function AttainmentList({ profile, onDone }: AttainmentListProps) {
  const { t, words, code, date } = useWords();
  const [open, setOpen] = useState<string | null>(null);
  const frameworks = useFrameworks();
  const competencies = frameworks.flatMap((framework) => framework.competencies);
  const underOf = ({ frameworkId, frameworkVersion }: Attainment) =>
    t('practitioners.underVersion', {
      framework: words(frameworks.find((one) => one.frameworkId === frameworkId)?.title),
      version: frameworkVersion,
    });
  const titleOf = ({ competencyId }: Attainment) =>
    words(competencies.find((one) => one.competencyId === competencyId)?.title);
  const rows = profile.items
    .flatMap((item) => item.attainments)
    .toSorted((a, b) => b.recordedAt.localeCompare(a.recordedAt));
  if (rows.length === 0)
    return (
      <Empty title={t('practitioners.attainmentsEmptyTitle')}>
        <p>{t('practitioners.attainmentsEmpty')}</p>
      </Empty>
    );
  return (
    <Table
      caption={t('practitioners.attainments')}
      rows={rows}
      rowKey={(row) => row.attainmentId}
      detail={(row) =>
        row.attainmentId === open && (
          <OneAttainment
            attainment={row}
            under={underOf(row)}
            practitionerId={profile.practitionerId}
            onDone={onDone}
          />
        )
      }
      columns={[
        {
          key: 'competency',
          title: t('home.competency'),
          heads: true,
          cell: (row) => `${row.competencyCode} ${titleOf(row)}`,
        },
        { key: 'level', title: t('frameworks.level'), cell: (row) => row.level },
        {
          key: 'evidence',
          title: t('practitioners.evidence'),
          cell: (row) => code('frameworks.kinds', row.evidence),
        },
        {
          key: 'term',
          title: t('practitioners.validity'),
          cell: (row) =>
            row.to === null
              ? date(row.from)
              : t('practitioners.term', { from: date(row.from), to: date(row.to) }),
        },
        {
          key: 'state',
          title: t('practitioners.state'),
          cell: (row) => (
            <StatusWord tone={tones[row.state]} word={t(`practitioners.states.${row.state}`)} />
          ),
        },
        {
          key: 'more',
          title: t('home.more'),
          untitled: true,
          cell: (row) => (
            <RowOpener
              isOpen={row.attainmentId === open}
              onOpen={(opened) => setOpen(opened ? row.attainmentId : null)}
            />
          ),
        },
      ]}
    />
  );
}

interface OneAttainmentProps {
  attainment: Attainment;
  under: string;
  practitionerId: string;
  onDone: () => Promise<void>;
}

function OneAttainment({ attainment, under, practitionerId, onDone }: OneAttainmentProps) {
  const { t, instant } = useWords();
  const me = useMe();
  const { attainmentId, withdrawn } = attainment;
  const mayWithdraw =
    withdrawn === null &&
    me?.person !== practitionerId &&
    me?.permissions.includes('attainments.withdraw') === true;
  return (
    <div className="stack">
      <Facts
        facts={[
          [t('practitioners.origin'), t(`practitioners.origins.${attainment.source.kind}`)],
          [t('practitioners.under'), under],
          [t('practitioners.recorded'), instant(attainment.recordedAt)],
          [t('practitioners.withdrawnOn'), withdrawn && instant(withdrawn.at)],
          [t('practitioners.withdrawnBecause'), withdrawn?.reason],
          [t('practitioners.attainmentId'), <WholeId key="id" id={attainmentId} />],
        ]}
      />
      <Acts
        acts={
          mayWithdraw
            ? [
                {
                  key: 'withdraw',
                  title: t('practitioners.withdraw.title'),
                  explains: <p>{t('practitioners.withdraw.explains')}</p>,
                  submit: t('practitioners.withdraw.submit'),
                  done: t('practitioners.withdraw.done'),
                  tone: 'danger',
                  perform: async (_, reason) => {
                    await attainments.withdraw(attainmentId, reason);
                    await onDone();
                  },
                },
              ]
            : []
        }
      />
    </div>
  );
}
