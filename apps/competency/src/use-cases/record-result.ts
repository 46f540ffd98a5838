import type { EntityManager } from 'typeorm';
import type { Event } from '#libs/contracts';
import { MissingReference } from '#libs/messaging';
import { lastDayOfTerm, newId } from '#libs/service-kit';
import type { Desk } from '../desk.ts';
import { acceptEvidence } from '../domain/attainment/record-attainment.ts';
import type { PublishedFramework } from '../domain/framework/framework.ts';
import type { AttainmentRow } from '../store/attainment.table.ts';
import { lockAttainmentOfAttempt } from '../store/attainments.ts';
import { lockPractitioner } from '../store/practitioners.ts';
import { keepAttainment, withdrawKept } from './keep-attainment.ts';

const EXAM_DELIVERY = 'exam-delivery';

/**
 * A passed result becomes an attainment, once: the result's id is the business key, whatever is
 * delivered again. A later decision on the same attempt (a re-mark, an appeal) stands in place of
 * the earlier one, so what no longer holds is withdrawn.
 */
export async function recordResult(
  desk: Desk,
  tx: EntityManager,
  { data: result }: Event<'result.decided'>,
): Promise<void> {
  if ((await lockPractitioner(tx, result.practitionerId)) === null) {
    throw new MissingReference('practitioner', result.practitionerId);
  }
  const framework = await desk.frameworks.published(
    result.frameworkId,
    result.frameworkVersion,
    tx,
  );
  if (framework === undefined) {
    throw new Error(`no framework ${result.frameworkId} version ${result.frameworkVersion} here`);
  }
  const at = desk.now();
  const earlier = await lockAttainmentOfAttempt(tx, result.attemptId);
  if (earlier?.sourceId === result.resultId) return;
  if (earlier !== null) {
    await withdrawKept(tx, earlier, 'system', {
      at,
      reason: 'A later decision on the attempt stands in its place.',
      authority: EXAM_DELIVERY,
    });
  }
  if (result.passed) {
    await keepAttainment(tx, attainmentFrom(result, framework, desk, at), 'system');
  }
}

function attainmentFrom(
  result: Event<'result.decided'>['data'],
  framework: PublishedFramework,
  desk: Desk,
  at: Date,
): AttainmentRow {
  const decidedOn = desk.legalDateOf(new Date(result.decidedAt));
  const decision = acceptEvidence(
    framework,
    {
      competencyId: result.competencyId,
      level: result.level,
      evidence: 'exam',
      from: decidedOn,
    },
    // Another service's clock may be ahead of ours by a moment at midnight.
    decidedOn,
  );
  if (decision.outcome === 'refused') {
    throw new Error(`result ${result.resultId} evidences nothing: ${decision.reason}`);
  }
  return {
    attainmentId: newId(),
    practitionerId: result.practitionerId,
    frameworkId: result.frameworkId,
    frameworkVersion: result.frameworkVersion,
    competencyId: result.competencyId,
    competencyCode: decision.competencyCode,
    level: result.level,
    evidence: 'exam',
    sourceKind: 'result',
    sourceId: result.resultId,
    attemptId: result.attemptId,
    examId: result.examId,
    decidedBy: result.decidedBy ?? null,
    releasedBy: result.releasedBy ?? null,
    from: decidedOn,
    to: lastDayOfTerm(decidedOn, decision.validityMonths),
    recordedAt: at,
    recordedBy: 'system',
    authority: EXAM_DELIVERY,
    reason: 'The exam was passed.',
    withdrawnAt: null,
    withdrawnReason: null,
    withdrawnAuthority: null,
  };
}
