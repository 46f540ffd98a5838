import type { EntityManager } from 'typeorm';
import { visibleAgencies } from '#libs/service-kit';
import type { CallerIdentity } from '#libs/service-kit';
import type { Exam } from '../domain/exam/exam.ts';
import type { Sitting } from '../domain/sitting/sitting.ts';
import { notFound } from '../use-cases/refusal-problem.ts';
import { examTable, sittingTable } from './exam.table.ts';
import { agencyList, visibleIn } from './read-copies.ts';

/** A sitting of the national body is seen by every officer, one of an agency by its own; whom it lists is another matter. */
const mine = (n: number): string =>
  `($${n}::uuid[] is null or s.agency_id is null or s.agency_id = any($${n}::uuid[]))`;

export async function visibleSitting(
  tx: EntityManager,
  sittingId: string,
  caller: CallerIdentity,
): Promise<Sitting> {
  const sitting = await tx.findOneBy(sittingTable, { sittingId });
  const agencies = visibleAgencies(caller);
  const visible =
    sitting !== null &&
    (agencies === 'all' || sitting.agencyId === null || agencies.includes(sitting.agencyId));
  if (!visible) throw notFound();
  return sitting;
}

export async function examOfSitting(
  tx: EntityManager,
  sittingId: string,
): Promise<{ sitting: Sitting; exam: Exam } | undefined> {
  const sitting = await tx.findOneBy(sittingTable, { sittingId });
  if (sitting === null) return undefined;
  const exam = await tx.findOneByOrFail(examTable, { examId: sitting.examId });
  return { sitting, exam };
}

export type SittingLine = {
  sittingId: string;
  examId: string;
  examCode: string;
  title: string;
  agencyId: string | null;
  opensAt: Date;
  closesAt: Date;
  enrolled: number;
  started: number;
  ended: number;
};

export async function listSittings(
  tx: EntityManager,
  caller: CallerIdentity,
  page: { limit: number; offset: number },
): Promise<{ items: SittingLine[]; total: number }> {
  const agencies = agencyList(visibleAgencies(caller));
  const items = await tx.query<SittingLine[]>(
    `select s.sitting_id as "sittingId", s.exam_id as "examId", e.code as "examCode", s.title,
       s.agency_id as "agencyId", s.opens_at as "opensAt", s.closes_at as "closesAt",
       (select count(*)::int from enrolment n where n.sitting_id = s.sitting_id
         and ${visibleIn('n.practitioner_id', 1)}) as enrolled,
       count(a.attempt_id)::int as started, count(a.ended_at)::int as ended
     from sitting s join exam e using (exam_id)
     left join attempt a on a.sitting_id = s.sitting_id and a.voided_at is null
       and ${visibleIn('a.practitioner_id', 1)}
     where ${mine(1)}
     group by s.sitting_id, e.code order by s.opens_at desc, s.sitting_id limit $2 offset $3`,
    [agencies, page.limit, page.offset],
  );
  const [count] = await tx.query<{ total: number }[]>(
    `select count(*)::int as total from sitting s where ${mine(1)}`,
    [agencies],
  );
  return { items, total: count?.total ?? 0 };
}

export type ProgressLine = {
  practitionerId: string;
  extraMinutes: number;
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

/** Who is enrolled, and every attempt of theirs, void ones too. */
export const progressOf = (
  tx: EntityManager,
  sittingId: string,
  caller: CallerIdentity,
): Promise<ProgressLine[]> =>
  tx.query<ProgressLine[]>(
    `select n.practitioner_id as "practitionerId", n.extra_minutes as "extraMinutes",
       a.attempt_id as "attemptId", a.language, a.started_at as "startedAt", a.deadline,
       a.ended_at as "endedAt", a.ended_how as "endedHow", j.last as "lastSavedAt",
       coalesce(j.saved, 0)::int as saved, a.voided_at as "voidedAt",
       a.void_reason as "voidReason", a.decided_at as "decidedAt", a.released_at as "releasedAt",
       array(select kind from attempt_case c where c.attempt_id = a.attempt_id
         and c.closed_at is null order by kind) as "openCases"
     from enrolment n
     left join attempt a using (sitting_id, practitioner_id)
     left join lateral (select max(server_at) as last, count(*) as saved from journal
       where attempt_id = a.attempt_id and kind = 'response') j on true
     where n.sitting_id = $1 and ${visibleIn('n.practitioner_id', 2)}
     order by n.practitioner_id, a.started_at`,
    [sittingId, agencyList(visibleAgencies(caller))],
  );

export type ResultLine = {
  attemptId: string;
  practitionerId: string;
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

export const resultsOf = (
  tx: EntityManager,
  sittingId: string,
  caller: CallerIdentity,
): Promise<ResultLine[]> =>
  tx.query<ResultLine[]>(
    `select a.attempt_id as "attemptId", a.practitioner_id as "practitionerId", a.language,
       a.started_at as "startedAt", a.ended_at as "endedAt", a.decided_at as "decidedAt",
       a.released_at as "releasedAt", a.voided_at as "voidedAt", a.void_reason as "voidReason",
       d.score, d.max_score as "maxScore", d.cut_score as "cutScore", d.passed,
       d.author as "decidedBy"
     from attempt a
     left join lateral (select * from decision where attempt_id = a.attempt_id
       order by number desc limit 1) d on true
     where a.sitting_id = $1 and ${visibleIn('a.practitioner_id', 2)}
     order by a.practitioner_id, a.started_at`,
    [sittingId, agencyList(visibleAgencies(caller))],
  );
