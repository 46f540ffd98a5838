// What a candidate sees of himself: the exams open to him, his attempts, his results. Never another's.

import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Clock, legalDate } from '#libs/service-kit';
import { Settings } from '../config.ts';
import { stateOf } from '../domain/attempt/attempt.ts';
import type { AttemptState } from '../domain/attempt/attempt.ts';
import type { Exam, ExamRules, Text } from '../domain/exam/exam.ts';
import { mayStart } from '../domain/exam/retakes.ts';
import type { StartVerdict } from '../domain/exam/retakes.ts';
import { newest } from '../domain/result/decision.ts';
import { resultWords } from '../domain/result/result-words.ts';
import type { ResultFacts } from '../domain/result/result-words.ts';
import { historyOf } from '../store/attempt-history.ts';
import { attemptTable, toAttempt } from '../store/attempt.table.ts';
import { decisionsOf } from '../store/attempts.ts';
import { examTable } from '../store/exam.table.ts';
import { formFacts, frameworkOf, renewalOf } from '../store/read-copies.ts';
import { candidateSittings } from '../store/candidate-sittings.ts';
import type { CandidateSitting } from '../store/candidate-sittings.ts';
import { notFound } from './refusal-problem.ts';

export type OpenExam = CandidateSitting & {
  code: string;
  examTitle: Text;
  competency: { competencyId: string; code: string; title: Text } | null;
  level: number;
  rules: Omit<ExamRules, 'cutScore'> & { cutScore: number; maxScore: number };
  verdict: StartVerdict;
};

export type CandidateAttempt = {
  attemptId: string;
  sittingId: string;
  examId: string;
  code: string;
  examTitle: Text;
  state: AttemptState;
  startedAt: Date;
  endedAt: Date | null;
  releasedAt: Date | null;
  /** Only once released. */
  passed: boolean | null;
  /** Why it was declared void: whom it concerns is told. */
  voidReason: string | null;
};

export type CandidateResult = Omit<ResultFacts, 'competency'> & {
  attemptId: string;
  decidedAt: Date;
  releasedAt: Date;
  words: ReturnType<typeof resultWords>;
  learn: { competencyId: string; code: string; title: Text; level: number; descriptor: Text }[];
};

@Injectable()
export class CandidateExams {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  async open(practitionerId: string): Promise<OpenExam[]> {
    const { manager } = this.database;
    const sittings = await candidateSittings(manager, practitionerId, this.clock.now());
    return Promise.all(
      sittings.map(async (sitting) => {
        const exam = await manager.findOneByOrFail(examTable, { examId: sitting.examId });
        return { ...sitting, ...(await this.examView(manager, exam, practitionerId)) };
      }),
    );
  }

  async attempts(practitionerId: string): Promise<CandidateAttempt[]> {
    const { manager } = this.database;
    const rows = await manager.find(attemptTable, {
      where: { practitionerId },
      order: { startedAt: 'DESC' },
    });
    return Promise.all(
      rows.map(async (row) => {
        const attempt = toAttempt(row);
        const exam = await manager.findOneByOrFail(examTable, { examId: row.examId });
        const state = stateOf(attempt, this.clock.now());
        const released = state === 'released' ? await decisionsOf(manager, row.attemptId) : [];
        return {
          attemptId: row.attemptId,
          sittingId: row.sittingId,
          examId: row.examId,
          code: exam.code,
          examTitle: exam.title,
          state: state === 'decided' ? 'submitted' : state,
          startedAt: row.startedAt,
          endedAt: row.endedAt,
          releasedAt: row.releasedAt,
          passed: newest(released)?.passed ?? null,
          voidReason: attempt.voided?.reason ?? null,
        };
      }),
    );
  }

  /** Not found until it is released, and for anybody else for ever. */
  async result(attemptId: string, practitionerId: string): Promise<CandidateResult> {
    const { manager } = this.database;
    const row = await manager.findOneBy(attemptTable, { attemptId, practitionerId });
    if (row === null || row.releasedAt === null || row.voidedAt !== null) throw notFound();
    const decision = newest(await decisionsOf(manager, attemptId));
    if (decision === undefined) throw notFound();
    const exam = await manager.findOneByOrFail(examTable, { examId: row.examId });
    const { competency, level, verdict } = await this.examView(manager, exam, practitionerId);
    const nextTry = decision.passed || verdict.outcome === 'allowed' ? null : verdict.nextDate;
    const { passed, score, maxScore, cutScore, at } = decision;
    const facts = { passed, score, maxScore, cutScore, level, nextTry };
    const words = resultWords({ ...facts, competency: competency?.title ?? exam.title });
    const learn =
      competency === null || passed
        ? []
        : [{ ...competency, level, descriptor: await this.descriptor(manager, exam) }];
    return { attemptId, ...facts, decidedAt: at, releasedAt: row.releasedAt, words, learn };
  }

  private async examView(tx: EntityManager, exam: Exam, practitionerId: string) {
    const dateOf = (at: Date) => legalDate(at, this.settings.zone);
    const history = await historyOf(tx, practitionerId, exam, dateOf);
    const renewal = await renewalOf(tx, exam);
    const today = dateOf(this.clock.now());
    const framework = await frameworkOf(tx, exam.frameworkId, exam.frameworkVersion);
    const found = framework?.competencies.find((one) => one.competencyId === exam.competencyId);
    const forms = await formFacts(tx, exam.formIds);
    const { cutScore, ...rules } = exam.rules;
    return {
      code: exam.code,
      examTitle: exam.title,
      competency:
        found === undefined
          ? null
          : { competencyId: found.competencyId, code: found.code, title: found.title },
      level: exam.level,
      rules: { ...rules, cutScore: cutScore.score, maxScore: forms[0]?.maxScore ?? 0 },
      verdict: mayStart(exam.rules.retakes, renewal, history.attempts, today),
    };
  }

  private async descriptor(tx: EntityManager, exam: Exam): Promise<Text> {
    const framework = await frameworkOf(tx, exam.frameworkId, exam.frameworkVersion);
    const competency = framework?.competencies.find((c) => c.competencyId === exam.competencyId);
    return competency?.descriptors.find((one) => one.level === exam.level)?.text ?? {};
  }
}
