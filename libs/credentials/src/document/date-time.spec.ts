import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { formatInstant, instantOf } from './date-time.ts';

describe('a dateTimeStamp', () => {
  it('is the instant that ECMAScript reads, in every time zone', () => {
    const zone = fc.constantFrom('Z', '+00:00', '-06:00', '+05:00', '+05:45', '+13:59', '-14:00');
    const moment = fc.date({
      min: new Date('0000-01-01T00:00:00Z'),
      max: new Date('9999-12-31T23:59:59Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moment, zone, (at, where) => {
        const text = at.toISOString().replace('Z', where);
        expect(instantOf(text)).toBe(Date.parse(text));
        expect(instantOf(formatInstant(at))).toBe(Math.floor(at.getTime() / 1000) * 1000);
      }),
    );
  });

  it('may end its day at 24:00:00, count finer than milliseconds, and have a year of five digits', () => {
    const same: [text: string, as: string][] = [
      ['2026-12-31T24:00:00Z', '2027-01-01T00:00:00.000Z'],
      ['2026-11-24T24:00:00.000+05:00', '2026-11-24T19:00:00.000Z'],
      ['2026-11-24T09:00:00.5700009Z', '2026-11-24T09:00:00.570Z'],
      ['2024-02-29T00:00:00-14:00', '2024-02-29T14:00:00.000Z'],
      ['12026-11-24T09:00:00Z', '+012026-11-24T09:00:00.000Z'],
      ['-0001-01-01T00:00:00Z', '-000001-01-01T00:00:00.000Z'],
      ['0099-01-01T00:00:00Z', '0099-01-01T00:00:00.000Z'],
    ];
    for (const [text, as] of same) {
      expect([text, new Date(instantOf(text) ?? Number.NaN).toISOString()]).toEqual([text, as]);
    }
  });

  it('is nothing else', () => {
    for (const wrong of [
      '2026-11-24',
      '2026-11-24T09:00Z',
      '2026-11-24T09:00:00',
      '2026-11-24t09:00:00Z',
      '2026-11-24T09:00:00z',
      '2026-11-24 09:00:00Z',
      ' 2026-11-24T09:00:00Z',
      '2026-11-24T09:00:00Z\n',
      '2016-12-31T23:59:60Z',
      '2026-11-24T24:00:01Z',
      '2026-11-24T24:00:00.1Z',
      '2026-11-24T25:00:00Z',
      '2026-11-24T09:60:00Z',
      '2026-11-24T09:00:00.Z',
      '2026-11-24T09:00:00,5Z',
      '2026-11-24T09:00:00+14:01',
      '2026-11-24T09:00:00+15:00',
      '2026-11-24T09:00:00+05',
      '2026-11-24T09:00:00+0500',
      '2026-02-29T09:00:00Z',
      '2026-04-31T09:00:00Z',
      '2026-13-01T09:00:00Z',
      '2026-00-01T09:00:00Z',
      '2026-11-00T09:00:00Z',
      '02026-11-24T09:00:00Z',
      '+2026-11-24T09:00:00Z',
      '999999999-01-01T00:00:00Z',
      '٢٠٢٦-11-24T09:00:00Z',
    ]) {
      expect([wrong, instantOf(wrong)]).toEqual([wrong, null]);
    }
  });
});
