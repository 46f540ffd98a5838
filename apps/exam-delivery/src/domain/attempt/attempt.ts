// An attempt's state is a function of what has happened to it and of the time; nothing stores the state itself.

import { refused } from '../refusals.ts';
import type { Refused } from '../refusals.ts';
import type { Language } from '../exam/exam.ts';
import type { ChoiceOrder } from './choice-order.ts';

export type Attempt = {
  attemptId: string;
  sittingId: string;
  examId: string;
  practitionerId: string;
  formId: string;
  packageDigest: string;
  language: Language;
  /** Drawn once; the order of choices and every later random step of the attempt follow from it. */
  seed: string;
  choiceOrder: ChoiceOrder;
  startedAt: Date;
  deadline: Date;
  graceEnds: Date;
  ended: Ended | null;
  decidedAt: Date | null;
  /** By the exam's rule ('rule') or by an officer's account. */
  released: { at: Date; by: string } | null;
  voided: Voided | null;
};

export type Ended = { at: Date; how: 'candidate' | 'automatic' };
export type Voided = { at: Date; by: string; reason: string };

export type AttemptState =
  | 'in-progress'
  | 'closing'
  | 'submitted'
  | 'decided'
  | 'released'
  | 'void';

export function stateOf(attempt: Attempt, now: Date): AttemptState {
  if (attempt.voided !== null) return 'void';
  if (attempt.released !== null) return 'released';
  if (attempt.decidedAt !== null) return 'decided';
  if (attempt.ended !== null) return 'submitted';
  return now < attempt.deadline ? 'in-progress' : 'closing';
}

export type Times = { deadline: Date; graceEnds: Date };

export function timesOf(
  startedAt: Date,
  minutes: number,
  extraMinutes: number,
  graceMinutes: number,
): Times {
  const deadline = new Date(startedAt.getTime() + (minutes + extraMinutes) * 60_000);
  return { deadline, graceEnds: new Date(deadline.getTime() + graceMinutes * 60_000) };
}

/** Entries count until the candidate submits or the grace ends; what comes later is kept, but does not count. */
export const countsAt = (attempt: Attempt, at: Date): boolean =>
  attempt.voided === null && attempt.ended === null && at <= attempt.graceEnds;

export type Ending =
  | { outcome: 'ended'; ended: Ended }
  | { outcome: 'already-ended'; ended: Ended }
  | Refused<'attempt-void'>;

/** A submission that comes after the grace is an automatic closing: it is stated as of the grace's end. */
export function submit(attempt: Attempt, at: Date): Ending {
  if (attempt.voided !== null) return refused('attempt-void');
  if (attempt.ended !== null) return { outcome: 'already-ended', ended: attempt.ended };
  if (at > attempt.graceEnds)
    return { outcome: 'ended', ended: { at: attempt.graceEnds, how: 'automatic' } };
  return { outcome: 'ended', ended: { at, how: 'candidate' } };
}

export type Closing = { outcome: 'ended'; ended: Ended } | { outcome: 'not-due' };

export function closeAutomatically(attempt: Attempt, at: Date): Closing {
  if (attempt.voided !== null || attempt.ended !== null || at <= attempt.graceEnds)
    return { outcome: 'not-due' };
  return { outcome: 'ended', ended: { at: attempt.graceEnds, how: 'automatic' } };
}

/** Nothing is decided before closing ends unless the candidate submitted: both leave `ended` set. */
export const mayDecide = (attempt: Attempt): boolean =>
  attempt.voided === null && attempt.ended !== null;

export type Release =
  | { outcome: 'allowed' }
  | Refused<'attempt-void' | 'not-decided' | 'already-released'>;

export function mayRelease(attempt: Attempt): Release {
  if (attempt.voided !== null) return refused('attempt-void');
  if (attempt.decidedAt === null) return refused('not-decided');
  if (attempt.released !== null) return refused('already-released');
  return { outcome: 'allowed' };
}
