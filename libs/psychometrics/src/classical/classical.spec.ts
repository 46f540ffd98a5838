import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { refusal } from '../testing/refusal.ts';
import { variance } from '../numbers/moments.ts';
import { noNaN } from '../testing/no-nan.ts';
import { binomialSem, conditionalSem, keatsSem, kr21 } from './conditional-sem.ts';
import { itemStatistics } from './item-statistics.ts';
import { markTrailingAsNotReached, totalScores } from './marks.ts';
import type { Mark } from './marks.ts';
import { optionStatistics } from './option-statistics.ts';
import { testStatistics } from './test-statistics.ts';

const mark: fc.Arbitrary<Mark> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(0, 0.5, 1) },
  fc.constantFrom('omitted' as const, 'not-reached' as const, 'not-presented' as const),
);
const table = (cell: fc.Arbitrary<Mark>, leastRows = 1, leastColumns = 1) =>
  fc.integer({ min: leastColumns, max: 6 }).chain((n) =>
    fc.array(fc.array(cell, { minLength: n, maxLength: n }), {
      minLength: leastRows,
      maxLength: 12,
    }),
  );
const ones = (marks: Mark[][]): number[] => (marks[0] ?? []).map(() => 1);

describe('classical statistics', () => {
  it('let no NaN and no infinity out, whatever was omitted, not reached or not presented', () => {
    fc.assert(
      fc.property(table(mark), (marks) => {
        expect(noNaN(testStatistics(marks, ones(marks)))).toBe(true);
        expect(noNaN(itemStatistics(marks, ones(marks)))).toBe(true);
      }),
    );
  });

  it('do not depend on the order of persons, and scale with the marks', () => {
    fc.assert(
      fc.property(table(mark, 3, 2), (marks) => {
        const one = itemStatistics(marks, ones(marks));
        const turned = itemStatistics(marks.toReversed(), ones(marks));
        const larger = itemStatistics(
          marks.map((row) => row.map((cell) => (typeof cell === 'number' ? cell * 8 : cell))),
          ones(marks).map(() => 8),
        );
        one.forEach((statistics, i) => {
          for (const other of [turned[i], larger[i]]) {
            for (const name of ['facility', 'discrimination', 'alphaIfRemoved'] as const) {
              const value = statistics[name];
              if (value === null) expect(other?.[name]).toBeNull();
              else expect(other?.[name]).toBeCloseTo(value, 9);
            }
          }
        });
      }),
    );
  });

  it('keep omitted and not reached apart: an omission lowers the facility, the clock does not', () => {
    const marks: Mark[][] = [
      [1, 1, 'omitted'],
      [1, 0, 'not-reached'],
      [0, 1, 1],
    ];
    const third = itemStatistics(marks, [1, 1, 1])[2];
    expect(third).toMatchObject({ presented: 3, answered: 1, omitted: 1, notReached: 1 });
    expect(third?.facility).toBeCloseTo(0.5, 12);
    expect(totalScores(marks)).toEqual([2, 1, 2]);
  });

  it('take what follows the last answer as not reached, but for the first of it', () => {
    expect(markTrailingAsNotReached([1, 'omitted', 0, 'omitted', 'omitted', 'omitted'])).toEqual([
      1,
      'omitted',
      0,
      'omitted',
      'not-reached',
      'not-reached',
    ]);
  });

  it('compare those who saw another form by the share of what they could have', () => {
    const marks: Mark[][] = [
      [1, 1, 1],
      [1, 1, 'not-presented'],
      [0, 0, 0],
      [0, 0, 'not-presented'],
    ];
    expect(itemStatistics(marks, [1, 1, 1])[0]?.discrimination).toBeCloseTo(1, 12);
  });

  it('have no value, rather than a wrong one, where nothing varies', () => {
    const found = itemStatistics([[1], [1]], [1])[0];
    expect(found).toMatchObject({ facility: 1, discrimination: null, effectiveWeight: null });
    expect(testStatistics([[1, 1]], [1, 1])).toMatchObject({ alpha: null, sem: null });
  });

  it.each<[string, Mark[][], number[]]>([
    ['empty', [], [1]],
    ['ragged', [[1, 0], [1]], [1, 1]],
    ['lengths-differ', [[1, 0]], [1]],
    ['not-finite', [[Number.NaN]], [1]],
    ['out-of-range', [[2]], [1]],
    ['unknown-response', [['left' as Mark]], [1]],
  ])('refuse what is %s', (code, marks, max) => {
    expect(refusal(() => testStatistics(marks, max))).toBe(code);
  });
});

describe('options', () => {
  it('are held against the score without their own item; omitted is an option of its own', () => {
    const marks: Mark[][] = [
      [1, 1, 1],
      [1, 1, 0],
      [0, 0, 1],
      ['omitted', 0, 0],
      ['not-reached', 0, 0],
    ];
    const rows = optionStatistics(
      [['A'], ['A'], ['B'], 'omitted', 'not-reached'],
      ['A', 'B', 'C'],
      0,
      marks,
      [1, 1, 1],
    );
    expect(rows.map(({ option, chosen, share }) => [option, chosen, share])).toEqual([
      ['A', 2, 0.5],
      ['B', 1, 0.25],
      ['C', 0, 0],
      ['omitted', 1, 0.25],
    ]);
    // Rest scores 2, 1, 1, 0 against 1, 1, 0, 0: covariance 1/3, variances 2/3 and 1/3.
    expect(rows[0]?.pointBiserial).toBeCloseTo(Math.SQRT1_2, 12);
    expect(rows[0]?.meanRest).toBeCloseTo(1.5, 12);
    expect(rows[2]).toMatchObject({ meanRest: null, pointBiserial: null });
  });
});

describe('the conditional standard error of measurement', () => {
  it('is Lord’s by the binomial, and Keats’ agrees with the test’s', () => {
    expect(binomialSem(0, 20)).toBe(0);
    expect(binomialSem(10, 20)).toBeCloseTo(Math.sqrt(100 / 19), 12);
    const low = kr21(20, { mean: 12, variance: 16 });
    expect(low).toBeCloseTo((20 / 19) * (1 - 4.8 / 16), 12);
    expect(keatsSem(10, 20, 0.8, low ?? 0)).toBeCloseTo(
      Math.sqrt(100 / 19) * Math.sqrt(0.2 / (1 - (low ?? 0))),
      12,
    );
  });

  it('has, over all persons, the test’s standard error as its mean square', () => {
    fc.assert(
      fc.property(table(fc.constantFrom(0, 0.25, 0.5, 1), 3, 2), (marks) => {
        const test = testStatistics(marks, ones(marks));
        fc.pre(test.alpha !== null && (variance(totalScores(marks)) ?? 0) > 0);
        let squares = 0;
        for (const { persons, sem } of conditionalSem(marks, ones(marks))) {
          squares += persons * sem * sem;
        }
        expect(squares / (marks.length - 1)).toBeCloseTo((test.sem ?? 0) ** 2, 9);
      }),
    );
  });
});
