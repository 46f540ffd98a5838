import type { EntityManager } from 'typeorm';
import { inTransaction } from '#libs/messaging';
import { idempotent, lastDayOfTerm, newId, Problem, visibleAgencies } from '#libs/service-kit';
import type { CallerIdentity } from '#libs/service-kit';
import type { Desk } from '../desk.ts';
import type { Attainment } from '../domain/attainment/attainment.ts';
import { acceptManualEvidence } from '../domain/attainment/record-attainment.ts';
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

export async function recordAttainment(
  desk: Desk,
  caller: CallerIdentity,
  asked: ManualEvidence,
  idempotencyKey: string | undefined,
): Promise<Attainment> {
  const framework =
    asked.frameworkVersion === undefined
      ? await desk.frameworks.newest(asked.frameworkId)
      : await desk.frameworks.published(asked.frameworkId, asked.frameworkVersion);

  const record = async (tx: EntityManager): Promise<Attainment> => {
    const at = desk.now();
    const visible = visibleAgencies(caller);
    const practitioner =
      (await lockPractitioner(tx, asked.practitionerId)) === null
        ? undefined
        : await findPractitioner(tx, asked.practitionerId, visible);
    // One's own record is refused, not hidden: the caller knows that it is there.
    if (practitioner === undefined && caller.person !== asked.practitionerId) {
      throw new Problem('not-found', { detail: 'There is no such practitioner.' });
    }
    if (framework === undefined) throw refusal('unknown-framework', { field: 'frameworkId' });
    const decision = acceptManualEvidence(framework, asked, caller, desk.today());
    if (decision.outcome === 'refused') throw refusal(decision.reason);
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
      from: asked.from,
      to: lastDayOfTerm(asked.from, decision.validityMonths),
      recordedAt: at,
      recordedBy: caller.account,
      authority: asked.authority,
      reason: asked.reason,
      withdrawnAt: null,
      withdrawnReason: null,
      withdrawnAuthority: null,
    };
    await keepAttainment(tx, row, caller);
    return toAttainment(row);
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
