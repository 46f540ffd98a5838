import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Loaded } from './loaded.tsx';
import { offsetOf, Pager } from './pager.tsx';
import { Table, type Column } from './table.tsx';

export interface WorkListProps<Row> {
  query: UseQueryResult<{ items: Row[]; total: number }>;
  caption: string;
  columns: readonly Column<Row>[];
  rowKey: (row: Row) => string;
  empty: ReactNode;
  /** As it stands in the address. */
  offset: string;
  onOffset: (offset: string) => void;
  /** What opens under a row. */
  detail?: (row: Row) => ReactNode;
}

/** The one pattern of a list of work: rows, what is shown of how many, and the pages before and after. */
export function WorkList<Row>(props: WorkListProps<Row>) {
  const { query, caption, columns, rowKey, empty, onOffset, detail } = props;
  const offset = offsetOf(props.offset);
  return (
    <Loaded query={query}>
      {({ items, total }) =>
        total === 0 ? (
          <>{empty}</>
        ) : (
          <>
            <Table
              caption={caption}
              columns={columns}
              rows={items}
              rowKey={rowKey}
              {...(detail ? { detail } : {})}
            />
            <Pager offset={offset} shown={items.length} total={total} onOffset={onOffset} />
          </>
        )
      }
    </Loaded>
  );
}
