import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { progressQuery, type ProgressLine } from '../../../api/sittings.ts';
import { Empty } from '../../../components/empty.tsx';
import { Loaded } from '../../../components/loaded.tsx';
import { Person } from '../../../components/person.tsx';
import { Status } from '../../../components/status.tsx';
import { Table, type Column } from '../../../components/table.tsx';
import { useWords } from '../../../i18n/use-words.ts';
import { AttemptActs } from './attempt-acts.tsx';
import { attemptState } from './attempt-state.ts';
import { RowOpener } from './row-opener.tsx';

/** Who is enrolled, who has begun and who has handed in; while the sitting is open it keeps up by itself. */
export function Progress({ sittingId, live }: { sittingId: string; live: boolean }) {
  const { t } = useWords();
  const progress = useQuery({
    ...progressQuery(sittingId),
    refetchInterval: live ? 5_000 : false,
  });
  return (
    <Loaded query={progress}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty title={t('sittings.nobodyTitle')}>
            <p>{t('sittings.nobody')}</p>
          </Empty>
        ) : (
          <Lines lines={items} now={progress.dataUpdatedAt} sittingId={sittingId} />
        )
      }
    </Loaded>
  );
}

const keyOf = (line: ProgressLine) => line.attemptId ?? line.practitionerId;

interface LinesProps {
  lines: ProgressLine[];
  now: number;
  sittingId: string;
}

function Lines({ lines, now, sittingId }: LinesProps) {
  const { t, code, clock } = useWords();
  const [open, setOpen] = useState<string | null>(null);
  const begun = lines.filter((line) => line.startedAt !== null && line.voidedAt === null);
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
      cell: (line) => <Status state={attemptState(line, now)} />,
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
    <>
      <p role="status">
        {t('sittings.summary', {
          enrolled: new Set(lines.map((line) => line.practitionerId)).size,
          started: begun.length,
          ended: begun.filter((line) => line.endedAt !== null).length,
        })}
      </p>
      <Table
        caption={t('sittings.candidates')}
        rows={lines}
        rowKey={keyOf}
        columns={columns}
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
    </>
  );
}
