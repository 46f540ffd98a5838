import { Fragment, type ReactNode } from 'react';

export interface Column<Row> {
  key: string;
  title: string;
  cell: (row: Row) => ReactNode;
  number?: boolean;
  /** The title is for screen readers only. */
  untitled?: boolean;
  /** The cell that names the row. */
  heads?: boolean;
}

export interface TableProps<Row> {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** On a phone each row becomes a small block, its cells with their titles; else the table scrolls. */
  narrow?: 'cards' | 'scroll';
  showCaption?: boolean;
  /** What opens under a row. */
  detail?: (row: Row) => ReactNode;
}

export function Table<Row>(props: TableProps<Row>) {
  const { caption, columns, rows, rowKey, narrow = 'cards', showCaption = false, detail } = props;
  return (
    <div
      className="table-frame"
      {...(narrow === 'scroll' ? { role: 'region', 'aria-label': caption, tabIndex: 0 } : {})}
    >
      <table className={`table table--${narrow}`}>
        <caption className={showCaption ? 'table__caption' : 'unseen'}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={column.number ? 'number' : undefined}>
                {column.untitled ? <span className="unseen">{column.title}</span> : column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const more = detail?.(row);
            return (
              <Fragment key={rowKey(row)}>
                <tr className={more ? 'table__opened' : undefined}>
                  {columns.map((column) =>
                    column.heads ? (
                      <th key={column.key} scope="row">
                        {column.cell(row)}
                      </th>
                    ) : (
                      <td
                        key={column.key}
                        className={column.number ? 'number' : undefined}
                        data-label={column.untitled ? undefined : column.title}
                      >
                        {column.cell(row)}
                      </td>
                    ),
                  )}
                </tr>
                {more && (
                  <tr className="table__detail">
                    <td colSpan={columns.length}>{more}</td>
                  </tr>
                )}
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
