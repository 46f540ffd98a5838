import { Table } from '../../../../components/table.tsx';
import { useWords } from '../../../../i18n/use-words.ts';
import type { RequirementChange } from './compare-frameworks.ts';

export interface RequirementTableProps {
  rows: RequirementChange[];
  name: (kind: 'competencies' | 'roles', code: string) => string;
}

export function RequirementTable({ rows, name }: RequirementTableProps) {
  const { t } = useWords();
  const level = (of: number) => (of === 0 ? t('frameworks.notRequired') : of);
  return (
    <Table
      caption={t('frameworkDraft.changes.requirements')}
      rows={rows}
      rowKey={({ role, competency }) => `${role} ${competency}`}
      columns={[
        {
          key: 'role',
          title: t('frameworks.role'),
          heads: true,
          cell: (row) => name('roles', row.role),
        },
        {
          key: 'competency',
          title: t('frameworks.competency'),
          cell: (row) => name('competencies', row.competency),
        },
        { key: 'was', title: t('frameworkDraft.changes.was'), cell: (row) => level(row.was) },
        { key: 'is', title: t('frameworkDraft.changes.is'), cell: (row) => level(row.is) },
        {
          key: 'change',
          title: t('frameworkDraft.changes.change'),
          cell: (row) => t(`frameworkDraft.changes.${directionOf(row)}`),
        },
      ]}
    />
  );
}

function directionOf({ was, is }: RequirementChange) {
  if (was === 0) return 'begun';
  if (is === 0) return 'dropped';
  return is > was ? 'raised' : 'lowered';
}
