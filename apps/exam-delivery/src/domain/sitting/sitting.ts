import type { AttemptState } from '../attempt/attempt.ts';
import type { Text } from '../exam/exam.ts';
import { refused } from '../refusals.ts';
import type { Refused } from '../refusals.ts';

export type Sitting = {
  sittingId: string;
  examId: string;
  title: Text;
  /** The agency whose officers run it; null: the national body. */
  agencyId: string | null;
  opensAt: Date;
  closesAt: Date;
  createdBy: string;
  createdAt: Date;
  version: number;
};

export type Enrolment = {
  sittingId: string;
  practitionerId: string;
  /** An accommodation; it never leaves this service. */
  extraMinutes: number;
  enrolledAt: Date;
};

/** Of one who is enrolled: that, or the state of his attempt. */
export const CANDIDATE_STATES = [
  'enrolled',
  'in-progress',
  'closing',
  'submitted',
  'decided',
  'released',
  'void',
] as const satisfies readonly ('enrolled' | AttemptState)[];
export type CandidateState = 'enrolled' | AttemptState;

/** The window says when an attempt may start; who starts in it has the whole time. */
export function openAt(
  sitting: Sitting,
  now: Date,
): { outcome: 'open' } | Refused<'sitting-not-open' | 'sitting-over'> {
  if (now < sitting.opensAt) return refused('sitting-not-open');
  if (now >= sitting.closesAt) return refused('sitting-over');
  return { outcome: 'open' };
}
