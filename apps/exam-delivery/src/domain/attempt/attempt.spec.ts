import { describe, expect, it } from '@jest/globals';
import {
  closeAutomatically,
  countsAt,
  mayDecide,
  mayRelease,
  stateOf,
  submit,
  timesOf,
} from './attempt.ts';
import type { Attempt } from './attempt.ts';

const minute = (n: number, ms = 0) => new Date(Date.UTC(2026, 10, 24, 9, n, 0, ms));

const started: Attempt = {
  attemptId: 'attempt',
  sittingId: 'sitting',
  examId: 'exam',
  practitionerId: 'practitioner',
  formId: 'form',
  packageDigest: 'digest',
  language: 'tg',
  seed: 'seed',
  choiceOrder: {},
  startedAt: minute(0),
  ...timesOf(minute(0), 40, 10, 2),
  ended: null,
  decidedAt: null,
  released: null,
  voided: null,
};
const ended: Attempt = { ...started, ended: { at: minute(30), how: 'candidate' } };
const decided: Attempt = { ...ended, decidedAt: minute(31) };
const released: Attempt = { ...decided, released: { at: minute(32), by: 'rule' } };
const voided: Attempt = { ...started, voided: { at: minute(5), by: 'officer', reason: 'outage' } };

describe('an attempt', () => {
  it('has its time and the accommodation, then the grace', () => {
    expect(started.deadline).toEqual(minute(50));
    expect(started.graceEnds).toEqual(minute(52));
  });

  it('is in progress, closing, submitted, decided, released', () => {
    expect(stateOf(started, minute(49))).toBe('in-progress');
    expect(stateOf(started, minute(50))).toBe('closing');
    expect(stateOf(started, minute(99))).toBe('closing');
    expect(stateOf(ended, minute(31))).toBe('submitted');
    expect(stateOf(decided, minute(31))).toBe('decided');
    expect(stateOf(released, minute(32))).toBe('released');
    expect(stateOf({ ...released, voided: voided.voided }, minute(60))).toBe('void');
  });

  it('counts entries up to the last instant of the grace, and none after an end', () => {
    expect(countsAt(started, minute(52))).toBe(true);
    expect(countsAt(started, minute(52, 1))).toBe(false);
    expect(countsAt(ended, minute(31))).toBe(false);
    expect(countsAt(voided, minute(6))).toBe(false);
  });

  it('is submitted once; sending it again gives the first submission', () => {
    expect(submit(started, minute(20))).toEqual({
      outcome: 'ended',
      ended: { at: minute(20), how: 'candidate' },
    });
    expect(submit(ended, minute(40))).toEqual({ outcome: 'already-ended', ended: ended.ended });
    expect(submit(voided, minute(40))).toEqual({ outcome: 'refused', reason: 'attempt-void' });
  });

  it('is submitted within the grace, and closed as of its end when it comes later', () => {
    expect(submit(started, minute(51))).toMatchObject({ ended: { how: 'candidate' } });
    expect(submit(started, minute(53))).toEqual({
      outcome: 'ended',
      ended: { at: minute(52), how: 'automatic' },
    });
  });

  it('closes by itself after the grace and not before', () => {
    expect(closeAutomatically(started, minute(52))).toEqual({ outcome: 'not-due' });
    expect(closeAutomatically(started, minute(52, 1))).toMatchObject({
      outcome: 'ended',
      ended: { at: minute(52), how: 'automatic' },
    });
    expect(closeAutomatically(ended, minute(60))).toEqual({ outcome: 'not-due' });
    expect(closeAutomatically(voided, minute(60))).toEqual({ outcome: 'not-due' });
  });

  it('is decided only when it has ended', () => {
    expect(mayDecide(started)).toBe(false);
    expect(mayDecide(ended)).toBe(true);
    expect(mayDecide({ ...ended, voided: voided.voided })).toBe(false);
  });

  it('is released once, decided, and not void', () => {
    expect(mayRelease(decided)).toEqual({ outcome: 'allowed' });
    expect(mayRelease(ended)).toMatchObject({ reason: 'not-decided' });
    expect(mayRelease(released)).toMatchObject({ reason: 'already-released' });
    expect(mayRelease({ ...decided, voided: voided.voided })).toMatchObject({
      reason: 'attempt-void',
    });
  });
});
