import { Table } from '../../../../components/table.tsx';
import { useWords } from '../../../../i18n/use-words.ts';
import { useEvidenceWords } from '../../../frameworks/evidence-words.ts';
import type { RuleChange } from './level-rules.ts';

export function RuleTable({ rows }: { rows: RuleChange[] }) {
  const { t } = useWords();
  const evidence = useEvidenceWords();
  const value = (row: RuleChange, side: 'was' | 'is') =>
    row.rule === 'validity'
      ? t('frameworks.months', { months: row[side] })
      : evidence(row[side].kinds, row[side].rule);
  return (
    <Table
      caption={t('frameworkDraft.changes.rules')}
      rows={rows}
      rowKey={({ level, rule }) => `${level} ${rule}`}
      columns={[
        {
          key: 'level',
          title: t('frameworks.level'),
          heads: true,
          cell: ({ level }) => t('frameworkDraft.level', { level }),
        },
        {
          key: 'rule',
          title: t('frameworkDraft.changes.what'),
          cell: ({ rule }) => t(`frameworks.${rule}`),
        },
        { key: 'was', title: t('frameworkDraft.changes.was'), cell: (row) => value(row, 'was') },
        { key: 'is', title: t('frameworkDraft.changes.is'), cell: (row) => value(row, 'is') },
      ]}
    />
  );
}
