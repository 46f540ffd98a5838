// The case file of an attempt: what goes to court. It states the record and re-checks the chains that guard it.

import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { inTransaction } from '#libs/messaging';
import { appendAudit, AuditTrail, Clock } from '#libs/service-kit';
import type { AuditRow, CallerIdentity } from '#libs/service-kit';
import { Settings } from '../config.ts';
import { stateOf } from '../domain/attempt/attempt.ts';
import { currentAnswers, verifyChain } from '../domain/attempt/journal.ts';
import { isOwnCase } from '../domain/duties.ts';
import { receiptHolds } from '../domain/attempt/receipt.ts';
import { totalling } from '../domain/result/decision.ts';
import { scoringRule, scoringSalt } from '../domain/result/scoring-rule.ts';
import { attemptTable, toAttempt } from '../store/attempt.table.ts';
import type { AttemptRow } from '../store/attempt.table.ts';
import { casesOf, decisionsOf, refuseInvisible } from '../store/attempts.ts';
import { examTable, sittingTable } from '../store/exam.table.ts';
import { FormShelf } from '../store/form-shelf.ts';
import type { OpenForm, OpenItem } from '../store/form-shelf.ts';
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

  /** Each taking is a row of the trail, in the transaction that reads; the file lists those before it. */
  of(attemptId: string, caller: CallerIdentity): Promise<object> {
    return inTransaction(this.database, async (tx) => {
      const row = await tx.findOneBy(attemptTable, { attemptId });
      if (row === null) throw notFound();
      const officer = caller.permissions.includes('cases.read');
      const own = isOwnCase(caller, row.practitionerId);
      // A candidate gets the file of his own attempt once its result is released; an officer, those of his agency.
      if (own && row.releasedAt === null) throw notFound();
      if (!own && !officer) throw notFound();
      if (!own) await refuseInvisible(tx, row.practitionerId, caller);
      const file = await this.write(tx, row, own);
      await appendAudit(tx, {
        act: 'attempt.case-file-taken',
        actor: caller,
        subject: { kind: 'attempt', id: attemptId },
        reason: null,
        at: this.clock.now(),
        data: { copy: own ? 'own' : 'whole' },
      });
      return file;
    });
  }

  private async write(tx: EntityManager, row: AttemptRow, own: boolean): Promise<object> {
    const { attemptId, examId, sittingId } = row;
    const attempt = toAttempt(row);
    const exam = await tx.findOneByOrFail(examTable, { examId });
    const sitting = await tx.findOneByOrFail(sittingTable, { sittingId });
    const form = await this.shelf.form(row.formId, tx);
    if (form === undefined) throw notFound();
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
      scoredBy: totalling,
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
        ...(own ? {} : { hands: formHands(form) }),
        items: form.items.map((item) => this.itemShown(form, item, own)),
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
        attempt: withoutTakings(await this.trail.ofSubject('attempt', attemptId, tx), own),
        sitting: await this.trail.ofSubject('sitting', sittingId, tx),
        exam: await this.trail.ofSubject('exam', examId, tx),
      },
    };
  }

  /** Never the key: the digest fixes the scoring that was used, and the annex opens it to whom it concerns. */
  private itemShown(form: OpenForm, item: OpenItem, own: boolean): object {
    const { itemId, itemVersion, position, digest, hands, content } = item;
    const salt = scoringSalt(this.settings.sealKey, { formId: form.formId, itemId, itemVersion });
    return {
      item: itemId,
      itemVersion,
      position,
      digest,
      maxScore: content.maxScore,
      rule: scoringRule(salt, content.scoring, content.maxScore),
      // Items are used again, and who writes them is not for candidates to know.
      ...(own ? {} : { delivery: content.delivery, hands }),
    };
  }
}

/** Null: published before question-bank told it. */
function formHands({ manifest }: OpenForm): object {
  const { assembledBy = null, assembledAt = null, publishedBy = null, publishedAt } = manifest;
  return { assembledBy, assembledAt, publishedBy, publishedAt };
}

/** Nobody is told by his own copy that somebody looks into his case. */
const withoutTakings = (rows: AuditRow[], own: boolean): AuditRow[] =>
  own ? rows.filter(({ act }) => !act.endsWith('-taken')) : rows;
