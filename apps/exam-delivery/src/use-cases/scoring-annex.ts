// The annex to the case file of an attempt: the key of each item, and the stored answers scored by it once more.

import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { inTransaction } from '#libs/messaging';
import { appendAudit, Clock } from '#libs/service-kit';
import type { CallerIdentity } from '#libs/service-kit';
import { Settings } from '../config.ts';
import { currentAnswers, verifyChain } from '../domain/attempt/journal.ts';
import { isOwnCase } from '../domain/duties.ts';
import { scoreAgain } from '../domain/result/score-again.ts';
import { scoringRule, scoringSalt } from '../domain/result/scoring-rule.ts';
import { attemptTable } from '../store/attempt.table.ts';
import type { AttemptRow } from '../store/attempt.table.ts';
import { decisionsOf, refuseInvisible } from '../store/attempts.ts';
import { FormShelf } from '../store/form-shelf.ts';
import type { OpenForm } from '../store/form-shelf.ts';
import { journalOf } from '../store/journal-in-transaction.ts';
import { sitsItemsOf } from '../store/read-copies.ts';
import { notFound, refusalProblem } from './refusal-problem.ts';

@Injectable()
export class ScoringAnnex {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly shelf: FormShelf,
  ) {}

  of(attemptId: string, caller: CallerIdentity): Promise<object> {
    return inTransaction(this.database, async (tx) => {
      const row = await tx.findOneBy(attemptTable, { attemptId });
      if (row === null) throw notFound();
      await refuseInvisible(tx, row.practitionerId, caller);
      if (isOwnCase(caller, row.practitionerId)) throw refusalProblem('own-case');
      if (caller.person !== null && (await sitsItemsOf(tx, caller.person, row.formId)))
        throw refusalProblem('sits-these-items');
      const form = await this.shelf.form(row.formId, tx);
      if (form === undefined) throw notFound();
      const annex = await this.write(tx, row, form);
      await appendAudit(tx, {
        act: 'attempt.scoring-taken',
        actor: caller,
        subject: { kind: 'attempt', id: attemptId },
        reason: null,
        at: this.clock.now(),
        data: { formId: row.formId },
      });
      return annex;
    });
  }

  private async write(tx: EntityManager, row: AttemptRow, form: OpenForm): Promise<object> {
    const { attemptId, formId, packageDigest, seed } = row;
    const [byRule] = await decisionsOf(tx, attemptId);
    if (byRule === undefined) throw refusalProblem('not-decided');
    const journal = await journalOf(tx, attemptId);
    const answers = currentAnswers(journal);
    const { items, totals } = scoreAgain(form.items, answers, seed, byRule);
    return {
      format: 'sanad-attempt-scoring-1',
      writtenAt: this.clock.now(),
      attemptId,
      formId,
      packageDigest,
      seed,
      journal: verifyChain(attemptId, journal),
      decision: { decisionId: byRule.decisionId, number: byRule.number, at: byRule.at },
      totals,
      items: items.map(({ item, stored, again, equal }) => {
        const { itemId, itemVersion, position, digest, content } = item;
        const salt = scoringSalt(this.settings.sealKey, { formId, itemId, itemVersion });
        return {
          item: itemId,
          itemVersion,
          position,
          digest,
          rule: scoringRule(salt, content.scoring, content.maxScore),
          scoringSalt: salt,
          scoring: content.scoring,
          response: answers.get(itemId)?.response ?? null,
          stored,
          again,
          equal,
        };
      }),
    };
  }
}
