import type { ResponseDeclaration } from '../model/declaration.ts';
import type { Expression, ItemSubset, NumberOrVariable } from '../model/expression.ts';
import type { Value } from '../model/value.ts';
import type { Random } from './random.ts';

/** What expressions are evaluated against: an item's session, or a test's. */
export interface Environment {
  readonly variable: (identifier: string, weight?: string) => Value | null;
  readonly correct: (identifier: string) => Value | null;
  readonly initial: (identifier: string) => Value | null;
  readonly response: (identifier: string) => ResponseDeclaration | undefined;
  readonly random: Random;
  /** Only in outcome processing of a test. */
  readonly items?: ItemCounts;
}

/** The items of a test that an expression asks about. */
export interface ItemCounts {
  readonly count: (
    what: 'correct' | 'incorrect' | 'presented' | 'responded' | 'selected',
    subset: ItemSubset,
  ) => number;
  readonly bound: (
    which: 'minimum' | 'maximum',
    subset: ItemSubset,
    outcome: string,
    weight?: string,
  ) => Value | null;
  readonly variables: (
    subset: ItemSubset,
    variable: string,
    weight?: string,
    baseType?: string,
  ) => Value | null;
}

export type Evaluate = (expression: Expression, environment: Environment) => Value | null;

/** Evaluators of the operators that have operands: the operands come evaluated. */
export type Apply<E> = (
  operands: readonly (Value | null)[],
  expression: E,
  environment: Environment,
) => Value | null;

/** A number, or the number in the variable; undefined when that is NULL or no number. */
export function resolve(given: NumberOrVariable, { variable }: Environment): number | undefined {
  if (typeof given === 'number') return given;
  const value = variable(given.variable);
  return value?.cardinality === 'single' && typeof value.value === 'number'
    ? value.value
    : undefined;
}

/** The same where only a whole number makes sense. */
export function resolveWhole(
  given: NumberOrVariable,
  environment: Environment,
): number | undefined {
  const found = resolve(given, environment);
  return found !== undefined && Number.isSafeInteger(found) ? found : undefined;
}
