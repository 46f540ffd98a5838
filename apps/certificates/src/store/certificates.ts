import type { EntityManager } from 'typeorm';
import type { Certificate } from '../domain/certificate/certificate.ts';
import { evidenceKey } from '../domain/issuing/decide.ts';

/** A certificate with what is stored beside it. `credential` is null once its holder was erased. */
export type StoredCertificate = Certificate & {
  readonly issuedAt: Date;
  readonly code: string;
  readonly statusList: number;
  readonly statusIndex: number;
  /** SHA-256 of the credential in JCS form, hexadecimal. */
  readonly digest: string;
  readonly credential: string | null;
};

const COLUMNS = `id, practitioner_id AS "practitionerId", scheme_id AS "schemeId",
  scheme_version AS "schemeVersion", state, reason_code AS "reasonCode", effective, issued, expires,
  attainment_ids AS "attainmentIds", version, issued_at AS "issuedAt", code,
  status_list AS "statusList", status_index AS "statusIndex", digest, credential`;

/** Acts about one practitioner queue here, so that two decisions never see the same past. */
export async function lockPractitioner(tx: EntityManager, practitionerId: string): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 7))`, [practitionerId]);
}

/** False when the certificate is there already: its business key guards it. */
export async function insertCertificate(
  tx: EntityManager,
  certificate: StoredCertificate,
): Promise<boolean> {
  const rows = await tx.query<unknown[]>(
    `INSERT INTO certificate (id, practitioner_id, scheme_id, scheme_version, state, reason_code,
       effective, issued, expires, attainment_ids, evidence_key, version, issued_at, code,
       status_list, status_index, digest, credential)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
     ON CONFLICT (scheme_id, scheme_version, practitioner_id, evidence_key) DO NOTHING RETURNING 1`,
    [
      certificate.id,
      certificate.practitionerId,
      certificate.schemeId,
      certificate.schemeVersion,
      certificate.state,
      certificate.reasonCode,
      certificate.effective,
      certificate.issued,
      certificate.expires,
      certificate.attainmentIds,
      evidenceKey(certificate.attainmentIds),
      certificate.version,
      certificate.issuedAt,
      certificate.code,
      certificate.statusList,
      certificate.statusIndex,
      certificate.digest,
      certificate.credential,
    ],
  );
  return rows.length > 0;
}

export async function saveState(tx: EntityManager, certificate: StoredCertificate): Promise<void> {
  await tx.query(
    `UPDATE certificate SET state = $2, reason_code = $3, effective = $4, version = $5 WHERE id = $1`,
    [
      certificate.id,
      certificate.state,
      certificate.reasonCode,
      certificate.effective,
      certificate.version,
    ],
  );
  await tx.query('UPDATE status_list SET changes = changes + 1 WHERE id = $1', [
    certificate.statusList,
  ]);
}

export async function certificateById(
  tx: EntityManager,
  id: string,
): Promise<StoredCertificate | undefined> {
  const [row] = await tx.query<StoredCertificate[]>(
    `SELECT ${COLUMNS} FROM certificate WHERE id = $1`,
    [id],
  );
  return row;
}

export async function certificateForUpdate(
  tx: EntityManager,
  id: string,
): Promise<StoredCertificate | undefined> {
  const [row] = await tx.query<StoredCertificate[]>(
    `SELECT ${COLUMNS} FROM certificate WHERE id = $1 FOR UPDATE`,
    [id],
  );
  return row;
}

export async function certificateByCode(
  tx: EntityManager,
  code: string,
): Promise<StoredCertificate | undefined> {
  const [row] = await tx.query<StoredCertificate[]>(
    `SELECT ${COLUMNS} FROM certificate WHERE code = $1`,
    [code],
  );
  return row;
}

export function certificatesOf(
  tx: EntityManager,
  practitionerId: string,
  schemeId: string | null = null,
): Promise<StoredCertificate[]> {
  return tx.query<StoredCertificate[]>(
    `SELECT ${COLUMNS} FROM certificate
     WHERE practitioner_id = $1 AND ($2::uuid IS NULL OR scheme_id = $2)
     ORDER BY issued_at DESC, id`,
    [practitionerId, schemeId],
  );
}

export function certificatesOfScheme(
  tx: EntityManager,
  schemeId: string,
  practitionerIds: readonly string[],
): Promise<StoredCertificate[]> {
  return tx.query<StoredCertificate[]>(
    `SELECT ${COLUMNS} FROM certificate WHERE practitioner_id = ANY($2) AND scheme_id = $1
     ORDER BY issued_at DESC, id`,
    [schemeId, practitionerIds],
  );
}

/** How many people have one that has not ended. */
export async function countHolders(
  tx: EntityManager,
  schemeId: string,
  today: string,
): Promise<number> {
  const [count] = await tx.query<{ holders: number }[]>(
    `SELECT count(DISTINCT practitioner_id)::int AS holders FROM certificate
     WHERE scheme_id = $1 AND state IN ('active', 'suspended') AND expires >= $2`,
    [schemeId, today],
  );
  return count?.holders ?? 0;
}

export function certificatesRestingOn(
  tx: EntityManager,
  attainmentId: string,
): Promise<StoredCertificate[]> {
  return tx.query<StoredCertificate[]>(
    `SELECT ${COLUMNS} FROM certificate WHERE attainment_ids @> ARRAY[$1]::uuid[]
     ORDER BY id FOR UPDATE`,
    [attainmentId],
  );
}

export type CertificateSearch = {
  readonly agencies: 'all' | readonly string[];
  readonly practitionerId?: string | undefined;
  readonly schemeId?: string | undefined;
  readonly state?: string | undefined;
  readonly today: string;
  readonly limit: number;
  readonly offset: number;
};

/** Certificates of people whom these agencies may see, the newest first. */
export async function searchCertificates(
  tx: EntityManager,
  search: CertificateSearch,
): Promise<{ items: StoredCertificate[]; total: number }> {
  const where = `
    WHERE ($1::uuid[] IS NULL OR EXISTS (
        SELECT 1 FROM affiliation_copy a
        WHERE a.practitioner_id = certificate.practitioner_id AND a.active AND a.agency_id = ANY($1)))
      AND ($2::uuid IS NULL OR practitioner_id = $2)
      AND ($3::uuid IS NULL OR scheme_id = $3)
      AND ($4::text IS NULL OR $4 = CASE
        WHEN state IN ('active', 'suspended') AND expires < $5 THEN 'expired' ELSE state END)`;
  const values = [
    search.agencies === 'all' ? null : search.agencies,
    search.practitionerId ?? null,
    search.schemeId ?? null,
    search.state ?? null,
    search.today,
  ];
  const items = await tx.query<StoredCertificate[]>(
    `SELECT ${COLUMNS} FROM certificate ${where} ORDER BY issued_at DESC, id LIMIT $6 OFFSET $7`,
    [...values, search.limit, search.offset],
  );
  const [count] = await tx.query<{ total: number }[]>(
    `SELECT count(*)::int AS total FROM certificate ${where}`,
    values,
  );
  return { items, total: count?.total ?? 0 };
}

/** The documents that name an erased person go; ids, dates and digests stay. */
export async function forgetCredentials(tx: EntityManager, practitionerId: string): Promise<void> {
  await tx.query('UPDATE certificate SET credential = NULL WHERE practitioner_id = $1', [
    practitionerId,
  ]);
}
