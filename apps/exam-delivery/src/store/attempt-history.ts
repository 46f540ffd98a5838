import type { EntityManager } from 'typeorm';
import type { FormItems } from '../domain/exam/choose-form.ts';
import type { PastAttempt } from '../domain/exam/retakes.ts';
import type { Exam } from '../domain/exam/exam.ts';
import { formsOf } from './read-copies.ts';

type Row = {
  formId: string;
  sameSeries: boolean;
  startedAt: Date;
  endedAt: Date | null;
  voided: boolean;
  passed: boolean | null;
};

export type History = { attempts: PastAttempt[]; taken: FormItems[] };

/**
 * All that the practitioner has sat: of exams that evidence the same competency and level for the count, of every exam
 * for the items that were seen.
 */
export async function historyOf(
  tx: EntityManager,
  practitionerId: string,
  exam: Pick<Exam, 'frameworkId' | 'competencyId' | 'level'>,
  dateOf: (at: Date) => string,
): Promise<History> {
  const rows = await tx.query<Row[]>(
    `select a.form_id as "formId", a.started_at as "startedAt", a.ended_at as "endedAt",
       a.voided_at is not null as voided,
       e.framework_id = $2 and e.competency_id = $3 and e.level = $4 as "sameSeries",
       (select d.passed from decision d where d.attempt_id = a.attempt_id
        order by d.number desc limit 1) as passed
     from attempt a join exam e using (exam_id) where a.practitioner_id = $1`,
    [practitionerId, exam.frameworkId, exam.competencyId, exam.level],
  );
  const taken = await formsOf(tx, [...new Set(rows.map((row) => row.formId))]);
  const attempts = rows
    .filter((row) => row.sameSeries)
    .map((row) => ({
      startedOn: dateOf(row.startedAt),
      endedOn: row.endedAt === null ? null : dateOf(row.endedAt),
      outcome: outcomeOf(row),
    }));
  return { attempts, taken };
}

function outcomeOf(row: Row): PastAttempt['outcome'] {
  if (row.voided) return 'void';
  if (row.endedAt === null) return 'open';
  if (row.passed === null) return 'pending';
  return row.passed ? 'passed' : 'failed';
}
