import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { EventData } from '#libs/contracts';
import type { FormItems } from '../domain/exam/choose-form.ts';
import type { Exam } from '../domain/exam/exam.ts';
import type { Renewal } from '../domain/exam/retakes.ts';
import type { FormFacts, FrameworkFacts } from '../domain/exam/publish-exam.ts';
import { affiliationCopyTable, formCopyTable, frameworkCopyTable } from './copies.table.ts';

export type Framework = EventData<'framework.published'>;

// A published version never changes, and every start and every result asks for one.
const frameworks = new Map<string, Framework>();

export async function frameworkOf(
  tx: EntityManager,
  frameworkId: string,
  version: number,
): Promise<Framework | null> {
  const key = `${frameworkId}/${version}`;
  const known = frameworks.get(key);
  if (known !== undefined) return known;
  const copy = await tx.findOneBy(frameworkCopyTable, { frameworkId, version });
  if (copy === null) return null;
  frameworks.set(key, copy.data);
  return copy.data;
}

export const frameworkFacts = (framework: Framework): FrameworkFacts => ({
  competencies: [...framework.competencies],
  levels: framework.levels.map(({ level, evidence }) => ({ level, evidence: [...evidence] })),
});

export async function formFacts(tx: EntityManager, formIds: string[]): Promise<FormFacts[]> {
  const copies = await tx.findBy(formCopyTable, { formId: In(formIds) });
  return copies.map(({ manifest, complete, needsServer }) => ({
    formId: manifest.formId,
    complete,
    blueprintId: manifest.blueprintId,
    frameworkId: manifest.frameworkId,
    frameworkVersion: manifest.frameworkVersion,
    competencyId: manifest.competencyId,
    level: manifest.level,
    languages: [...manifest.languages],
    maxScore: manifest.maxScore,
    needsServer,
  }));
}

/** Of these practitioners, those whom an officer of these agencies may act on. */
export async function visiblePractitioners(
  tx: EntityManager,
  practitionerIds: string[],
  agencies: 'all' | readonly string[],
): Promise<Set<string>> {
  const rows = await tx.findBy(affiliationCopyTable, {
    practitionerId: In(practitionerIds),
    ...(agencies === 'all' ? {} : { agencyId: In([...agencies]) }),
  });
  return new Set(rows.map((row) => row.practitionerId));
}

/** A condition over a column of practitioners; `$n` is the agencies or null for all. */
export const visibleIn = (column: string, n: number): string =>
  `($${n}::uuid[] is null or ${column} in
    (select practitioner_id from affiliation_copy where agency_id = any($${n}::uuid[])))`;

export const agencyList = (agencies: 'all' | readonly string[]): string[] | null =>
  agencies === 'all' ? null : [...agencies];

/** The forms of an exam with their items, in the exam's order: the draw is stable. */
export async function formsOf(tx: EntityManager, formIds: string[]): Promise<FormItems[]> {
  const rows = await tx.query<FormItems[]>(
    `select form_id as "formId", array_agg(item_id::text) as "itemIds"
     from form_item_copy where form_id = any($1::uuid[]) group by form_id`,
    [formIds],
  );
  return formIds.flatMap((formId) => rows.filter((row) => row.formId === formId));
}

/** Whether the practitioner is enrolled in an exam that shows any of the form's items. */
export async function sitsItemsOf(
  tx: EntityManager,
  practitionerId: string,
  formId: string,
): Promise<boolean> {
  const rows = await tx.query<unknown[]>(
    `select 1 from enrolment
       join sitting using (sitting_id)
       join exam using (exam_id)
       join form_item_copy shown on shown.form_id = any(exam.form_ids)
     where practitioner_id = $1
       and shown.item_id in (select item_id from form_item_copy where form_id = $2)
     limit 1`,
    [practitionerId, formId],
  );
  return rows.length > 0;
}

/** Renewal opens this many days before an attainment ends. */
const renewalDays = 180;

export async function renewalOf(tx: EntityManager, exam: Exam): Promise<Renewal> {
  const framework = await frameworkOf(tx, exam.frameworkId, exam.frameworkVersion);
  const level = framework?.levels.find((one) => one.level === exam.level);
  return { validityMonths: level?.validityMonths ?? null, renewalDays };
}
