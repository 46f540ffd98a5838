// A case: something about a certificate that people have to decide.
import type { EntityManager } from 'typeorm';
import type { Actor } from '../domain/words.ts';

export type CertificateCase = {
  readonly id: string;
  readonly certificateId: string;
  readonly cause: 'evidence-withdrawn';
  readonly attainmentId: string | null;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
  readonly closedBy: Actor | null;
  readonly outcome: string | null;
};

const COLUMNS = `c.id, c.certificate_id AS "certificateId", c.cause, c.attainment_id AS "attainmentId",
  c.opened_at AS "openedAt", c.closed_at AS "closedAt", c.closed_by AS "closedBy", c.outcome`;

export async function openCase(
  tx: EntityManager,
  opened: Pick<CertificateCase, 'id' | 'certificateId' | 'cause' | 'attainmentId' | 'openedAt'>,
): Promise<void> {
  await tx.query(
    `INSERT INTO certificate_case (id, certificate_id, cause, attainment_id, opened_at)
     VALUES ($1, $2, $3, $4, $5)`,
    [opened.id, opened.certificateId, opened.cause, opened.attainmentId, opened.openedAt],
  );
}

/** A reinstatement or a withdrawal decides what was open. */
export async function closeCases(
  tx: EntityManager,
  certificateId: string,
  closed: { by: Actor; at: Date; outcome: string },
): Promise<void> {
  await tx.query(
    `UPDATE certificate_case SET closed_at = $2, closed_by = $3, outcome = $4
     WHERE certificate_id = $1 AND closed_at IS NULL`,
    [certificateId, closed.at, JSON.stringify(closed.by), closed.outcome],
  );
}

export async function hasOpenCase(tx: EntityManager, certificateId: string): Promise<boolean> {
  const rows = await tx.query<unknown[]>(
    'SELECT 1 FROM certificate_case WHERE certificate_id = $1 AND closed_at IS NULL',
    [certificateId],
  );
  return rows.length > 0;
}

export function casesOf(tx: EntityManager, certificateId: string): Promise<CertificateCase[]> {
  return tx.query<CertificateCase[]>(
    `SELECT ${COLUMNS} FROM certificate_case c WHERE certificate_id = $1 ORDER BY opened_at`,
    [certificateId],
  );
}

export type CaseListed = CertificateCase & {
  readonly practitionerId: string;
  readonly schemeId: string;
};

export type CaseSearch = {
  readonly agencies: 'all' | readonly string[];
  readonly state: 'open' | 'closed';
  readonly limit: number;
  readonly offset: number;
};

/** Of people whom these agencies may see: open ones the oldest first, closed ones the last closed first. */
export async function searchCases(
  tx: EntityManager,
  search: CaseSearch,
): Promise<{ items: CaseListed[]; total: number }> {
  const from = `FROM certificate_case c JOIN certificate f ON f.id = c.certificate_id
    WHERE (c.closed_at IS NULL) = ($2 = 'open') AND ($1::uuid[] IS NULL OR EXISTS (
      SELECT 1 FROM affiliation_copy a WHERE a.practitioner_id = f.practitioner_id
        AND a.active AND a.agency_id = ANY($1)))`;
  const values = [search.agencies === 'all' ? null : search.agencies, search.state];
  const items = await tx.query<CaseListed[]>(
    `SELECT ${COLUMNS}, f.practitioner_id AS "practitionerId", f.scheme_id AS "schemeId" ${from}
     ORDER BY c.closed_at DESC, c.opened_at, c.id LIMIT $3 OFFSET $4`,
    [...values, search.limit, search.offset],
  );
  const [count] = await tx.query<{ total: number }[]>(
    `SELECT count(*)::int AS total ${from}`,
    values,
  );
  return { items, total: count?.total ?? 0 };
}
