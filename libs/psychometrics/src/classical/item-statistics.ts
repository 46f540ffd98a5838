import { finite } from '../numbers/check.ts';
import { correlation, covariance, mean, standardDeviation } from '../numbers/moments.ts';
import { alphaIfRemovedOf } from './alpha.ts';
import { checkMarks, completeScores, scored } from './marks.ts';
import type { MarkTable } from './marks.ts';
import { restScores } from './rest-score.ts';

/** Of one item. Persons are counted; a share or an r that has no value is null. */
export interface ItemStatistics {
  readonly presented: number;
  readonly answered: number;
  readonly omitted: number;
  readonly notReached: number;
  /** Mean mark / maximum mark, 0..1, of those who reached the item; an omission counts zero. */
  readonly facility: number | null;
  /** Of the marks, in marks, divided by n - 1. */
  readonly standardDeviation: number | null;
  /** Pearson's r of mark and rest score (total without this item), -1..1; Moodle's index / 100. */
  readonly discrimination: number | null;
  /**
   * Covariance of mark and rest score / the largest that these marks could have with them, both
   * sorted (Moodle, "Discriminative efficiency", / 100). At most 1, and it can be below -1.
   */
  readonly discriminativeEfficiency: number | null;
  /**
   * This item's share in the spread of totals, 0..1 (Moodle, "Effective question weight", / 100); null
   * when it goes against the total.
   */
  readonly effectiveWeight: number | null;
  /** Cronbach's (1951) alpha of the other items, over those who were presented every item. */
  readonly alphaIfRemoved: number | null;
}

/**
 * By item, in the table's order: Moodle, Quiz statistics calculations, "Position statistics", without those
 * who did not reach an item. `marks` is persons by items, `maxMarks` by item; a maximum of 0 has no
 * facility. Throws as MarkTable says.
 */
export function itemStatistics(marks: MarkTable, maxMarks: readonly number[]): ItemStatistics[] {
  checkMarks(marks, maxMarks);
  const removed = alphaIfRemovedOf(completeScores(marks));
  const parts = maxMarks.map((max, item) => oneItem(marks, maxMarks, item, max));
  let weights = 0;
  for (const { withTotal } of parts) weights += Math.sqrt(Math.max(0, withTotal ?? 0));
  return parts.map(({ withTotal, ...statistics }, item) => ({
    ...statistics,
    effectiveWeight:
      withTotal === null || withTotal < 0 || weights === 0
        ? null
        : finite(Math.sqrt(withTotal) / weights),
    alphaIfRemoved: removed[item] ?? null,
  }));
}

function oneItem(marks: MarkTable, maxMarks: readonly number[], item: number, max: number) {
  const count = (reason: string): number => marks.filter((row) => row[item] === reason).length;
  const reached = marks.filter(
    (row) => row[item] !== 'not-reached' && row[item] !== 'not-presented',
  );
  const own = reached.map((row) => scored(row[item]));
  const rest = restScores(reached, maxMarks, item);
  const both = covariance(own, rest);
  const ownVariance = covariance(own, own);
  const omitted = count('omitted');
  return {
    presented: marks.length - count('not-presented'),
    answered: reached.length - omitted,
    omitted,
    notReached: count('not-reached'),
    facility: own.length === 0 || max === 0 ? null : finite(mean(own) / max),
    standardDeviation: standardDeviation(own),
    discrimination: correlation(own, rest),
    discriminativeEfficiency: efficiency(own, rest, both),
    withTotal: both === null || ownVariance === null ? null : both + ownVariance,
  };
}

function efficiency(own: number[], rest: number[], both: number | null): number | null {
  const ascending = (values: number[]): number[] => values.toSorted((x, y) => x - y);
  const most = covariance(ascending(own), ascending(rest));
  if (both === null || most === null || most <= 0 || correlation(own, rest) === null) return null;
  return finite(Math.min(1, both / most));
}
