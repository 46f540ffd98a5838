// The answer that a response's mapping is worth most for, among those that its interaction allows.
import { mapResponse } from '../evaluate/mapping.ts';
import type { AreaMapping, Mapping, ResponseDeclaration } from '../model/declaration.ts';
import {
  list,
  single,
  type BaseType,
  type Point,
  type Scalar,
  type Value,
} from '../model/value.ts';
import type { Domain } from '../scoring/domain.ts';
import { outside } from '../scoring/read-responses.ts';

interface Worth {
  readonly key: Scalar;
  readonly value: number;
}

export function bestResponse(
  response: ResponseDeclaration,
  domain: Domain | undefined,
): Value | null {
  const { cardinality, baseType } = response;
  if (baseType === undefined || cardinality === 'record') return null;
  const kind = cardinality === 'single' ? 'multiple' : cardinality;
  const allowed = (keys: readonly Scalar[]): boolean =>
    domain === undefined ||
    outside(domain, response, { cardinality: kind, baseType, values: keys }) === undefined;
  const worth = worthOf(response, baseType, domain)
    .filter(({ key, value }) => value > 0 && allowed([key]))
    .toSorted((a, b) => b.value - a.value);
  const [first] = worth;
  if (first === undefined) return response.correct;
  if (cardinality === 'single') return single(baseType, first.key);
  return list(cardinality, baseType, mostOf(worth.slice(0, MOST_KEYS), allowed));
}

function worthOf(
  { mapping, areaMapping }: ResponseDeclaration,
  baseType: BaseType,
  domain: Domain | undefined,
): readonly Worth[] {
  if (areaMapping) return pointsOf(areaMapping);
  if (!mapping) return [];
  const keys = domain?.choices ?? mapping.entries.map(({ key }) => key);
  return keys.map((key) => ({ key, value: valueOf(mapping, baseType, key) }));
}

/** Without the bounds, which are of the sum. */
const valueOf = ({ entries, defaultValue }: Mapping, baseType: BaseType, key: Scalar): number =>
  mapResponse({ entries, defaultValue }, single(baseType, key)) ?? 0;

const pointsOf = ({ entries }: AreaMapping): Worth[] =>
  entries.map(({ shape, coords: [a = 0, b = 0, c = 0, d = 0], value }) => {
    const middle: Point = shape === 'rect' ? [(a + c) / 2, (b + d) / 2] : [a, b];
    return { key: middle, value };
  });

const MOST_KEYS = 200;
// Threat: a mapping made to be searched for ever. The first way down takes the best that is left each time.
const MOST_STEPS = 5000;

/** The keys that are allowed together and worth most; `worth` falls. */
function mostOf(
  worth: readonly Worth[],
  allowed: (keys: readonly Scalar[]) => boolean,
): readonly Scalar[] {
  const left: number[] = [0];
  for (const { value } of worth.toReversed()) left.unshift(value + (left[0] ?? 0));
  let best: readonly Scalar[] = [];
  let most = 0;
  let steps = 0;
  const search = (i: number, keys: readonly Scalar[], sum: number): void => {
    if (sum > most) [best, most] = [keys, sum];
    const next = worth[i];
    if (next === undefined || sum + (left[i] ?? 0) <= most || (steps += 1) > MOST_STEPS) return;
    const more = [...keys, next.key];
    if (allowed(more)) search(i + 1, more, sum + next.value);
    search(i + 1, keys, sum);
  };
  search(0, [], 0);
  return best;
}
