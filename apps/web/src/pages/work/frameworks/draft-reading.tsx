import type { FrameworkDocument } from '../../../api/framework-drafts.ts';
import { Table } from '../../../components/table.tsx';
import { useWords } from '../../../i18n/use-words.ts';
import { LevelTable } from '../../frameworks/level-table.tsx';
import { RequirementReading } from './requirement-reading.tsx';

/** The whole draft in the reader's language, to be read and not changed. */
export function DraftReading({ document }: { document: FrameworkDocument }) {
  const { t, words } = useWords();
  const { levels, groups, competencies } = document;
  return (
    <div className="changes">
      <p>{words(document.notice)}</p>
      <section className="stack">
        <h4>{t('frameworks.levels')}</h4>
        <LevelTable levels={levels} />
      </section>
      <section className="stack">
        <h4>{t('frameworks.competencies')}</h4>
        <Table
          caption={t('frameworks.competencies')}
          rows={competencies}
          rowKey={({ competencyId }) => competencyId}
          columns={[
            {
              key: 'competency',
              title: t('frameworks.competency'),
              heads: true,
              cell: ({ code, title }) => `${code} ${words(title)}`,
            },
            {
              key: 'area',
              title: t('frameworkDraft.area'),
              cell: ({ group }) => words(groups.find((each) => each.group === group)?.title),
            },
            {
              key: 'descriptors',
              title: t('frameworks.descriptors'),
              cell: ({ descriptors }) => (
                <ol className="draft-reading__levels">
                  {descriptors.map(({ level, text }) => (
                    <li key={level} value={level}>
                      {words(text)}
                    </li>
                  ))}
                </ol>
              ),
            },
          ]}
        />
      </section>
      <section className="stack">
        <h4>{t('frameworks.roles')}</h4>
        <RequirementReading document={document} />
      </section>
    </div>
  );
}
