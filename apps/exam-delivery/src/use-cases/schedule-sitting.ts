import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { inTransaction } from '#libs/messaging';
import { appendAudit, Clock, newId, Problem, seal } from '#libs/service-kit';
import type { CallerIdentity } from '#libs/service-kit';
import { Settings } from '../config.ts';
import type { Exam, Text } from '../domain/exam/exam.ts';
import { sealPackage } from '../domain/sitting/exam-package.ts';
import type { Sitting } from '../domain/sitting/sitting.ts';
import { notFound, refusalProblem } from './refusal-problem.ts';
import { examTable, sittingTable } from '../store/exam.table.ts';
import { FormShelf } from '../store/form-shelf.ts';
import { packageContent } from '../store/package-content.ts';
import { insertPackage, packageKeyContext } from '../store/packages.ts';

export type SittingPlan = {
  examId: string;
  title: Text;
  agencyId: string | null;
  opensAt: Date;
  closesAt: Date;
};

@Injectable()
export class ScheduleSitting {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly shelf: FormShelf,
  ) {}

  async schedule(plan: SittingPlan, caller: CallerIdentity): Promise<Sitting> {
    if (plan.closesAt <= plan.opensAt)
      throw new Problem('invalid', {
        errors: [{ field: 'closesAt', message: 'later than opensAt' }],
      });
    // An officer of an agency runs sittings of that agency; a national one may name any, or none.
    const agencyId = caller.agency ?? plan.agencyId;
    const at = this.clock.now();
    const sitting: Sitting = {
      ...plan,
      agencyId,
      sittingId: newId(),
      createdBy: caller.account,
      createdAt: at,
      version: 1,
    };
    return inTransaction(this.database, async (tx) => {
      const exam = await tx.findOneBy(examTable, { examId: plan.examId });
      if (exam === null) throw notFound();
      if (exam.state !== 'published') throw refusalProblem('exam-not-published');
      await tx.insert(sittingTable, sitting);
      await this.sealPackages(tx, exam, sitting.sittingId);
      await appendAudit(tx, {
        act: 'sitting.scheduled',
        actor: caller,
        subject: { kind: 'sitting', id: sitting.sittingId },
        reason: null,
        at,
        data: { examId: exam.examId, opensAt: sitting.opensAt, closesAt: sitting.closesAt },
      });
      return sitting;
    });
  }

  /** One package and one key for each form, made before anybody can start. */
  private async sealPackages(tx: EntityManager, exam: Exam, sittingId: string): Promise<void> {
    for (const formId of exam.formIds) {
      const form = await this.shelf.form(formId, tx);
      if (form === undefined) throw refusalProblem('form-unknown');
      const key = randomBytes(32);
      const content = packageContent(exam, sittingId, form);
      const sealed = sealPackage(content, sittingId, formId, key, randomBytes(12));
      const context = packageKeyContext(sittingId, formId);
      await insertPackage(tx, {
        ...sealed,
        sittingId,
        formId,
        sealedKey: seal(this.settings.sealKey, key, context),
      });
    }
  }
}
