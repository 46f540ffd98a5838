import { EntitySchema } from 'typeorm';
import type { Attempt } from '../domain/attempt/attempt.ts';
import type { Receipt } from '../domain/attempt/receipt.ts';
import type { Decision } from '../domain/result/decision.ts';

/** The attempt as it lies in the table: what happened to it in columns of their own, so that it can be searched. */
export type AttemptRow = Omit<Attempt, 'ended' | 'released' | 'voided'> & {
  endedAt: Date | null;
  endedHow: 'candidate' | 'automatic' | null;
  receipt: Receipt | null;
  releasedAt: Date | null;
  releasedBy: string | null;
  voidedAt: Date | null;
  voidedBy: string | null;
  voidReason: string | null;
  startKey: string;
  version: number;
};

const instant = { type: 'timestamptz', precision: 3 } as const;
const maybe = { nullable: true } as const;

export const attemptTable = new EntitySchema<AttemptRow>({
  name: 'attempt',
  columns: {
    attemptId: { type: 'uuid', primary: true, name: 'attempt_id' },
    sittingId: { type: 'uuid', name: 'sitting_id' },
    examId: { type: 'uuid', name: 'exam_id' },
    practitionerId: { type: 'uuid', name: 'practitioner_id' },
    formId: { type: 'uuid', name: 'form_id' },
    packageDigest: { type: 'text', name: 'package_digest' },
    language: { type: 'text' },
    seed: { type: 'text' },
    choiceOrder: { type: 'jsonb', name: 'choice_order' },
    startedAt: { ...instant, name: 'started_at' },
    deadline: instant,
    graceEnds: { ...instant, name: 'grace_ends' },
    startKey: { type: 'text', name: 'start_key' },
    endedAt: { ...instant, ...maybe, name: 'ended_at' },
    endedHow: { type: 'text', ...maybe, name: 'ended_how' },
    receipt: { type: 'jsonb', ...maybe },
    decidedAt: { ...instant, ...maybe, name: 'decided_at' },
    releasedAt: { ...instant, ...maybe, name: 'released_at' },
    releasedBy: { type: 'text', ...maybe, name: 'released_by' },
    voidedAt: { ...instant, ...maybe, name: 'voided_at' },
    voidedBy: { type: 'text', ...maybe, name: 'voided_by' },
    voidReason: { type: 'text', ...maybe, name: 'void_reason' },
    version: { type: 'integer' },
  },
});

export function toAttempt(row: AttemptRow): Attempt {
  const { endedAt, endedHow, releasedAt, releasedBy, voidedAt, voidedBy, voidReason } = row;
  return {
    ...row,
    ended: endedAt === null ? null : { at: endedAt, how: endedHow ?? 'automatic' },
    released: releasedAt === null ? null : { at: releasedAt, by: releasedBy ?? 'rule' },
    voided:
      voidedAt === null ? null : { at: voidedAt, by: voidedBy ?? '', reason: voidReason ?? '' },
  };
}

export const decisionTable = new EntitySchema<Decision>({
  name: 'decision',
  columns: {
    decisionId: { type: 'uuid', primary: true, name: 'decision_id' },
    attemptId: { type: 'uuid', name: 'attempt_id' },
    number: { type: 'integer' },
    score: { type: 'double precision' },
    maxScore: { type: 'double precision', name: 'max_score' },
    cutScore: { type: 'double precision', name: 'cut_score' },
    passed: { type: 'boolean' },
    outcomes: { type: 'jsonb' },
    author: { type: 'text' },
    reason: { type: 'text' },
    at: instant,
  },
});
