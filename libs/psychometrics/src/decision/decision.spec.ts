import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { normalCdf, normalQuantile } from '../numbers/normal.ts';
import { noNaN } from '../testing/no-nan.ts';
import { refusal } from '../testing/refusal.ts';
import { vector } from '../testing/vector.ts';
import { livingstonLewis } from './livingston-lewis.ts';
import { rudner } from './rudner.ts';

interface Published {
  most: number;
  reliability: number;
  counts: number[];
  cuts: number[];
  trueCuts: number[];
  effectiveLength: number;
  trueScores: Record<'alpha' | 'beta' | 'lower' | 'upper', number>;
  confusion: number[][];
  accuracy: number;
  consistency: number;
  chanceConsistency: number;
  kappa: number;
}

describe('Livingston and Lewis', () => {
  it('comes out as BBClassify has it for an ACT form', () => {
    const act = vector<Published>('livingston-lewis');
    const found = livingstonLewis(
      {
        scores: act.counts.map((_count, score) => score),
        counts: act.counts,
        most: act.most,
        reliability: act.reliability,
      },
      act.cuts,
      act.trueCuts,
    );
    const near = (value: number, digits: number): unknown => expect.closeTo(value, digits);
    expect(found).toMatchObject({
      outcome: 'estimated',
      effectiveLength: act.effectiveLength,
      trueScores: {
        alpha: near(act.trueScores.alpha, 4),
        beta: near(act.trueScores.beta, 4),
        lower: near(act.trueScores.lower, 4),
        upper: 1,
        moments: 3,
      },
      confusion: act.confusion.map((row) => row.map((p) => near(p, 4))),
      accuracy: near(act.accuracy, 4),
      consistency: near(act.consistency, 4),
      chanceConsistency: near(act.chanceConsistency, 4),
      kappa: near(act.kappa, 4),
    });
  });

  it('is accurate at least as often as consistent, and all of it are probabilities', () => {
    const test = fc.integer({ min: 5, max: 60 }).chain((most) =>
      fc.record({
        most: fc.constant(most),
        scores: fc.array(fc.integer({ min: 0, max: most }), { minLength: 1, maxLength: 40 }),
        reliability: fc.double({ min: 0.2, max: 0.97, noNaN: true }),
        cut: fc.integer({ min: 1, max: most }),
      }),
    );
    fc.assert(
      fc.property(test, ({ cut, ...distribution }) => {
        const found = livingstonLewis(distribution, [cut]);
        expect(noNaN(found)).toBe(true);
        if (found.outcome !== 'estimated') return;
        expect(found.accuracy + found.falseHigh + found.falseLow).toBeCloseTo(1, 9);
        expect(found.accuracy).toBeLessThanOrEqual(1 + 1e-9);
        expect(found.consistency).toBeGreaterThan(0.4999);
        expect(found.consistency).toBeLessThanOrEqual(1 + 1e-9);
        expect(found.trueScores.lower).toBeGreaterThanOrEqual(0);
        expect(found.trueScores.upper).toBeLessThanOrEqual(1);
      }),
      { numRuns: 12 },
    );
  });

  it('says when there is no spread, and refuses scores that the test doesn’t allow', () => {
    const same = { scores: [5, 5, 5], most: 10, reliability: 0.8 };
    expect(livingstonLewis(same, [5])).toEqual({ outcome: 'no-spread' });
    expect(refusal(() => livingstonLewis({ ...same, scores: [11] }, [5]))).toBe('out-of-range');
    expect(refusal(() => livingstonLewis({ ...same, reliability: 1 }, [5]))).toBe('out-of-range');
    expect(refusal(() => livingstonLewis(same, [7, 5]))).toBe('out-of-range');
    expect(refusal(() => livingstonLewis(same, []))).toBe('empty');
  });
});

describe('Rudner', () => {
  it('comes out as cacIRT has it, with one cut and with two', () => {
    const { theta, se, byCuts } = vector<{
      rudner: {
        theta: number[];
        se: number[];
        byCuts: { cuts: number[]; accuracy: number; consistency: number }[];
      };
    }>('decisions').rudner;
    for (const { cuts, accuracy, consistency } of byCuts) {
      expect(rudner(theta, se, cuts)).toMatchObject({
        accuracy: expect.closeTo(accuracy, 9),
        consistency: expect.closeTo(consistency, 9),
      });
    }
  });

  it('is the area of each person’s normal error on the own side of the cut', () => {
    // Two persons one standard error above and two below the cut: Phi(1), Phi(2).
    const found = rudner([0.5, -1], [0.5, 0.5], [0]);
    const [one, two] = [0.8413447460685429, 0.9772498680518208];
    expect(found.accuracy).toBeCloseTo((one + two) / 2, 12);
    expect(found.falseLow).toBeCloseTo((1 - one) / 2, 12);
    expect(found.falseHigh).toBeCloseTo((1 - two) / 2, 12);
    expect(found.consistency).toBeCloseTo(
      (one ** 2 + (1 - one) ** 2 + two ** 2 + (1 - two) ** 2) / 2,
      12,
    );
  });

  it('is a coin for who stands on the cut, and certain far from it', () => {
    expect(rudner([1], [0.3], [1])).toMatchObject({ accuracy: 0.5, consistency: 0.5 });
    const far = rudner([-20, 20], [0.3, 0.3], [0]);
    expect(far).toMatchObject({ accuracy: 1, consistency: 1, kappa: 1 });
  });

  it('weighs a population’s points', () => {
    const one = rudner([0, 0, 1], [0.4, 0.4, 0.2], [0.5, 0.9]);
    const other = rudner([0, 1], [0.4, 0.2], [0.5, 0.9], [2, 1]);
    expect(other.accuracy).toBeCloseTo(one.accuracy, 14);
    expect(other.kappa).toBeCloseTo(one.kappa ?? 0, 14);
  });
});

describe('the normal distribution', () => {
  it('is that of the tables, far out too, and its quantile is its inverse', () => {
    // scipy.stats.norm 1.17.
    expect(normalCdf(1.959963984540054)).toBeCloseTo(0.975, 14);
    expect(normalCdf(-10) / 7.619853024160489e-24).toBeCloseTo(1, 10);
    for (const p of [1e-10, 0.025, 0.5, 0.99])
      expect(normalCdf(normalQuantile(p))).toBeCloseTo(p, 12);
  });
});
