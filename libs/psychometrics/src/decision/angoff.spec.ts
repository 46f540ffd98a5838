import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { noNaN } from '../testing/no-nan.ts';
import { refusal } from '../testing/refusal.ts';
import { vector } from '../testing/vector.ts';
import { angoff } from './angoff.ts';

describe('an Angoff study', () => {
  // Worked by hand: cuts 1.2, 1.8, 1.5, 1.5; mean 1.5; squares 0.09 + 0.09 over 3.
  const ratings = [
    [0.5, 0.7],
    [0.8, 1],
    [0.6, 0.9],
    [0.7, 0.8],
  ];

  it('has the mean of the judges’ cuts, their spread and standard error', () => {
    const found = angoff(ratings, [1, 1]);
    expect(found.cut).toBeCloseTo(1.5, 12);
    expect(found.share).toBeCloseTo(0.75, 12);
    expect(found.medianCut).toBeCloseTo(1.5, 12);
    expect(found.standardDeviation).toBeCloseTo(Math.sqrt(0.06), 12);
    expect(found.standardError).toBeCloseTo(Math.sqrt(0.06) / 2, 12);
    expect(found.items[0]).toMatchObject({ mean: expect.closeTo(0.65, 12), least: 0.5, most: 0.8 });
    // Item means .65 and .85, judge means .6, .9, .75, .75; MSj .03, MSi .08, MSji .01/3.
    const squared = (0.03 + 0.08 - 0.01 / 3) / 8;
    expect(found.standardErrorOverItems).toBeCloseTo(2 * Math.sqrt(squared), 12);
  });

  it('comes out as R has it for four judges and eight items', () => {
    const { marks } = vector<{ wine: { marks: number[][] } }>('agreement').wine;
    const { meanSquares, robustZ, agreement, ...expected } = vector<{
      angoff: Record<string, number> & {
        meanSquares: Record<'judges' | 'items' | 'residual', number>;
        robustZ: number[];
        agreement: number[];
      };
    }>('decisions').angoff;
    const byJudge = [0, 1, 2, 3].map((judge) => marks.map((row) => row[judge] ?? 0));
    const found = angoff(
      byJudge,
      marks.map(() => 10),
    );
    const near = (value: number): unknown => expect.closeTo(value, 8);
    expect(found).toMatchObject(
      Object.fromEntries(Object.entries(expected).map(([name, value]) => [name, near(value)])),
    );
    expect(found.judges.map((judge) => judge.robustZ)).toEqual(robustZ.map(near));
    expect(found.judges.map((judge) => judge.agreement)).toEqual(agreement.map(near));
    const { judges, items, residual } = meanSquares;
    const squared = (judges + items - residual) / (4 * 8);
    expect(found.standardErrorOverItems).toBeCloseTo(8 * Math.sqrt(squared), 8);
  });

  it('takes the mean of lopsided cuts, and tells distances from their median in robust deviations', () => {
    // Worked by hand: cuts 1, 2, 3, 4, 15; mean 5, median 3; distances 2, 1, 0, 1, 12 with the median 1.
    const found = angoff(
      [
        [0, 1],
        [1, 1],
        [1, 2],
        [2, 2],
        [7, 8],
      ],
      [10, 10],
    );
    expect(found.cut).toBeCloseTo(5, 12);
    expect(found.medianCut).toBeCloseTo(3, 12);
    const robust = found.judges.map(({ robustZ }) => robustZ);
    expect(robust).toEqual([-1.349, -0.6745, 0, 0.6745, 8.094].map((z) => expect.closeTo(z, 10)));
    expect(found.judges.map(({ outlying }) => outlying)).toEqual([
      false,
      false,
      false,
      false,
      true,
    ]);
    // 4 robust deviations are 2.7 of the normal's, which is not outlying; 6 are 4.05, which is.
    const outlying = (last: number): boolean | undefined =>
      angoff([[1], [2], [3], [4], [last]], [10]).judges[4]?.outlying;
    expect([outlying(7), outlying(9)]).toEqual([false, true]);
  });

  it('shows who stands apart, and who sees the items differently', () => {
    const found = angoff(
      [
        [0.5, 0.6, 0.7],
        [0.5, 0.65, 0.75],
        [0.45, 0.6, 0.7],
        [0.55, 0.6, 0.75],
        [0.2, 0.1, 0.05],
      ],
      [1, 1, 1],
    );
    expect(found.judges.map(({ outlying }) => outlying)).toEqual([
      false,
      false,
      false,
      false,
      true,
    ]);
    expect(found.judges[0]?.agreement ?? 0).toBeGreaterThan(0.9);
    expect(found.judges[4]?.agreement ?? 0).toBeLessThan(-0.9);
  });

  it('holds for marks of any height, and lets no NaN out', () => {
    const study = fc
      .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 5 }))
      .chain(([judges, items]) =>
        fc.array(
          fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
            minLength: items,
            maxLength: items,
          }),
          { minLength: judges, maxLength: judges },
        ),
      );
    fc.assert(
      fc.property(study, (shares) => {
        const one = angoff(
          shares,
          (shares[0] ?? []).map(() => 1),
        );
        const ten = angoff(
          shares.map((row) => row.map((share) => share * 10)),
          (shares[0] ?? []).map(() => 10),
        );
        expect(noNaN(one)).toBe(true);
        expect(ten.share).toBeCloseTo(one.share, 9);
        expect(ten.standardError ?? 0).toBeCloseTo(10 * (one.standardError ?? 0), 9);
      }),
    );
  });

  it('refuses a probability above the marks', () => {
    expect(refusal(() => angoff([[1.2]], [1]))).toBe('out-of-range');
    expect(refusal(() => angoff([[0.5, 0.5], [0.5]], [1, 1]))).toBe('ragged');
  });
});
