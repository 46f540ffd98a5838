import { describe, expect, it } from '@jest/globals';
import { itemStatistics } from './item-statistics.ts';
import { vector } from '../testing/vector.ts';
import { testStatistics } from './test-statistics.ts';

interface Moodle {
  maxMarks: number[];
  marks: number[][];
  test: Record<'mean' | 'median' | 'standardDeviation' | 'skewness' | 'kurtosis', number> &
    Record<'alpha' | 'errorRatio' | 'sem', number>;
  items: Record<'facility' | 'sd' | 'weight' | 'discrimination' | 'efficiency', number>[];
}
const moodle = vector<Moodle>('moodle-quiz-00');

describe("Moodle's own statistics fixture, 25 attempts on 7 items", () => {
  it('gives the test statistics of its spreadsheet, and those that the issue names', () => {
    const found = testStatistics(moodle.marks, moodle.maxMarks);
    expect(found.persons).toBe(25);
    for (const [name, value] of Object.entries(moodle.test)) {
      expect([name, found[name as keyof Moodle['test']]]).toEqual([name, expect.closeTo(value, 6)]);
    }
    expect(found.mean).toBeCloseTo(4.6173333, 7);
    expect(found.standardDeviation).toBeCloseTo(0.81172656, 7);
    expect(found.alpha).toBeCloseTo(-0.87223094, 7);
    expect(found.sem).toBeCloseTo(1.11068131, 7);
  });

  it('gives the facility, discrimination, efficiency and weight of each item', () => {
    const found = itemStatistics(moodle.marks, moodle.maxMarks);
    moodle.items.forEach((item, i) => {
      expect(found[i]?.facility).toBeCloseTo(item.facility, 7);
      expect(found[i]?.standardDeviation).toBeCloseTo(item.sd, 7);
      expect(found[i]?.effectiveWeight).toBeCloseTo(item.weight / 100, 7);
      expect(found[i]?.discrimination).toBeCloseTo(item.discrimination / 100, 7);
      expect(found[i]?.discriminativeEfficiency).toBeCloseTo(item.efficiency / 100, 7);
    });
  });
});
