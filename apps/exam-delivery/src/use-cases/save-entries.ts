// Saving answers: the token says which attempt, the journal writer does the rest. What comes too late is kept as
// evidence and opens a case; it neither counts by itself nor is thrown away.

import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inTransaction } from '#libs/messaging';
import { Clock, newId, Problem } from '#libs/service-kit';
import type { AttemptToken } from '../domain/attempt/attempt-token.ts';
import { parseBatch } from '../domain/attempt/journal-batch.ts';
import type { Entry } from '../domain/attempt/journal.ts';
import { openCase } from '../store/attempts.ts';
import { FormShelf } from '../store/form-shelf.ts';
import { JournalWriter } from '../store/journal-writer.ts';
import { keepLateEntries } from '../store/late-entries.ts';
import type { SaveAnswer } from '../store/journal-writer.ts';
import { notFound, refusalProblem } from './refusal-problem.ts';

export type Saved =
  | { acknowledged: number; serverTime: Date }
  | { acknowledged: number; serverTime: Date; late: number[] };

@Injectable()
export class SaveEntries {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly shelf: FormShelf,
    private readonly writer: JournalWriter,
  ) {}

  async save(token: AttemptToken, inTime: boolean, payload: unknown): Promise<Saved> {
    const at = this.clock.now();
    const line = await this.writer.line(token.attemptId);
    if (line === undefined) throw notFound();
    const form = await this.shelf.form(line.formId);
    if (form === undefined) throw refusalProblem('form-unknown');
    const batch = parseBatch(payload, (item) => form.textLimits.get(item), form.languages);
    if (batch.outcome === 'invalid') throw new Problem('invalid', { errors: batch.faults });
    const { entries } = batch;
    if (!inTime) return this.keepLate(token, entries, at);
    const answer = await this.writer.save(line, entries, token.device, at);
    return answer.outcome === 'closed'
      ? this.keepLate(token, entries, at)
      : acknowledge(answer, at);
  }

  /** What was acknowledged in time is sent again after the end when its answer was lost: that is not late. */
  private async keepLate(token: AttemptToken, entries: readonly Entry[], at: Date): Promise<Saved> {
    const late = await this.writer.unsaved(token.attemptId, entries);
    if (late.length > 0)
      await inTransaction(this.database, async (tx) => {
        await keepLateEntries(tx, token.attemptId, late, { at, device: token.device });
        await openCase(tx, newId(), token.attemptId, 'late-entries', at);
      });
    const line = await this.writer.line(token.attemptId);
    const head = line?.head.seq ?? 0;
    const acknowledged = line?.closed === true ? head - 1 : head;
    return { acknowledged, serverTime: at, late: late.map((entry) => entry.seq) };
  }
}

function acknowledge(answer: Exclude<SaveAnswer, { outcome: 'closed' }>, at: Date): Saved {
  switch (answer.outcome) {
    case 'acknowledged':
      return { acknowledged: answer.seq, serverTime: at };
    case 'gap':
      throw refusalProblem('journal-gap', { acknowledged: answer.expected - 1 });
    case 'conflict':
      throw refusalProblem('journal-conflict', { seq: answer.seq });
  }
}
