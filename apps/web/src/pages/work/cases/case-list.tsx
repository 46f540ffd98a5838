import type { UseQueryResult } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { CaseState } from '../../../api/cases.ts';
import { Empty } from '../../../components/empty.tsx';
import { Person, Who, type Hand } from '../../../components/person.tsx';
import { WorkList } from '../../../components/work-list.tsx';
import { useWords } from '../../../i18n/use-words.ts';
import { RowOpener } from '../sittings/row-opener.tsx';

export interface CaseListProps {
  state: CaseState;
  offset: string;
  onOffset: (offset: string) => void;
}

/** What the cases of both services have. */
interface Line {
  practitionerId: string;
  openedAt: string;
  closedAt: string | null;
  closedBy: Hand;
}

export interface CaseTableProps<Row extends Line> extends CaseListProps {
  query: UseQueryResult<{ items: Row[]; total: number }>;
  idOf: (row: Row) => string;
  /** Why it was opened, with the way to what it is about. */
  cause: (row: Row) => ReactNode;
  outcome: (row: Row) => ReactNode;
  /** What may be done about an open one. */
  detail: (row: Row, onDone: () => void) => ReactNode;
}

export function CaseList<Row extends Line>(props: CaseTableProps<Row>) {
  const { query, state, offset, onOffset, idOf, cause, outcome, detail } = props;
  const { t, instant } = useWords();
  const [opened, setOpened] = useState<string | null>(null);
  const isOpen = state === 'open';
  return (
    <WorkList<Row>
      query={query}
      caption={t(`work.cases.${state}`)}
      rowKey={idOf}
      offset={offset}
      onOffset={onOffset}
      detail={(row) => isOpen && idOf(row) === opened && detail(row, () => setOpened(null))}
      empty={
        <Empty title={t(`work.cases.${state}Empty`)}>
          <p>{t('work.cases.empty')}</p>
        </Empty>
      }
      columns={[
        { key: 'cause', title: t('cases.cause'), heads: true, cell: cause },
        {
          key: 'person',
          title: t('cases.candidate'),
          cell: (row) => <Person id={row.practitionerId} />,
        },
        { key: 'opened', title: t('cases.opened'), cell: (row) => instant(row.openedAt) },
        ...(isOpen
          ? [
              {
                key: 'acts',
                title: t('acts.title'),
                untitled: true,
                cell: (row: Row) => (
                  <RowOpener
                    isOpen={idOf(row) === opened}
                    fold={t('work.cases.fold')}
                    onOpen={(open) => setOpened(open ? idOf(row) : null)}
                  />
                ),
              },
            ]
          : [
              {
                key: 'closed',
                title: t('cases.closed'),
                cell: (row: Row) => row.closedAt !== null && instant(row.closedAt),
              },
              {
                key: 'by',
                title: t('acts.who'),
                cell: (row: Row) => <Who hand={row.closedBy} />,
              },
              { key: 'outcome', title: t('cases.outcome'), cell: outcome },
            ]),
      ]}
    />
  );
}
