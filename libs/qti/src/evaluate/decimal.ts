// Exact arithmetic on numbers as they are written: 0.7 + 0.1 is 0.8 here, not 0.7999999999999999, so that
// an answer on the bound of a tolerance is never lost to the binary form of its key.

/** digits * 10 ** exponent */
export interface Decimal {
  readonly digits: bigint;
  readonly exponent: number;
}

/** The shortest decimal form of a finite number. */
export function decimal(x: number): Decimal {
  const [mantissa = '0', exponent = '0'] = x.toExponential().split('e');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  return { digits: BigInt(whole + fraction), exponent: Number(exponent) - fraction.length };
}

const aligned = (a: Decimal, b: Decimal): readonly [bigint, bigint, number] => {
  const exponent = Math.min(a.exponent, b.exponent);
  const scale = (it: Decimal): bigint => it.digits * 10n ** BigInt(it.exponent - exponent);
  return [scale(a), scale(b), exponent];
};

export function plus(a: Decimal, b: Decimal): Decimal {
  const [x, y, exponent] = aligned(a, b);
  return { digits: x + y, exponent };
}

export const minus = (a: Decimal, b: Decimal): Decimal =>
  plus(a, { digits: -b.digits, exponent: b.exponent });

export const times = (a: Decimal, b: Decimal): Decimal => ({
  digits: a.digits * b.digits,
  exponent: a.exponent + b.exponent,
});

/**
 * The sum of numbers as they are written, rounded once: 0.7 + 0.1 is 0.8, so that points that add up to the
 * cut score reach it.
 */
export function total(numbers: readonly number[]): number {
  if (numbers.every(Number.isInteger) || !numbers.every(Number.isFinite))
    return numbers.reduce((a, b) => a + b, 0);
  const { digits, exponent } = numbers.map(decimal).reduce(plus);
  return Number(`${digits}e${exponent}`);
}

/** Below 0, 0 or above 0, as a is less than, equal to or greater than b. */
export function compare(a: Decimal, b: Decimal): number {
  const [x, y] = aligned(a, b);
  return x < y ? -1 : x > y ? 1 : 0;
}

/** Whether a is a whole number of b. */
export function divides(b: Decimal, a: Decimal): boolean {
  const [x, y] = aligned(a, b);
  return y !== 0n && x % y === 0n;
}
