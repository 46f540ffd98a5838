// Who has what a scheme asks for, by level and day: more than fulfil it, never fewer, so that `decide` is asked about these
// alone.
import type { EntityManager } from 'typeorm';
import type { Scheme } from '../domain/scheme/scheme.ts';
import type { LegalDate } from '../domain/words.ts';

/** Of people whom these agencies may see, in the order of their ids. */
export async function peopleWhoMayFulfil(
  tx: EntityManager,
  { id, frameworkId, requirements }: Scheme,
  which: {
    readonly today: LegalDate;
    readonly agencies: 'all' | readonly string[];
    /** Only who never had a certificate of the scheme, in any version and state. */
    readonly neverCertified: boolean;
  },
): Promise<string[]> {
  const rows = await tx.query<{ practitionerId: string }[]>(
    `SELECT a.practitioner_id AS "practitionerId"
     FROM attainment a JOIN jsonb_to_recordset($1::jsonb) AS r ("competencyId" uuid, level int)
       ON a.competency_id = r."competencyId" AND a.level >= r.level
     WHERE a.framework_id = $2 AND a.withdrawn_at IS NULL
       AND (a.valid_to IS NULL OR a.valid_to >= $3)
       AND ($4::uuid[] IS NULL OR EXISTS (
         SELECT 1 FROM affiliation_copy f WHERE f.practitioner_id = a.practitioner_id
           AND f.active AND f.agency_id = ANY($4)))
       AND (NOT $5 OR NOT EXISTS (
         SELECT 1 FROM certificate c
         WHERE c.practitioner_id = a.practitioner_id AND c.scheme_id = $6))
     GROUP BY a.practitioner_id HAVING count(DISTINCT a.competency_id) = $7
     ORDER BY a.practitioner_id`,
    [
      JSON.stringify(requirements),
      frameworkId,
      which.today,
      which.agencies === 'all' ? null : which.agencies,
      which.neverCertified,
      id,
      requirements.length,
    ],
  );
  return rows.map(({ practitionerId }) => practitionerId);
}
