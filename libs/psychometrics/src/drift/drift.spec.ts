import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { calibrate } from '../calibration/calibrate.ts';
import { standardErrors } from '../calibration/standard-errors.ts';
import type { Item } from '../irt/item.ts';
import { noNaN } from '../testing/no-nan.ts';
import { refusal } from '../testing/refusal.ts';
import { simulated } from '../testing/simulated.ts';
import { facilityDrift } from './facility-drift.ts';
import { robustZ, waldDrift } from './parameter-drift.ts';

describe('robust z', () => {
  it('is the distance from the median in 0.74 interquartile ranges, worked by hand', () => {
    // Differences 0, .1, .2, .3, 2: median .2, quartiles .1 and .3.
    const found = robustZ([1, 1.1, 1.2, 1.3, 3], [1, 1, 1, 1, 1]);
    expect(found[4]?.z).toBeCloseTo(1.8 / (0.74 * 0.2), 9);
    expect(found[0]?.z).toBeCloseTo(-0.2 / (0.74 * 0.2), 9);
    expect(found.map(({ drifted }) => drifted)).toEqual([false, false, false, false, true]);
  });

  it('does not see what moves all items alike, and lets no NaN out', () => {
    const value = fc.double({ min: -4, max: 4, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value), { minLength: 1 }), value, (pairs, shift) => {
        const one = pairs.map(([v]) => v);
        const other = pairs.map(([, v]) => v);
        const found = robustZ(one, other);
        expect(noNaN(found)).toBe(true);
        const moved = robustZ(
          one.map((v) => v + shift),
          other,
        );
        found.forEach(({ z }, i) => {
          if (z !== null && Math.abs(z) < 1e6) expect(moved[i]?.z ?? 0).toBeCloseTo(z, 3);
        });
      }),
    );
  });
});

describe('Lord’s chi-square', () => {
  const estimated = (a: number, b: number, covariance: number[][]) => ({
    item: { model: '2pl' as const, a, b },
    covariance,
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
