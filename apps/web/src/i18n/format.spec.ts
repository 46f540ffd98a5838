import { describe, expect, it } from '@jest/globals';
import { shell as en } from './en/shell.ts';
import { writeClock, writeDuration, writeInstant, writeLegalDate, writeNumber } from './format.ts';
import { shell as ru } from './ru/shell.ts';
import { shell as tg } from './tg/shell.ts';

describe('dates and times on pages', () => {
  it('writes a legal date out in each language', () => {
    expect(writeLegalDate(en.dates, '2026-11-23')).toBe('23 November 2026');
    expect(writeLegalDate(ru.dates, '2026-11-03')).toBe('3 ноября 2026');
    expect(writeLegalDate(tg.dates, '2026-07-01')).toBe('1 июли 2026');
  });

  it('writes an instant in the zone of the certification body, past midnight too', () => {
    const at = new Date('2026-11-23T20:30:05Z');
    expect(writeInstant(en.dates, at, 'Asia/Dushanbe')).toBe('24 November 2026, 01:30');
    expect(writeClock(at, 'Asia/Dushanbe')).toBe('01:30:05');
  });

  it('counts the time left down to zero and not below', () => {
    expect(writeDuration(3_723_000)).toBe('1:02:03');
    expect(writeDuration(61_001)).toBe('01:02');
    expect(writeDuration(-5)).toBe('00:00');
  });

  it('writes numbers with the marks of the language', () => {
    expect(writeNumber('en', 12_345.678, 1)).toBe('12,345.7');
    expect(writeNumber('tg', 12_345.678, 1)).toBe('12\u00a0345,7');
    expect([writeNumber('en', 3623), writeNumber('ru', 3623)]).toEqual(['3,623', '3623']);
    expect(writeNumber('ru', -0.5, 1)).toBe('−0,5');
  });
});
