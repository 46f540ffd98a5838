import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { inTransaction } from '#libs/messaging';
import {
  appendAudit,
  Clock,
  newId,
  Problem,
  requireMatch,
  requireMatchIfSent,
} from '#libs/service-kit';
import type { CallerIdentity } from '#libs/service-kit';
import { withEditor } from '../domain/duties.ts';
import type { Exam } from '../domain/exam/exam.ts';
import { publishExam } from '../domain/exam/publish-exam.ts';
import { notFound, refusalProblem } from './refusal-problem.ts';
import { examTable } from '../store/exam.table.ts';
import { formFacts, frameworkFacts, frameworkOf } from '../store/read-copies.ts';

export type ExamDraft = Pick<
  Exam,
  | 'code'
  | 'title'
  | 'blueprintId'
  | 'formIds'
  | 'frameworkId'
  | 'frameworkVersion'
  | 'competencyId'
  | 'level'
  | 'rules'
>;

@Injectable()
export class WriteExam {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  create(draft: ExamDraft, caller: CallerIdentity): Promise<Exam> {
    const exam: Exam = {
      ...draft,
      examId: newId(),
      state: 'draft',
      editors: withEditor([], caller),
      createdAt: this.clock.now(),
      publishedAt: null,
      publishedBy: null,
      version: 1,
    };
    return inTransaction(this.database, async (tx) => {
      await this.refuseTakenCode(tx, exam);
      await tx.insert(examTable, exam);
      return exam;
    });
  }

  change(
    examId: string,
    draft: ExamDraft,
    ifMatch: string | undefined,
    caller: CallerIdentity,
  ): Promise<Exam> {
    return inTransaction(this.database, async (tx) => {
      const before = await examForUpdate(tx, examId);
      if (before.state !== 'draft') throw refusalProblem('exam-not-draft');
      requireMatch(ifMatch, before.version);
      const editors = withEditor(before.editors, caller);
      const exam: Exam = { ...before, ...draft, editors, version: before.version + 1 };
      await this.refuseTakenCode(tx, exam);
      await tx.update(examTable, { examId }, exam);
      return exam;
    });
  }

  publish(
    examId: string,
    reason: string,
    ifMatch: string | undefined,
    caller: CallerIdentity,
  ): Promise<Exam> {
    return inTransaction(this.database, async (tx) => {
      const before = await examForUpdate(tx, examId);
      requireMatchIfSent(ifMatch, before.version);
      const at = this.clock.now();
      const framework = await frameworkOf(tx, before.frameworkId, before.frameworkVersion);
      const facts = framework === null ? null : frameworkFacts(framework);
      const forms = await formFacts(tx, before.formIds);
      const publication = publishExam(before, caller, facts, forms, at);
      if (publication.outcome === 'refused')
        throw refusalProblem(
          publication.reason,
          'faults' in publication ? { errors: publication.faults } : {},
        );
      const { exam } = publication;
      await tx.update(examTable, { examId }, exam);
      await appendAudit(tx, {
        act: 'exam.published',
        actor: caller,
        subject: { kind: 'exam', id: examId },
        reason,
        at,
        data: { code: exam.code, cutScore: exam.rules.cutScore.score, formIds: exam.formIds },
      });
      return exam;
    });
  }

  private async refuseTakenCode(tx: EntityManager, exam: Exam): Promise<void> {
    const other = await tx.findOneBy(examTable, { code: exam.code });
    if (other !== null && other.examId !== exam.examId)
      throw new Problem('conflict', {
        reason: 'code-taken',
        detail: 'Another exam has this code.',
        errors: [{ field: 'code', message: 'another exam has this code', code: 'code-taken' }],
      });
  }
}

async function examForUpdate(tx: EntityManager, examId: string): Promise<Exam> {
  const exam = await tx.findOne(examTable, {
    where: { examId },
    lock: { mode: 'pessimistic_write' },
  });
  if (exam === null) throw notFound();
  return exam;
}
