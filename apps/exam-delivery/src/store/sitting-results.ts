import type { EntityManager } from 'typeorm';
import type { AttemptState } from '../domain/attempt/attempt.ts';
import { lines, parametersOf, stateColumn, wanted } from './sitting-lines.ts';
import type { Asked, LineQuery } from './sitting-lines.ts';

export type ResultLine = {
  attemptId: string;
  practitionerId: string;
  state: AttemptState;
  language: string;
  startedAt: Date;
  endedAt: Date | null;
  decidedAt: Date | null;
  releasedAt: Date | null;
  voidedAt: Date | null;
  voidReason: string | null;
  score: number | null;
  maxScore: number | null;
  cutScore: number | null;
  passed: boolean | null;
  decidedBy: string | null;
};

/** Every attempt with its newest decision. */
export const resultsOf = (
  tx: EntityManager,
  asked: Asked,
  query: LineQuery,
): Promise<ResultLine[]> =>
  tx.query<ResultLine[]>(
    `select line.*, d.score, d.max_score as "maxScore", d.cut_score as "cutScore", d.passed,
       d.author as "decidedBy"
     from (select a.attempt_id as "attemptId", n.practitioner_id as "practitionerId",
         ${stateColumn} as state, a.language, a.started_at as "startedAt",
         a.ended_at as "endedAt", a.decided_at as "decidedAt", a.released_at as "releasedAt",
         a.voided_at as "voidedAt", a.void_reason as "voidReason"
       from ${lines('inner')} where ${wanted}
       order by n.practitioner_id, a.started_at limit $7 offset $8) line
     left join lateral (select * from decision where attempt_id = line."attemptId"
       order by number desc limit 1) d on true
     order by line."practitionerId", line."startedAt"`,
    [...parametersOf(asked, query), query.limit, query.offset],
  );
