import { describe, expect, it } from '@jest/globals';
import { REFUSALS } from '../../apps/competency/src/use-cases/refuse.ts';
import { faults } from '../../apps/web/src/i18n/en/faults.ts';
import { refusals } from '../../apps/web/src/i18n/en/refusals.ts';

// The catalogues of the three languages have the same keys: their own test says so.
describe('the words of the pages', () => {
  it('say each reason for which competency refuses', () => {
    const silent = Object.keys(REFUSALS).filter((reason) => !(reason in refusals));
    expect(silent).toEqual([]);
  });

  it('tell a fault of a field from a reason by its code alone', () => {
    expect(Object.keys(faults).filter((code) => code in refusals)).toEqual([]);
  });
});
