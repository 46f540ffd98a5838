import { finite } from '../numbers/check.ts';
import { mean, median, sum, variance } from '../numbers/moments.ts';
import { alphaOf } from './alpha.ts';
import { checkMarks, completeScores } from './marks.ts';
import type { MarkTable } from './marks.ts';

/** Mean, median and spread in marks; null where there is no value. */
export interface TestStatistics {
  /** Those who were presented every item; the others are left out here. */
  readonly persons: number;
  readonly items: number;
  readonly mean: number | null;
  readonly median: number | null;
  /** Divided by n - 1. */
  readonly standardDeviation: number | null;
  /** Of k-statistics: k3 / k2^1.5 and k4 / k2^2, as a spreadsheet's SKEW and KURT. */
  readonly skewness: number | null;
  readonly kurtosis: number | null;
  /**
   * Cronbach's (1951) alpha (KR-20 for marks of 0 and 1); Moodle's coefficient of internal consistency /
   * 100.
   */
  readonly alpha: number | null;
  /** sqrt(1 - alpha). */
  readonly errorRatio: number | null;
  /** Standard error of measurement in marks: SD * sqrt(1 - alpha). */
  readonly sem: number | null;
}

/**
 * Statistics of total marks over one form (Moodle, Quiz statistics calculations, "Test statistics").
 * Whatever has no value (one person, no spread) is null. `marks` is persons by items, `maxMarks` by item.
 * Throws as MarkTable says.
 */
export function testStatistics(marks: MarkTable, maxMarks: readonly number[]): TestStatistics {
  checkMarks(marks, maxMarks);
  const scores = completeScores(marks);
  const totals = scores.map(sum);
  const squared = variance(totals);
  const alpha = alphaOf(scores);
  const errorRatio = alpha === null ? null : Math.sqrt(Math.max(0, 1 - alpha));
  const deviation = squared === null ? null : Math.sqrt(squared);
  return {
    persons: totals.length,
    items: maxMarks.length,
    mean: totals.length === 0 ? null : mean(totals),
    median: totals.length === 0 ? null : median(totals),
    standardDeviation: deviation,
    ...shape(totals),
    alpha,
    errorRatio,
    sem: errorRatio === null || deviation === null ? null : errorRatio * deviation,
  };
}

function shape(totals: readonly number[]): { skewness: number | null; kurtosis: number | null } {
  const n = totals.length;
  const k2 = variance(totals);
  if (n < 3 || !k2) return { skewness: null, kurtosis: null };
  const centre = mean(totals);
  const power = (p: number): number => mean(totals.map((total) => (total - centre) ** p));
  const m2 = power(2);
  const m4 = power(4);
  const k3 = (n * n * power(3)) / ((n - 1) * (n - 2));
  const k4 = (n * n * ((n + 1) * m4 - 3 * (n - 1) * m2 * m2)) / ((n - 1) * (n - 2) * (n - 3));
  return {
    skewness: finite(k3 / k2 ** 1.5),
    kurtosis: n < 4 ? null : finite(k4 / (k2 * k2)),
  };
}
