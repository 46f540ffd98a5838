// What the form of an exam holds, as it is sent.

import type { Exam, ExamDraft } from '../../../api/exams.ts';
import type { Blueprint } from '../../../api/forms.ts';
import { isLanguage } from '../../../i18n/languages.ts';
import { checkedOf, localisedFields, localisedOf, text } from '../../../components/form-data.ts';

export interface ExamProblem {
  field: string;
  code: 'required' | 'not-a-number' | 'no-form' | 'no-language';
}

const numbers = [
  'rules.minutes',
  'rules.graceMinutes',
  'rules.cutScore.score',
  'rules.retakes.maxAttempts',
  'rules.retakes.windowMonths',
] as const;

const numberOf = (data: FormData, field: string): number => {
  const typed = text(data, field).replace(',', '.');
  return typed === '' ? Number.NaN : Number(typed);
};

/** Days as people write lists: 30, 60 and 90 with commas, semicolons or blanks between them. */
export const daysOf = (typed: string): number[] =>
  typed
    .split(/[\s,;]+/)
    .filter((part) => part !== '')
    .map(Number);

export function problemsOf(data: FormData): ExamProblem[] {
  const problems: ExamProblem[] = [];
  const required = [
    'code',
    ...localisedFields('title'),
    'blueprintId',
    'rules.cutScore.justification',
    'rules.cutScore.author',
  ];
  for (const field of required)
    if (text(data, field) === '') problems.push({ field, code: 'required' });
  if (checkedOf(data, 'formIds').length === 0) problems.push({ field: 'formIds', code: 'no-form' });
  for (const field of numbers)
    if (!Number.isFinite(numberOf(data, field))) problems.push({ field, code: 'not-a-number' });
  if (daysOf(text(data, 'rules.retakes.waitDays')).some((day) => !Number.isInteger(day)))
    problems.push({ field: 'rules.retakes.waitDays', code: 'not-a-number' });
  if (checkedOf(data, 'rules.languages').length === 0)
    problems.push({ field: 'rules.languages', code: 'no-language' });
  return problems;
}

/** Framework, competency and level are those of the blueprint: an exam evidences what it was planned for. */
export function examOf(
  data: FormData,
  blueprints: readonly Blueprint[],
  before: Exam | null,
): ExamDraft {
  const blueprintId = text(data, 'blueprintId');
  const basis = blueprints.find((each) => each.blueprintId === blueprintId) ?? before;
  if (!basis) throw new Error('an exam is planned on a blueprint');
  return {
    code: text(data, 'code'),
    title: localisedOf(data, 'title'),
    blueprintId,
    formIds: checkedOf(data, 'formIds'),
    frameworkId: basis.frameworkId,
    frameworkVersion: basis.frameworkVersion,
    competencyId: basis.competencyId,
    level: basis.level,
    rules: {
      minutes: numberOf(data, 'rules.minutes'),
      graceMinutes: numberOf(data, 'rules.graceMinutes'),
      retakes: {
        waitDays: daysOf(text(data, 'rules.retakes.waitDays')),
        maxAttempts: numberOf(data, 'rules.retakes.maxAttempts'),
        windowMonths: numberOf(data, 'rules.retakes.windowMonths'),
      },
      cutScore: {
        score: numberOf(data, 'rules.cutScore.score'),
        justification: text(data, 'rules.cutScore.justification'),
        author: text(data, 'rules.cutScore.author'),
      },
      languages: checkedOf(data, 'rules.languages').filter(isLanguage),
      languageSwitch: data.has('rules.languageSwitch'),
      release: text(data, 'rules.release') === 'by-officer' ? 'by-officer' : 'automatic',
      // Until an exam can be begun without a connection, none is said to be.
      offline: false,
    },
  };
}
