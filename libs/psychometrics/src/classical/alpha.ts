import { finite } from '../numbers/check.ts';
import { sum, variance } from '../numbers/moments.ts';

/**
 * Cronbach (1951): k/(k-1) * (1 - sum of item variances / variance of totals). At most 1, and it can
 * be below 0. Null for fewer than two items or persons, or totals without spread.
 */
export function alphaOf(scores: readonly (readonly number[])[]): number | null {
  const items = scores[0]?.length ?? 0;
  const ofTotals = variance(scores.map(sum));
  if (items < 2 || !ofTotals) return null;
  let ofItems = 0;
  for (let i = 0; i < items; i++) ofItems += variance(scores.map((row) => row[i] ?? 0)) ?? 0;
  return finite((items / (items - 1)) * (1 - ofItems / ofTotals));
}

/** For each item the alpha of the others; null where fewer than two are left. */
export function alphaIfRemovedOf(scores: readonly (readonly number[])[]): (number | null)[] {
  const items = scores[0]?.length ?? 0;
  return Array.from({ length: items }, (_, removed) =>
    alphaOf(scores.map((row) => row.filter((_score, item) => item !== removed))),
  );
}
