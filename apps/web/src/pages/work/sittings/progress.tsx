import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import {
  progressQuery,
  type Lines,
  type LinesFilter,
  type ProgressLine,
} from '../../../api/sittings.ts';
import { Empty } from '../../../components/empty.tsx';
import { Person } from '../../../components/person.tsx';
import { Status } from '../../../components/status.tsx';
import type { Column } from '../../../components/table.tsx';
import { WorkList } from '../../../components/work-list.tsx';
import { useWords } from '../../../i18n/use-words.ts';
import { AttemptActs } from './attempt-acts.tsx';
import { LinesFilters } from './lines-filters.tsx';
import { RowOpener } from './row-opener.tsx';

interface ProgressProps {
  sittingId: string;
  live: boolean;
  filter: LinesFilter;
  change: (change: Partial<LinesFilter>) => void;
}

/** Who is enrolled, who has begun and who has handed in; while the sitting is open it keeps up by itself. */
export function Progress({ sittingId, live, filter, change }: ProgressProps) {
  const { t, number } = useWords();
  const progress = useQuery({
    ...progressQuery(sittingId, filter),
    refetchInterval: live ? 5_000 : false,
  });
  const counts = progress.data?.counts;
  const ended = counts ? counts.submitted + counts.decided + counts.released : 0;
  const started = counts ? counts['in-progress'] + counts.closing + ended : 0;
  return (
    <>
      {counts && counts.people > 0 && (
        <p role="status">
          {t('sittings.summary', {
            enrolled: number(counts.people),
            started: number(started),
            ended: number(ended),
          })}
        </p>
      )}
      <LinesFilters filter={filter} counts={counts} onlyBegun={false} change={change} />
      <ProgressLines
        query={progress}
        sittingId={sittingId}
        offset={filter.offset}
        onOffset={(offset) => change({ offset })}
      />
    </>
  );
}

const keyOf = (line: ProgressLine) => line.attemptId ?? line.practitionerId;

interface LinesProps {
  query: UseQueryResult<Lines<ProgressLine>>;
  sittingId: string;
  offset: string;
  onOffset: (offset: string) => void;
}

function ProgressLines({ query, sittingId, offset, onOffset }: LinesProps) {
  const { t, code, clock } = useWords();
  const [open, setOpen] = useState<string | null>(null);
  const columns: Column<ProgressLine>[] = [
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
      key: 'started',
      title: t('sittings.startedAt'),
      cell: (line) => (line.startedAt === null ? null : clock(line.startedAt)),
    },
    {
      key: 'deadline',
      title: t('sittings.deadline'),
      cell: (line) => (line.deadline === null ? null : clock(line.deadline)),
    },
    {
      key: 'saved',
      title: t('sittings.lastSaved'),
      cell: (line) => (line.lastSavedAt === null ? null : clock(line.lastSavedAt)),
    },
    {
      key: 'ended',
      title: t('sittings.endedAt'),
      cell: (line) => (line.endedAt === null ? null : clock(line.endedAt)),
    },
    { key: 'entries', title: t('sittings.saves'), number: true, cell: (line) => line.saved },
    {
      key: 'extra',
      title: t('sittings.extra'),
      number: true,
      cell: (line) => (line.extraMinutes === 0 ? null : line.extraMinutes),
    },
    {
      key: 'cases',
      title: t('cases.cases'),
      cell: (line) => line.openCases.map((kind) => code('cases.causes', kind)).join('; ') || null,
    },
    {
      key: 'act',
      title: t('acts.title'),
      untitled: true,
      cell: (line) =>
        line.attemptId !== null && (
          <RowOpener
            isOpen={open === keyOf(line)}
            onOpen={(on) => setOpen(on ? keyOf(line) : null)}
          />
        ),
    },
  ];
  return (
    <WorkList
      query={query}
      caption={t('sittings.candidates')}
      rowKey={keyOf}
      columns={columns}
      offset={offset}
      onOffset={onOffset}
      empty={<NoLines none={query.data?.counts.people === 0} />}
      detail={(line) =>
        open === keyOf(line) && line.attemptId !== null ? (
          <AttemptActs
            attempt={{ ...line, attemptId: line.attemptId }}
            sittingId={sittingId}
            onDone={() => setOpen(null)}
          />
        ) : null
      }
    />
  );
}

function NoLines({ none }: { none: boolean }) {
  const { t } = useWords();
  return none ? (
    <Empty title={t('sittings.nobodyTitle')}>
      <p>{t('sittings.nobody')}</p>
    </Empty>
  ) : (
    <Empty title={t('sittings.notFoundTitle')}>
      <p>{t('sittings.notFound')}</p>
    </Empty>
  );
}
