import type { UseQueryResult } from '@tanstack/react-query';
import { Link } from 'react-router';
import { openingOf, type MyExam, type MyExams } from '../../api/exam-delivery.ts';
import { Empty } from '../../components/empty.tsx';
import { RefusalNotice } from '../../components/refusal-notice.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { whyNot } from './why-not.ts';

export interface OpenExamsProps {
  query: UseQueryResult<MyExams>;
}

export function OpenExams({ query }: OpenExamsProps) {
  const { t } = useWords();
  if (query.error)
    return <RefusalNotice error={query.error} onRetry={() => void query.refetch()} />;
  const { items: exams, serverTime } = query.data ?? { items: [], serverTime: '' };
  return (
    <>
      {query.data && exams.length === 0 && (
        <Empty title={t('home.examsEmptyTitle')}>
          <p>{t('home.examsEmpty')}</p>
        </Empty>
      )}
      <ul className="exams">
        {exams.map((exam) => (
          <ExamRow key={exam.sittingId} exam={exam} now={serverTime} />
        ))}
        <li className="exam-row">
          <strong>{t('home.practiceTitle')}</strong>
          <span className="exam-row__facts">{t('home.practice')}</span>
          <Link className="button exam-row__act" to="/practice">
            {t('home.practiceAct')}
          </Link>
        </li>
      </ul>
    </>
  );
}

function ExamRow({ exam, now }: { exam: MyExam; now: string }) {
  const { t, words, date, instant } = useWords();
  const opening = openingOf(exam, now);
  const reason = opening === 'go-on' ? undefined : whyNot(t, exam, date);
  return (
    <li className="exam-row">
      <strong>{words(exam.examTitle)}</strong>
      <span className="exam-row__facts">
        <span>{words(exam.title)}</span>
        <span>{t('home.minutes', { minutes: exam.rules.minutes + exam.extraMinutes })}</span>
        {opening === 'start' && <span>{t('home.closes', { date: instant(exam.closesAt) })}</span>}
        {opening === 'not-yet' && <span>{t('home.opens', { date: instant(exam.opensAt) })}</span>}
      </span>
      {reason !== undefined && <span>{reason}</span>}
      {(opening === 'start' || opening === 'go-on') && (
        <Link className="button button--primary exam-row__act" to={`/exams/${exam.sittingId}`}>
          {opening === 'go-on' ? t('home.goOn') : t('home.sit')}
        </Link>
      )}
    </li>
  );
}
