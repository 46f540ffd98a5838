// What certificates keeps of others: frameworks, names, affiliations.
import type { EntityManager } from 'typeorm';
import type { EventData } from '#libs/contracts';
import type { Framework } from '../domain/scheme/scheme.ts';

export const COPY_TABLES = ['framework_copy', 'practitioner_copy', 'affiliation_copy'] as const;

export async function saveFramework(
  tx: EntityManager,
  data: EventData<'framework.published'>,
): Promise<void> {
  await tx.query(
    `INSERT INTO framework_copy (framework_id, version, data) VALUES ($1, $2, $3)
     ON CONFLICT (framework_id, version) DO UPDATE SET data = excluded.data`,
    [data.frameworkId, data.version, JSON.stringify(data)],
  );
}

/** The framework's published versions that have come so far. */
export async function frameworkVersions(
  tx: EntityManager,
  frameworkId: string,
): Promise<Framework[]> {
  const rows = await tx.query<{ data: Framework }[]>(
    'SELECT data FROM framework_copy WHERE framework_id = $1 ORDER BY version',
    [frameworkId],
  );
  return rows.map(({ data }) => data);
}

export async function saveName(
  tx: EntityManager,
  data: EventData<'practitioner.changed'>,
): Promise<void> {
  await tx.query(
    `INSERT INTO practitioner_copy (practitioner_id, given_name, family_name, other_names)
     VALUES ($1, $2, $3, $4)
     ON CONFLICT (practitioner_id) DO UPDATE SET given_name = excluded.given_name,
       family_name = excluded.family_name, other_names = excluded.other_names`,
    [data.practitionerId, data.givenName, data.familyName, data.otherNames ?? null],
  );
}

export async function forgetName(tx: EntityManager, practitionerId: string): Promise<void> {
  await tx.query('DELETE FROM practitioner_copy WHERE practitioner_id = $1', [practitionerId]);
}

/** As a certificate writes it: given name, other names, family name; null when it has not come. */
export async function nameOf(tx: EntityManager, practitionerId: string): Promise<string | null> {
  const [row] = await tx.query<
    { given_name: string; family_name: string; other_names: string | null }[]
  >('SELECT * FROM practitioner_copy WHERE practitioner_id = $1', [practitionerId]);
  if (row === undefined) return null;
  return [row.given_name, row.other_names, row.family_name].filter((part) => part).join(' ');
}

export async function saveAffiliation(
  tx: EntityManager,
  data: EventData<'affiliation.changed'>,
): Promise<void> {
  await tx.query(
    `INSERT INTO affiliation_copy (practitioner_id, agency_id, active) VALUES ($1, $2, $3)
     ON CONFLICT (practitioner_id) DO UPDATE SET agency_id = excluded.agency_id,
       active = excluded.active`,
    [data.practitionerId, data.agencyId, data.active],
  );
}

/** Whether the practitioner serves in one of these agencies. */
export async function servesIn(
  tx: EntityManager,
  practitionerId: string,
  agencies: 'all' | readonly string[],
): Promise<boolean> {
  if (agencies === 'all') return true;
  const rows = await tx.query<unknown[]>(
    `SELECT 1 FROM affiliation_copy WHERE practitioner_id = $1 AND active AND agency_id = ANY($2)`,
    [practitionerId, agencies],
  );
  return rows.length > 0;
}
