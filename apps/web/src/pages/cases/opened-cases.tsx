import type { AttemptCaseFile } from '../../api/cases.ts';
import { Who } from '../../components/person.tsx';
import { Table } from '../../components/table.tsx';
import { useWords } from '../../i18n/use-words.ts';

export function OpenedCases({ cases }: { cases: AttemptCaseFile['cases'] }) {
  const { t, code, instant } = useWords();
  return (
    <Table
      caption={t('cases.cases')}
      rows={cases}
      rowKey={(row) => row.caseId}
      columns={[
        {
          key: 'cause',
          title: t('cases.cause'),
          heads: true,
          cell: (row) => code('cases.causes', row.kind),
        },
        { key: 'opened', title: t('cases.opened'), cell: (row) => instant(row.openedAt) },
        {
          key: 'closed',
          title: t('cases.closed'),
          cell: (row) => (row.closedAt === null ? t('cases.stillOpen') : instant(row.closedAt)),
        },
        { key: 'by', title: t('acts.who'), cell: (row) => <Who hand={row.closedBy} /> },
        { key: 'outcome', title: t('cases.outcome'), cell: (row) => row.outcome ?? null },
      ]}
    />
  );
}
