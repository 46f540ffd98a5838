import type { AuditRow } from '../api/audit.ts';
import { Link, useLocation } from 'react-router';
import { useMe } from '../api/session.ts';
import { useWords } from '../i18n/use-words.ts';
import { ShortId, Who } from './person.tsx';
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

const caseFiles: Readonly<Record<string, string>> = {
  attempt: 'attempts',
  certificate: 'certificates',
};

/** Leads to the case file of what has one, for whoever may read it and is not there already. */
function Subject({ row }: { row: AuditRow }) {
  const me = useMe();
  const { pathname } = useLocation();
  const folder = caseFiles[row.subjectKind];
  const path = `/${folder}/${row.subjectId}/case`;
  const id = <ShortId id={row.subjectId} />;
  if (folder === undefined || path === pathname) return id;
  return me?.permissions.includes('cases.read') ? <Link to={path}>{id}</Link> : id;
}
