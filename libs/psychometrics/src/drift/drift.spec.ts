import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { calibrate } from '../calibration/calibrate.ts';
import { standardErrors } from '../calibration/standard-errors.ts';
import type { Item } from '../irt/item.ts';
import { noNaN } from '../testing/no-nan.ts';
import { refusal } from '../testing/refusal.ts';
import { simulated } from '../testing/simulated.ts';
import { vector } from '../testing/vector.ts';
import { facilityDrift } from './facility-drift.ts';
import { robustZ, waldDrift } from './parameter-drift.ts';

const published = vector<{
  smokers: {
    right: number[];
    answered: number[];
    chiSquare: number;
    p: number;
    trendSquared: number;
    trendP: number;
  };
  lord: { one: Estimate[]; other: Estimate[]; chiSquare: number[]; p: number[] };
  robustZ: { new: number[]; old: number[]; z: number[] };
}>('drift');

/** a, b, their standard errors and covariance. */
type Estimate = [number, number, number, number, number];

describe('robust z', () => {
  it('is what R gives with its median and interquartile range', () => {
    const found = robustZ(published.robustZ.new, published.robustZ.old);
    expect(found.map(({ z }) => z)).toEqual(
      published.robustZ.z.map((value) => expect.closeTo(value, 8)),
    );
    expect(found.flatMap(({ drifted }, i) => (drifted ? [i] : []))).toEqual([6]);
  });

  it('is the distance from the median in 0.74 interquartile ranges, worked by hand', () => {
    // Differences 0, .1, .2, .3, 2: median .2, quartiles .1 and .3.
    const found = robustZ([1, 1.1, 1.2, 1.3, 3], [1, 1, 1, 1, 1]);
    expect(found[4]?.z).toBeCloseTo(1.8 / (0.74 * 0.2), 9);
    expect(found[0]?.z).toBeCloseTo(-0.2 / (0.74 * 0.2), 9);
    expect(found.map(({ drifted }) => drifted)).toEqual([false, false, false, false, true]);
  });

  it('does not see what moves all items alike', () => {
    // In steps that doubles hold exactly: a spread of rounding would be one to divide by.
    const value = fc.integer({ min: -256, max: 256 }).map((steps) => steps / 64);
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value), { minLength: 1 }), value, (pairs, shift) => {
        const one = pairs.map(([v]) => v);
        const other = pairs.map(([, v]) => v);
        const moved = robustZ(
          one.map((v) => v + shift),
          other,
        );
        robustZ(one, other).forEach(({ z }, i) => {
          if (z === null) expect(moved[i]?.z).toBeNull();
          else expect(moved[i]?.z).toBeCloseTo(z, 9);
        });
      }),
    );
  });

  it('lets no NaN out', () => {
    const value = fc.double({ min: -4, max: 4, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value), { minLength: 1 }), (pairs) => {
        const found = robustZ(
          pairs.map(([v]) => v),
          pairs.map(([, v]) => v),
        );
        expect(noNaN(found)).toBe(true);
      }),
    );
  });
});

describe('Lord’s chi-square', () => {
  const estimated = (a: number, b: number, covariance: number[][]) => ({
    item: { model: '2pl' as const, a, b },
    covariance,
  });

  it('is what difR gives for three items', () => {
    const side = ([a, b, seA, seB, both]: Estimate) =>
      estimated(a, b, [
        [seA ** 2, both],
        [both, seB ** 2],
      ]);
    const { one, other, chiSquare, p } = published.lord;
    const found = one.map((first, i) => waldDrift(side(first), side(other[i] ?? first)));
    expect(found).toEqual(
      chiSquare.map((value, i) => ({
        outcome: 'tested',
        df: 2,
        chiSquare: expect.closeTo(value, 8),
        p: expect.closeTo(p[i] ?? 0, 8),
      })),
    );
  });

  it('weighs the difference by both covariances, worked by hand', () => {
    const half = [
      [0.02, 0.005],
      [0.005, 0.01],
    ];
    // Sum [.04 .01; .01 .02], determinant .0007; (.1, .2): (.02 .01 - 2 .01 .02 + .04 .04) / .0007.
    const found = waldDrift(estimated(1.1, 0.7, half), estimated(1, 0.5, half));
    expect(found).toMatchObject({ outcome: 'tested', df: 2 });
    if (found.outcome !== 'tested') return;
    expect(found.chiSquare).toBeCloseTo((0.0002 - 0.0004 + 0.0016) / 0.0007, 9);
    expect(found.p).toBeCloseTo(Math.exp(-found.chiSquare / 2), 12);
  });

  it('finds the item that moved between two calibrations, and not the others', () => {
    const before = [-1, -0.5, 0, 0.5, 1].map((b): Item => ({ model: '2pl', a: 1.2, b }));
    const after = before.map((item, i): Item =>
      i === 2 ? { model: '2pl', a: 1.2, b: -0.6 } : item,
    );
    const twice = [before, after].map((items, i) => {
      const found = calibrate(
        simulated(items, 1200, 31 + i),
        items.map(() => '2pl'),
        { points: 21 },
      );
      const errors = standardErrors(found);
      return found.items.map(({ item }, place) => ({
        item: item ?? { model: '2pl' as const, a: 1, b: 0 },
        covariance: errors.items?.[place]?.covariance ?? [],
      }));
    });
    const [first = [], second = []] = twice;
    const ps = first.map((one, i) => {
      const found = waldDrift(one, second[i] ?? one);
      return found.outcome === 'tested' ? found.p : 1;
    });
    expect(ps[2]).toBeLessThan(1e-6);
    for (const i of [0, 1, 3, 4]) expect(ps[i]).toBeGreaterThan(0.01);
  });

  it('says when the covariances are none, and refuses other models', () => {
    const zero = [
      [0, 0],
      [0, 0],
    ];
    expect(waldDrift(estimated(1, 0, zero), estimated(1, 0, zero))).toEqual({
      outcome: 'not-positive-definite',
    });
    const other = { item: { model: '1pl' as const, b: 0 }, covariance: zero };
    expect(refusal(() => waldDrift(estimated(1, 0, zero), other))).toBe('invalid-item');
  });
});

describe('drift of facility', () => {
  it('is what R gives for Fleiss’ four groups of smokers', () => {
    const { right, answered, chiSquare, p, trendSquared, trendP } = published.smokers;
    const found = facilityDrift(right.map((r, i) => ({ right: r, answered: answered[i] ?? 0 })));
    expect(found.chiSquare).toBeCloseTo(chiSquare, 9);
    expect(found.p).toBeCloseTo(p, 9);
    expect((found.trend ?? 0) ** 2).toBeCloseTo(trendSquared, 9);
    expect(found.trend).toBeLessThan(0);
    expect(found.trendP).toBeCloseTo(trendP, 9);
  });

  it('is Pearson’s chi-square and Cochran and Armitage’s trend, worked by hand', () => {
    // Shares .4, .5, .6 of 100 each: p .5, excess -10, 0, 10; chi-square 8, trend sqrt(8).
    const found = facilityDrift([
      { right: 40, answered: 100 },
      { right: 50, answered: 100 },
      { right: 60, answered: 100 },
    ]);
    expect(found.chiSquare).toBeCloseTo(8, 12);
    expect(found.p).toBeCloseTo(Math.exp(-4), 12);
    expect(found.trend).toBeCloseTo(Math.sqrt(8), 12);
    expect(found.trendP).toBeCloseTo(0.004677734981063127, 12);
  });

  it('falls when it gets harder, has no value where all were right, and needs two periods', () => {
    const falling = facilityDrift([
      { right: 9, answered: 10 },
      { right: 3, answered: 10 },
    ]);
    expect(falling.trend).toBeLessThan(0);
    const right = { right: 5, answered: 5 };
    expect(facilityDrift([right, right])).toMatchObject({ chiSquare: null, trend: null });
    expect(refusal(() => facilityDrift([right]))).toBe('too-few');
    expect(refusal(() => facilityDrift([right, { right: 6, answered: 5 }]))).toBe('out-of-range');
  });
});
