import { languageNames } from '../../../../i18n/languages.ts';
import { useWords } from '../../../../i18n/use-words.ts';
import type { FrameworkChanges } from './compare-frameworks.ts';

export interface OtherChangesProps {
  changes: FrameworkChanges;
  name: (kind: 'competencies', code: string) => string;
}

export const hasOtherChanges = ({ regrouped, recoded, reordered, marks }: FrameworkChanges) =>
  [regrouped, recoded, reordered, marks].some((list) => list.length > 0);

/** What is said in a sentence. */
export function OtherChanges({ changes, name }: OtherChangesProps) {
  const { t } = useWords();
  const sentences = [
    ...changes.regrouped.map(({ competency, was, is }) =>
      t('frameworkDraft.changes.regrouped', { name: name('competencies', competency), was, is }),
    ),
    ...changes.recoded.map(({ was, is }) => t('frameworkDraft.changes.recoded', { was, is })),
    ...changes.reordered.map((kind) => t(`frameworkDraft.changes.reordered.${kind}`)),
    ...changes.marks.flatMap(({ language, read, drafted }) => [
      ...(read > 0
        ? [t('frameworkDraft.changes.read', { language: languageNames[language], count: read })]
        : []),
      ...(drafted > 0
        ? [
            t('frameworkDraft.changes.drafted', {
              language: languageNames[language],
              count: drafted,
            }),
          ]
        : []),
    ]),
  ];
  return (
    <ul>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
