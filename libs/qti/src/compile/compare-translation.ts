import type { Item } from '../model/item.ts';
import type { Place, Problem } from '../problem.ts';
import { placeOf } from '../xml/source.ts';
import { factsOf, type Fact } from './facts.ts';

/** Everything in which a translation differs from the master in more than words. */
export function compareTranslation(master: Item, translation: Item, language: string): Problem[] {
  const theirs = new Map(factsOf(translation).map((fact) => [fact.name, fact]));
  const problems: Problem[] = [];
  const report = (fact: Fact, message: string, expected?: string): void => {
    const place: Place = placeOf(fact.part) ?? {
      file: language,
      line: 1,
      column: 1,
      path: `/${fact.name}`,
    };
    const problem = {
      ...place,
      code: 'translation-differs' as const,
      message: `${language}: ${fact.name} ${message}`,
    };
    problems.push(expected === undefined ? problem : { ...problem, expected });
  };
  for (const fact of factsOf(master)) {
    const other = theirs.get(fact.name);
    theirs.delete(fact.name);
    if (other === undefined) report({ ...fact, part: translation }, 'is missing');
    else {
      const difference = differenceOf(fact.value, other.value, '');
      if (difference)
        report(other, `differs${difference.at}: ${difference.found}`, difference.expected);
    }
  }
  for (const extra of theirs.values()) report(extra, 'is not in the master');
  return problems;
}

interface Difference {
  readonly at: string;
  readonly found: string;
  readonly expected: string;
}

/** The first difference inside two pieces of plain data. */
function differenceOf(wanted: unknown, found: unknown, at: string): Difference | undefined {
  if (
    typeof wanted !== 'object' ||
    wanted === null ||
    typeof found !== 'object' ||
    found === null
  ) {
    return Object.is(wanted, found)
      ? undefined
      : { at: at && ` at ${at}`, found: say(found), expected: say(wanted) };
  }
  const [a, b] = [wanted as Record<string, unknown>, found as Record<string, unknown>];
  for (const name of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const difference = differenceOf(a[name], b[name], at === '' ? name : `${at}.${name}`);
    if (difference) return difference;
  }
  return undefined;
}

const say = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value));
