import { IsNull } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { Attainment } from '../domain/attainment/attainment.ts';
import { AttainmentTable, toAttainment } from './attainment.table.ts';
import type { AttainmentRow } from './attainment.table.ts';

export async function attainmentsOf(
  manager: EntityManager,
  practitionerId: string,
): Promise<Attainment[]> {
  const rows = await manager.find(AttainmentTable, { where: { practitionerId } });
  return rows.map(toAttainment);
}

/** False when this very result, or the attempt it belongs to, has its attainment already. */
export async function addAttainment(tx: EntityManager, row: AttainmentRow): Promise<boolean> {
  const added = await tx
    .createQueryBuilder()
    .insert()
    .into(AttainmentTable)
    .values(row)
    .orIgnore()
    .returning('attainment_id')
    .execute();
  return (added.raw as unknown[]).length > 0;
}

export const lockAttainment = (
  tx: EntityManager,
  attainmentId: string,
): Promise<AttainmentRow | null> =>
  tx.findOne(AttainmentTable, { where: { attainmentId }, lock: { mode: 'pessimistic_write' } });

export const lockAttainmentOfAttempt = (
  tx: EntityManager,
  attemptId: string,
): Promise<AttainmentRow | null> =>
  tx.findOne(AttainmentTable, {
    where: { attemptId, withdrawnAt: IsNull() },
    lock: { mode: 'pessimistic_write' },
  });
