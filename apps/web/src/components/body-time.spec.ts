import { describe, expect, it } from '@jest/globals';
import { dayBegins, instantOf } from './body-time.ts';

describe('times typed into a form', () => {
  it('are those of the certification body, wherever the officer sits', () => {
    expect(instantOf('2026-12-01T09:00')).toBe('2026-12-01T04:00:00.000Z');
    expect(instantOf('')).toBeUndefined();
    expect(instantOf('tomorrow')).toBeUndefined();
  });

  it('take a day from its first moment, and the day after from its own', () => {
    expect(dayBegins('2026-12-01')).toBe('2026-11-30T19:00:00.000Z');
    expect(dayBegins('2026-12-01', 1)).toBe('2026-12-01T19:00:00.000Z');
    expect(dayBegins('nonsense')).toBe('');
  });
});
