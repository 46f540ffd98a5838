import type { FrameworkLevel } from '../../api/competency.ts';
import { Table, type Column } from '../../components/table.tsx';
import { useWords } from '../../i18n/use-words.ts';

const kinds = ['exam', 'practical', 'portfolio', 'panel', 'course'] as const;

export function LevelTable({ levels }: { levels: FrameworkLevel[] }) {
  const { t, words } = useWords();
  const evidence = (level: FrameworkLevel) => {
    const names = kinds.filter((kind) => level.evidence.includes(kind));
    const list = names.map((kind) => t(`frameworks.kinds.${kind}`)).join(', ');
    if (names.length < 2) return list;
    return level.evidenceRule === 'all'
      ? t('frameworks.allOf', { kinds: list })
      : t('frameworks.anyOf', { kinds: list });
  };
  const columns: Column<FrameworkLevel>[] = [
    {
      key: 'level',
      title: t('frameworks.level'),
      heads: true,
      cell: (row) => `${row.level} ${words(row.title)}`,
    },
    { key: 'means', title: t('frameworks.means'), cell: (row) => words(row.descriptor) },
    { key: 'evidence', title: t('frameworks.evidence'), cell: evidence },
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
