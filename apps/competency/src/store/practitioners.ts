import type { EntityManager } from 'typeorm';
import { AffiliationTable, PractitionerTable } from './practitioner.table.ts';
import type { AffiliationRow, PractitionerRow } from './practitioner.table.ts';

export interface PractitionerView {
  practitionerId: string;
  givenName: string;
  familyName: string;
  otherNames: string | null;
  version: number;
  agencyId: string | null;
  region: string | null;
  roleIds: string[];
  since: string | null;
}

export interface PractitionerFilter {
  agencies: 'all' | readonly string[];
  ids?: readonly string[];
  search?: string;
  role?: string;
  region?: string;
  limit: number;
  offset: number;
}

const columns = `
  p.practitioner_id AS "practitionerId", p.given_name AS "givenName", p.family_name AS "familyName",
  p.other_names AS "otherNames", p.version, a.agency_id AS "agencyId", g.region,
  coalesce(a.role_ids, '{}') AS "roleIds", a.from_date::text AS since`;

// The one policy: whoever has an agency sees the people who serve there now.
const where = `
  FROM practitioner p
  LEFT JOIN affiliation a ON a.practitioner_id = p.practitioner_id AND a.to_date IS NULL
  LEFT JOIN agency g ON g.agency_id = a.agency_id
  WHERE ($1::text[] IS NULL OR a.agency_id::text = ANY ($1))
    AND ($2::uuid[] IS NULL OR p.practitioner_id = ANY ($2))
    AND NOT EXISTS (
      SELECT FROM unnest($3::text[]) AS word
      WHERE concat_ws(' ', p.family_name, p.given_name, p.other_names) NOT ILIKE '%' || word || '%')
    AND ($4::uuid IS NULL OR $4 = ANY (a.role_ids))
    AND ($5::text IS NULL OR g.region = $5)`;

const literally = (word: string) => word.replace(/[\\%_]/g, '\\$&');

const parameters = (filter: PractitionerFilter) => [
  filter.agencies === 'all' ? null : filter.agencies,
  filter.ids ?? null,
  (filter.search ?? '').split(/\s+/).filter(Boolean).slice(0, 8).map(literally),
  filter.role ?? null,
  filter.region ?? null,
];

/** False where there is one with this id already. */
export async function addPractitioner(tx: EntityManager, row: PractitionerRow): Promise<boolean> {
  const added = await tx
    .createQueryBuilder()
    .insert()
    .into(PractitionerTable)
    .values(row)
    .orIgnore()
    .returning('practitioner_id')
    .execute();
  return (added.raw as unknown[]).length > 0;
}

export async function findPractitioners(
  manager: EntityManager,
  filter: PractitionerFilter,
): Promise<{ items: PractitionerView[]; total: number }> {
  const items = await manager.query<PractitionerView[]>(
    `SELECT ${columns} ${where}
     ORDER BY p.family_name, p.given_name, p.practitioner_id LIMIT $6 OFFSET $7`,
    [...parameters(filter), filter.limit, filter.offset],
  );
  const [count] = await manager.query<{ total: number }[]>(
    `SELECT count(*)::int AS total ${where}`,
    parameters(filter),
  );
  return { items, total: count?.total ?? 0 };
}

export async function findPractitioner(
  manager: EntityManager,
  practitionerId: string,
  agencies: 'all' | readonly string[],
): Promise<PractitionerView | undefined> {
  const { items } = await findPractitioners(manager, {
    agencies,
    ids: [practitionerId],
    limit: 1,
    offset: 0,
  });
  return items[0];
}

/** The practitioner's row, held until the transaction ends: one act on a person at a time. */
export const lockPractitioner = (
  tx: EntityManager,
  practitionerId: string,
): Promise<PractitionerRow | null> =>
  tx.findOne(PractitionerTable, {
    where: { practitionerId },
    lock: { mode: 'pessimistic_write' },
  });

export const affiliationsOf = (
  manager: EntityManager,
  practitionerId: string,
): Promise<AffiliationRow[]> =>
  manager.find(AffiliationTable, { where: { practitionerId }, order: { from: 'ASC', to: 'ASC' } });
