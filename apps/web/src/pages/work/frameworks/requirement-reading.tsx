import type { FrameworkDocument } from '../../../api/framework-drafts.ts';
import { Table } from '../../../components/table.tsx';
import { useWords } from '../../../i18n/use-words.ts';

/** Role by role, the highest levels first: it is read, and it fits a phone. */
export function RequirementReading({ document }: { document: FrameworkDocument }) {
  const { t, words } = useWords();
  const { roles, competencies, requirements } = document;
  const codeOf = (id: string) =>
    competencies.find(({ competencyId }) => competencyId === id)?.code ?? '';
  const ofRole = (id: string) =>
    Object.entries(
      Object.groupBy(
        requirements.filter(({ roleId }) => roleId === id),
        ({ level }) => level,
      ),
    ).toSorted(([a], [b]) => Number(b) - Number(a));
  return (
    <Table
      caption={t('frameworks.roles')}
      rows={roles}
      rowKey={({ roleId }) => roleId}
      columns={[
        {
          key: 'role',
          title: t('frameworks.role'),
          heads: true,
          cell: ({ code, title }) => `${code} ${words(title)}`,
        },
        {
          key: 'levels',
          title: t('frameworks.requiredLevel'),
          cell: ({ roleId }) => (
            <ul className="draft-reading__levels">
              {ofRole(roleId).map(([level, its]) => (
                <li key={level}>
                  {t('frameworkDraft.level', { level })}:{' '}
                  {its?.map(({ competencyId }) => codeOf(competencyId)).join(', ')}
                </li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  );
}
