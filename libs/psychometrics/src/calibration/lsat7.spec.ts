import { describe, expect, it } from '@jest/globals';
import type { Response } from '../ability/estimate.ts';
import { estimateAbility } from '../ability/estimate.ts';
import { testStatistics } from '../classical/test-statistics.ts';
import type { Item } from '../irt/item.ts';
import { vector } from '../testing/vector.ts';
import { calibrate } from './calibrate.ts';
import type { Calibration } from './calibrate.ts';

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
  const two = calibrate(patterns, models, { counts: lsat7.counts, tolerance: 1e-7 });

  it('has the alpha that mirt prints', () => {
    const found = testStatistics(persons as number[][], [1, 1, 1, 1, 1]);
    expect(found.persons).toBe(1000);
    expect(found.alpha).toBeCloseTo(lsat7.alpha, 7);
  });

  it('has mirt’s 2PL slopes and intercepts, whether counted by pattern or by person', () => {
    expect(two.outcome).toBe('converged');
    close(slopes(two), lsat7.twoParameter.slopes, 2);
    close(intercepts(two), lsat7.twoParameter.intercepts, 2);
    const each = calibrate(persons, models, { tolerance: 1e-7 });
    close(slopes(each), slopes(two), 9);
  });

  it('has mirt’s one-parameter slope and intercepts', () => {
    const one = calibrate(
      patterns,
      models.map(() => '1pl'),
      { counts: lsat7.counts, tolerance: 1e-7 },
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
    const found = calibrate(missing, models, { tolerance: 1e-7 });
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
});
