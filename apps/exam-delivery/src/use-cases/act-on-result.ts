// What a person of authority does to an attempt: release, void, correct. Nobody does it to an attempt of his own.

import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { inTransaction } from '#libs/messaging';
import { appendAudit, Clock, newId, visibleAgencies } from '#libs/service-kit';
import type { CallerIdentity } from '#libs/service-kit';
import { mayRelease } from '../domain/attempt/attempt.ts';
import { isOwnCase } from '../domain/duties.ts';
import { decideByPerson, newest } from '../domain/result/decision.ts';
import type { Decision } from '../domain/result/decision.ts';
import { releasableAttempts } from '../store/attempts-due.ts';
import { attemptTable, decisionTable, toAttempt } from '../store/attempt.table.ts';
import type { AttemptRow } from '../store/attempt.table.ts';
import { attemptForUpdate, decisionsOf, refuseInvisible } from '../store/attempts.ts';
import { examTable } from '../store/exam.table.ts';
import { appendRow, journalOf } from '../store/journal-in-transaction.ts';
import { againOnDuplicate } from '../store/journal-sql.ts';
import { JournalWriter } from '../store/journal-writer.ts';
import { publishResult, publishVoiding } from '../store/publish-result.ts';
import { visiblePractitioners } from '../store/read-copies.ts';
import { visibleSitting } from '../store/sittings.ts';
import { refusalProblem } from './refusal-problem.ts';

export type Released = { released: number; skipped: { attemptId: string; reason: string }[] };

@Injectable()
export class ActOnResult {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly writer: JournalWriter,
  ) {}

  release(attemptId: string, reason: string, caller: CallerIdentity): Promise<void> {
    return inTransaction(this.database, async (tx) => {
      const row = await this.theirs(tx, attemptId, caller);
      const verdict = mayRelease(toAttempt(row));
      if (verdict.outcome === 'refused') throw refusalProblem(verdict.reason);
      await this.releaseIn(tx, row, reason, caller);
    });
  }

  /** All decided attempts of the sitting that the officer sees; his own is left to another and named. */
  releaseSitting(sittingId: string, reason: string, caller: CallerIdentity): Promise<Released> {
    return inTransaction(this.database, async (tx) => {
      await visibleSitting(tx, sittingId, caller);
      const rows = await releasableAttempts(tx, sittingId);
      const people = rows.map((row) => row.practitionerId);
      const visible = await visiblePractitioners(tx, people, visibleAgencies(caller));
      const answer: Released = { released: 0, skipped: [] };
      for (const row of rows) {
        if (visibleAgencies(caller) !== 'all' && !visible.has(row.practitionerId)) continue;
        if (isOwnCase(caller, row.practitionerId)) {
          answer.skipped.push({ attemptId: row.attemptId, reason: 'own-case' });
          continue;
        }
        await this.releaseIn(tx, row, reason, caller);
        answer.released++;
      }
      return answer;
    });
  }

  async void(attemptId: string, reason: string, caller: CallerIdentity): Promise<void> {
    try {
      await againOnDuplicate(() =>
        inTransaction(this.database, async (tx) => {
          const row = await this.theirs(tx, attemptId, caller);
          const attempt = toAttempt(row);
          if (attempt.voided !== null) throw refusalProblem('attempt-void');
          const at = this.clock.now();
          if (attempt.ended === null) {
            const journal = await journalOf(tx, attemptId);
            await appendRow(tx, attemptId, journal.at(-1), 'voided', { reason }, at);
          }
          const version = row.version + 1;
          const voided = { voidedAt: at, voidedBy: caller.account, voidReason: reason, version };
          await tx.update(attemptTable, { attemptId }, voided);
          if (attempt.released !== null) await publishVoiding(tx, attempt, reason, { version, at });
          await this.audit(tx, 'attempt.voided', attemptId, reason, caller, at, {});
        }),
      );
    } finally {
      this.writer.forget(attemptId);
    }
  }

  correct(
    attemptId: string,
    change: { score: number; reason: string },
    caller: CallerIdentity,
  ): Promise<Decision> {
    return inTransaction(this.database, async (tx) => {
      const row = await this.theirs(tx, attemptId, caller);
      const attempt = toAttempt(row);
      if (attempt.voided !== null) throw refusalProblem('attempt-void');
      const at = this.clock.now();
      const before = await decisionsOf(tx, attemptId);
      const { practitionerId } = attempt;
      const corrected = decideByPerson(newId(), before, caller, practitionerId, change, at);
      if (corrected.outcome === 'refused') throw refusalProblem(corrected.reason);
      const { decision } = corrected;
      await tx.insert(decisionTable, decision);
      const version = row.version + 1;
      await tx.update(attemptTable, { attemptId }, { version });
      const turned = newest(before)?.passed !== decision.passed;
      if (attempt.released !== null && turned) {
        const exam = await tx.findOneByOrFail(examTable, { examId: attempt.examId });
        const releasing = { version, at, by: attempt.released.by };
        if (decision.passed) await publishResult(tx, attempt, exam, decision, releasing);
        else await publishVoiding(tx, attempt, change.reason, releasing);
      }
      const data = { score: decision.score, passed: decision.passed, number: decision.number };
      await this.audit(tx, 'result.corrected', attemptId, change.reason, caller, at, data);
      return decision;
    });
  }

  /** The attempt, if the officer may act on it. */
  private async theirs(
    tx: EntityManager,
    attemptId: string,
    caller: CallerIdentity,
  ): Promise<AttemptRow> {
    const row = await attemptForUpdate(tx, attemptId);
    await refuseInvisible(tx, row.practitionerId, caller);
    if (isOwnCase(caller, row.practitionerId)) throw refusalProblem('own-case');
    return row;
  }

  private async releaseIn(
    tx: EntityManager,
    row: AttemptRow,
    reason: string,
    caller: CallerIdentity,
  ): Promise<void> {
    const exam = await tx.findOneByOrFail(examTable, { examId: row.examId });
    const decision = newest(await decisionsOf(tx, row.attemptId));
    if (decision === undefined) throw refusalProblem('not-decided');
    const at = this.clock.now();
    const releasing = { version: row.version + 1, at, by: caller.account };
    await publishResult(tx, toAttempt(row), exam, decision, releasing);
    const { passed, decisionId } = decision;
    const data = { decisionId, passed };
    await this.audit(tx, 'result.released', row.attemptId, reason, caller, at, data);
  }

  private audit(
    tx: EntityManager,
    act: string,
    attemptId: string,
    reason: string,
    actor: CallerIdentity,
    at: Date,
    data: Record<string, unknown>,
  ): Promise<void> {
    const subject = { kind: 'attempt', id: attemptId };
    return appendAudit(tx, { act, actor, subject, reason, at, data });
  }
}
