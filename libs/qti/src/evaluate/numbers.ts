import { numberOf, numbersOf } from '../expressions/numeric.ts';
import type {
  MathFunction,
  NumberOrVariable,
  RoundingMode,
  Statistic,
} from '../model/expression.ts';
import { float, integer, type SingleValue, type Value } from '../model/value.ts';
import { total } from './decimal.ts';
import { resolveWhole, type Apply } from './environment.ts';
import { roundHalfUp, roundTo as rounded } from './rounding.ts';

/** Integer if all were, NULL where the result is no number, or out of the range of its type. */
const numeric = (value: number, whole: boolean): SingleValue | null => {
  if (!whole) return Number.isFinite(value) ? float(value + 0) : null;
  return Number.isSafeInteger(value) ? integer(value + 0) : null;
};

const folding =
  (fold: (numbers: readonly number[]) => number): Apply<unknown> =>
  (operands) => {
    const found = numbersOf(operands);
    return found && found.numbers.length > 0 ? numeric(fold(found.numbers), found.whole) : null;
  };

export const sum = folding(total);
export const product = folding((numbers) => numbers.reduce((a, b) => a * b, 1));
export const min = folding((numbers) => numbers.reduce((a, b) => Math.min(a, b)));
export const max = folding((numbers) => numbers.reduce((a, b) => Math.max(a, b)));

const gcdOf = (a: number, b: number): number => {
  let [x, y] = [Math.abs(a), Math.abs(b)];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
};

const foldingWhole = (fold: (numbers: readonly number[]) => number): Apply<unknown> => {
  const folded = folding(fold);
  return (operands, expression, environment) =>
    operands.some(
      (value) => value !== null && value.cardinality !== 'record' && value.baseType !== 'integer',
    )
      ? null
      : folded(operands, expression, environment);
};

export const gcd = foldingWhole((numbers) => numbers.reduce(gcdOf, 0));
export const lcm = foldingWhole((numbers) =>
  numbers.includes(0) ? 0 : numbers.reduce((a, b) => (Math.abs(a) / gcdOf(a, b)) * Math.abs(b), 1),
);

const two =
  (apply: (a: number, b: number, whole: boolean) => Value | null): Apply<unknown> =>
  ([a = null, b = null]) => {
    const [x, y] = [numberOf(a), numberOf(b)];
    if (x === undefined || y === undefined) return null;
    return apply(x, y, isWhole(a) && isWhole(b));
  };

const isWhole = (value: Value | null): boolean =>
  value?.cardinality === 'single' && value.baseType === 'integer';

export const subtract = two((a, b, whole) => numeric(total([a, -b]), whole));
export const divide = two((a, b) => (b === 0 ? null : numeric(a / b, false)));
export const power = two((a, b) => numeric(a ** b, false));
export const integerDivide = two((a, b, whole) =>
  whole && b !== 0 ? integer(Math.floor(a / b) + 0) : null,
);
export const integerModulus = two((a, b, whole) =>
  whole && b !== 0 ? integer(a - b * Math.floor(a / b) + 0) : null,
);

const one =
  (apply: (x: number, whole: boolean) => Value | null): Apply<unknown> =>
  ([operand = null]) => {
    const x = numberOf(operand);
    return x === undefined ? null : apply(x, isWhole(operand));
  };

// ASI, "round", "truncate": an infinite operand stays what it is.
export const round = one((x) => (Number.isFinite(x) ? numeric(roundHalfUp(x), true) : integer(x)));
export const truncate = one((x) =>
  Number.isFinite(x) ? numeric(Math.trunc(x), true) : integer(x),
);
export const integerToFloat = one((x, whole) => (whole ? float(x) : null));

export const roundTo: Apply<{ mode: RoundingMode; figures: NumberOrVariable }> = (
  [operand = null],
  { mode, figures },
  environment,
) => {
  const [x, n] = [numberOf(operand), resolveWhole(figures, environment)];
  const result = x === undefined || n === undefined ? undefined : rounded(x, mode, n);
  return result === undefined ? null : float(result);
};

const functions: Readonly<
  Record<Exclude<MathFunction, 'atan2' | 'floor' | 'ceil' | 'signum'>, (x: number) => number>
> = {
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  sec: (x) => 1 / Math.cos(x),
  csc: (x) => 1 / Math.sin(x),
  cot: (x) => 1 / Math.tan(x),
  asin: Math.asin,
  acos: Math.acos,
  atan: Math.atan,
  asec: (x) => Math.acos(1 / x),
  acsc: (x) => Math.asin(1 / x),
  acot: (x) => (x === 0 ? Math.PI / 2 : Math.atan(1 / x)),
  sinh: Math.sinh,
  cosh: Math.cosh,
  tanh: Math.tanh,
  sech: (x) => 1 / Math.cosh(x),
  csch: (x) => 1 / Math.sinh(x),
  coth: (x) => 1 / Math.tanh(x),
  log: Math.log10,
  ln: Math.log,
  exp: Math.exp,
  abs: Math.abs,
  toDegrees: (x) => (x * 180) / Math.PI,
  toRadians: (x) => (x * Math.PI) / 180,
};

// ASI, "mathOperator": NULL where the function it is the reciprocal of is 0.
const undefinedAtZero = new Set<MathFunction>(['csc', 'cot', 'csch', 'coth', 'asec', 'acsc']);
const wholeFunctions = { floor: Math.floor, ceil: Math.ceil, signum: Math.sign } as const;

/** ASI, "mathOperator": NULL outside of a function's domain, log(0) and an overflow among them. */
export const mathOperator: Apply<{ name: MathFunction }> = (operands, { name }) => {
  const numbers = operands.map((operand) => numberOf(operand));
  const [x, y] = numbers;
  if (x === undefined || numbers.includes(undefined)) return null;
  if (name === 'atan2') return y === undefined ? null : float(Math.atan2(x, y));
  if (name === 'floor' || name === 'ceil' || name === 'signum')
    return integer(wholeFunctions[name](x) + 0);
  if (x === 0 && undefinedAtZero.has(name)) return null;
  const result = functions[name](x) + 0;
  return Number.isFinite(x) && !Number.isFinite(result) ? null : float(result);
};

export const statsOperator: Apply<{ name: Statistic }> = ([container = null], { name }) => {
  if (container?.cardinality !== 'multiple' && container?.cardinality !== 'ordered') return null;
  const numbers = numbersOf([container])?.numbers ?? [];
  const n = numbers.length;
  if (n === 0) return null;
  const mean = numbers.reduce((a, b) => a + b, 0) / n;
  if (name === 'mean') return numeric(mean, false);
  const squares = numbers.reduce((total, x) => total + (x - mean) ** 2, 0);
  const sample = name.startsWith('sample');
  if (sample && n < 2) return null;
  const variance = squares / (sample ? n - 1 : n);
  return numeric(name.endsWith('SD') ? Math.sqrt(variance) : variance, false);
};
