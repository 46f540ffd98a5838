import { describe, expect, it } from '@jest/globals';
import type { Response } from '../ability/ability.ts';
import { estimateAbility } from '../ability/estimate.ts';
import { testStatistics } from '../classical/test-statistics.ts';
import type { Item } from '../irt/item.ts';
import { vector } from '../testing/vector.ts';
import { calibrate } from './calibrate.ts';
import type { Calibration } from './calibrate.ts';
import { itemFit } from './item-fit.ts';
import { standardErrors } from './standard-errors.ts';

interface Parameters {
  slopes: number[];
  intercepts: number[];
}
interface Lsat7 {
  counts: number[];
  alpha: number;
  twoParameter: Parameters & {
    slopeLimits: [number, number][];
    interceptLimits: [number, number][];
    eapOfFirstPatterns: number[];
    sX2: number[];
    sX2Df: number;
    logLikelihood: number;
    aic: number;
    bic: number;
  };
  sharedSlope: { slope: number; intercepts: number[] };
  twoMissing: Parameters;
  sX2WithoutFirst: number;
}

const lsat7 = vector<Lsat7>('lsat7');
const patterns = lsat7.counts.map((_count, p) => [16, 8, 4, 2, 1].map((bit) => (p & bit ? 1 : 0)));
const persons: Response[][] = lsat7.counts.flatMap((count, p) =>
  Array.from({ length: count }, () => [...(patterns[p] ?? [])]),
);
const models = patterns[0]?.map(() => '2pl' as const) ?? [];

function slopes({ items }: Calibration): number[] {
  return items.map(({ item }) => item?.a ?? 0);
}

function intercepts({ items }: Calibration): number[] {
  return items.map(({ item }) => -(item?.a ?? 0) * (typeof item?.b === 'number' ? item.b : 0));
}

function close(found: number[], published: number[], digits: number): void {
  expect(found).toEqual(published.map((value) => expect.closeTo(value, digits)));
}

describe('LSAT section 7', () => {
  const two = calibrate(patterns, models, { counts: lsat7.counts, tolerance: 1e-6 });

  it('has the alpha that mirt prints', () => {
    const found = testStatistics(persons as number[][], [1, 1, 1, 1, 1]);
    expect(found.persons).toBe(1000);
    expect(found.alpha).toBeCloseTo(lsat7.alpha, 7);
  });

  it('has mirt’s 2PL slopes and intercepts, whether counted by pattern or by person', () => {
    expect(two.outcome).toBe('converged');
    close(slopes(two), lsat7.twoParameter.slopes, 2);
    close(intercepts(two), lsat7.twoParameter.intercepts, 2);
    const each = calibrate(persons, models, { tolerance: 1e-6 });
    close(slopes(each), slopes(two), 9);
  });

  it('has mirt’s log likelihood, AIC and BIC, to the digits that it prints', () => {
    expect(two.logLikelihood).toBeCloseTo(lsat7.twoParameter.logLikelihood, 3);
    expect(two.aic).toBeCloseTo(lsat7.twoParameter.aic, 2);
    expect(two.bic).toBeCloseTo(lsat7.twoParameter.bic, 2);
    expect(two.freeParameters).toBe(10);
  });

  it('has mirt’s one-parameter slope and intercepts', () => {
    const one = calibrate(
      patterns,
      models.map(() => '1pl'),
      { counts: lsat7.counts, tolerance: 1e-6 },
    );
    const { slope } = lsat7.sharedSlope;
    close(slopes(one), [slope, slope, slope, slope, slope], 3);
    close(intercepts(one), lsat7.sharedSlope.intercepts, 2);
    expect(one.freeParameters).toBe(6);
  });

  it('has mirt’s values with two responses missing', () => {
    const missing = persons.map((row, p) =>
      row.map((response, i) => (p === i && p < 2 ? null : response)),
    );
    const found = calibrate(missing, models, { tolerance: 1e-6 });
    close(slopes(found), lsat7.twoMissing.slopes, 2);
    close(intercepts(found), lsat7.twoMissing.intercepts, 2);
  });

  it('gives mirt’s expected abilities of the first patterns', () => {
    const items: Item[] = two.items.flatMap(({ item }) => item ?? []);
    const found = lsat7.twoParameter.eapOfFirstPatterns.map(
      (_value, p) => estimateAbility(items, patterns[p] ?? [], { method: 'eap' }).theta ?? 0,
    );
    close(found, lsat7.twoParameter.eapOfFirstPatterns, 2);
  });

  it('has mirt’s confidence limits of slopes and intercepts, by its observed information', () => {
    const errors = standardErrors(two);
    expect(errors.outcome).toBe('computed');
    lsat7.twoParameter.slopeLimits.forEach(([low, high], i) => {
      const own = errors.items?.[i];
      expect(own?.a).toBeCloseTo((high - low) / (2 * 1.959964), 2);
      // d = -a b: its variance by the delta method from the reported covariance of a and b.
      const item = two.items[i]?.item;
      const b = typeof item?.b === 'number' ? item.b : 0;
      const [[aa = 0, ab = 0] = [], [, bb = 0] = []] = own?.covariance ?? [];
      const ofIntercept = b * b * aa + 2 * (item?.a ?? 0) * b * ab + (item?.a ?? 0) ** 2 * bb;
      const [from, to] = lsat7.twoParameter.interceptLimits[i] ?? [0, 0];
      expect(Math.sqrt(ofIntercept)).toBeCloseTo((to - from) / (2 * 1.959964), 2);
    });
  });

  it('has mirt’s S-X2 of each item, two degrees of freedom each', () => {
    const fit = itemFit(two);
    close(
      fit.map((one) => one?.sX2 ?? 0),
      lsat7.twoParameter.sX2,
      2,
    );
    expect(fit.map((one) => one?.df)).toEqual([2, 2, 2, 2, 2]);
    // Two degrees of freedom: the tail is exp(-x / 2).
    for (const one of fit) expect(one?.p).toBeCloseTo(Math.exp(-(one?.sX2 ?? 0) / 2), 12);
  });

  it('leaves out of S-X2 who answered a set of items that hardly anybody else was given', () => {
    const missing = persons.map((row, p) => (p === 0 ? [null, ...row.slice(1)] : row));
    const found = itemFit(calibrate(missing, models, { tolerance: 1e-6 }));
    expect(found[0]?.sX2).toBeCloseTo(lsat7.sX2WithoutFirst, 2);
    expect(found[0]?.df).toBe(2);
  });
});
