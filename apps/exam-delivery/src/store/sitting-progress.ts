import type { EntityManager } from 'typeorm';
import type { CandidateState } from '../domain/sitting/sitting.ts';
import { lines, parametersOf, stateColumn, wanted } from './sitting-lines.ts';
import type { Asked, LineQuery } from './sitting-lines.ts';

export type ProgressLine = {
  practitionerId: string;
  extraMinutes: number;
  state: CandidateState;
  attemptId: string | null;
  language: string | null;
  startedAt: Date | null;
  deadline: Date | null;
  endedAt: Date | null;
  endedHow: string | null;
  lastSavedAt: Date | null;
  saved: number;
  voidedAt: Date | null;
  voidReason: string | null;
  decidedAt: Date | null;
  releasedAt: Date | null;
  openCases: string[];
};

/** Who is enrolled, and every attempt of theirs, void ones too. Journals are read for the page's lines only. */
export const progressOf = (
  tx: EntityManager,
  asked: Asked,
  query: LineQuery,
): Promise<ProgressLine[]> =>
  tx.query<ProgressLine[]>(
    `select line.*, j.last as "lastSavedAt", coalesce(j.saved, 0)::int as saved,
       array(select kind from attempt_case c where c.attempt_id = line."attemptId"
         and c.closed_at is null order by kind) as "openCases"
     from (select n.practitioner_id as "practitionerId", n.extra_minutes as "extraMinutes",
         ${stateColumn} as state, a.attempt_id as "attemptId", a.language,
         a.started_at as "startedAt", a.deadline, a.ended_at as "endedAt",
         a.ended_how as "endedHow", a.voided_at as "voidedAt", a.void_reason as "voidReason",
         a.decided_at as "decidedAt", a.released_at as "releasedAt"
       from ${lines('left')} where ${wanted}
       order by n.practitioner_id, a.started_at limit $7 offset $8) line
     left join lateral (select max(server_at) as last, count(*) as saved from journal
       where attempt_id = line."attemptId" and kind = 'response') j on true
     order by line."practitionerId", line."startedAt"`,
    [...parametersOf(asked, query), query.limit, query.offset],
  );
