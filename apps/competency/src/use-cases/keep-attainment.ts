import type { EntityManager } from 'typeorm';
import { event } from '#libs/contracts';
import { publish } from '#libs/messaging';
import { appendAudit } from '#libs/service-kit';
import type { CallerIdentity } from '#libs/service-kit';
import { withdrawAttainment } from '../domain/attainment/withdraw-attainment.ts';
import { AttainmentTable, toAttainment } from '../store/attainment.table.ts';
import type { AttainmentRow } from '../store/attainment.table.ts';
import { addAttainment } from '../store/attainments.ts';
import { attainmentRecorded } from './announcements.ts';
import { refusal } from './refuse.ts';

type Actor = CallerIdentity | 'system';

/** Row, event and audit entry of one attainment; false when its business key has one already. */
export async function keepAttainment(
  tx: EntityManager,
  row: AttainmentRow,
  actor: Actor,
): Promise<boolean> {
  if (!(await addAttainment(tx, row))) return false;
  const attainment = toAttainment(row);
  await publish(
    tx,
    event('attainment.recorded', {
      key: row.practitionerId,
      version: 1,
      at: row.recordedAt,
      data: attainmentRecorded(row),
    }),
  );
  await appendAudit(tx, {
    act: 'attainment.recorded',
    actor,
    subject: { kind: 'attainment', id: row.attainmentId },
    reason: row.reason,
    at: row.recordedAt,
    data: {
      practitionerId: row.practitionerId,
      competencyCode: row.competencyCode,
      level: row.level,
      evidence: row.evidence,
      source: attainment.source,
      authority: row.authority,
      from: row.from,
      to: row.to,
    },
  });
  return true;
}

/** The row is locked by the caller of this. */
export async function withdrawKept(
  tx: EntityManager,
  row: AttainmentRow,
  actor: Actor,
  withdrawal: { at: Date; reason: string; authority: string },
): Promise<AttainmentRow> {
  const decision = withdrawAttainment(
    toAttainment(row),
    { person: actor === 'system' ? null : actor.person },
    { ...withdrawal, at: withdrawal.at.toISOString() },
  );
  if (decision.outcome === 'refused') throw refusal(decision.reason);
  const after: AttainmentRow = {
    ...row,
    withdrawnAt: withdrawal.at,
    withdrawnReason: withdrawal.reason,
    withdrawnAuthority: withdrawal.authority,
  };
  await tx.update(AttainmentTable, row.attainmentId, {
    withdrawnAt: after.withdrawnAt,
    withdrawnReason: after.withdrawnReason,
    withdrawnAuthority: after.withdrawnAuthority,
  });
  await publish(
    tx,
    event('attainment.withdrawn', {
      key: row.practitionerId,
      version: 2,
      at: withdrawal.at,
      data: {
        attainmentId: row.attainmentId,
        practitionerId: row.practitionerId,
        reason: withdrawal.reason,
        authority: withdrawal.authority,
        withdrawnAt: withdrawal.at.toISOString(),
      },
    }),
  );
  await appendAudit(tx, {
    act: 'attainment.withdrawn',
    actor,
    subject: { kind: 'attainment', id: row.attainmentId },
    reason: withdrawal.reason,
    at: withdrawal.at,
    data: { practitionerId: row.practitionerId, authority: withdrawal.authority },
  });
  return after;
}
