import type { EntityManager } from 'typeorm';
import type { PublishedFramework } from '../domain/framework/framework.ts';
import type { Headcount, Population, Tally } from '../domain/national/tally.ts';

// $1 framework, $2 day, $3 what counts in this version, $4 which evidence a level asks for and how
// many kinds of it, $5 requirements, $6 roles. The rules are those of domain/attainment/held.ts and
// domain/national/tally.ts, in the database because a country's evidence is too much to carry out.
const serves = `
  SELECT f.practitioner_id, f.agency_id, r.role
  FROM affiliation f CROSS JOIN LATERAL unnest(f.role_ids) AS r (role)
  WHERE f.to_date IS NULL AND r.role = ANY`;

const tallies = `
WITH counts AS (
  SELECT * FROM jsonb_to_recordset($3) AS c (competency uuid, level int, version int)
), kinds AS (
  SELECT * FROM jsonb_to_recordset($4) AS k (level int, kind text, needed int)
), requirement AS (
  SELECT * FROM jsonb_to_recordset($5) AS q (role uuid, competency uuid, level int)
), valid AS MATERIALIZED (
  SELECT DISTINCT practitioner_id, competency_id, framework_version, level, evidence
  FROM attainment
  WHERE framework_id = $1 AND withdrawn_at IS NULL
    AND from_date <= $2 AND (to_date IS NULL OR to_date >= $2)
), reached AS (
  SELECT a.practitioner_id, a.competency_id, c.level
  FROM valid a
  JOIN counts c ON c.competency = a.competency_id AND c.version = a.framework_version
    AND c.level <= a.level
  JOIN kinds k ON k.level = c.level AND k.kind = a.evidence
  GROUP BY a.practitioner_id, a.competency_id, c.level, k.needed
  HAVING count(DISTINCT a.evidence) >= k.needed
), held AS (
  SELECT practitioner_id, competency_id, max(level) AS level FROM reached GROUP BY 1, 2
), serves AS (${serves} ($6)
), asked AS (
  SELECT s.role, s.practitioner_id, s.agency_id, q.competency, q.level
  FROM serves s JOIN requirement q ON q.role = s.role
  UNION ALL
  SELECT NULL, s.practitioner_id, s.agency_id, q.competency, max(q.level)
  FROM serves s JOIN requirement q ON q.role = s.role
  GROUP BY s.practitioner_id, s.agency_id, q.competency
)
SELECT asked.role AS "roleId", asked.agency_id AS "agencyId", asked.competency AS "competencyId",
  count(*)::int AS headcount,
  sum(asked.level)::int AS "sumRequired",
  sum(coalesce(held.level, 0))::int AS "sumHeld",
  (count(*) FILTER (WHERE held.level >= asked.level))::int AS meeting,
  sum(greatest(0, asked.level - coalesce(held.level, 0)))::int AS "sumGap"
FROM asked
LEFT JOIN held ON held.practitioner_id = asked.practitioner_id
  AND held.competency_id = asked.competency
GROUP BY asked.role, asked.agency_id, asked.competency`;

const headcounts = `
WITH serves AS (${serves} ($1))
SELECT role AS "roleId", agency_id AS "agencyId", count(*)::int AS headcount
FROM serves GROUP BY role, agency_id
UNION ALL
SELECT NULL, agency_id, count(DISTINCT practitioner_id)::int FROM serves GROUP BY agency_id`;

export async function readPopulation(
  manager: EntityManager,
  framework: PublishedFramework,
  date: string,
): Promise<Population> {
  const roleIds = framework.roles.map((role) => role.roleId);
  const counts = [
    ...framework.competencies.flatMap(({ competencyId }) =>
      framework.levels.map(({ level }) => ({
        competency: competencyId,
        level,
        version: framework.version,
      })),
    ),
    ...framework.equivalentTo.map(({ competencyId, level, version }) => ({
      competency: competencyId,
      level,
      version,
    })),
  ];
  const kinds = framework.levels.flatMap(({ level, evidence, evidenceRule }) =>
    evidence.map((kind) => ({ level, kind, needed: evidenceRule === 'all' ? evidence.length : 1 })),
  );
  const requirements = framework.requirements.map(({ roleId, competencyId, level }) => ({
    role: roleId,
    competency: competencyId,
    level,
  }));
  const [sums, heads] = await Promise.all([
    manager.query<Tally[]>(tallies, [
      framework.frameworkId,
      date,
      JSON.stringify(counts),
      JSON.stringify(kinds),
      JSON.stringify(requirements),
      roleIds,
    ]),
    manager.query<Headcount[]>(headcounts, [roleIds]),
  ]);
  return { tallies: sums, headcounts: heads };
}
