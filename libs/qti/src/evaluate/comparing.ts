import { isNumeric, numberOf } from '../expressions/numeric.ts';
import type { NumberOrVariable, RoundingMode } from '../model/expression.ts';
import {
  boolean,
  sameScalar,
  type BaseType,
  type ListValue,
  type Scalar,
  type Value,
} from '../model/value.ts';
import { compare, decimal, minus, plus, times } from './decimal.ts';
import { resolve, resolveWhole, type Apply } from './environment.ts';
import { roundTo } from './rounding.ts';

/** Same elements as often, in any order for multiple, in the same for ordered; a record field by field. */
export function sameValue(a: Value, b: Value): boolean {
  if (a.cardinality === 'single' && b.cardinality === 'single')
    return sameScalar(a.baseType, a.value, b.value);
  if (a.cardinality === 'record' && b.cardinality === 'record') {
    const names = Object.keys(a.fields);
    if (names.length !== Object.keys(b.fields).length) return false;
    return names.every((name) => {
      const [x, y] = [a.fields[name] ?? null, b.fields[name] ?? null];
      return x === null || y === null ? x === y : name in b.fields && sameValue(x, y);
    });
  }
  if (a.cardinality !== b.cardinality) return false;
  const [x, y] = [a as ListValue, b as ListValue];
  if (x.values.length !== y.values.length) return false;
  if (x.cardinality === 'ordered') {
    return x.values.every((value, i) => sameScalar(x.baseType, value, y.values[i] as Scalar));
  }
  return remainder(x, y)?.length === 0;
}

/** What of `whole` is left when `part` is taken away, element by element; undefined if it isn't in it. */
export function remainder(whole: ListValue, part: ListValue): Scalar[] | undefined {
  const left = [...whole.values];
  for (const value of part.values) {
    const at = left.findIndex((other) => sameScalar(whole.baseType, other, value));
    if (at < 0) return undefined;
    left.splice(at, 1);
  }
  return left;
}

/** Values of these base types may be compared; durations, which are truncated, never for equality. */
export const comparable = (a: BaseType, b: BaseType): boolean =>
  a !== 'duration' && (a === b || (isNumeric(a) && isNumeric(b)));

export const match: Apply<unknown> = ([a, b]) => {
  if (!a || !b || a.cardinality !== b.cardinality) return null;
  if (a.cardinality !== 'record' && b.cardinality !== 'record') {
    if (!comparable(a.baseType, b.baseType)) return null;
  }
  return boolean(sameValue(a, b));
};

const comparing =
  (holds: (a: number, b: number) => boolean): Apply<unknown> =>
  ([a = null, b = null]) => {
    const [x, y] = [numberOf(a), numberOf(b)];
    return x === undefined || y === undefined ? null : boolean(holds(x, y));
  };

export const gt = comparing((a, b) => a > b);
export const gte = comparing((a, b) => a >= b);
export const lt = comparing((a, b) => a < b);
export const lte = comparing((a, b) => a <= b);

const secondsOf = (value: Value | null): number | undefined =>
  value?.cardinality === 'single' &&
  value.baseType === 'duration' &&
  typeof value.value === 'number'
    ? value.value
    : undefined;

const comparingDurations =
  (holds: (a: number, b: number) => boolean): Apply<unknown> =>
  ([a = null, b = null]) => {
    const [x, y] = [secondsOf(a), secondsOf(b)];
    return x === undefined || y === undefined ? null : boolean(holds(x, y));
  };

export const durationLt = comparingDurations((a, b) => a < b);
export const durationGte = comparingDurations((a, b) => a >= b);

interface Equal {
  readonly toleranceMode: 'exact' | 'absolute' | 'relative';
  readonly tolerance: readonly NumberOrVariable[];
  readonly includeLowerBound: boolean;
  readonly includeUpperBound: boolean;
}

/** Tolerances are around the first operand; relative ones are percent of it (ASI, "equal"). */
export const equal: Apply<Equal> = ([a = null, b = null], expression, environment) => {
  const [x, y] = [numberOf(a), numberOf(b)];
  if (x === undefined || y === undefined) return null;
  if (expression.toleranceMode === 'exact') return boolean(x === y);
  const [first, second] = expression.tolerance;
  if (first === undefined) return null;
  const t0 = resolve(first, environment);
  const t1 = second === undefined ? t0 : resolve(second, environment);
  if (t0 === undefined || t1 === undefined || t0 < 0 || t1 < 0) return null;
  if (![x, y, t0, t1].every(Number.isFinite)) return boolean(x === y || t0 + t1 === Infinity);
  const relative = expression.toleranceMode === 'relative';
  // Around a negative number the relative bounds change places.
  const swapped = relative && x < 0;
  const [below, above] = relative ? distances(x, y, t0, t1) : differences(x, y, t0, t1);
  const [toLow, toHigh] = swapped ? [above, below] : [below, above];
  const withLow = swapped ? expression.includeUpperBound : expression.includeLowerBound;
  const withHigh = swapped ? expression.includeLowerBound : expression.includeUpperBound;
  return boolean((withLow ? toLow >= 0 : toLow > 0) && (withHigh ? toHigh <= 0 : toHigh < 0));
};

type Sides = readonly [number, number];

/** Where y stands to x - t0 and to x + t1. */
function differences(x: number, y: number, t0: number, t1: number): Sides {
  const [key, answer] = [decimal(x), decimal(y)];
  return [compare(answer, minus(key, decimal(t0))), compare(answer, plus(key, decimal(t1)))];
}

/** Where y stands to x * (1 - t0/100) and to x * (1 + t1/100). */
function distances(x: number, y: number, t0: number, t1: number): Sides {
  const whole = decimal(100);
  const [key, answer] = [decimal(x), times(decimal(y), whole)];
  return [
    compare(answer, times(key, minus(whole, decimal(t0)))),
    compare(answer, times(key, plus(whole, decimal(t1)))),
  ];
}

interface Rounded {
  readonly mode: RoundingMode;
  readonly figures: NumberOrVariable;
}

export const equalRounded: Apply<Rounded> = (
  [a = null, b = null],
  { mode, figures },
  environment,
) => {
  const [x, y, n] = [numberOf(a), numberOf(b), resolveWhole(figures, environment)];
  if (x === undefined || y === undefined || n === undefined) return null;
  const [rx, ry] = [roundTo(x, mode, n), roundTo(y, mode, n)];
  return rx === undefined || ry === undefined ? null : boolean(rx === ry);
};
