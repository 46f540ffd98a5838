import type { EntityManager } from 'typeorm';
import type { EventData } from '#libs/contracts';
import type { Attainment } from '../domain/issuing/attainment.ts';

/** False when it was there already. */
export async function saveAttainment(
  tx: EntityManager,
  data: EventData<'attainment.recorded'>,
): Promise<boolean> {
  const rows = await tx.query<unknown[]>(
    `INSERT INTO attainment (attainment_id, practitioner_id, framework_id, framework_version,
       competency_id, competency_code, level, evidence, source, valid_from, valid_to, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
     ON CONFLICT (attainment_id) DO NOTHING RETURNING 1`,
    [
      data.attainmentId,
      data.practitionerId,
      data.frameworkId,
      data.frameworkVersion,
      data.competencyId,
      data.competencyCode,
      data.level,
      data.evidence,
      JSON.stringify(data.source),
      data.from,
      data.to,
      data.recordedAt,
    ],
  );
  return rows.length > 0;
}

/** False when no such attainment is known, or it was withdrawn before. */
export async function withdrawAttainment(
  tx: EntityManager,
  data: EventData<'attainment.withdrawn'>,
): Promise<boolean> {
  const [, count] = await tx.query<[unknown[], number]>(
    `UPDATE attainment SET withdrawn_at = $2, withdrawn_reason = $3, withdrawn_by = $4
     WHERE attainment_id = $1 AND withdrawn_at IS NULL`,
    [data.attainmentId, data.withdrawnAt, data.reason, data.authority],
  );
  return count > 0;
}

export async function isAttainmentKnown(tx: EntityManager, attainmentId: string): Promise<boolean> {
  const rows = await tx.query<unknown[]>('SELECT 1 FROM attainment WHERE attainment_id = $1', [
    attainmentId,
  ]);
  return rows.length > 0;
}

const COLUMNS = `attainment_id AS "attainmentId", practitioner_id AS "practitionerId",
  framework_id AS "frameworkId", framework_version AS "frameworkVersion",
  competency_id AS "competencyId", competency_code AS "competencyCode", level, evidence,
  valid_from AS "from", valid_to AS "to", withdrawn_at IS NOT NULL AS withdrawn`;

export function attainmentsOf(tx: EntityManager, practitionerId: string): Promise<Attainment[]> {
  return tx.query<Attainment[]>(
    `SELECT ${COLUMNS} FROM attainment WHERE practitioner_id = $1 ORDER BY attainment_id`,
    [practitionerId],
  );
}

export function attainmentsOfMany(
  tx: EntityManager,
  practitionerIds: readonly string[],
): Promise<Attainment[]> {
  return tx.query<Attainment[]>(
    `SELECT ${COLUMNS} FROM attainment WHERE practitioner_id = ANY($1) ORDER BY attainment_id`,
    [practitionerIds],
  );
}

export type AttainmentRecord = Attainment & {
  readonly source: unknown;
  readonly recordedAt: Date;
  readonly withdrawnAt: Date | null;
  readonly withdrawnReason: string | null;
  readonly withdrawnBy: string | null;
};

export function attainmentRecords(
  tx: EntityManager,
  ids: readonly string[],
): Promise<AttainmentRecord[]> {
  return tx.query<AttainmentRecord[]>(
    `SELECT ${COLUMNS}, source, recorded_at AS "recordedAt", withdrawn_at AS "withdrawnAt",
       withdrawn_reason AS "withdrawnReason", withdrawn_by AS "withdrawnBy"
     FROM attainment WHERE attainment_id = ANY($1) ORDER BY competency_code`,
    [ids],
  );
}
