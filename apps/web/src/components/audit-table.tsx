import type { AuditRow } from '../api/audit.ts';
import { Link, useLocation } from 'react-router';
import { useMe } from '../api/session.ts';
import { useWords } from '../i18n/use-words.ts';
import { ShortId, Who } from './person.tsx';
import { caseFilePath } from './case-file-path.ts';
import { Table } from './table.tsx';

/** Acts of authority: who did what to which thing, when and why. */
export function AuditTable({ rows, caption }: { rows: readonly AuditRow[]; caption: string }) {
  const { t, code, instant } = useWords();
  return (
    <Table
      caption={caption}
      rows={rows}
      rowKey={(row) => `${row.seq}/${row.hash}`}
      columns={[
        {
          key: 'at',
          title: t('acts.when'),
          cell: (row) => <time dateTime={row.at}>{instant(row.at)}</time>,
        },
        {
          key: 'act',
          title: t('acts.what'),
          heads: true,
          cell: (row) => code('acts.act', row.act),
        },
        {
          key: 'subject',
          title: t('acts.subject'),
          cell: (row) => (
            <>
              {code('acts.kinds', row.subjectKind)} <Subject row={row} />
            </>
          ),
        },
        { key: 'who', title: t('acts.who'), cell: (row) => <Who hand={row.actor} /> },
        { key: 'why', title: t('acts.why'), cell: (row) => row.reason ?? null },
        {
          key: 'row',
          title: t('acts.row'),
          number: true,
          cell: (row) => <span title={row.hash}>{row.seq}</span>,
        },
      ]}
    />
  );
}

/** Leads to the case file of what has one, for whoever may read it and is not there already. */
function Subject({ row }: { row: AuditRow }) {
  const me = useMe();
  const { pathname } = useLocation();
  const path = caseFilePath(row.subjectKind, row.subjectId);
  const id = <ShortId id={row.subjectId} />;
  const leads = path !== null && path !== pathname && me?.permissions.includes('cases.read');
  return leads ? <Link to={path}>{id}</Link> : id;
}
