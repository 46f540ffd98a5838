// From the author's form to what exam-delivery needs: delivery for each language, one scoring.
import { compileItem, parseItem, type CompiledItem } from '#libs/qti';
import { languagesOf, type ItemBody, type Language } from './item-body.ts';
import { writeQtiItem } from './write-qti-item.ts';

export type Compiled =
  | { readonly outcome: 'compiled'; readonly item: CompiledItem }
  | { readonly outcome: 'refused'; readonly problems: readonly string[] };

/** The first language is the master; the others may differ from it in words only. */
export function compileBody(identifier: string, body: ItemBody): Compiled {
  const problems: string[] = [];
  const parsed = languagesOf(body).map((language) => {
    const title = `${body.competencyCode}.${body.level}`;
    const file = `${identifier}.${language}.xml`;
    const answer = parseItem(writeQtiItem(`item-${identifier}`, title, body, language), file);
    if (!answer.ok)
      problems.push(...answer.problems.map((problem) => `${language}: ${problem.message}`));
    return answer.ok ? ([language, answer.item] as const) : undefined;
  });
  const items = parsed.filter((entry) => entry !== undefined);
  const [master, ...translations] = items;
  if (problems.length > 0 || !master) return { outcome: 'refused', problems };
  const byLanguage: Partial<Record<Language, (typeof master)[1]>> =
    Object.fromEntries(translations);
  const compiled = compileItem(master[1], byLanguage);
  return compiled.ok
    ? { outcome: 'compiled', item: compiled }
    : { outcome: 'refused', problems: compiled.problems.map((problem) => problem.message) };
}
