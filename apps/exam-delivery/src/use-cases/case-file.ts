// The case file of an attempt: what goes to court. It states the record and re-checks the chains that guard it.

import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { AuditTrail, Clock } from '#libs/service-kit';
import type { CallerIdentity } from '#libs/service-kit';
import { Settings } from '../config.ts';
import { stateOf } from '../domain/attempt/attempt.ts';
import { currentAnswers, verifyChain } from '../domain/attempt/journal.ts';
import { isOwnCase } from '../domain/duties.ts';
import { receiptHolds } from '../domain/attempt/receipt.ts';
import { attemptTable, toAttempt } from '../store/attempt.table.ts';
import type { AttemptRow } from '../store/attempt.table.ts';
import { casesOf, decisionsOf, refuseInvisible } from '../store/attempts.ts';
import { examTable, sittingTable } from '../store/exam.table.ts';
import { FormShelf } from '../store/form-shelf.ts';
import { journalOf } from '../store/journal-in-transaction.ts';
import { lateEntriesOf } from '../store/late-entries.ts';
import { notFound } from './refusal-problem.ts';

@Injectable()
export class CaseFile {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly shelf: FormShelf,
    private readonly trail: AuditTrail,
  ) {}

  async of(attemptId: string, caller: CallerIdentity): Promise<object> {
    const { manager } = this.database;
    const row = await manager.findOneBy(attemptTable, { attemptId });
    if (row === null) throw notFound();
    const officer = caller.permissions.includes('cases.read');
    const own = isOwnCase(caller, row.practitionerId);
    // A candidate gets the file of his own attempt once its result is released; an officer, those of his agency.
    if (own && row.releasedAt === null) throw notFound();
    if (!own && !officer) throw notFound();
    if (!own) await refuseInvisible(manager, row.practitionerId, caller);
    return this.write(manager, row, !own);
  }

  private async write(tx: EntityManager, row: AttemptRow, withContent: boolean): Promise<object> {
    const { attemptId, examId, sittingId } = row;
    const attempt = toAttempt(row);
    const exam = await tx.findOneByOrFail(examTable, { examId });
    const sitting = await tx.findOneByOrFail(sittingTable, { sittingId });
    const journal = await journalOf(tx, attemptId);
    const answers = currentAnswers(journal);
    const { publicKey, keyId } = this.settings.receiptKey;
    return {
      format: 'sanad-attempt-case-1',
      writtenAt: this.clock.now(),
      attempt: {
        attemptId,
        practitionerId: row.practitionerId,
        state: stateOf(attempt, this.clock.now()),
        language: row.language,
        startedAt: row.startedAt,
        deadline: row.deadline,
        graceEnds: row.graceEnds,
        ended: attempt.ended,
        decidedAt: attempt.decidedAt,
        released: attempt.released,
        voided: attempt.voided,
      },
      exam: {
        examId,
        code: exam.code,
        title: exam.title,
        framework: { frameworkId: exam.frameworkId, version: exam.frameworkVersion },
        competencyId: exam.competencyId,
        level: exam.level,
        rules: exam.rules,
        publishedAt: exam.publishedAt,
        publishedBy: exam.publishedBy,
      },
      sitting: {
        sittingId,
        title: sitting.title,
        opensAt: sitting.opensAt,
        closesAt: sitting.closesAt,
      },
      shown: {
        formId: row.formId,
        packageDigest: row.packageDigest,
        choiceOrder: row.choiceOrder,
        items: await this.itemsShown(row.formId, withContent),
      },
      answered: [...answers].map(([item, answer]) => ({ item, ...answer })),
      journal: {
        check: verifyChain(attemptId, journal),
        rows: journal.map((entry) => ({
          ...entry,
          body: JSON.parse(entry.body) as unknown,
          hash: entry.hash.toString('hex'),
        })),
      },
      lateEntries: await lateEntriesOf(tx, attemptId),
      receipt:
        row.receipt === null
          ? null
          : {
              ...row.receipt,
              holds: row.receipt.keyId === keyId ? receiptHolds(publicKey, row.receipt) : null,
            },
      decisions: await decisionsOf(tx, attemptId),
      cases: await casesOf(tx, attemptId),
      audit: {
        attempt: await this.trail.ofSubject('attempt', attemptId),
        sitting: await this.trail.ofSubject('sitting', sittingId),
        exam: await this.trail.ofSubject('exam', examId),
      },
    };
  }

  /** Never how an item is scored: keys do not leave the server. Its digest fixes the version that was used. */
  private async itemsShown(formId: string, withContent: boolean): Promise<object[]> {
    const form = await this.shelf.form(formId);
    if (form === undefined) throw notFound();
    return form.items.map(({ itemId, itemVersion, position, digest, content }) => ({
      item: itemId,
      itemVersion,
      position,
      digest,
      maxScore: content.maxScore,
      ...(withContent ? { delivery: content.delivery } : {}),
    }));
  }
}
