import { describe, expect, it } from '@jest/globals';
import type { Decision } from '../../apps/certificates/src/domain/issuing/decide.ts';
import { CHANGES } from '../../apps/certificates/src/use-cases/refusals.ts';
import { REFUSALS } from '../../apps/competency/src/use-cases/refuse.ts';
import { faults } from '../../apps/web/src/i18n/en/faults.ts';
import { refusals } from '../../apps/web/src/i18n/en/refusals.ts';

const NOT_ISSUED: Record<Exclude<Decision, { outcome: 'issue' }>['reason'], true> = {
  'not-attained': true,
  'held-until': true,
  'held-suspended': true,
  'already-certified': true,
  'not-published': true,
  barred: true,
};

// The catalogues of the three languages have the same keys: their own test says so.
describe('the words of the pages', () => {
  it('say each reason for which competency refuses', () => {
    const silent = Object.keys(REFUSALS).filter((reason) => !(reason in refusals));
    expect(silent).toEqual([]);
  });

  it('say each reason for which a certificate is not issued or not changed', () => {
    const reasons = [...Object.keys(NOT_ISSUED), ...Object.keys(CHANGES)];
    expect(reasons.filter((reason) => !(reason in refusals))).toEqual([]);
  });

  it('tell a fault of a field from a reason by its code alone', () => {
    expect(Object.keys(faults).filter((code) => code in refusals)).toEqual([]);
  });
});
