// The decision by the exam's rule, once an attempt has ended; and its release at once, where the exam says so.

import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { inTransaction } from '#libs/messaging';
import { Clock, log, newId } from '#libs/service-kit';
import { mayDecide } from '../domain/attempt/attempt.ts';
import { currentAnswers, verifyChain } from '../domain/attempt/journal.ts';
import { decideByRule } from '../domain/result/decision.ts';
import { outcomeOf } from '../domain/result/score-response.ts';
import { undecidedAttempts } from '../store/attempts-due.ts';
import { attemptTable, decisionTable, toAttempt } from '../store/attempt.table.ts';
import { attemptForUpdate, casesOf, openCase } from '../store/attempts.ts';
import { examTable } from '../store/exam.table.ts';
import { FormShelf } from '../store/form-shelf.ts';
import type { OpenForm } from '../store/form-shelf.ts';
import { journalOf } from '../store/journal-in-transaction.ts';
import { publishResult } from '../store/publish-result.ts';

@Injectable()
export class DecideAttempt {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly shelf: FormShelf,
  ) {}

  /** After the answer to the candidate has gone; what fails here is done by the next sweep. */
  soon(attemptId: string): void {
    setImmediate(() => {
      this.decide(attemptId).catch((error: unknown) =>
        log.error({ err: error, attemptId }, 'an attempt could not be decided'),
      );
    });
  }

  async decideAll(): Promise<void> {
    for (const attemptId of await undecidedAttempts(this.database.manager))
      await this.decide(attemptId).catch((error: unknown) =>
        log.error({ err: error, attemptId }, 'an attempt could not be decided'),
      );
  }

  async decide(attemptId: string): Promise<void> {
    const { formId } = await this.database.manager.findOneByOrFail(attemptTable, { attemptId });
    const form = await this.shelf.form(formId);
    if (form === undefined) throw new Error(`form ${formId} is not here`);
    await inTransaction(this.database, (tx) => this.decideIn(tx, attemptId, form));
  }

  private async decideIn(tx: EntityManager, attemptId: string, form: OpenForm): Promise<void> {
    const row = await attemptForUpdate(tx, attemptId);
    const attempt = toAttempt(row);
    if (!mayDecide(attempt) || attempt.decidedAt !== null) return;
    const exam = await tx.findOneByOrFail(examTable, { examId: attempt.examId });
    const now = this.clock.now();
    const journal = await journalOf(tx, attemptId);
    if (verifyChain(attemptId, journal).outcome === 'broken')
      await openCase(tx, newId(), attemptId, 'journal-broken', now);
    const answers = currentAnswers(journal);
    const outcomes = form.items.map((item) => outcomeOf(item, answers, attempt.seed));
    if (outcomes.some((outcome) => outcome.refusal !== null))
      await openCase(tx, newId(), attemptId, 'response-refused', now);
    const cut = exam.rules.cutScore.score;
    const decision = decideByRule({ decisionId: newId(), attemptId }, outcomes, cut, now);
    await tx.insert(decisionTable, decision);
    const version = row.version + 1;
    const decided = { ...attempt, decidedAt: now };
    await tx.update(attemptTable, { attemptId }, { decidedAt: now, version });
    if (exam.rules.release === 'automatic' && !(await this.needsSomebody(tx, attemptId)))
      await publishResult(tx, decided, exam, decision, { version, at: now, by: 'rule' });
  }

  /** A broken journal or a response that could not be scored waits for a person; late entries do not count anyway. */
  private async needsSomebody(tx: EntityManager, attemptId: string): Promise<boolean> {
    const cases = await casesOf(tx, attemptId);
    return cases.some((one) => one.closedAt === null && one.kind !== 'late-entries');
  }
}
