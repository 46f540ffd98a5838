import type { FrameworkContent, FrameworkDocument } from '../../../../api/framework-drafts.ts';
import { useWords } from '../../../../i18n/use-words.ts';
import { compareFrameworks, isUnchanged, type Base } from './compare-frameworks.ts';
import { MeaningTable } from './meaning-table.tsx';
import { hasOtherChanges, OtherChanges } from './other-changes.tsx';
import { PartList } from './part-list.tsx';
import { RequirementTable } from './requirement-table.tsx';
import { RuleTable } from './rule-table.tsx';
import { WordsTable } from './words-table.tsx';
import './changes.css';

export interface ChangesListProps {
  before: Base;
  after: FrameworkDocument;
  /** The words for no change at all. */
  none?: string;
}

/** What the new version changes for people first, what it says in other words last. */
export function ChangesList({ before, after, none }: ChangesListProps) {
  const { t, words } = useWords();
  const { version } = before;
  const changes = compareFrameworks(before, after);
  const name = (kind: 'competencies' | 'roles', code: string) => {
    const found = [after, before].map((content) => named(content, kind, code)).find(Boolean);
    return [code, words(found?.title)].filter(Boolean).join(' ');
  };
  if (isUnchanged(changes)) return <p>{none ?? t('frameworkDraft.changes.none')}</p>;
  const lost = changes.meanings.filter(({ counts }) => !counts);
  const kept = changes.meanings.filter(({ counts }) => counts);
  const parts = [
    {
      key: 'lost',
      text: t('frameworkDraft.changes.lostText', { version }),
      shown: lost.length > 0 && (
        <MeaningTable caption={t('frameworkDraft.changes.lost')} rows={lost} name={name} />
      ),
    },
    {
      key: 'removed',
      text: t('frameworkDraft.changes.removedText'),
      shown: changes.removed.length > 0 && <PartList parts={changes.removed} />,
    },
    {
      key: 'requirements',
      shown: changes.requirements.length > 0 && (
        <RequirementTable rows={changes.requirements} name={name} />
      ),
    },
    { key: 'rules', shown: changes.rules.length > 0 && <RuleTable rows={changes.rules} /> },
    { key: 'added', shown: changes.added.length > 0 && <PartList parts={changes.added} /> },
    {
      key: 'kept',
      shown: kept.length > 0 && (
        <MeaningTable caption={t('frameworkDraft.changes.kept')} rows={kept} name={name} />
      ),
    },
    { key: 'words', shown: changes.words.length > 0 && <WordsTable rows={changes.words} /> },
    {
      key: 'besides',
      shown: hasOtherChanges(changes) && <OtherChanges changes={changes} name={name} />,
    },
  ] as const;
  return (
    <div className="changes">
      {parts.map(
        ({ key, shown, ...more }) =>
          shown && (
            <section key={key} className="stack">
              <h3>{t(`frameworkDraft.changes.${key}`)}</h3>
              {'text' in more && <p className="quiet">{more.text}</p>}
              {shown}
            </section>
          ),
      )}
    </div>
  );
}

const named = (content: FrameworkContent, kind: 'competencies' | 'roles', code: string) =>
  content[kind].find((entry) => entry.code === code);
