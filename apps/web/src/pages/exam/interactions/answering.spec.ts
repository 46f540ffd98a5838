import { describe, expect, it } from '@jest/globals';
import { arrange, withAnswer } from './answering.ts';
import { readNumber } from './number-entry.ts';

describe('an answer being given', () => {
  it('is none again when its last part is taken back', () => {
    expect(withAnswer({ RESPONSE: 'A' }, 'RESPONSE', null)).toBeNull();
    expect(withAnswer({ R1: 'A', R2: ['B'] }, 'R2', [])).toEqual({ R1: 'A' });
  });

  it('shows the choices in the order drawn for the attempt', () => {
    const choices = ['A', 'B', 'C'].map((identifier) => ({ identifier }));
    expect(arrange(choices, ['C', 'A', 'B']).map((c) => c.identifier)).toEqual(['C', 'A', 'B']);
    expect(arrange(choices, undefined).map((c) => c.identifier)).toEqual(['A', 'B', 'C']);
  });

  it('reads numbers as people here write them, and nothing that only looks like one', () => {
    expect(readNumber('1 024,5', false)).toBe(1024.5);
    expect(readNumber('−3', true)).toBe(-3);
    expect(readNumber('1,5', true)).toBeNull();
    expect(readNumber('12 MB', false)).toBeNull();
    expect(readNumber('1e999', false)).toBeNull();
  });
});
