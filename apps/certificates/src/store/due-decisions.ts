import type { EntityManager } from 'typeorm';
import type { LegalDate } from '../domain/words.ts';

export type DueDecision = {
  readonly practitionerId: string;
  readonly schemeId: string;
  /** How often this was asked for: what was asked for meanwhile is not settled by an earlier answer. */
  readonly asked: number;
};

const COLUMNS = 'practitioner_id AS "practitionerId", scheme_id AS "schemeId", asked';

export const decideOn = (
  tx: EntityManager,
  { practitionerId, schemeId }: Omit<DueDecision, 'asked'>,
  day: LegalDate,
): Promise<void> => decideForAll(tx, [practitionerId], schemeId, day);

/** Of two days for one the earlier stays: deciding once too often does no harm. */
export async function decideForAll(
  tx: EntityManager,
  practitionerIds: readonly string[],
  schemeId: string,
  day: LegalDate,
): Promise<void> {
  await tx.query(
    `INSERT INTO due_decision AS known (practitioner_id, scheme_id, due, asked)
     SELECT one, $2, $3, 1 FROM unnest($1::uuid[]) AS one ORDER BY one
     ON CONFLICT (practitioner_id, scheme_id)
     DO UPDATE SET due = least(known.due, excluded.due), asked = known.asked + 1`,
    [practitionerIds, schemeId, day],
  );
}

export async function firstDue(
  tx: EntityManager,
  today: LegalDate,
): Promise<DueDecision | undefined> {
  const [row] = await tx.query<DueDecision[]>(
    `SELECT ${COLUMNS} FROM due_decision WHERE due <= $1
     ORDER BY due, practitioner_id, scheme_id LIMIT 1`,
    [today],
  );
  return row;
}

export async function isStillDue(
  tx: EntityManager,
  { practitionerId, schemeId, asked }: DueDecision,
  today: LegalDate,
): Promise<boolean> {
  const rows = await tx.query<unknown[]>(
    `SELECT 1 FROM due_decision
     WHERE practitioner_id = $1 AND scheme_id = $2 AND asked = $3 AND due <= $4`,
    [practitionerId, schemeId, asked, today],
  );
  return rows.length > 0;
}

/** It was decided: again on `next`, or no more. */
export async function settleDue(
  tx: EntityManager,
  { practitionerId, schemeId, asked }: DueDecision,
  next: LegalDate | null,
): Promise<void> {
  const which = [practitionerId, schemeId, asked];
  const where = 'practitioner_id = $1 AND scheme_id = $2 AND asked = $3';
  if (next === null) await tx.query(`DELETE FROM due_decision WHERE ${where}`, which);
  else await tx.query(`UPDATE due_decision SET due = $4 WHERE ${where}`, [...which, next]);
}
