import { describe, expect, it } from '@jest/globals';
import { readLevel } from './read-level.ts';

describe('a cell of the matrix', () => {
  it.each([
    ['3', 4, 3],
    ['', 4, 0],
    ['0', 4, 0],
    ['23', 4, 3],
    ['7', 4, null],
    ['27', 4, null],
    ['x', 4, null],
    ['12', 15, 12],
  ])('with "%s" on a scale up to %d is %s', (typed, most, level) => {
    expect(readLevel(typed, most)).toBe(level);
  });
});
