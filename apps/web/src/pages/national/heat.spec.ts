import { describe, expect, it } from '@jest/globals';
import type { Cell } from '../../api/national.ts';
import { heatOf, lengthOf, percentOf } from './heat.ts';

const cell = (shareMeeting: number): Cell => ({
  hidden: false,
  headcount: 20,
  meanRequired: 2,
  meanHeld: 1,
  shareMeeting,
  sumGap: 20,
});

describe('the heat of a cell', () => {
  it('is deeper the more people hold what is required of them', () => {
    const steps = [0, 0.09, 0.1, 0.3, 0.5, 0.7, 0.8, 1].map((share) => heatOf(cell(share)));
    expect(steps).toEqual([
      'step-0',
      'step-0',
      'step-1',
      'step-2',
      'step-3',
      'step-4',
      'step-5',
      'step-5',
    ]);
  });

  it('tells a hidden cell from one that nobody is asked for, and both from nothing held', () => {
    const all = [heatOf({ hidden: true }), heatOf(null), heatOf(cell(0))];
    expect(new Set(all).size).toBe(3);
  });
});

describe('a share in words', () => {
  it('is all or nothing only when it is', () => {
    expect([0, 0.001, 0.284, 0.999, 1].map(percentOf)).toEqual([0, 1, 28, 99, 100]);
  });
});

describe('a bar', () => {
  it('is as long as its part of the longest, and can always be seen', () => {
    expect(lengthOf(447, 447)).toBe(1);
    expect(lengthOf(1, 10_000)).toBe(0.005);
    expect(lengthOf(0, 0)).toBe(0);
  });
});
