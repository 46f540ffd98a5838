import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import { useMe } from '../../../api/session.ts';
import {
  candidateStates,
  resultsQuery,
  sittings,
  type Lines,
  type LinesFilter,
  type ResultLine,
} from '../../../api/sittings.ts';
import { Acts } from '../../../components/acts.tsx';
import { Empty } from '../../../components/empty.tsx';
import { Notice } from '../../../components/notice.tsx';
import { Person, Who } from '../../../components/person.tsx';
import { Status } from '../../../components/status.tsx';
import { WorkList } from '../../../components/work-list.tsx';
import { useWords } from '../../../i18n/use-words.ts';
import { AttemptActs } from './attempt-acts.tsx';
import { LinesFilters } from './lines-filters.tsx';
import { RowOpener } from './row-opener.tsx';

interface ResultsProps {
  sittingId: string;
  filter: LinesFilter;
  change: (change: Partial<LinesFilter>) => void;
}

export function Results({ sittingId, filter, change }: ResultsProps) {
  const me = useMe();
  const results = useQuery(resultsQuery(sittingId, filter));
  const waiting = results.data?.counts.decided ?? 0;
  return (
    <>
      {me?.permissions.includes('results.release') && waiting > 0 && (
        <ReleaseAll sittingId={sittingId} count={waiting} />
      )}
      <LinesFilters filter={filter} counts={results.data?.counts} onlyBegun change={change} />
      <ResultLines
        query={results}
        sittingId={sittingId}
        offset={filter.offset}
        onOffset={(offset) => change({ offset })}
      />
    </>
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
  query: UseQueryResult<Lines<ResultLine>>;
  sittingId: string;
  offset: string;
  onOffset: (offset: string) => void;
}

function ResultLines({ query, sittingId, offset, onOffset }: LinesProps) {
  const { t, instant, number } = useWords();
  const [open, setOpen] = useState<string | null>(null);
  const points = (value: number) => number(value, Number.isInteger(value) ? 0 : 2);
  const counts = query.data?.counts;
  const begun = candidateStates.some((state) => state !== 'enrolled' && (counts?.[state] ?? 0) > 0);
  return (
    <WorkList
      query={query}
      caption={t('sittings.results')}
      rowKey={(line) => line.attemptId}
      offset={offset}
      onOffset={onOffset}
      empty={
        begun ? (
          <Empty title={t('sittings.notFoundTitle')}>
            <p>{t('sittings.notFound')}</p>
          </Empty>
        ) : (
          <Empty title={t('sittings.noResultsTitle')}>
            <p>{t('sittings.noResults')}</p>
          </Empty>
        )
      }
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
          cell: (line) => <Status state={line.state} />,
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
