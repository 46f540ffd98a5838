import { contract } from '../contract.ts';
import {
  boolean,
  instant,
  number,
  object,
  optional,
  positive,
  string,
  uuid,
} from '../json-schema.ts';

const ids = {
  attemptId: 'd4c3b2a1-f6e5-4b7a-9d8c-1f0e3b2a5c50',
  sittingId: 'd4c3b2a1-f6e5-4b7a-9d8c-1f0e3b2a5c51',
  examId: 'd4c3b2a1-f6e5-4b7a-9d8c-1f0e3b2a5c52',
  practitionerId: '9d0f7a52-7c2b-8a41-9d15-3b5a2f1e4c20',
};

export const attemptSubmitted = contract({
  name: 'attempt.submitted',
  topic: 'attempt',
  summary: 'A candidate handed in an attempt.',
  data: object({
    attemptId: uuid,
    sittingId: uuid,
    examId: uuid,
    practitionerId: uuid,
    submittedAt: instant,
  }),
  example: {
    key: ids.attemptId,
    version: 1,
    data: { ...ids, submittedAt: '2026-11-24T09:00:00.000Z' },
  },
});

export const resultDecided = contract({
  name: 'result.decided',
  topic: 'result',
  summary: 'The decided result of an attempt, at its release.',
  data: object({
    resultId: uuid,
    attemptId: uuid,
    sittingId: uuid,
    examId: uuid,
    practitionerId: uuid,
    frameworkId: uuid,
    frameworkVersion: positive,
    competencyId: uuid,
    competencyCode: string,
    level: positive,
    score: number,
    maxScore: number,
    cutScore: number,
    passed: boolean,
    decidedAt: instant,
    releasedAt: instant,
    /** An account, or 'rule': by the exam's own. */
    decidedBy: optional(string),
    releasedBy: optional(string),
  }),
  example: {
    key: ids.attemptId,
    version: 2,
    data: {
      resultId: 'c0a1b2c3-d4e5-4f60-8a71-b2c3d4e5f631',
      ...ids,
      frameworkId: '6f1c2b1e-6a0e-4f6e-9c39-3f6b0f6f2a10',
      frameworkVersion: 1,
      competencyId: '0b8b8c1e-53a9-4c39-8a2f-9f4f4b1c9b11',
      competencyCode: 'EV3',
      level: 1,
      score: 17,
      maxScore: 20,
      cutScore: 14,
      passed: true,
      decidedAt: '2026-11-24T09:00:01.000Z',
      releasedAt: '2026-11-24T09:00:02.000Z',
      decidedBy: 'rule',
      releasedBy: 'e1f2a3b4-c5d6-4e7f-8a91-0b1c2d3e4f32',
    },
  },
});

export const resultVoided = contract({
  name: 'result.voided',
  topic: 'result',
  summary: 'A released result counts no more.',
  data: object({ attemptId: uuid, practitionerId: uuid, reason: string, voidedAt: instant }),
  example: {
    key: ids.attemptId,
    version: 3,
    data: {
      attemptId: ids.attemptId,
      practitionerId: ids.practitionerId,
      reason: 'Another person sat the exam.',
      voidedAt: '2026-11-25T10:00:00.000Z',
    },
  },
});
