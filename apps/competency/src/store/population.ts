import type { EntityManager } from 'typeorm';
import { heldIn } from '../domain/attainment/held.ts';
import type { Evidence } from '../domain/attainment/held.ts';
import type { EvidenceKind, PublishedFramework } from '../domain/framework/framework.ts';
import { tally } from '../domain/national/tally.ts';
import type { Crowd, Holders, Population } from '../domain/national/tally.ts';

// A country's evidence is too much to carry out, but few people differ in it: whoever has the same
// roles in one agency and the same evidence is counted together, and the rules are asked once for all.
const crowds = `
SELECT agency_id AS "agencyId", role_ids AS "roleIds", count(*)::int AS headcount
FROM affiliation WHERE to_date IS NULL
GROUP BY agency_id, role_ids`;

const evidenceOfCrowds = `
WITH evidence AS MATERIALIZED (
  SELECT practitioner_id, competency_id,
    array_agg(DISTINCT framework_version || ' ' || level || ' ' || evidence) AS evidence
  FROM attainment
  WHERE framework_id = $1 AND withdrawn_at IS NULL
    AND from_date <= $2 AND (to_date IS NULL OR to_date >= $2)
  GROUP BY practitioner_id, competency_id
)
SELECT f.agency_id AS "agencyId", f.role_ids AS "roleIds", e.competency_id AS "competencyId",
  e.evidence, count(*)::int AS people
FROM evidence e
JOIN affiliation f ON f.practitioner_id = e.practitioner_id AND f.to_date IS NULL
GROUP BY f.agency_id, f.role_ids, e.competency_id, e.evidence`;

type CrowdRow = Omit<Crowd, 'held'>;
type EvidenceRow = Pick<Crowd, 'agencyId' | 'roleIds'> & {
  competencyId: string;
  evidence: string[];
  people: number;
};

export async function readPopulation(
  manager: EntityManager,
  framework: PublishedFramework,
  date: string,
): Promise<Population> {
  const [people, evidence] = await Promise.all([
    manager.query<CrowdRow[]>(crowds),
    manager.query<EvidenceRow[]>(evidenceOfCrowds, [framework.frameworkId, date]),
  ]);
  const held = heldIn(framework, date);
  const holders = new Map<string, Holders[]>();
  for (const row of evidence) {
    const valid = row.evidence.map((text) => evidenceOf(row.competencyId, text, date));
    const { level } = held(row.competencyId, valid);
    const key = keyOf(row, row.competencyId);
    const known = holders.get(key);
    if (known === undefined) holders.set(key, [{ level, people: row.people }]);
    else known.push({ level, people: row.people });
  }
  return tally(
    framework,
    people.map((crowd) => ({
      ...crowd,
      held: (competencyId) => holders.get(keyOf(crowd, competencyId)) ?? [],
    })),
  );
}

const keyOf = ({ agencyId, roleIds }: Pick<Crowd, 'agencyId' | 'roleIds'>, competencyId: string) =>
  `${agencyId}/${roleIds.join()}/${competencyId}`;

/** Of evidence that is valid on that day; its own days no longer matter. */
function evidenceOf(competencyId: string, text: string, date: string): Evidence {
  const [version, level, evidence] = text.split(' ');
  return {
    competencyId,
    frameworkVersion: Number(version),
    level: Number(level),
    evidence: evidence as EvidenceKind,
    from: date,
    to: null,
    withdrawn: null,
  };
}
