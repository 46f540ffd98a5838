import { Table } from '../../../../components/table.tsx';
import { useWords } from '../../../../i18n/use-words.ts';
import type { MeaningChange } from './compare-frameworks.ts';
import { TextChanges } from './text-changes.tsx';

export interface MeaningTableProps {
  caption: string;
  rows: MeaningChange[];
  name: (kind: 'competencies', code: string) => string;
}

export function MeaningTable({ caption, rows, name }: MeaningTableProps) {
  const { t } = useWords();
  return (
    <Table
      caption={caption}
      rows={rows}
      rowKey={({ competency, level }) => `${competency} ${level}`}
      columns={[
        {
          key: 'competency',
          title: t('frameworks.competency'),
          heads: true,
          cell: (row) => name('competencies', row.competency),
        },
        { key: 'level', title: t('frameworks.level'), cell: (row) => row.level },
        {
          key: 'change',
          title: t('frameworkDraft.changes.change'),
          cell: ({ texts }) =>
            texts.length === 0 ? (
              t('frameworkDraft.changes.sameWords')
            ) : (
              <TextChanges texts={texts} />
            ),
        },
      ]}
    />
  );
}
