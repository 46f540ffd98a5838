import type { TFunction } from 'i18next';
import type { MyExam } from '../../api/exam-delivery.ts';

/** Why an exam may not be started now, in words, with the date when there is one. */
export function whyNot(
  t: TFunction,
  exam: Pick<MyExam, 'mayStart' | 'reason' | 'nextDate' | 'opensAt' | 'attemptId'>,
  date: (date: string) => string,
  instant: (at: string) => string,
): string | undefined {
  if (exam.mayStart || exam.attemptId) return undefined;
  const on = exam.nextDate ? date(exam.nextDate) : undefined;
  switch (exam.reason ?? '') {
    case 'waiting-period':
      return on && t('home.nextTry', { date: on });
    case 'attempts-used-up':
      return on && t('home.usedUp', { date: on });
    case 'result-pending':
      return t('home.resultPending');
    case 'already-passed':
      return t('home.alreadyPassed');
    case 'sitting-not-open':
      return t('home.notStarted', { date: instant(exam.opensAt) });
    case 'sitting-over':
      return t('home.over');
    default:
      return on && t('home.nextTry', { date: on });
  }
}
