import { Table } from '../../../../components/table.tsx';
import { useWords } from '../../../../i18n/use-words.ts';
import type { WordsChange } from './compare-frameworks.ts';
import { TextChanges } from './text-changes.tsx';

export function WordsTable({ rows }: { rows: WordsChange[] }) {
  const { t } = useWords();
  return (
    <Table
      caption={t('frameworkDraft.changes.words')}
      rows={rows}
      rowKey={({ kind, code, field }) => `${kind} ${code} ${field}`}
      columns={[
        {
          key: 'what',
          title: t('frameworkDraft.changes.what'),
          heads: true,
          cell: ({ kind, code, field }) =>
            `${t(`frameworkDraft.changes.kinds.${kind}`)} ${code}: ${t(`frameworkDraft.changes.fields.${field}`)}`,
        },
        {
          key: 'change',
          title: t('frameworkDraft.changes.change'),
          cell: ({ texts }) => <TextChanges texts={texts} />,
        },
      ]}
    />
  );
}
