import { contract } from '../contract.ts';
import {
  evidenceKind,
  instant,
  legalDate,
  nullable,
  object,
  oneOf,
  optional,
  positive,
  string,
  uuid,
} from '../json-schema.ts';

export const attainmentRecorded = contract({
  name: 'attainment.recorded',
  topic: 'attainment',
  summary: 'A practitioner holds a competency at a level from a date to a date.',
  aggregate: 'attainmentId',
  data: object({
    attainmentId: uuid,
    practitionerId: uuid,
    frameworkId: uuid,
    frameworkVersion: positive,
    competencyId: uuid,
    competencyCode: string,
    level: positive,
    evidence: evidenceKind,
    source: object({
      kind: oneOf('result', 'manual'),
      id: string,
      /** Of a result. */
      attemptId: optional(uuid),
      examId: optional(uuid),
      /** An account, or 'rule': by the exam's own. Of what was recorded by hand, who recorded it. */
      decidedBy: optional(string),
      releasedBy: optional(string),
    }),
    from: legalDate,
    to: nullable(legalDate),
    recordedAt: instant,
  }),
  example: {
    key: '9d0f7a52-7c2b-8a41-9d15-3b5a2f1e4c20',
    version: 1,
    data: {
      attainmentId: '77a4e6f0-2b61-4f2f-9d1f-0a9c8b7d6e30',
      practitionerId: '9d0f7a52-7c2b-8a41-9d15-3b5a2f1e4c20',
      frameworkId: '6f1c2b1e-6a0e-4f6e-9c39-3f6b0f6f2a10',
      frameworkVersion: 1,
      competencyId: '0b8b8c1e-53a9-4c39-8a2f-9f4f4b1c9b11',
      competencyCode: 'EV3',
      level: 1,
      evidence: 'exam',
      source: {
        kind: 'result',
        id: 'c0a1b2c3-d4e5-4f60-8a71-b2c3d4e5f631',
        attemptId: 'd4c3b2a1-f6e5-4b7a-9d8c-1f0e3b2a5c50',
        examId: 'd4c3b2a1-f6e5-4b7a-9d8c-1f0e3b2a5c52',
        decidedBy: 'rule',
        releasedBy: 'e1f2a3b4-c5d6-4e7f-8a91-0b1c2d3e4f32',
      },
      from: '2026-11-24',
      to: '2029-11-24',
      recordedAt: '2026-11-24T08:30:00.000Z',
    },
  },
});

export const attainmentWithdrawn = contract({
  name: 'attainment.withdrawn',
  topic: 'attainment',
  summary: 'An attainment counts no more; what rests on it is to be suspended.',
  aggregate: 'attainmentId',
  data: object({
    attainmentId: uuid,
    practitionerId: uuid,
    reason: string,
    authority: string,
    withdrawnAt: instant,
  }),
  example: {
    key: '9d0f7a52-7c2b-8a41-9d15-3b5a2f1e4c20',
    version: 2,
    data: {
      attainmentId: '77a4e6f0-2b61-4f2f-9d1f-0a9c8b7d6e30',
      practitionerId: '9d0f7a52-7c2b-8a41-9d15-3b5a2f1e4c20',
      reason: 'The result it rests on was voided.',
      authority: 'e1f2a3b4-c5d6-4e7f-8a91-0b1c2d3e4f32',
      withdrawnAt: '2026-11-25T09:00:00.000Z',
    },
  },
});
