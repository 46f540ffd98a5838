import { describe, expect, it } from '@jest/globals';
import type { Certificate } from './certificate.ts';
import { stateOn } from './certificate.ts';
import { changeState } from './change-state.ts';
import type { Change, ChangeAct } from './change-state.ts';

const certificate = (changed: Partial<Certificate> = {}): Certificate => ({
  id: 'c',
  practitionerId: 'holder',
  schemeId: 's',
  schemeVersion: 1,
  state: 'active',
  reasonCode: 'issued',
  effective: '2026-01-01',
  issued: '2026-01-01',
  expires: '2028-12-31',
  attainmentIds: ['a'],
  version: 1,
  ...changed,
});
const suspend: Change = { kind: 'suspended', reasonCode: 'investigation' };
const reinstate: Change = { kind: 'reinstated', reasonCode: 'case-closed' };
const withdraw: Change = { kind: 'withdrawn', reasonCode: 'fraud' };
const renew: Change = { kind: 'superseded', reasonCode: 'renewed' };
const today = '2026-11-24';
const officer = { account: 'officer', person: 'officer-person' };
const act = (changed: Partial<ChangeAct> = {}): ChangeAct => ({
  by: officer,
  effective: today,
  today,
  evidenceStands: true,
  ...changed,
});
const answer = (from: Partial<Certificate>, change: Change, how: Partial<ChangeAct> = {}) => {
  const given = changeState(certificate(from), change, act(how));
  return given.outcome === 'refused' ? given.reason : given.certificate.state;
};

describe('a certificate', () => {
  const past = { expires: '2026-11-23' };
  it.each<[Partial<Certificate>, Change, string]>([
    [{}, suspend, 'suspended'],
    [{}, reinstate, 'not-suspended'],
    [{}, withdraw, 'withdrawn'],
    [{}, renew, 'superseded'],
    [{ state: 'suspended' }, suspend, 'not-active'],
    [{ state: 'suspended' }, reinstate, 'active'],
    [{ state: 'suspended' }, withdraw, 'withdrawn'],
    [{ state: 'withdrawn' }, suspend, 'already-ended'],
    [{ state: 'withdrawn' }, reinstate, 'already-ended'],
    [{ state: 'withdrawn' }, withdraw, 'already-ended'],
    [{ state: 'superseded' }, suspend, 'already-ended'],
    [{ state: 'superseded' }, reinstate, 'already-ended'],
    [{ state: 'superseded' }, withdraw, 'already-ended'],
    [past, suspend, 'expired'],
    [{ ...past, state: 'suspended' }, reinstate, 'expired'],
    [past, withdraw, 'withdrawn'],
  ])('%j that is %j becomes or is refused as %s', (from, change, expected) => {
    expect(answer(from, change)).toBe(expected);
  });

  it('is never changed by its own holder, whatever account he uses', () => {
    const self = { account: 'officer', person: 'holder' };
    for (const change of [suspend, reinstate, withdraw]) {
      expect(
        answer({ state: change === reinstate ? 'suspended' : 'active' }, change, { by: self }),
      ).toBe('own-certificate');
    }
    expect(answer({}, suspend, { by: 'system' })).toBe('suspended');
  });

  it('changes from a day between its issue and today', () => {
    expect(answer({}, suspend, { effective: '2026-11-25' })).toBe('effective-in-future');
    expect(answer({}, suspend, { effective: '2025-12-31' })).toBe('effective-before-issue');
    const since = { state: 'suspended', effective: '2026-06-01' } as const;
    expect(answer(since, reinstate, { effective: '2026-05-31' })).toBe(
      'effective-before-last-change',
    );
  });

  it('is not reinstated on evidence that was withdrawn', () => {
    expect(answer({ state: 'suspended' }, reinstate, { evidenceStands: false })).toBe(
      'evidence-still-withdrawn',
    );
  });

  it('holds through its last day, and expires the day after', () => {
    expect(stateOn(certificate(), '2028-12-31')).toBe('active');
    expect(stateOn(certificate(), '2029-01-01')).toBe('expired');
    expect(stateOn(certificate({ state: 'withdrawn' }), '2029-01-01')).toBe('withdrawn');
  });
});
