import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Localised } from '../i18n/languages.ts';
import { api } from './client.ts';
import { queryOf } from './query-of.ts';

export interface SittingLine {
  sittingId: string;
  examId: string;
  examCode: string;
  title: Localised;
  agencyId: string | null;
  opensAt: string;
  closesAt: string;
  enrolled: number;
  started: number;
  ended: number;
}

export interface Sitting {
  sittingId: string;
  examId: string;
  title: Localised;
  agencyId: string | null;
  opensAt: string;
  closesAt: string;
  createdBy: string;
  createdAt: string;
}

/** What a candidate of a sitting may be: enrolled, or in the state of the attempt. */
export const candidateStates = [
  'enrolled',
  'in-progress',
  'closing',
  'submitted',
  'decided',
  'released',
  'void',
] as const;
export type CandidateState = (typeof candidateStates)[number];

/** Lines by state; a person with a void attempt and another one has two. */
export type SittingCounts = { people: number } & Record<CandidateState, number>;

export interface Lines<Line> {
  items: Line[];
  total: number;
  counts: SittingCounts;
}

/** As it stands in the address. */
export interface LinesFilter {
  state: string;
  search: string;
  practitionerId: string;
  offset: string;
}

export interface ProgressLine {
  practitionerId: string;
  extraMinutes: number;
  state: CandidateState;
  attemptId: string | null;
  language: string | null;
  startedAt: string | null;
  deadline: string | null;
  endedAt: string | null;
  endedHow: string | null;
  lastSavedAt: string | null;
  saved: number;
  voidedAt: string | null;
  voidReason: string | null;
  decidedAt: string | null;
  releasedAt: string | null;
  openCases: string[];
}

export interface ResultLine {
  attemptId: string;
  practitionerId: string;
  state: CandidateState;
  language: string;
  startedAt: string;
  endedAt: string | null;
  decidedAt: string | null;
  releasedAt: string | null;
  voidedAt: string | null;
  voidReason: string | null;
  score: number | null;
  maxScore: number | null;
  cutScore: number | null;
  passed: boolean | null;
  decidedBy: string | null;
}

const base = '/api/exam-delivery/sittings';
const attempts = '/api/exam-delivery/attempts';

export const sittingsQuery = (offset: string) =>
  queryOptions({
    queryKey: ['sittings', offset],
    queryFn: () =>
      api.get<{ items: SittingLine[]; total: number }>(`${base}${queryOf({ offset })}`),
    placeholderData: keepPreviousData,
  });

export const sittingQuery = (id: string) =>
  queryOptions({ queryKey: ['sitting', id], queryFn: () => api.get<Sitting>(`${base}/${id}`) });

export const progressQuery = (id: string, filter: LinesFilter) =>
  queryOptions({
    queryKey: ['sitting-progress', id, filter],
    queryFn: () => api.get<Lines<ProgressLine>>(`${base}/${id}/progress${queryOf({ ...filter })}`),
    placeholderData: keepPreviousData,
  });

export const resultsQuery = (id: string, filter: LinesFilter) =>
  queryOptions({
    queryKey: ['sitting-results', id, filter],
    queryFn: () => api.get<Lines<ResultLine>>(`${base}/${id}/results${queryOf({ ...filter })}`),
    placeholderData: keepPreviousData,
  });

export const resultsFile = (id: string) => `${base}/${id}/results.csv`;

export interface Enrolled {
  enrolled: number;
  already: number;
}

export const sittings = {
  create: (body: {
    examId: string;
    title: Localised;
    agencyId?: string;
    opensAt: string;
    closesAt: string;
  }) => api.post<Sitting>(base, { body }),
  enrol: (id: string, practitionerIds: string[]) =>
    api.post<Enrolled>(`${base}/${id}/enrolments`, { body: { practitionerIds } }),
  enrolList: (id: string, csv: string) =>
    api.post<Enrolled>(`${base}/${id}/enrolments.csv`, {
      file: new Blob([csv]),
      headers: { 'content-type': 'text/csv' },
    }),
  release: (id: string, reason: string) =>
    api.post<{ released: number; skipped: { attemptId: string; reason: string }[] }>(
      `${base}/${id}/release`,
      { body: { reason } },
    ),
};

export const attemptActs = {
  void: (id: string, reason: string) =>
    api.post<undefined>(`${attempts}/${id}/void`, { body: { reason } }),
  release: (id: string, reason: string) =>
    api.post<undefined>(`${attempts}/${id}/release`, { body: { reason } }),
  correct: (id: string, score: number, reason: string) =>
    api.post<unknown>(`${attempts}/${id}/decisions`, { body: { score, reason } }),
};
