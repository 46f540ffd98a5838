import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from './client.ts';

export interface AuditRow {
  seq: number;
  at: string;
  act: string;
  actor: { account: string; person: string | null; agency: string | null } | 'system';
  subjectKind: string;
  subjectId: string;
  reason: string | null;
  data: unknown;
  previous: string;
  hash: string;
}

/** The services that keep a trail each. */
export const auditedServices = [
  'competency',
  'question-bank',
  'exam-delivery',
  'certificates',
  'identity',
] as const;

export type AuditedService = (typeof auditedServices)[number];

/** What each of them writes down. */
export const auditedActs: Readonly<Record<AuditedService, readonly string[]>> = {
  competency: [
    'framework.draft-discarded',
    'framework.published',
    'agency.added',
    'region.added',
    'practitioner.registered',
    'practitioner.changed',
    'attainment.recorded',
    'attainment.withdrawn',
  ],
  'question-bank': [
    'item.approved',
    'item.returned',
    'item.published',
    'item.version-begun',
    'blueprint.published',
    'form.assembled',
    'form.published',
  ],
  'exam-delivery': [
    'exam.published',
    'sitting.scheduled',
    'candidates.enrolled',
    'attempt.voided',
    'attempt.case-file-taken',
    'attempt.scoring-taken',
    'result.released',
    'result.corrected',
    'case.closed',
  ],
  certificates: [
    'scheme.published',
    'certificate.issued',
    'certificate.suspended',
    'certificate.reinstated',
    'certificate.withdrawn',
    'certificate.superseded',
    'certificate.case-file-taken',
  ],
  identity: [
    'account.created',
    'account.changed',
    'account.locked',
    'account.unlocked',
    'account.password-reset',
    'account.password-chosen',
    'client.registered',
    'client.locked',
  ],
};

export type ChainAnswer =
  | { outcome: 'whole'; rows: number; head: string }
  | { outcome: 'broken'; at: number };

export const auditQuery = (service: AuditedService, filter: string) =>
  queryOptions({
    queryKey: ['audit', service, filter],
    queryFn: () => api.get<{ items: AuditRow[]; total: number }>(`/api/${service}/audit${filter}`),
    placeholderData: keepPreviousData,
  });

export const checkAudit = (service: AuditedService) =>
  api.get<ChainAnswer>(`/api/${service}/audit/check`);
