// What expressions of a test see: its own outcomes, and the variables of its items.
import { collect } from '../evaluate/containers.ts';
import type { Environment, ItemCounts } from '../evaluate/environment.ts';
import { isNumeric } from '../expressions/numeric.ts';
import { seededRandom } from '../evaluate/random.ts';
import { splitItemVariable } from '../expressions/scope.ts';
import type { AssessmentTest, ItemRef, Section } from '../model/assessment.ts';
import type { ItemSubset } from '../model/expression.ts';
import { float, list, type Value } from '../model/value.ts';
import type { ItemResult } from './item-result.ts';
import type { Plan, PlannedItem } from './plan-test.ts';

/** By the keys of the plan; an item without one was not presented. */
export type ItemResults = Readonly<Record<string, ItemResult>>;

export const refsOf = (test: AssessmentTest): ReadonlyMap<string, ItemRef> => {
  const within = (stage: Section | ItemRef): readonly ItemRef[] =>
    stage.kind === 'item' ? [stage] : stage.children.flatMap(within);
  return new Map(
    test.parts
      .flatMap(({ sections }) => sections.flatMap(within))
      .map((ref) => [ref.identifier, ref] as const),
  );
};

export function testEnvironment(
  test: AssessmentTest,
  plan: Plan,
  results: ItemResults,
  outcomes: ReadonlyMap<string, Value | null>,
  seed: string,
): Environment {
  const refs = refsOf(test);
  const items = new Set(refs.keys());
  const resultOf = (planned: PlannedItem): ItemResult | undefined =>
    Object.hasOwn(results, planned.key) ? results[planned.key] : undefined;
  const valueOf = (planned: PlannedItem, name: string): Value | null => {
    const result = resultOf(planned);
    const source = refs
      .get(planned.item)
      ?.mappings.find((mapping) => mapping.target === name)?.source;
    return (result && ownValue(result, source ?? name)) ?? null;
  };
  const weigh = (planned: PlannedItem, weight: string | undefined): number =>
    weight === undefined
      ? 1
      : (refs.get(planned.item)?.weights.find(({ identifier }) => identifier === weight)?.value ??
        1);

  return {
    variable: (name, weight) => {
      const own = outcomes.get(name);
      if (own !== undefined) return own;
      const asked = splitItemVariable(name, items);
      if (!asked) return null;
      const instances = plan.items.filter(({ item }) => item === asked.item);
      const planned =
        asked.instance === undefined ? instances.at(-1) : instances[asked.instance - 1];
      if (!planned) return null;
      const value = valueOf(planned, asked.variable);
      return weight === undefined ? value : weighted(value, weigh(planned, weight));
    },
    correct: () => null,
    initial: (name) => test.outcomes.find(({ identifier }) => identifier === name)?.default ?? null,
    response: () => undefined,
    random: seededRandom(`${seed}\n${test.identifier}\noutcome`),
    items: countsOf(plan, resultOf, valueOf, weigh),
  };
}

const ownValue = ({ values }: ItemResult, name: string): Value | null | undefined =>
  Object.hasOwn(values, name) ? values[name] : undefined;

/** ASI, "variable": a weighted number is a float. */
const weighted = (value: Value | null, weight: number): Value | null =>
  value?.cardinality === 'single' && isNumeric(value.baseType) && typeof value.value === 'number'
    ? float(value.value * weight)
    : value;

function countsOf(
  { items }: Plan,
  resultOf: (planned: PlannedItem) => ItemResult | undefined,
  valueOf: (planned: PlannedItem, name: string) => Value | null,
  weigh: (planned: PlannedItem, weight: string | undefined) => number,
): ItemCounts {
  const of = (subset: ItemSubset): PlannedItem[] => items.filter((item) => isIn(item, subset));
  return {
    count: (what, subset) =>
      of(subset).filter((planned) => {
        const result = resultOf(planned);
        switch (what) {
          case 'selected':
            return true;
          case 'presented':
            return result?.presented === true;
          case 'responded':
            return result?.responded === true;
          case 'correct':
            return result?.correct === true;
          case 'incorrect':
            return result?.correct === false;
        }
      }).length,
    bound: (which, subset, outcome, weight) => {
      const found = of(subset).map((planned) => {
        const bound = resultOf(planned)?.bounds[outcome]?.[which === 'minimum' ? 'min' : 'max'];
        return bound === undefined ? undefined : bound * weigh(planned, weight);
      });
      // ASI, "outcomeMaximum": one item without a maximum makes it NULL; without a minimum it is left out.
      if (which === 'maximum' && found.includes(undefined)) return null;
      return list(
        'multiple',
        'float',
        found.filter((bound) => bound !== undefined),
      );
    },
    variables: (subset, name, weight, baseType) => {
      const found = of(subset).flatMap((planned) => {
        const value = valueOf(planned, name);
        if (value?.cardinality !== 'single') return [];
        const fits =
          baseType === undefined ? isNumeric(value.baseType) : value.baseType === baseType;
        return fits ? [weight === undefined ? value : weighted(value, weigh(planned, weight))] : [];
      });
      return collect('multiple', found);
    },
  };
}

function isIn(
  { sections, categories }: PlannedItem,
  { section, include, exclude }: ItemSubset,
): boolean {
  if (section !== undefined && !sections.includes(section)) return false;
  if (include && !include.some((category) => categories.includes(category))) return false;
  return !exclude?.some((category) => categories.includes(category));
}
