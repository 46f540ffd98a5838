import type { EntityManager } from 'typeorm';
import { inTransaction } from '#libs/messaging';
import { idempotent, lastDayOfTerm, newId, Problem, visibleAgencies } from '#libs/service-kit';
import type { CallerIdentity } from '#libs/service-kit';
import type { Desk } from '../desk.ts';
import type { Attainment } from '../domain/attainment/attainment.ts';
import { acceptManualEvidence } from '../domain/attainment/record-attainment.ts';
import type { ManualRefusal } from '../domain/attainment/record-attainment.ts';
import type { EvidenceKind } from '../domain/framework/framework.ts';
import { toAttainment } from '../store/attainment.table.ts';
import type { AttainmentRow } from '../store/attainment.table.ts';
import { findPractitioner, lockPractitioner } from '../store/practitioners.ts';
import { keepAttainment } from './keep-attainment.ts';
import { refusal } from './refuse.ts';

export interface ManualEvidence {
  practitionerId: string;
  frameworkId: string;
  frameworkVersion?: number;
  competencyId: string;
  level: number;
  evidence: EvidenceKind;
  from: string;
  /** Why it counts, and on whose authority: a commission, a certificate of another body. */
  reason: string;
  authority: string;
}

/** Several at once, all of them or none: historic records come in lists. */
export async function recordAttainments(
  desk: Desk,
  caller: CallerIdentity,
  asked: readonly ManualEvidence[],
  idempotencyKey: string | undefined,
): Promise<Attainment[]> {
  const record = async (tx: EntityManager): Promise<Attainment[]> => {
    // In one order for everybody, so that two lists never wait for each other.
    const people = new Set(asked.map(({ practitionerId }) => practitionerId).toSorted());
    const seen = new Set<string>();
    for (const id of people) {
      if (await mayRecordFor(tx, caller, id)) seen.add(id);
    }
    const attainments: Attainment[] = [];
    for (const [at, evidence] of asked.entries()) {
      const field = (name: string) => (asked.length === 1 ? name : `items.${at}.${name}`);
      if (!seen.has(evidence.practitionerId)) {
        const detail = 'There is no such practitioner.';
        const errors = [{ field: field('practitionerId'), message: detail }];
        throw new Problem('not-found', { detail, errors });
      }
      attainments.push(await recordOne(tx, desk, caller, evidence, field));
    }
    return attainments;
  };
  return inTransaction(desk.database, (tx) =>
    idempotencyKey === undefined
      ? record(tx)
      : idempotent(
          tx,
          { key: idempotencyKey, caller, route: 'POST attainments', body: asked, at: desk.now() },
          () => record(tx),
        ),
  );
}

/** One's own record is refused later, not hidden: the caller knows that it is there. */
async function mayRecordFor(
  tx: EntityManager,
  caller: CallerIdentity,
  practitionerId: string,
): Promise<boolean> {
  if ((await lockPractitioner(tx, practitionerId)) === null) return false;
  if (caller.person === practitionerId) return true;
  return (await findPractitioner(tx, practitionerId, visibleAgencies(caller))) !== undefined;
}

async function recordOne(
  tx: EntityManager,
  desk: Desk,
  caller: CallerIdentity,
  asked: ManualEvidence,
  field: (name: string) => string,
): Promise<Attainment> {
  const framework =
    asked.frameworkVersion === undefined
      ? await desk.frameworks.newest(asked.frameworkId, tx)
      : await desk.frameworks.published(asked.frameworkId, asked.frameworkVersion, tx);
  if (framework === undefined) throw refusal('unknown-framework', { field: field('frameworkId') });
  const decision = acceptManualEvidence(framework, asked, caller, desk.today());
  if (decision.outcome === 'refused') {
    throw refusal(decision.reason, { field: field(FIELD_OF[decision.reason]) });
  }
  const attainmentId = newId();
  const row: AttainmentRow = {
    attainmentId,
    practitionerId: asked.practitionerId,
    frameworkId: framework.frameworkId,
    frameworkVersion: framework.version,
    competencyId: asked.competencyId,
    competencyCode: decision.competencyCode,
    level: asked.level,
    evidence: asked.evidence,
    sourceKind: 'manual',
    sourceId: attainmentId,
    attemptId: null,
    examId: null,
    decidedBy: null,
    releasedBy: null,
    from: asked.from,
    to: lastDayOfTerm(asked.from, decision.validityMonths),
    recordedAt: desk.now(),
    recordedBy: caller.account,
    authority: asked.authority,
    reason: asked.reason,
    withdrawnAt: null,
    withdrawnReason: null,
    withdrawnAuthority: null,
  };
  await keepAttainment(tx, row, caller);
  return toAttainment(row);
}

const FIELD_OF: Record<ManualRefusal, string> = {
  'own-record': 'practitionerId',
  'unknown-competency': 'competencyId',
  'unknown-level': 'level',
  'evidence-not-permitted': 'evidence',
  'date-in-future': 'from',
};
