import type { EntityManager } from 'typeorm';
import { visibleAgencies } from '#libs/service-kit';
import type { CallerIdentity } from '#libs/service-kit';
import type { Exam, Text } from '../domain/exam/exam.ts';
import type { EnrolmentLine } from '../domain/sitting/enrolment-csv.ts';
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

/** Returns how many are new; who is enrolled already stays as he is. */
export async function addEnrolments(
  tx: EntityManager,
  sittingId: string,
  lines: readonly EnrolmentLine[],
  at: Date,
): Promise<number> {
  const rows = await tx.query<unknown[]>(
    `insert into enrolment (sitting_id, practitioner_id, extra_minutes, enrolled_at)
     select $1, practitioner_id, extra_minutes, $4
     from unnest($2::uuid[], $3::integer[]) as list (practitioner_id, extra_minutes)
     on conflict do nothing returning practitioner_id`,
    [
      sittingId,
      lines.map((line) => line.practitionerId),
      lines.map((line) => line.extraMinutes),
      at,
    ],
  );
  return rows.length;
}

export type SittingLine = {
  sittingId: string;
  examId: string;
  examCode: string;
  title: Text;
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
