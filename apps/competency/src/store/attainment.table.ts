import { EntitySchema } from 'typeorm';
import type { Attainment } from '../domain/attainment/attainment.ts';
import type { EvidenceKind } from '../domain/framework/framework.ts';

export interface AttainmentRow {
  attainmentId: string;
  practitionerId: string;
  frameworkId: string;
  frameworkVersion: number;
  competencyId: string;
  competencyCode: string;
  level: number;
  evidence: EvidenceKind;
  sourceKind: 'result' | 'manual';
  sourceId: string;
  attemptId: string | null;
  /** Of a result, where it was told: the exam, and who decided and released, an account or 'rule'. */
  examId: string | null;
  decidedBy: string | null;
  releasedBy: string | null;
  from: string;
  to: string | null;
  recordedAt: Date;
  /** The account, or `system` for what followed from a result. */
  recordedBy: string;
  authority: string;
  reason: string;
  withdrawnAt: Date | null;
  withdrawnReason: string | null;
  withdrawnAuthority: string | null;
}

export const AttainmentTable = new EntitySchema<AttainmentRow>({
  name: 'attainment',
  columns: {
    attainmentId: { type: 'uuid', primary: true, name: 'attainment_id' },
    practitionerId: { type: 'uuid', name: 'practitioner_id' },
    frameworkId: { type: 'uuid', name: 'framework_id' },
    frameworkVersion: { type: 'int', name: 'framework_version' },
    competencyId: { type: 'uuid', name: 'competency_id' },
    competencyCode: { type: 'text', name: 'competency_code' },
    level: { type: 'int' },
    evidence: { type: 'text' },
    sourceKind: { type: 'text', name: 'source_kind' },
    sourceId: { type: 'text', name: 'source_id' },
    attemptId: { type: 'uuid', name: 'attempt_id', nullable: true },
    examId: { type: 'uuid', name: 'exam_id', nullable: true },
    decidedBy: { type: 'text', name: 'decided_by', nullable: true },
    releasedBy: { type: 'text', name: 'released_by', nullable: true },
    from: { type: 'date', name: 'from_date' },
    to: { type: 'date', name: 'to_date', nullable: true },
    recordedAt: { type: 'timestamptz', name: 'recorded_at' },
    recordedBy: { type: 'text', name: 'recorded_by' },
    authority: { type: 'text' },
    reason: { type: 'text' },
    withdrawnAt: { type: 'timestamptz', name: 'withdrawn_at', nullable: true },
    withdrawnReason: { type: 'text', name: 'withdrawn_reason', nullable: true },
    withdrawnAuthority: { type: 'text', name: 'withdrawn_authority', nullable: true },
  },
});

export const toAttainment = (row: AttainmentRow): Attainment => ({
  attainmentId: row.attainmentId,
  practitionerId: row.practitionerId,
  frameworkId: row.frameworkId,
  frameworkVersion: row.frameworkVersion,
  competencyId: row.competencyId,
  competencyCode: row.competencyCode,
  level: row.level,
  evidence: row.evidence,
  source: { kind: row.sourceKind, id: row.sourceId },
  from: row.from,
  to: row.to,
  recordedAt: row.recordedAt.toISOString(),
  withdrawn:
    row.withdrawnAt === null
      ? null
      : {
          at: row.withdrawnAt.toISOString(),
          reason: row.withdrawnReason ?? '',
          authority: row.withdrawnAuthority ?? '',
        },
});
