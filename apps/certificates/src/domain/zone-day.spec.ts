import { describe, expect, it } from '@jest/globals';
import { lastSecondOf } from './zone-day.ts';

describe('a legal date', () => {
  it.each([
    ['2029-11-23', 'Asia/Dushanbe', '2029-11-23T18:59:59Z'],
    ['2026-03-29', 'Europe/Berlin', '2026-03-29T21:59:59Z'],
    ['2026-10-25', 'Europe/Berlin', '2026-10-25T22:59:59Z'],
    ['2026-01-01', 'America/New_York', '2026-01-02T04:59:59Z'],
  ])('%s in %s ends at %s', (date, zone, expected) => {
    expect(lastSecondOf(date, zone)).toBe(expected);
  });
});
