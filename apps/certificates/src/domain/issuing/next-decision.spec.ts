import { describe, expect, it } from '@jest/globals';
import { attainment } from './attainment.fixture.ts';
import type { Decision } from './decide.ts';
import { nextDecision } from './next-decision.ts';

const today = '2026-11-24';
const missing: Decision = { outcome: 'wait', reason: 'not-attained', missing: [] };
const until = (renewalOpens: string): Decision => ({
  outcome: 'wait',
  reason: 'held-until',
  renewalOpens,
});

describe('the next day on which to decide', () => {
  it('is the one on which the renewal opens', () => {
    expect(nextDecision(until('2027-07-04'), [attainment()], today)).toBe('2027-07-04');
  });

  it('is the first on which evidence begins to count, if that is earlier', () => {
    const later = [attainment({ from: '2027-03-01' }), attainment({ from: '2026-12-01' })];
    expect(nextDecision(missing, later, today)).toBe('2026-12-01');
    expect(nextDecision(until('2026-11-30'), later, today)).toBe('2026-11-30');
  });

  it('is none where no date changes anything', () => {
    const others = [attainment(), attainment({ from: today })];
    const withdrawn = attainment({ from: '2026-12-01', withdrawn: true });
    expect(nextDecision(missing, [...others, withdrawn], today)).toBeNull();
    const suspended: Decision = { outcome: 'wait', reason: 'held-suspended' };
    expect(nextDecision(suspended, others, today)).toBeNull();
  });
});
