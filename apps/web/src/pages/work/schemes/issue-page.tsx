import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import {
  issueCertificate,
  readyQuery,
  schemesKey,
  schemeVersionsQuery,
  type Ready,
  type Scheme,
} from '../../../api/schemes.ts';
import { useMe } from '../../../api/session.ts';
import { Acts } from '../../../components/acts.tsx';
import { Empty } from '../../../components/empty.tsx';
import { Loaded } from '../../../components/loaded.tsx';
import { Notice } from '../../../components/notice.tsx';
import { Person } from '../../../components/person.tsx';
import { useAddress } from '../../../components/use-address.ts';
import { WorkList } from '../../../components/work-list.tsx';
import { useWords } from '../../../i18n/use-words.ts';
import { Page } from '../../../layout/page.tsx';
import { NotFoundPage } from '../../not-found-page.tsx';
import { RowOpener } from '../sittings/row-opener.tsx';

const keys = ['offset'] as const;

export function IssuePage() {
  const { schemeId = '' } = useParams();
  const me = useMe();
  const versions = useQuery(schemeVersionsQuery(schemeId));
  if (me && !me.permissions.includes('certificates.issue')) return <NotFoundPage />;
  return (
    <Loaded query={versions}>
      {({ items }) => {
        const scheme = items.find(({ state }) => state === 'published');
        return scheme ? <ReadyList scheme={scheme} /> : <NotFoundPage />;
      }}
    </Loaded>
  );
}

/** Who fulfils the published version and has no certificate of it as yet, or one that may be renewed. */
function ReadyList({ scheme }: { scheme: Scheme }) {
  const { t, words, date, code } = useWords();
  const [address, change] = useAddress(keys);
  const [opened, setOpened] = useState<string | null>(null);
  const [issued, setIssued] = useState<string | null>(null);
  const ready = useQuery(readyQuery(scheme.id, address.offset));
  const restsOn = ({ attainments }: Ready) =>
    attainments
      .map((one) => `${one.competencyCode} ${one.level}, ${code('frameworks.kinds', one.evidence)}`)
      .join('; ');
  return (
    <Page
      width="wide"
      kicker={
        <Link to={`/work/schemes/${scheme.id}`}>
          {t('cases.schemeVersion', { code: scheme.code, version: scheme.version })}
        </Link>
      }
      title={t('schemes.issue.title', { scheme: words(scheme.title) })}
      lead={t(`schemes.issue.lead.${scheme.issuing}`)}
    >
      {issued !== null && (
        <Notice tone="good" live>
          <p>
            {t('schemes.issue.done')}{' '}
            <Link to={`/certificates/${issued}`}>{t('schemes.issue.toCertificate')}</Link>
          </p>
        </Notice>
      )}
      <WorkList<Ready>
        query={ready}
        caption={t('schemes.issue.caption')}
        rowKey={(row) => row.practitionerId}
        offset={address.offset}
        onOffset={(offset) => change({ offset })}
        empty={
          <Empty title={t('schemes.issue.emptyTitle')}>
            <p>{t('schemes.issue.empty')}</p>
          </Empty>
        }
        detail={(row) =>
          row.practitionerId === opened && (
            <IssueAct
              scheme={scheme}
              person={row}
              onIssued={(id) => {
                setIssued(id);
                setOpened(null);
              }}
            />
          )
        }
        columns={[
          {
            key: 'person',
            title: t('certificate.holder'),
            heads: true,
            cell: (row) => <Person id={row.practitionerId} />,
          },
          { key: 'rests', title: t('cases.evidence'), cell: restsOn },
          { key: 'expires', title: t('certificate.expires'), cell: (row) => date(row.expires) },
          {
            key: 'renews',
            title: t('schemes.renewal'),
            cell: (row) => (row.renews ? t('exams.yes') : t('exams.no')),
          },
          {
            key: 'acts',
            title: t('acts.title'),
            untitled: true,
            cell: (row) => (
              <RowOpener
                isOpen={row.practitionerId === opened}
                onOpen={(open) => setOpened(open ? row.practitionerId : null)}
              />
            ),
          },
        ]}
      />
    </Page>
  );
}

interface IssueActProps {
  scheme: Scheme;
  person: Ready;
  onIssued: (certificateId: string) => void;
}

function IssueAct({ scheme, person, onIssued }: IssueActProps) {
  const { t, date } = useWords();
  const me = useMe();
  const queries = useQueryClient();
  const [key] = useState(() => crypto.randomUUID());
  const { practitionerId, renews, expires } = person;
  if (me?.person === practitionerId) return <p>{t('refusals.own-certificate')}</p>;
  return (
    <Acts
      acts={[
        {
          key: 'issue',
          title: t('schemes.issue.act'),
          explains: (
            <>
              <p>{t('schemes.issue.explains', { expires: date(expires) })}</p>
              {renews && <p>{t('schemes.issue.renews')}</p>}
            </>
          ),
          submit: t('schemes.issue.submit'),
          perform: async (_, reason) => {
            const order = { schemeId: scheme.id, practitionerId, reason };
            const { id } = await issueCertificate(key, order);
            onIssued(id);
            await queries.invalidateQueries({ queryKey: schemesKey });
            await queries.invalidateQueries({ queryKey: ['certificates'] });
          },
        },
      ]}
    />
  );
}
