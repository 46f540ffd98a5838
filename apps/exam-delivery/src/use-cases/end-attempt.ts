// Submission and automatic closing: the journal gets its last row, the candidate a signed receipt. Both are synchronous.

import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { event } from '#libs/contracts';
import { inTransaction, publish } from '#libs/messaging';
import { Clock, idempotent, log } from '#libs/service-kit';
import { Settings } from '../config.ts';
import { closeAutomatically, submit } from '../domain/attempt/attempt.ts';
import type { Attempt, Ended } from '../domain/attempt/attempt.ts';
import { currentAnswers } from '../domain/attempt/journal.ts';
import type { JournalRow } from '../domain/attempt/journal.ts';
import { signReceipt } from '../domain/attempt/receipt.ts';
import type { Receipt } from '../domain/attempt/receipt.ts';
import { overdueAttempts } from '../store/attempts-due.ts';
import { attemptTable, toAttempt } from '../store/attempt.table.ts';
import { attemptForUpdate } from '../store/attempts.ts';
import { appendRow, journalOf } from '../store/journal-in-transaction.ts';
import { againOnDuplicate } from '../store/journal-sql.ts';
import { JournalWriter } from '../store/journal-writer.ts';
import { DecideAttempt } from './decide-attempt.ts';
import { refusalProblem } from './refusal-problem.ts';

@Injectable()
export class EndAttempt {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly writer: JournalWriter,
    private readonly decider: DecideAttempt,
  ) {}

  /** `lastSeq`: the last entry that the candidate's browser knows of; without it, all that has arrived is handed in. */
  async submit(attemptId: string, lastSeq: number | null, key: string | null): Promise<Receipt> {
    const act = (tx: EntityManager) => this.submitIn(tx, attemptId, lastSeq);
    const request = { caller: { account: attemptId }, route: 'submit', body: { lastSeq } };
    const receipt = await this.inTurn(attemptId, (tx) =>
      key === null
        ? act(tx)
        : idempotent(tx, { ...request, key, at: this.clock.now() }, () => act(tx)),
    );
    this.decider.soon(attemptId);
    if (receipt === null) throw new Error(`attempt ${attemptId} ended without a receipt`);
    return receipt;
  }

  private async submitIn(
    tx: EntityManager,
    attemptId: string,
    lastSeq: number | null,
  ): Promise<Receipt | null> {
    const row = await attemptForUpdate(tx, attemptId);
    const attempt = toAttempt(row);
    const ending = submit(attempt, this.clock.now());
    if (ending.outcome === 'refused') throw refusalProblem(ending.reason);
    if (ending.outcome === 'already-ended') return row.receipt;
    const journal = await journalOf(tx, attemptId);
    const arrived = journal.at(-1)?.seq ?? 0;
    if (ending.ended.how === 'candidate' && lastSeq !== null && arrived < lastSeq)
      throw refusalProblem('entries-missing', { acknowledged: arrived });
    return this.end(tx, attempt, row.version, ending.ended, journal);
  }

  /** Closes every attempt whose grace is over; returns how many. */
  async closeOverdue(): Promise<number> {
    const due = await overdueAttempts(this.database.manager, this.clock.now());
    let closed = 0;
    for (const attemptId of due) {
      try {
        if (await this.close(attemptId)) closed++;
      } catch (error) {
        log.error({ err: error, attemptId }, 'an attempt could not be closed');
      }
    }
    return closed;
  }

  private async close(attemptId: string): Promise<boolean> {
    const receipt = await this.inTurn(attemptId, async (tx) => {
      const row = await attemptForUpdate(tx, attemptId);
      const attempt = toAttempt(row);
      const closing = closeAutomatically(attempt, this.clock.now());
      if (closing.outcome === 'not-due') return null;
      const journal = await journalOf(tx, attemptId);
      return this.end(tx, attempt, row.version, closing.ended, journal);
    });
    if (receipt !== null) await this.decider.decide(attemptId);
    return receipt !== null;
  }

  private async inTurn<T>(attemptId: string, act: (tx: EntityManager) => Promise<T>): Promise<T> {
    try {
      return await againOnDuplicate(() => inTransaction(this.database, act));
    } finally {
      this.writer.forget(attemptId);
    }
  }

  private async end(
    tx: EntityManager,
    attempt: Attempt,
    version: number,
    ended: Ended,
    journal: JournalRow[],
  ): Promise<Receipt> {
    const { attemptId, sittingId, examId, practitionerId, packageDigest } = attempt;
    const answers = [...currentAnswers(journal).values()];
    const endedAt = ended.at.toISOString();
    const kind = ended.how === 'candidate' ? 'submitted' : 'closed';
    const now = this.clock.now();
    const last = await appendRow(tx, attemptId, journal.at(-1), kind, { endedAt }, now);
    const receipt = signReceipt(this.settings.receiptKey, {
      attemptId,
      sittingId,
      examId,
      practitionerId,
      packageDigest,
      endedAt,
      how: ended.how,
      entries: journal.length - 1,
      answered: answers.filter((answer) => answer.response !== null).length,
      journalHead: last.hash.toString('hex'),
    });
    await tx.update(
      attemptTable,
      { attemptId },
      { endedAt: ended.at, endedHow: ended.how, receipt, version: version + 1 },
    );
    await publish(
      tx,
      event('attempt.submitted', {
        key: attemptId,
        version: version + 1,
        at: now,
        data: { attemptId, sittingId, examId, practitionerId, submittedAt: endedAt },
      }),
    );
    return receipt;
  }
}
