import { PsychometricsError } from '../error.ts';
import { at, checkCount, checkNumber, finite } from '../numbers/check.ts';
import { mean, sum } from '../numbers/moments.ts';
import { checkMarks, completeScores } from './marks.ts';
import type { MarkTable } from './marks.ts';

/**
 * Lord's (1955) standard error of a number-right score: sqrt(x (n - x) / (n - 1)), in marks.
 * For marks of 0 and 1; 0 at no and at all right. Throws 'not-finite', and 'out-of-range' for fewer than
 * two items or a score outside of 0..items.
 */
export function binomialSem(score: number, items: number): number {
  checkCount(items, 'items', 2);
  checkNumber(score, 'score', 0, items);
  return Math.sqrt((score * (items - score)) / (items - 1));
}

/**
 * Keats' (1957) correction for items of unequal difficulty: Lord's error times
 * sqrt((1 - alpha) / (1 - KR21)), so that its mean square agrees with the test's own SEM. In marks.
 * Throws as binomialSem, and 'out-of-range' for an alpha above 1 or a KR21 of 1 and more.
 */
export function keatsSem(score: number, items: number, alpha: number, kr21: number): number {
  checkNumber(alpha, 'alpha', -1e9, 1);
  checkNumber(kr21, 'kr21', -1e9, 1);
  if (kr21 === 1) throw new PsychometricsError('out-of-range', 'kr21 is 1: nothing to correct');
  return binomialSem(score, items) * Math.sqrt((1 - alpha) / (1 - kr21));
}

/**
 * Kuder and Richardson's (1937) formula 21 from the mean and the variance of number-right totals, in marks
 * and squared marks; at most 1, and it can be below 0. Null without spread. Throws 'not-finite', and
 * 'out-of-range' for fewer than two items, a mean outside of 0..items or a variance below 0.
 */
export function kr21(items: number, ofTotals: { mean: number; variance: number }): number | null {
  checkCount(items, 'items', 2);
  checkNumber(ofTotals.mean, 'mean', 0, items);
  checkNumber(ofTotals.variance, 'variance', 0);
  if (ofTotals.variance === 0) return null;
  const expected = (ofTotals.mean * (items - ofTotals.mean)) / items;
  return finite((items / (items - 1)) * (1 - expected / ofTotals.variance));
}

/** At one total. */
export interface SemAtScore {
  /** In marks, to 12 digits. */
  readonly score: number;
  readonly persons: number;
  /** In marks. */
  readonly sem: number;
}

/**
 * Standard error of measurement at each total that occurs, for marks of any kind (Feldt and Qualls
 * 1996 with single items as parts): a person's error variance is k/(k-1) times the squares of what
 * remains of the marks after the person's and the items' means; averaged (as squares) over persons
 * of one total. Its sum over persons / (n - 1) is the test's SEM squared. By ascending total, of those who
 * were presented every item. Throws as MarkTable says, and 'too-few' without two items and such a person.
 */
export function conditionalSem(marks: MarkTable, maxMarks: readonly number[]): SemAtScore[] {
  checkMarks(marks, maxMarks);
  const scores = completeScores(marks);
  const items = maxMarks.length;
  if (items < 2 || scores.length === 0) {
    throw new PsychometricsError('too-few', 'a conditional SEM needs two items and a person');
  }
  const ofItem = maxMarks.map((_max, item) => mean(scores.map((row) => row[item] ?? 0)));
  const ofAll = mean(ofItem);
  const byScore = new Map<number, number[]>();
  for (const row of scores) {
    const own = mean(row);
    const rest = row.map((mark, item) => mark - own - (at(ofItem, item) - ofAll));
    const squared = (items / (items - 1)) * sum(rest.map((value) => value * value));
    const total = Number(sum(row).toPrecision(12));
    byScore.set(total, [...(byScore.get(total) ?? []), squared]);
  }
  return [...byScore]
    .toSorted(([one], [other]) => one - other)
    .map(([score, all]) => ({ score, persons: all.length, sem: Math.sqrt(mean(all)) }));
}
