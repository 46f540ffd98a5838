import { describe, expect, it } from '@jest/globals';
import { vector } from '../testing/vector.ts';
import { itemStatistics } from './item-statistics.ts';
import { testStatistics } from './test-statistics.ts';

const psych = vector<
  Record<'alpha' | 'mean' | 'standardDeviation' | 'skewness' | 'kurtosis', number> &
    Record<'discrimination' | 'facility' | 'alphaIfRemoved', number[]>
>('lsat7-classical');
const { counts } = vector<{ counts: number[] }>('lsat7');
const marks = counts.flatMap((count, p) =>
  Array.from({ length: count }, () => [16, 8, 4, 2, 1].map((bit) => (p & bit ? 1 : 0))),
);
const ones = [1, 1, 1, 1, 1];

describe('LSAT section 7, a thousand persons', () => {
  it('has the item statistics that psych has', () => {
    expect(itemStatistics(marks, ones)).toEqual(
      psych.facility.map((facility, item) =>
        expect.objectContaining({
          facility: expect.closeTo(facility, 9),
          discrimination: expect.closeTo(psych.discrimination[item] ?? 0, 9),
          alphaIfRemoved: expect.closeTo(psych.alphaIfRemoved[item] ?? 0, 9),
        }),
      ),
    );
  });

  it('has the test statistics that psych has', () => {
    const { alpha, mean, standardDeviation, skewness, kurtosis } = psych;
    const expected = { alpha, mean, standardDeviation, skewness, kurtosis };
    expect(testStatistics(marks, ones)).toMatchObject(
      Object.fromEntries(
        Object.entries(expected).map(([name, value]) => [name, expect.closeTo(value, 9)]),
      ),
    );
  });
});
