// What an exam is. Published, it never changes: another cut score or rule is another exam.

import type { Editor } from '../duties.ts';
import type { RetakeRules } from './retakes.ts';

export type Language = 'en' | 'ru' | 'tg';
export const languages: readonly Language[] = ['en', 'ru', 'tg'];

export type Text = Partial<Record<Language, string>>;

export type CutScore = {
  score: number;
  /** The method and the study, e.g. "modified Angoff, nine judges, two rounds". */
  justification: string;
  /** Who set the standard; a name or body, as the study gives it. */
  author: string;
};

export type ExamRules = {
  minutes: number;
  graceMinutes: number;
  retakes: RetakeRules;
  cutScore: CutScore;
  languages: Language[];
  languageSwitch: boolean;
  release: 'automatic' | 'by-officer';
  /** An exam allowed offline refuses forms that need the server during the attempt. */
  offline: boolean;
};

export type Exam = {
  examId: string;
  code: string;
  title: Text;
  blueprintId: string | null;
  formIds: string[];
  frameworkId: string;
  frameworkVersion: number;
  competencyId: string;
  level: number;
  rules: ExamRules;
  state: 'draft' | 'published';
  editors: Editor[];
  createdAt: Date;
  publishedAt: Date | null;
  publishedBy: Editor | null;
  version: number;
};

export const defaultRules = {
  graceMinutes: 2,
  retakes: { waitDays: [30, 60, 90], maxAttempts: 4, windowMonths: 12 },
  languageSwitch: true,
  release: 'automatic',
  offline: false,
} as const;
