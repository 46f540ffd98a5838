import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useMe } from '../../../api/session.ts';
import { resultsFile, resultsQuery, sittings, type ResultLine } from '../../../api/sittings.ts';
import { Acts } from '../../../components/acts.tsx';
import { Empty } from '../../../components/empty.tsx';
import { Loaded } from '../../../components/loaded.tsx';
import { Notice } from '../../../components/notice.tsx';
import { Person, Who } from '../../../components/person.tsx';
import { Status } from '../../../components/status.tsx';
import { Table } from '../../../components/table.tsx';
import { useWords } from '../../../i18n/use-words.ts';
import { Section } from '../../../layout/page.tsx';
import { AttemptActs } from './attempt-acts.tsx';
import { attemptState } from './attempt-state.ts';
import { RowOpener } from './row-opener.tsx';

export function Results({ sittingId }: { sittingId: string }) {
  const { t } = useWords();
  const me = useMe();
  const results = useQuery(resultsQuery(sittingId));
  const waiting = (results.data?.items ?? []).filter(
    (line) => line.decidedAt !== null && line.releasedAt === null && line.voidedAt === null,
  ).length;
  return (
    <Section
      title={t('sittings.results')}
      aside={
        <a className="no-print" href={resultsFile(sittingId)} download>
          {t('shell.words.csv')}
        </a>
      }
    >
      {me?.permissions.includes('results.release') && waiting > 0 && (
        <ReleaseAll sittingId={sittingId} count={waiting} />
      )}
      <Loaded query={results}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('sittings.noResultsTitle')}>
              <p>{t('sittings.noResults')}</p>
            </Empty>
          ) : (
            <Lines lines={items} now={results.dataUpdatedAt} sittingId={sittingId} />
          )
        }
      </Loaded>
    </Section>
  );
}

function ReleaseAll({ sittingId, count }: { sittingId: string; count: number }) {
  const { t } = useWords();
  const queries = useQueryClient();
  const [skipped, setSkipped] = useState(0);
  return (
    <>
      <Acts
        acts={[
          {
            key: 'releaseAll',
            title: t('sittings.releaseAll.title', { count }),
            explains: <p>{t('sittings.releaseAll.explains')}</p>,
            submit: t('sittings.releaseAll.submit'),
            perform: async (_, reason) => {
              const answer = await sittings.release(sittingId, reason);
              setSkipped(answer.skipped.length);
              await queries.invalidateQueries({ queryKey: ['sitting-results', sittingId] });
              await queries.invalidateQueries({ queryKey: ['sitting-progress', sittingId] });
            },
          },
        ]}
      />
      {skipped > 0 && (
        <Notice tone="attention" live>
          <p>{t('sittings.skipped', { count: skipped })}</p>
        </Notice>
      )}
    </>
  );
}

interface LinesProps {
  lines: ResultLine[];
  now: number;
  sittingId: string;
}

function Lines({ lines, now, sittingId }: LinesProps) {
  const { t, instant, number } = useWords();
  const [open, setOpen] = useState<string | null>(null);
  const points = (value: number) => number(value, Number.isInteger(value) ? 0 : 2);
  return (
    <Table
      caption={t('sittings.results')}
      rows={lines}
      rowKey={(line) => line.attemptId}
      columns={[
        {
          key: 'who',
          title: t('cases.candidate'),
          heads: true,
          cell: (line) => <Person id={line.practitionerId} />,
        },
        {
          key: 'state',
          title: t('certificate.state'),
          cell: (line) => <Status state={attemptState(line, now)} />,
        },
        {
          key: 'verdict',
          title: t('cases.verdict'),
          cell: (line) =>
            line.passed === null ? null : <Status state={line.passed ? 'passed' : 'failed'} />,
        },
        {
          key: 'score',
          title: t('cases.score'),
          number: true,
          cell: (line) =>
            line.score === null || line.maxScore === null
              ? null
              : t('cases.points', { score: points(line.score), max: points(line.maxScore) }),
        },
        {
          key: 'cut',
          title: t('cases.cutScore'),
          number: true,
          cell: (line) => (line.cutScore === null ? null : points(line.cutScore)),
        },
        {
          key: 'by',
          title: t('sittings.decidedBy'),
          cell: (line) => <Who hand={line.decidedBy} />,
        },
        {
          key: 'ended',
          title: t('sittings.endedAt'),
          cell: (line) => (line.endedAt === null ? null : instant(line.endedAt)),
        },
        {
          key: 'act',
          title: t('acts.title'),
          untitled: true,
          cell: (line) => (
            <RowOpener
              isOpen={open === line.attemptId}
              onOpen={(on) => setOpen(on ? line.attemptId : null)}
            />
          ),
        },
      ]}
      detail={(line) =>
        open === line.attemptId ? (
          <AttemptActs attempt={line} sittingId={sittingId} onDone={() => setOpen(null)} />
        ) : null
      }
    />
  );
}
