// The mark that no person has read a text in a language stands on each text; a form sets it for its entry.

import type { FrameworkText } from '../../../../api/framework-drafts.ts';
import { languages, type Language } from '../../../../i18n/languages.ts';
import { descriptorOf, type CompetencyModel } from './draft-model.ts';

/** The languages in which at least one of the texts was read by nobody. */
export const marksOf = (texts: readonly FrameworkText[]): Language[] =>
  languages.filter((language) => texts.some((text) => text.machineDrafted?.includes(language)));

export function withMark(text: FrameworkText, language: Language, on: boolean): FrameworkText {
  const { machineDrafted = [], ...words } = text;
  const others = machineDrafted.filter((each) => each !== language);
  const marks = on ? [...others, language] : others;
  return marks.length === 0 ? words : { ...words, machineDrafted: marks };
}

export const textsOfCompetency = (
  competency: CompetencyModel,
  levels: readonly number[],
): FrameworkText[] => [competency.title, ...levels.map((level) => descriptorOf(competency, level))];

export const withCompetencyMark = (
  competency: CompetencyModel,
  levels: readonly number[],
  language: Language,
  on: boolean,
): Pick<CompetencyModel, 'title' | 'descriptors'> => ({
  title: withMark(competency.title, language, on),
  descriptors: Object.fromEntries(
    levels.map((level) => [level, withMark(descriptorOf(competency, level), language, on)]),
  ),
});
