import { IsNull } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { visibleAgencies } from '#libs/service-kit';
import type { CallerIdentity } from '#libs/service-kit';
import { notFound } from '../use-cases/refusal-problem.ts';
import { attemptTable, decisionTable } from './attempt.table.ts';
import type { AttemptRow } from './attempt.table.ts';
import type { Decision } from '../domain/result/decision.ts';
import { visiblePractitioners } from './read-copies.ts';

export async function attemptForUpdate(tx: EntityManager, attemptId: string): Promise<AttemptRow> {
  const row = await tx.findOne(attemptTable, {
    where: { attemptId },
    lock: { mode: 'pessimistic_write' },
  });
  if (row === null) throw notFound();
  return row;
}

/** One start of a practitioner at a time, in whatever sitting: two at once would pass the retake rules. */
export async function startsInTurn(tx: EntityManager, practitionerId: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 7))`, [practitionerId]);
}

/** The one that is not void, if there is one. */
export const standingAttempt = (
  tx: EntityManager,
  sittingId: string,
  practitionerId: string,
): Promise<AttemptRow | null> =>
  tx.findOneBy(attemptTable, { sittingId, practitionerId, voidedAt: IsNull() });

/** For an officer: the attempt of somebody of another agency is not found. */
export async function refuseInvisible(
  tx: EntityManager,
  practitionerId: string,
  caller: CallerIdentity,
): Promise<void> {
  const agencies = visibleAgencies(caller);
  if (agencies === 'all') return;
  const visible = await visiblePractitioners(tx, [practitionerId], agencies);
  if (!visible.has(practitionerId)) throw notFound();
}

export const decisionsOf = (tx: EntityManager, attemptId: string): Promise<Decision[]> =>
  tx.find(decisionTable, { where: { attemptId }, order: { number: 'ASC' } });

export async function openCase(
  tx: EntityManager,
  caseId: string,
  attemptId: string,
  kind: CaseKind,
  at: Date,
): Promise<void> {
  await tx.query(
    `insert into attempt_case (case_id, attempt_id, kind, opened_at) values ($1, $2, $3, $4)
     on conflict (attempt_id, kind) where closed_at is null do nothing`,
    [caseId, attemptId, kind, at],
  );
}

export type CaseKind = 'late-entries' | 'response-refused' | 'journal-broken';

export type AttemptCase = {
  caseId: string;
  attemptId: string;
  kind: CaseKind;
  openedAt: Date;
  closedAt: Date | null;
  closedBy: string | null;
  outcome: string | null;
};

export const casesOf = (tx: EntityManager, attemptId: string): Promise<AttemptCase[]> =>
  tx.query<AttemptCase[]>(
    `select case_id as "caseId", attempt_id as "attemptId", kind, opened_at as "openedAt",
       closed_at as "closedAt", closed_by as "closedBy", outcome
     from attempt_case where attempt_id = $1 order by opened_at`,
    [attemptId],
  );
