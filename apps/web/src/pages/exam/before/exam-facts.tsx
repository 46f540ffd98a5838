import type { MyExam } from '../../../api/exam-delivery.ts';
import { useWords } from '../../../i18n/use-words.ts';

export function ExamFacts({ exam }: { exam: MyExam }) {
  const { t, instant } = useWords();
  const { rules, verdict, extraMinutes } = exam;
  const minutes = rules.minutes + extraMinutes;
  return (
    <dl className="facts">
      <dt>{t('exam.time')}</dt>
      <dd>
        {extraMinutes > 0
          ? t('exam.timeWithExtra', { minutes, extra: extraMinutes })
          : t('home.minutes', { minutes })}
      </dd>
      <dt>{t('exam.passMark')}</dt>
      <dd>{t('exam.passMarkText', { cut: rules.cutScore, max: rules.maxScore })}</dd>
      {verdict.outcome === 'allowed' && (
        <>
          <dt>{t('exam.tries')}</dt>
          <dd>
            {t('exam.triesText', {
              number: verdict.attemptNumber,
              max: rules.retakes.maxAttempts,
              months: rules.retakes.windowMonths,
              days: rules.retakes.waitDays[0] ?? 0,
            })}
          </dd>
        </>
      )}
      <dt>{t('exam.window')}</dt>
      <dd>{instant(exam.closesAt)}</dd>
      <dt>{t('exam.resultWhen')}</dt>
      <dd>{rules.release === 'automatic' ? t('exam.resultAutomatic') : t('exam.resultOfficer')}</dd>
    </dl>
  );
}
