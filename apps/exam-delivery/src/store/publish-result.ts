import type { EntityManager } from 'typeorm';
import { event } from '#libs/contracts';
import { publish } from '#libs/messaging';
import type { Attempt } from '../domain/attempt/attempt.ts';
import type { Exam } from '../domain/exam/exam.ts';
import type { Decision } from '../domain/result/decision.ts';
import { attemptTable } from './attempt.table.ts';
import { frameworkOf } from './read-copies.ts';

export type Releasing = { version: number; at: Date; by: string };

/** The result is released: from now on the candidate sees it, and the others learn of it. */
export async function publishResult(
  tx: EntityManager,
  attempt: Attempt,
  exam: Exam,
  decision: Decision,
  { version, at, by }: Releasing,
): Promise<void> {
  const { attemptId, sittingId, examId, practitionerId } = attempt;
  const { frameworkId, frameworkVersion, competencyId, level } = exam;
  const framework = await frameworkOf(tx, frameworkId, frameworkVersion);
  const competency = framework?.competencies.find((one) => one.competencyId === competencyId);
  // Only while the copies are rebuilt; the sweep or the officer tries again.
  if (competency === undefined) throw new Error(`framework ${frameworkId} is not here`);
  await tx.update(attemptTable, { attemptId }, { releasedAt: at, releasedBy: by, version });
  const { decisionId, score, maxScore, cutScore, passed } = decision;
  await publish(
    tx,
    event('result.decided', {
      key: attemptId,
      version,
      at,
      data: {
        resultId: decisionId,
        attemptId,
        sittingId,
        examId,
        practitionerId,
        frameworkId,
        frameworkVersion,
        competencyId,
        competencyCode: competency.code,
        level,
        score,
        maxScore,
        cutScore,
        passed,
        decidedAt: decision.at.toISOString(),
        releasedAt: at.toISOString(),
        decidedBy: decision.author,
        releasedBy: by,
      },
    }),
  );
}

export async function publishVoiding(
  tx: EntityManager,
  attempt: Attempt,
  reason: string,
  { version, at }: { version: number; at: Date },
): Promise<void> {
  const { attemptId, practitionerId } = attempt;
  await publish(
    tx,
    event('result.voided', {
      key: attemptId,
      version,
      at,
      data: { attemptId, practitionerId, reason, voidedAt: at.toISOString() },
    }),
  );
}
