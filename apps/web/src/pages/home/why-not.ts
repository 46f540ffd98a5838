import type { TFunction } from 'i18next';
import type { MyExam } from '../../api/exam-delivery.ts';

/** Why an exam may not be started now, in words, with the date when there is one. */
export function whyNot(
  t: TFunction,
  { verdict, attempt }: MyExam,
  date: (date: string) => string,
): string | undefined {
  if (attempt?.endedAt) return t('home.submitted');
  if (verdict.outcome === 'allowed') return undefined;
  const on = verdict.nextDate === null ? undefined : date(verdict.nextDate);
  switch (verdict.reason) {
    case 'attempts-used-up':
      return on && t('home.usedUp', { date: on });
    case 'result-pending':
      return t('home.resultPending');
    case 'already-passed':
      return t('home.alreadyPassed');
    case 'attempt-open':
      return t('home.attemptOpen');
    default:
      return on && t('home.nextTry', { date: on });
  }
}
