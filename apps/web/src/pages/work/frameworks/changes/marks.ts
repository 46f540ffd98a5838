import type { FrameworkContent, FrameworkText } from '../../../../api/framework-drafts.ts';
import { languages, type Language } from '../../../../i18n/languages.ts';
import { partsOf } from './parts.ts';

export interface MarkChange {
  language: Language;
  read: number;
  drafted: number;
}

/** How many of the texts that stand in both lost or gained the mark of a machine's draft. */
export function changedMarks(before: FrameworkContent, after: FrameworkContent): MarkChange[] {
  const earlier = new Map(textsOf(before));
  const pairs = textsOf(after).flatMap(([place, is]) => {
    const was = earlier.get(place);
    return was === undefined
      ? []
      : [{ was: was.machineDrafted ?? [], is: is.machineDrafted ?? [] }];
  });
  return languages
    .map((language) => ({
      language,
      read: pairs.filter(({ was, is }) => was.includes(language) && !is.includes(language)).length,
      drafted: pairs.filter(({ was, is }) => !was.includes(language) && is.includes(language))
        .length,
    }))
    .filter(({ read, drafted }) => read > 0 || drafted > 0);
}

const textsOf = (content: FrameworkContent): [place: string, text: FrameworkText][] => [
  ['title', content.title],
  ['notice', content.notice],
  ...partsOf(content).flatMap(({ kind, id, title, descriptor }): [string, FrameworkText][] => [
    [`${kind} ${id} title`, title],
    ...(descriptor ? [[`${kind} ${id} descriptor`, descriptor] as [string, FrameworkText]] : []),
  ]),
  ...content.competencies.flatMap(({ competencyId, descriptors }) =>
    descriptors.map(({ level, text }): [string, FrameworkText] => [
      `competency ${competencyId} level ${level}`,
      text,
    ]),
  ),
];
