import type { EntityManager } from 'typeorm';
import type { Text } from '../domain/exam/exam.ts';

export type CandidateSitting = {
  sittingId: string;
  examId: string;
  title: Text;
  opensAt: Date;
  closesAt: Date;
  extraMinutes: number;
  /** The attempt in this sitting that is not void, if there is one. */
  attempt: { attemptId: string; endedAt: string | null; deadline: string } | null;
};

/** Sittings that are not over, or in which an attempt still runs. */
export const candidateSittings = (
  tx: EntityManager,
  practitionerId: string,
  now: Date,
): Promise<CandidateSitting[]> =>
  tx.query<CandidateSitting[]>(
    `select s.sitting_id as "sittingId", s.exam_id as "examId", s.title, s.opens_at as "opensAt",
       s.closes_at as "closesAt", n.extra_minutes as "extraMinutes",
       case when a.attempt_id is not null then json_build_object(
         'attemptId', a.attempt_id, 'endedAt', a.ended_at, 'deadline', a.deadline) end as attempt
     from enrolment n join sitting s using (sitting_id)
     left join attempt a on a.sitting_id = s.sitting_id and a.practitioner_id = n.practitioner_id
       and a.voided_at is null
     where n.practitioner_id = $1 and (s.closes_at > $2 or a.ended_at is null and a.grace_ends > $2)
     order by s.opens_at, s.sitting_id`,
    [practitionerId, now],
  );
