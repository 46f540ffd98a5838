import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Language, Localised } from '../i18n/languages.ts';
import { api, ifMatch } from './client.ts';
import { queryOf } from './query-of.ts';

export interface ExamHand {
  account: string;
  person: string | null;
}

export interface ExamRules {
  minutes: number;
  graceMinutes: number;
  retakes: { waitDays: number[]; maxAttempts: number; windowMonths: number };
  cutScore: { score: number; justification: string; author: string };
  languages: Language[];
  languageSwitch: boolean;
  release: 'automatic' | 'by-officer';
  offline: boolean;
}

export interface ExamDraft {
  code: string;
  title: Localised;
  blueprintId?: string;
  formIds: string[];
  frameworkId: string;
  frameworkVersion: number;
  competencyId: string;
  level: number;
  rules: ExamRules;
}

export interface Exam extends Omit<ExamDraft, 'blueprintId'> {
  examId: string;
  blueprintId: string | null;
  state: 'draft' | 'published';
  editors: ExamHand[];
  createdAt: string;
  publishedAt: string | null;
  publishedBy: ExamHand | null;
  version: number;
}

const base = '/api/exam-delivery/exams';

export const examsQuery = (offset: string) =>
  queryOptions({
    queryKey: ['exams', offset],
    queryFn: () => api.get<{ items: Exam[]; total: number }>(`${base}${queryOf({ offset })}`),
    placeholderData: keepPreviousData,
  });

/** Enough for a choice of one. */
export const allExamsQuery = queryOptions({
  queryKey: ['exams', 'all'],
  queryFn: () => api.get<{ items: Exam[]; total: number }>(`${base}?limit=500`),
});

export const examQuery = (id: string) =>
  queryOptions({ queryKey: ['exam', id], queryFn: () => api.get<Exam>(`${base}/${id}`) });

export const exams = {
  create: (body: ExamDraft) => api.post<Exam>(base, { body }),
  change: (exam: Exam, body: ExamDraft) =>
    api.put<Exam>(`${base}/${exam.examId}`, {
      body,
      headers: ifMatch(exam.version),
    }),
  /** Sent with the version that was read: the cut score that is published is the one that was seen. */
  publish: (exam: Exam, reason: string) =>
    api.post<Exam>(`${base}/${exam.examId}/publish`, {
      body: { reason },
      headers: ifMatch(exam.version),
    }),
};
