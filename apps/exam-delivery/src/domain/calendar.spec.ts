import { describe, expect, it } from '@jest/globals';
import { addDays, addMonths } from './calendar.ts';

describe('legal dates', () => {
  it('keep to the end of a shorter month', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2027-01-31', 13)).toBe('2028-02-29');
    expect(addMonths('2026-11-15', 12)).toBe('2027-11-15');
  });

  it('count days over months and leap years', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
  });

  it('are refused when they are none', () => {
    expect(() => addDays('1 March 2026', 1)).toThrow(RangeError);
  });
});
