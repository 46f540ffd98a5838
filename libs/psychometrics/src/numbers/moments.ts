// Two passes everywhere: the mean first, so that large marks with a small spread keep their digits.
import { at } from './check.ts';

export function sum(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

/** Of at least one value. */
export function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}

/** Divided by n - 1; null for fewer than two pairs. */
export function covariance(xs: readonly number[], ys: readonly number[]): number | null {
  if (xs.length < 2) return null;
  const mx = mean(xs);
  const my = mean(ys);
  let total = 0;
  for (let i = 0; i < xs.length; i++) total += (at(xs, i) - mx) * (at(ys, i) - my);
  return total / (xs.length - 1);
}

/** Divided by n - 1; null for fewer than two values, 0 exactly when all are equal. */
export function variance(values: readonly number[]): number | null {
  if (values.length > 1 && values.every((value) => value === values[0])) return 0;
  return covariance(values, values);
}

export function standardDeviation(values: readonly number[]): number | null {
  const squared = variance(values);
  return squared === null ? null : Math.sqrt(squared);
}

/** Pearson's r, clipped to -1..1; null when one side doesn't vary. */
export function correlation(xs: readonly number[], ys: readonly number[]): number | null {
  const both = covariance(xs, ys);
  const vx = variance(xs);
  const vy = variance(ys);
  if (both === null || !vx || !vy) return null;
  const r = both / (Math.sqrt(vx) * Math.sqrt(vy));
  return Number.isFinite(r) ? Math.min(1, Math.max(-1, r)) : null;
}

/** Of at least one value. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((x, y) => x - y);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? at(sorted, half) : (at(sorted, half - 1) + at(sorted, half)) / 2;
}
