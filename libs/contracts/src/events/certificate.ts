import { contract } from '../contract.ts';
import {
  legalDate,
  list,
  nullable,
  object,
  oneOf,
  positive,
  string,
  uuid,
} from '../json-schema.ts';

type State = 'active' | 'suspended' | 'withdrawn' | 'expired' | 'superseded';

const data = object({
  certificateId: uuid,
  practitionerId: uuid,
  schemeId: uuid,
  schemeVersion: positive,
  state: oneOf('active', 'suspended', 'withdrawn', 'expired', 'superseded'),
  reason: nullable(string),
  effective: legalDate,
  attainmentIds: list(uuid),
  expires: nullable(legalDate),
});

const stateChange = <const N extends string>(
  name: N,
  summary: string,
  version: number,
  state: State,
  reason: string | null,
) =>
  contract({
    name,
    topic: 'certificate',
    summary,
    data,
    example: {
      key: 'e5f6a7b8-c9d0-4e1f-8a2b-3c4d5e6f7a60',
      version,
      data: {
        certificateId: 'e5f6a7b8-c9d0-4e1f-8a2b-3c4d5e6f7a60',
        practitionerId: '9d0f7a52-7c2b-8a41-9d15-3b5a2f1e4c20',
        schemeId: 'e5f6a7b8-c9d0-4e1f-8a2b-3c4d5e6f7a61',
        schemeVersion: 1,
        state,
        reason,
        effective: '2026-11-24',
        attainmentIds: ['77a4e6f0-2b61-4f2f-9d1f-0a9c8b7d6e30'],
        expires: '2029-11-24',
      },
    },
  });

export const certificateIssued = stateChange(
  'certificate.issued',
  'A certificate was issued.',
  1,
  'active',
  null,
);

export const certificateSuspended = stateChange(
  'certificate.suspended',
  'A certificate is suspended; it may become active again.',
  2,
  'suspended',
  'evidence-withdrawn',
);

export const certificateReinstated = stateChange(
  'certificate.reinstated',
  'A suspended certificate is active again.',
  3,
  'active',
  'case-closed',
);

export const certificateWithdrawn = stateChange(
  'certificate.withdrawn',
  'A certificate was withdrawn for good.',
  4,
  'withdrawn',
  'fraud',
);

export const certificateSuperseded = stateChange(
  'certificate.superseded',
  'A certificate was renewed by another.',
  4,
  'superseded',
  'renewed',
);
