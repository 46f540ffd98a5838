import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Delivery, Scoring } from '#libs/qti';
import type { Hand } from '../components/person.tsx';
import type { Language, Localised } from '../i18n/languages.ts';
import type { AuditRow } from './audit.ts';
import type { ChoiceOrder, Receipt } from './attempt.ts';
import type { CertificateView } from './certificates.ts';
import { api } from './client.ts';
import { queryOf } from './query-of.ts';

export interface JournalRow {
  seq: number;
  kind: string;
  item: string | null;
  body: unknown;
  claimedAt: string;
  serverAt: string;
  device: string;
  hash: string;
}

/** How an item was scored, without its key. */
export interface ScoringRule {
  processing: string;
  maxScore: number;
  scoringVersion: number;
  scoringDigest: string;
}

/** Whose hands an item version went through. */
export interface ItemHands {
  authors: Hand[];
  reviews: { by: Hand; at: string; verdict: 'approve' | 'return' }[];
  publishedBy: Hand;
  publishedAt: string;
}

export interface FormHands {
  assembledBy: Hand;
  assembledAt: string | null;
  publishedBy: Hand;
  publishedAt: string;
}

export interface ShownItem {
  item: string;
  itemVersion: number;
  position: number;
  digest: string;
  maxScore: number;
  rule: ScoringRule;
  /** Left out for the candidate himself: items are used again. */
  delivery?: Partial<Record<Language, Delivery>>;
  /** Null where it was not recorded; left out for the candidate. */
  hands?: ItemHands | null;
}

export interface AttemptDecision {
  decisionId: string;
  number: number;
  score: number;
  maxScore: number;
  cutScore: number;
  passed: boolean;
  outcomes: { itemId: string; score: number; maxScore: number; refusal: string | null }[];
  author: string;
  reason: string;
  at: string;
}

export interface AttemptCaseFile {
  format: string;
  writtenAt: string;
  attempt: {
    attemptId: string;
    practitionerId: string;
    state: string;
    language: Language;
    startedAt: string;
    deadline: string;
    graceEnds: string;
    ended: { at: string; how: string } | null;
    decidedAt: string | null;
    released: { at: string; by: string } | null;
    voided: { at: string; by: string; reason: string } | null;
  };
  exam: {
    examId: string;
    code: string;
    title: Localised;
    framework: { frameworkId: string; version: number };
    level: number;
    rules: {
      minutes: number;
      cutScore: { score: number; author: string; justification: string };
    };
    publishedAt: string | null;
    publishedBy: Hand;
  };
  scoredBy: { total: string; exactTo: number; passes: string };
  sitting: { sittingId: string; title: Localised; opensAt: string; closesAt: string };
  shown: {
    formId: string;
    packageDigest: string;
    choiceOrder: ChoiceOrder;
    hands?: FormHands;
    items: ShownItem[];
  };
  answered: { item: string; seq: number; response: Record<string, unknown>; savedAt: string }[];
  journal: {
    check:
      | { outcome: 'intact'; head: string; entries: number }
      | { outcome: 'broken'; seq: number };
    rows: JournalRow[];
  };
  lateEntries: unknown[];
  receipt: (Receipt & { holds: boolean | null }) | null;
  decisions: AttemptDecision[];
  cases: {
    caseId: string;
    kind: string;
    openedAt: string;
    closedAt: string | null;
    closedBy: string | null;
    outcome: string | null;
  }[];
  audit: { attempt: AuditRow[]; sitting: AuditRow[]; exam: AuditRow[] };
}

interface Outcome {
  score: number;
  maxScore: number;
  refusal: string | null;
}

export interface AnnexItem {
  item: string;
  itemVersion: number;
  position: number;
  rule: ScoringRule;
  scoringSalt: string;
  scoring: Scoring;
  response: unknown;
  stored: Outcome | null;
  again: Outcome;
  equal: boolean;
}

export interface ScoringAnnex {
  format: string;
  writtenAt: string;
  attemptId: string;
  formId: string;
  packageDigest: string;
  journal: AttemptCaseFile['journal']['check'];
  decision: { decisionId: string; number: number; at: string };
  totals: {
    stored: { score: number; maxScore: number };
    again: { score: number; maxScore: number };
    equal: boolean;
  };
  items: AnnexItem[];
}

export interface CertificateEvent {
  id: string;
  number: number;
  kind: string;
  at: string;
  state: string;
  reasonCode: string;
  /** In the words of who acted; left out for the holder. */
  reason?: string | null;
  authority: Hand;
  effective: string;
  digest: string;
  salt: string;
  logIndex: number | null;
}

export interface AttainmentRecord {
  attainmentId: string;
  competencyCode: string;
  level: number;
  evidence: string;
  from: string;
  to: string | null;
  source: {
    kind: 'result' | 'manual';
    id: string;
    attemptId?: string;
    examId?: string;
    /** An account, or 'rule'; absent where it was not recorded. */
    decidedBy?: string;
    releasedBy?: string;
  };
  recordedAt: string;
  withdrawnAt: string | null;
  withdrawnReason: string | null;
  withdrawnBy: string | null;
}

export interface CertificateCaseFile {
  compiledAt: string;
  /** The holder's own has no cases, no trail and no words of officers. */
  copy: 'own' | 'whole';
  certificate: CertificateView;
  /** By a person, or by the rule of the scheme version. */
  issued: { at: string; by: Hand; rule: { code: string; version: number } | null } | null;
  scheme: {
    code: string;
    version: number;
    title: Localised;
    issuing: string;
    validityMonths: number;
    publishedAt: string | null;
    editors?: Hand[];
    publishedBy?: Hand;
  } | null;
  attainments: AttainmentRecord[];
  events: CertificateEvent[];
  cases?: {
    id: string;
    cause: string;
    openedAt: string;
    closedAt: string | null;
    closedBy: Hand;
    outcome: string | null;
  }[];
  audit?: AuditRow[];
  log: { key: string; evidence: unknown[] };
  credential: unknown;
}

// Each taking is written down, so a page asks when it is opened, and not again by itself.
const taken = { staleTime: Infinity, gcTime: 0 };

export const attemptCaseQuery = (attemptId: string) =>
  queryOptions({
    ...taken,
    queryKey: ['attempt-case', attemptId],
    queryFn: () => api.get<AttemptCaseFile>(`/api/exam-delivery/attempts/${attemptId}/case`),
  });

export const scoringAnnexQuery = (attemptId: string) =>
  queryOptions({
    ...taken,
    queryKey: ['scoring-annex', attemptId],
    queryFn: () => api.get<ScoringAnnex>(`/api/exam-delivery/attempts/${attemptId}/case/scoring`),
  });

export const certificateCaseQuery = (id: string) =>
  queryOptions({
    ...taken,
    queryKey: ['certificate-case', id],
    queryFn: () => api.get<CertificateCaseFile>(`/api/certificates/certificates/${id}/case`),
  });

export const caseStates = ['open', 'closed'] as const;
export type CaseState = (typeof caseStates)[number];

export interface AttemptCase {
  caseId: string;
  attemptId: string;
  sittingId: string;
  practitionerId: string;
  kind: string;
  openedAt: string;
  closedAt: string | null;
  closedBy: string | null;
  outcome: string | null;
}

export interface CertificateCase {
  id: string;
  certificateId: string;
  practitionerId: string;
  cause: string;
  openedAt: string;
  closedAt: string | null;
  closedBy: Hand;
  outcome: string | null;
}

/** The lists of cases are asked anew when one was closed: their keys begin alike. */
export const casesKey = ['cases'] as const;

const casesOf =
  <Case>(service: 'exam-delivery' | 'certificates') =>
  (filter: { state: CaseState; offset: string }) =>
    queryOptions({
      queryKey: [...casesKey, service, filter],
      queryFn: () =>
        api.get<{ items: Case[]; total: number }>(`/api/${service}/cases${queryOf({ ...filter })}`),
      placeholderData: keepPreviousData,
    });

export const attemptCasesQuery = casesOf<AttemptCase>('exam-delivery');
export const certificateCasesQuery = casesOf<CertificateCase>('certificates');

export const closeAttemptCase = (caseId: string, reason: string) =>
  api.post<void>(`/api/exam-delivery/cases/${caseId}/close`, { body: { reason } });
