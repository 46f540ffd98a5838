// The people of one sitting with their attempts, as an officer's lists show them: a page at a time, by state, by person.

import type { EntityManager } from 'typeorm';
import { CANDIDATE_STATES } from '../domain/sitting/sitting.ts';
import type { CandidateState } from '../domain/sitting/sitting.ts';
import { visibleIn } from './read-copies.ts';

export type CandidateFilter = {
  state?: CandidateState | undefined;
  /** The beginning of a practitioner's or an attempt's id. */
  search?: string | undefined;
  practitionerId?: string | undefined;
};
export type LineQuery = CandidateFilter & { limit: number | null; offset: number };

/** How many lines are in each state; a person with a void attempt and another one has two. */
export type SittingCounts = { people: number } & Record<CandidateState, number>;

/** What is asked for: a sitting, as an officer of these agencies sees it at this time. */
export type Asked = { sittingId: string; agencies: string[] | null; now: Date };

/** As `stateOf` says it of an attempt; parameter 3 is the time. */
export const stateColumn = `case when a.attempt_id is null then 'enrolled'
  when a.voided_at is not null then 'void' when a.released_at is not null then 'released'
  when a.decided_at is not null then 'decided' when a.ended_at is not null then 'submitted'
  when a.deadline > $3 then 'in-progress' else 'closing' end`;

/** Parameters 1 and 2 are the sitting and the agencies or null for all. */
const ofSitting = `n.sitting_id = $1 and ${visibleIn('n.practitioner_id', 2)}`;

/** Parameters 4 to 6 are the state, the beginning of an id and the practitioner. */
export const wanted = `${ofSitting} and ($4::text is null or ${stateColumn} = $4)
  and ($5::text is null or starts_with(n.practitioner_id::text, $5)
    or starts_with(a.attempt_id::text, $5))
  and ($6::uuid is null or n.practitioner_id = $6)`;

/** Who is enrolled, and every attempt of theirs; `inner` leaves out who has not begun. */
export const lines = (join: 'left' | 'inner'): string =>
  `enrolment n ${join} join attempt a using (sitting_id, practitioner_id)`;

export const parametersOf = (asked: Asked, filter: CandidateFilter): unknown[] => [
  asked.sittingId,
  asked.agencies,
  asked.now,
  filter.state ?? null,
  filter.search?.toLowerCase() || null,
  filter.practitionerId ?? null,
];

export async function totalOf(
  tx: EntityManager,
  asked: Asked,
  filter: CandidateFilter,
  join: 'left' | 'inner',
): Promise<number> {
  const [count] = await tx.query<{ total: number }[]>(
    `select count(*)::int as total from ${lines(join)} where ${wanted}`,
    parametersOf(asked, filter),
  );
  return count?.total ?? 0;
}

export async function countsOf(tx: EntityManager, asked: Asked): Promise<SittingCounts> {
  const each = CANDIDATE_STATES.map(
    (state) => `count(*) filter (where state = '${state}')::int as "${state}"`,
  );
  const [counts] = await tx.query<SittingCounts[]>(
    `select count(distinct practitioner_id)::int as people, ${each.join(', ')}
     from (select practitioner_id, ${stateColumn} as state from ${lines('left')}
       where ${ofSitting}) line`,
    [asked.sittingId, asked.agencies, asked.now],
  );
  if (counts === undefined) throw new Error('an aggregate answers one row');
  return counts;
}
