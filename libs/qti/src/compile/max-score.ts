import type { AreaMapping, Bounds, Mapping, ResponseDeclaration } from '../model/declaration.ts';
import { numberOf } from '../expressions/numeric.ts';
import type { ResponseRule } from '../model/rule.ts';
import { list, single, type Point, type Scalar, type Value } from '../model/value.ts';
import { toPlain } from '../model/plain.ts';
import { score } from '../scoring/score.ts';
import type { Domain } from '../scoring/domain.ts';
import { MAX_VALUES } from '../scoring/read-responses.ts';
import type { Scoring } from '../scoring/scoring.ts';

/**
 * The most that SCORE can be: what the item declares (normal-maximum, MAXSCORE), else the best of what
 * the correct responses and the best mapped responses bring, and of the constants that rules give.
 */
export function maxScoreOf(scoring: Scoring): number {
  const declared = scoring.outcomes.find(({ identifier }) => identifier === 'SCORE')?.normalMaximum;
  if (declared !== undefined) return declared;
  const most = toPlain(
    scoring.outcomes.find(({ identifier }) => identifier === 'MAXSCORE')?.default ?? null,
  );
  if (typeof most === 'number' && most > 0) return most;
  const tries = [correctOf, mappedOf].map((choose) => {
    const responses = Object.fromEntries(
      scoring.responses.flatMap((response) => {
        const value = choose(response, scoring.domains[response.identifier]);
        return value === null ? [] : [[response.identifier, toPlain(value)]];
      }),
    );
    const scored = score(scoring, responses, '');
    return scored.ok ? scored.score : 0;
  });
  return Math.max(0, ...tries, ...(constantScores(scoring.rules) ?? []));
}

/** Every value that rules give SCORE, undefined where one of them is not a constant. */
function constantScores(rules: readonly ResponseRule[]): number[] | undefined {
  const found: number[] = [];
  for (const rule of rules) {
    if (rule.rule === 'set-outcome-value' && rule.identifier === 'SCORE') {
      const number = rule.value.op === 'base-value' ? numberOf(rule.value.value) : undefined;
      if (number === undefined) return undefined;
      found.push(number);
    } else if (rule.rule === 'lookup-outcome-value' && rule.identifier === 'SCORE')
      return undefined;
    const inside =
      rule.rule === 'condition'
        ? [...rule.branches.flatMap((branch) => branch.rules), ...rule.otherwise]
        : rule.rule === 'fragment'
          ? rule.rules
          : [];
    const more = constantScores(inside);
    if (more === undefined) return undefined;
    found.push(...more);
  }
  return found;
}

const correctOf = (response: ResponseDeclaration, domain: Domain | undefined): Value | null =>
  response.correct ?? mappedOf(response, domain);

function mappedOf(response: ResponseDeclaration, domain: Domain | undefined): Value | null {
  const { mapping, areaMapping, cardinality, baseType } = response;
  if (baseType === undefined || cardinality === 'record') return null;
  const worth: readonly { readonly key: Scalar; readonly value: number }[] = mapping
    ? best(mapping)
    : areaMapping
      ? points(areaMapping)
      : [];
  const [first] = worth;
  if (first === undefined) return response.correct;
  if (cardinality === 'single') return single(baseType, first.key);
  const most = Math.min(domain?.max ?? Infinity, MAX_VALUES);
  return list(
    cardinality,
    baseType,
    worth.slice(0, most).map(({ key }) => key),
  );
}

const byValue = <T extends { readonly value: number }>(
  bounds: Bounds,
  entries: readonly T[],
): T[] =>
  entries
    .filter(({ value }) => value > Math.max(0, bounds.defaultValue))
    .toSorted((a, b) => b.value - a.value);

const best = (mapping: Mapping) => byValue(mapping, mapping.entries);

const points = (mapping: AreaMapping) =>
  byValue(mapping, mapping.entries).map(
    ({ shape, coords: [a = 0, b = 0, c = 0, d = 0], value }) => {
      const middle: Point = shape === 'rect' ? [(a + c) / 2, (b + d) / 2] : [a, b];
      return { key: middle, value };
    },
  );
