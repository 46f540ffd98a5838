// What is handed in is checked once at the border, so that no NaN can arise inside.
import { PsychometricsError } from '../error.ts';

/** Beyond this the sums of squares of a large test would leave the doubles. */
const LARGEST = 1e9;

export function checkNumber(value: number, name: string, least = -LARGEST, most = LARGEST): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    throw new PsychometricsError('not-finite', `${name} is ${String(value)}`);
  }
  if (value < least || value > most) {
    throw new PsychometricsError('out-of-range', `${name} is ${value}, not ${least} to ${most}`);
  }
  return value;
}

export function checkCount(value: number, name: string, least = 1, most = LARGEST): number {
  if (!Number.isInteger(checkNumber(value, name, least, most))) {
    throw new PsychometricsError('out-of-range', `${name} is ${value}, not a whole number`);
  }
  return value;
}

export function checkNumbers(values: readonly number[], name: string, least?: number): void {
  if (values.length === 0) throw new PsychometricsError('empty', `${name} has no value`);
  for (let i = 0; i < values.length; i++) checkNumber(at(values, i), `${name}[${i}]`, least);
}

export function checkSameLength(
  one: readonly unknown[],
  other: readonly unknown[],
  name: string,
): void {
  if (one.length !== other.length) {
    throw new PsychometricsError('lengths-differ', `${name}: ${one.length} and ${other.length}`);
  }
}

/** Rows of one length; returns that length. */
export function checkRectangle(rows: readonly (readonly unknown[])[], name: string): number {
  const width = rows[0]?.length ?? 0;
  if (width === 0) throw new PsychometricsError('empty', `${name} has no rows or no columns`);
  rows.forEach((row, index) => {
    if (row.length !== width) {
      throw new PsychometricsError('ragged', `${name}[${index}] has ${row.length}, not ${width}`);
    }
  });
  return width;
}

/** An element that the loop's bounds make certain. */
export function at(values: ArrayLike<number>, index: number): number {
  const value = values[index];
  if (value === undefined) throw new PsychometricsError('lengths-differ', `nothing at ${index}`);
  return value;
}

/** A statistic leaves as a finite number or as null. */
export function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
