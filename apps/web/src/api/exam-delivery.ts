import { queryOptions } from '@tanstack/react-query';
import type { Language, Localised } from '../i18n/languages.ts';
import { api } from './client.ts';

export interface MyExam {
  sittingId: string;
  examId: string;
  title: Localised;
  code: string;
  examTitle: Localised;
  competency: { competencyId: string; code: string; title: Localised } | null;
  level: number;
  opensAt: string;
  closesAt: string;
  extraMinutes: number;
  attempt: { attemptId: string; endedAt: string | null; deadline: string } | null;
  rules: {
    minutes: number;
    graceMinutes: number;
    languages: Language[];
    languageSwitch: boolean;
    release: 'automatic' | 'by-officer';
    retakes: { waitDays: number[]; maxAttempts: number; windowMonths: number };
    cutScore: number;
    maxScore: number;
  };
  verdict:
    | { outcome: 'allowed'; attemptNumber: number }
    | { outcome: 'refused'; reason: string; nextDate: string | null };
}

export interface MyAttempt {
  attemptId: string;
  sittingId: string;
  examId: string;
  code: string;
  examTitle: Localised;
  state: string;
  startedAt: string;
  endedAt: string | null;
  releasedAt: string | null;
  passed: boolean | null;
  voidReason: string | null;
}

export interface MyResult {
  attemptId: string;
  passed: boolean;
  score: number;
  maxScore: number;
  cutScore: number;
  level: number;
  nextTry: string | null;
  decidedAt: string;
  releasedAt: string;
  words: Record<Language, { text: string; machineDrafted: boolean }>;
  learn: {
    competencyId: string;
    code: string;
    title: Localised;
    level: number;
    descriptor: Localised;
  }[];
}

const base = '/api/exam-delivery';

export interface MyExams {
  items: MyExam[];
  total: number;
  serverTime: string;
}

export const myExamsQuery = queryOptions({
  queryKey: ['my-exams'],
  queryFn: () => api.get<MyExams>(`${base}/me/exams`),
});

export const myAttemptsQuery = queryOptions({
  queryKey: ['my-attempts'],
  queryFn: () => api.get<{ items: MyAttempt[]; total: number }>(`${base}/me/attempts`),
});

export const myResultQuery = (attemptId: string) =>
  queryOptions({
    queryKey: ['my-result', attemptId],
    queryFn: () => api.get<MyResult>(`${base}/me/attempts/${attemptId}/result`),
  });

/** What may be done with an exam at this moment of the server's time: a computer's clock may be hours off. */
export function openingOf(
  exam: MyExam,
  serverTime: string,
): 'go-on' | 'start' | 'not-yet' | 'none' {
  const now = Date.parse(serverTime);
  if (exam.attempt)
    return exam.attempt.endedAt === null && now < Date.parse(exam.attempt.deadline)
      ? 'go-on'
      : 'none';
  if (exam.verdict.outcome !== 'allowed' || now >= Date.parse(exam.closesAt)) return 'none';
  return now < Date.parse(exam.opensAt) ? 'not-yet' : 'start';
}
