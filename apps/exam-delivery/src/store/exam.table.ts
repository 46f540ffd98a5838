import { EntitySchema } from 'typeorm';
import type { Exam } from '../domain/exam/exam.ts';
import type { Enrolment, Sitting } from '../domain/sitting/sitting.ts';

export const examTable = new EntitySchema<Exam>({
  name: 'exam',
  columns: {
    examId: { type: 'uuid', primary: true, name: 'exam_id' },
    code: { type: 'text' },
    title: { type: 'jsonb' },
    blueprintId: { type: 'uuid', name: 'blueprint_id', nullable: true },
    formIds: { type: 'uuid', array: true, name: 'form_ids' },
    frameworkId: { type: 'uuid', name: 'framework_id' },
    frameworkVersion: { type: 'integer', name: 'framework_version' },
    competencyId: { type: 'uuid', name: 'competency_id' },
    level: { type: 'integer' },
    rules: { type: 'jsonb' },
    state: { type: 'text' },
    editors: { type: 'jsonb' },
    createdAt: { type: 'timestamptz', precision: 3, name: 'created_at' },
    publishedAt: { type: 'timestamptz', precision: 3, name: 'published_at', nullable: true },
    publishedBy: { type: 'jsonb', name: 'published_by', nullable: true },
    version: { type: 'integer' },
  },
});

export const sittingTable = new EntitySchema<Sitting>({
  name: 'sitting',
  columns: {
    sittingId: { type: 'uuid', primary: true, name: 'sitting_id' },
    examId: { type: 'uuid', name: 'exam_id' },
    title: { type: 'jsonb' },
    agencyId: { type: 'uuid', name: 'agency_id', nullable: true },
    opensAt: { type: 'timestamptz', precision: 3, name: 'opens_at' },
    closesAt: { type: 'timestamptz', precision: 3, name: 'closes_at' },
    createdBy: { type: 'text', name: 'created_by' },
    createdAt: { type: 'timestamptz', precision: 3, name: 'created_at' },
    version: { type: 'integer' },
  },
});

export const enrolmentTable = new EntitySchema<Enrolment>({
  name: 'enrolment',
  columns: {
    sittingId: { type: 'uuid', primary: true, name: 'sitting_id' },
    practitionerId: { type: 'uuid', primary: true, name: 'practitioner_id' },
    extraMinutes: { type: 'integer', name: 'extra_minutes' },
    enrolledAt: { type: 'timestamptz', precision: 3, name: 'enrolled_at' },
  },
});
