import { describe, expect, it } from '@jest/globals';
import { attemptSteps, sittingState, type AttemptTimes } from './attempt-state.ts';

const now = Date.parse('2026-11-24T10:00:00Z');
const none: AttemptTimes = {
  startedAt: null,
  decidedAt: null,
  releasedAt: null,
  voidedAt: null,
};
const started = { ...none, startedAt: '2026-11-24T09:30:00Z' };
const decided = { ...started, decidedAt: '2026-11-24T09:51:00Z' };
const released = { ...decided, releasedAt: '2026-11-24T09:52:00Z' };

describe('what an officer may do to an attempt', () => {
  const permissions = ['results.release', 'results.decide', 'attempts.void'];
  const officer = { person: 'p-officer', permissions };
  const of = (times: AttemptTimes, practitionerId = 'p-candidate') =>
    attemptSteps({ ...times, practitionerId }, officer);

  it('follows from how far it has come', () => {
    expect(of(none)).toEqual([]);
    expect(of(started)).toEqual(['void']);
    expect(of(decided)).toEqual(['release', 'correct', 'void']);
    expect(of(released)).toEqual(['correct', 'void']);
  });

  it('is nothing of his own', () => {
    expect(of(decided, 'p-officer')).toEqual([]);
  });

  it('is nothing where the permission is missing, and nothing more after it is void', () => {
    expect(
      attemptSteps({ ...decided, practitionerId: 'x' }, { ...officer, permissions: [] }),
    ).toEqual([]);
    expect(of({ ...decided, voidedAt: '2026-11-24T09:55:00Z' })).toEqual([]);
  });
});

describe('the state of a sitting', () => {
  it('is open from its first moment and closed from its last', () => {
    const sitting = { opensAt: '2026-11-24T10:00:00Z', closesAt: '2026-11-24T12:00:00Z' };
    expect(sittingState(sitting, now - 1)).toBe('upcoming');
    expect(sittingState(sitting, now)).toBe('open');
    expect(sittingState(sitting, Date.parse(sitting.closesAt))).toBe('closed');
  });
});
