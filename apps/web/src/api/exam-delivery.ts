import { queryOptions } from '@tanstack/react-query';
import type { Language, Localised } from '../i18n/languages.ts';
import { api } from './client.ts';

export interface MyExam {
  sittingId: string;
  examId: string;
  title: Localised;
  competencyId: string;
  competencyCode: string;
  competency?: Localised;
  level: number;
  opensAt: string;
  closesAt: string;
  minutes: number;
  questions?: number;
  maxScore?: number;
  cutScore?: number;
  languages: Language[];
  languageSwitch: boolean;
  /** Whether it may be started now and, if not, why and from when. */
  mayStart: boolean;
  reason?: string | null;
  nextDate?: string | null;
  attemptId?: string | null;
  attemptsLeft?: number;
}

export interface MyAttempt {
  attemptId: string;
  sittingId: string;
  examId: string;
  title: Localised;
  competencyCode: string;
  level: number;
  state: string;
  startedAt: string;
  endedAt: string | null;
  passed?: boolean | null;
}

export const myExamsQuery = queryOptions({
  queryKey: ['my-exams'],
  queryFn: () => api.get<{ items: MyExam[]; total: number }>('/api/exam-delivery/me/exams'),
});

export const myAttemptsQuery = queryOptions({
  queryKey: ['my-attempts'],
  queryFn: () => api.get<{ items: MyAttempt[]; total: number }>('/api/exam-delivery/me/attempts'),
});
