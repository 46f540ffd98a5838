import { Link } from 'react-router';
import type { Scheme } from '../../../api/schemes.ts';
import { Who } from '../../../components/person.tsx';
import { Status } from '../../../components/status.tsx';
import { Table } from '../../../components/table.tsx';
import { useWords } from '../../../i18n/use-words.ts';

export interface SchemeVersionsProps {
  versions: readonly Scheme[];
  /** It needs no link to itself. */
  shown: Scheme;
}

export function SchemeVersions({ versions, shown }: SchemeVersionsProps) {
  const { t, instant } = useWords();
  return (
    <Table
      caption={t('schemes.versions')}
      rows={versions}
      rowKey={(row) => String(row.version)}
      columns={[
        {
          key: 'version',
          title: t('schemes.version'),
          heads: true,
          cell: (row) =>
            row === shown ? (
              row.version
            ) : (
              <Link to={`/work/schemes/${row.id}?version=${row.version}`}>{row.version}</Link>
            ),
        },
        {
          key: 'state',
          title: t('certificate.state'),
          cell: (row) => <Status state={row.state} />,
        },
        {
          key: 'at',
          title: t('cases.publishedAt'),
          cell: (row) => (row.publishedAt === null ? null : instant(row.publishedAt)),
        },
        {
          key: 'by',
          title: t('cases.publishedBy'),
          cell: (row) => <Who hand={row.publishedBy} />,
        },
      ]}
    />
  );
}
