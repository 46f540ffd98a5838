import { describe, expect, it } from '@jest/globals';
import { vector } from '../testing/vector.ts';
import { binomialSem, conditionalSem, keatsSem, kr21 } from './conditional-sem.ts';
import { totalScores } from './marks.ts';
import { testStatistics } from './test-statistics.ts';
import { variance } from '../numbers/moments.ts';

const published = vector<{
  binary: Record<'counts' | 'lord' | 'keats', number[]>;
  graded: { marks: string[] } & Record<'mollenkopfFeldt' | 'bySum', number[][]>;
  kr21: Record<'items' | 'mean' | 'variance' | 'value', number>;
}>('conditional-sem');

describe('two hundred persons on five items of one mark', () => {
  const { counts, lord, keats } = published.binary;
  const marks = counts.flatMap((count, pattern) =>
    Array.from({ length: count }, () => [16, 8, 4, 2, 1].map((bit) => (pattern & bit ? 1 : 0))),
  );

  it('have at each score the error that JASP has by Lord', () => {
    lord.forEach((sem, score) => expect(binomialSem(score, 5)).toBeCloseTo(sem, 12));
  });

  it('have at each score the error that JASP has by Keats, from their alpha and KR-21', () => {
    const { alpha, mean } = testStatistics(marks, [1, 1, 1, 1, 1]);
    const low = kr21(5, { mean: mean ?? 0, variance: variance(totalScores(marks)) ?? 0 });
    keats.forEach((sem, score) =>
      expect(keatsSem(score, 5, alpha ?? 0, low ?? 0)).toBeCloseTo(sem, 12),
    );
  });
});

it('KR-21 is what a reader of pcreview got for a mean of 43 of 50 items', () => {
  const { items, value, ...ofTotals } = published.kr21;
  expect(kr21(items, ofTotals)).toBeCloseTo(value, 6);
});

describe('the errors of 78 persons on five items of five marks', () => {
  const { marks, mollenkopfFeldt, bySum } = published.graded;
  const found = conditionalSem(
    marks.map((row) => [...row].map(Number)),
    [5, 5, 5, 5, 5],
  );

  it('are at each total the residuals of persons and items by R’s lm', () => {
    expect(found.map(({ score, persons, sem }) => [score, persons, sem])).toEqual(
      bySum.map(([score, persons, sem]) => [score, persons, expect.closeTo(sem ?? 0, 9)]),
    );
  });

  it('have the cubic through their squares that JASP has (Mollenkopf and Feldt)', () => {
    // Least squares leave nothing that a power of the score up to the third could still explain.
    const cubic = new Map(mollenkopfFeldt.map(([score = 0, sem = 0]) => [score, sem * sem]));
    for (const power of [0, 1, 2, 3]) {
      let left = 0;
      for (const { score, persons, sem } of found) {
        left += persons * (sem * sem - (cubic.get(score) ?? 0)) * (score / 10) ** power;
      }
      expect(left).toBeCloseTo(0, 9);
    }
  });
});
