import type { FrameworkLevel } from '../../api/competency.ts';
import { Table, type Column } from '../../components/table.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { useEvidenceWords } from './evidence-words.ts';

export function LevelTable({ levels }: { levels: FrameworkLevel[] }) {
  const { t, words } = useWords();
  const evidence = useEvidenceWords();
  const columns: Column<FrameworkLevel>[] = [
    {
      key: 'level',
      title: t('frameworks.level'),
      heads: true,
      cell: (row) => `${row.level} ${words(row.title)}`,
    },
    { key: 'means', title: t('frameworks.means'), cell: (row) => words(row.descriptor) },
    {
      key: 'evidence',
      title: t('frameworks.evidence'),
      cell: (row) => evidence(row.evidence, row.evidenceRule),
    },
    {
      key: 'validity',
      title: t('frameworks.validity'),
      cell: (row) => t('frameworks.months', { months: row.validityMonths }),
    },
  ];
  return (
    <Table
      caption={t('frameworks.levels')}
      columns={columns}
      rows={levels}
      rowKey={(row) => String(row.level)}
    />
  );
}
