// From the author's form to what exam-delivery needs: delivery for each language, one scoring.
import { compileItem, parseItem, type CompiledItem, type Problem } from '#libs/qti';
import { languagesOf, type BodyFault, type ItemBody, type Language } from './item-body.ts';
import { writeQtiItem } from './write-qti-item.ts';

export type Compiled =
  | { readonly outcome: 'compiled'; readonly item: CompiledItem }
  | { readonly outcome: 'refused'; readonly problems: readonly BodyFault[] };

/** The first language is the master; the others may differ from it in words only. */
export function compileBody(identifier: string, body: ItemBody): Compiled {
  const problems: BodyFault[] = [];
  const languages = languagesOf(body);
  const fileOf = (language: Language): string => `${identifier}.${language}.xml`;
  const parsed = languages.map((language) => {
    const title = `${body.competencyCode}.${body.level}`;
    const document = writeQtiItem(`item-${identifier}`, title, body, language);
    const answer = parseItem(document, fileOf(language));
    if (!answer.ok) problems.push(...answer.problems.map((problem) => faultIn(language, problem)));
    return answer.ok ? ([language, answer.item] as const) : undefined;
  });
  const items = parsed.filter((entry) => entry !== undefined);
  const [master, ...translations] = items;
  if (problems.length > 0 || !master) return { outcome: 'refused', problems };
  const byLanguage: Partial<Record<Language, (typeof master)[1]>> =
    Object.fromEntries(translations);
  const compiled = compileItem(master[1], byLanguage);
  if (compiled.ok) return { outcome: 'compiled', item: compiled };
  const languageOf = ({ file }: Problem): Language =>
    languages.find((language) => file === language || file === fileOf(language)) ?? master[0];
  return {
    outcome: 'refused',
    problems: compiled.problems.map((problem) => faultIn(languageOf(problem), problem)),
  };
}

const faultIn = (language: Language, { path, message }: Problem): BodyFault => ({
  field: `languages.${language}`,
  message: `${path}: ${message}`,
});

export const sayFaults = (faults: readonly BodyFault[]): string =>
  faults.map(({ field, message }) => `${field}: ${message}`).join('; ');

/** What exam-delivery gets of an item version, before it is sealed. */
export const contentOf = (body: ItemBody, item: CompiledItem) => ({
  delivery: item.delivery,
  scoring: item.scoring,
  maxScore: item.maxScore,
  needsServer: item.needsServer,
  interaction: body.interaction,
  media: null,
});
