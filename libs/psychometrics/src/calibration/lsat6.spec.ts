import { describe, expect, it } from '@jest/globals';
import { vector } from '../testing/vector.ts';
import { calibrate } from './calibrate.ts';
import { standardErrors } from './standard-errors.ts';

interface Lsat6 {
  counts: number[];
  twoParameter: { slopes: number[]; difficulties: number[] };
  rasch: {
    intercepts: number[];
    interceptLimits: [number, number][];
    variance: number;
    varianceLimits: [number, number];
  };
}

const lsat6 = vector<Lsat6>('lsat6');
const patterns = lsat6.counts.map((_count, p) => [16, 8, 4, 2, 1].map((bit) => (p & bit ? 1 : 0)));
const halfWidth = ([low, high]: [number, number]): number => (high - low) / (2 * 1.959964);

describe('LSAT section 6', () => {
  const of = (model: '1pl' | '2pl') =>
    calibrate(
      patterns,
      (patterns[0] ?? []).map(() => model),
      { counts: lsat6.counts, tolerance: 1e-6, points: 41 },
    );

  it('has mirt’s 2PL slopes and difficulties', () => {
    const { items } = of('2pl');
    items.forEach(({ item }, i) => {
      expect(Math.abs((item?.a ?? 0) - (lsat6.twoParameter.slopes[i] ?? 0))).toBeLessThan(0.01);
      const b = typeof item?.b === 'number' ? item.b : 0;
      expect(Math.abs(b - (lsat6.twoParameter.difficulties[i] ?? 0))).toBeLessThan(0.015);
    });
  });

  it('has mirt’s Rasch model, whose variance is our slope squared, with its limits', () => {
    const found = of('1pl');
    const errors = standardErrors(found);
    found.items.forEach(({ item }, i) => {
      const [a, b] = [item?.a ?? 0, typeof item?.b === 'number' ? item.b : 0];
      expect(-a * b).toBeCloseTo(lsat6.rasch.intercepts[i] ?? 0, 2);
      expect(a * a).toBeCloseTo(lsat6.rasch.variance, 2);
      const own = errors.items?.[i];
      const [[aa = 0, ab = 0] = [], [, bb = 0] = []] = own?.covariance ?? [];
      const ofIntercept = Math.sqrt(b * b * aa + 2 * a * b * ab + a * a * bb);
      const limits = lsat6.rasch.interceptLimits[i] ?? [0, 0];
      expect(ofIntercept).toBeCloseTo(halfWidth(limits), 2);
      expect(2 * a * (own?.a ?? 0)).toBeCloseTo(halfWidth(lsat6.rasch.varianceLimits), 2);
    });
  });
});
