import type { EntityManager } from 'typeorm';
import type { AttemptCase } from './attempts.ts';
import { agencyList, visibleIn } from './read-copies.ts';

export type CaseLine = AttemptCase & { practitionerId: string; sittingId: string };

const columns = `c.case_id as "caseId", c.attempt_id as "attemptId", c.kind,
  c.opened_at as "openedAt", c.closed_at as "closedAt", c.closed_by as "closedBy", c.outcome,
  a.practitioner_id as "practitionerId", a.sitting_id as "sittingId"`;

export type CaseSearch = {
  readonly state?: 'open' | 'closed' | undefined;
  readonly limit: number;
  readonly offset: number;
};

/** Open ones first, the oldest at the top; of the closed ones the last closed. */
export async function listCases(
  tx: EntityManager,
  agencies: 'all' | readonly string[],
  { state, limit, offset }: CaseSearch,
): Promise<{ items: CaseLine[]; total: number }> {
  const from = `from attempt_case c join attempt a using (attempt_id)
    where ${visibleIn('a.practitioner_id', 1)}
      and ($2::text is null or (c.closed_at is null) = ($2 = 'open'))`;
  const values = [agencyList(agencies), state ?? null];
  const items = await tx.query<CaseLine[]>(
    `select ${columns} ${from}
     order by c.closed_at desc nulls first, c.opened_at, c.case_id limit $3 offset $4`,
    [...values, limit, offset],
  );
  const [count] = await tx.query<{ total: number }[]>(
    `select count(*)::int as total ${from}`,
    values,
  );
  return { items, total: count?.total ?? 0 };
}

export async function caseForUpdate(
  tx: EntityManager,
  caseId: string,
): Promise<CaseLine | undefined> {
  const rows = await tx.query<CaseLine[]>(
    `select ${columns} from attempt_case c join attempt a using (attempt_id)
     where c.case_id = $1 for update of c`,
    [caseId],
  );
  return rows[0];
}

export async function closeCase(
  tx: EntityManager,
  caseId: string,
  closing: { at: Date; by: string; outcome: string },
): Promise<void> {
  await tx.query(
    'update attempt_case set closed_at = $2, closed_by = $3, outcome = $4 where case_id = $1',
    [caseId, closing.at, closing.by, closing.outcome],
  );
}
