import { describe, expect, it } from '@jest/globals';
import { changeAffiliation } from './affiliation.ts';
import type { Affiliation } from './affiliation.ts';

const today = '2026-11-24';
const here: Affiliation = { agencyId: 'a1', roleIds: ['r1'], from: '2024-02-01', to: null };
const to = (more: object = {}) => ({
  agencyId: 'a2',
  roleIds: ['r1'],
  active: true,
  from: '2026-03-01',
  ...more,
});

describe('an affiliation', () => {
  it('ends on the day before the next begins', () => {
    expect(changeAffiliation([here], to(), today)).toEqual({
      outcome: 'changed',
      closed: { ...here, to: '2026-02-28' },
      opened: { agencyId: 'a2', roleIds: ['r1'], from: '2026-03-01', to: null },
    });
  });

  it('ends without a next for who leaves', () => {
    expect(changeAffiliation([here], to({ active: false }), today)).toMatchObject({
      closed: { to: '2026-02-28' },
      opened: null,
    });
  });

  it('does not change when nothing differs but the order of the roles', () => {
    const two = { ...here, roleIds: ['r1', 'r2'] };
    const same = to({ agencyId: 'a1', roleIds: ['r2', 'r1'] });
    expect(changeAffiliation([two], same, today).outcome).toBe('unchanged');
    expect(changeAffiliation([], to({ active: false }), today).outcome).toBe('unchanged');
  });

  it('is refused in the future, before the present one began, and without a role', () => {
    const reason = (more: object) => {
      const decision = changeAffiliation([here], to(more), today);
      return decision.outcome === 'refused' ? decision.reason : decision.outcome;
    };
    expect(reason({ from: '2026-11-25' })).toBe('date-in-future');
    expect(reason({ from: '2024-01-31' })).toBe('before-current');
    expect(reason({ roleIds: [] })).toBe('no-roles');
  });
});
