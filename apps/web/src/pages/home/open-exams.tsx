import type { UseQueryResult } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { Framework } from '../../api/competency.ts';
import type { MyExam } from '../../api/exam-delivery.ts';
import { Empty } from '../../components/empty.tsx';
import { RefusalNotice } from '../../components/refusal-notice.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { whyNot } from './why-not.ts';

export interface OpenExamsProps {
  query: UseQueryResult<{ items: MyExam[] }>;
  framework: Framework;
}

export function OpenExams({ query, framework }: OpenExamsProps) {
  const { t } = useWords();
  if (query.error)
    return <RefusalNotice error={query.error} onRetry={() => void query.refetch()} />;
  const exams = query.data?.items ?? [];
  return (
    <>
      {query.data && exams.length === 0 && (
        <Empty title={t('home.examsEmptyTitle')}>
          <p>{t('home.examsEmpty')}</p>
        </Empty>
      )}
      <ul className="exams">
        {exams.map((exam) => (
          <ExamRow key={exam.sittingId} exam={exam} framework={framework} />
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

function ExamRow({ exam, framework }: { exam: MyExam; framework: Framework }) {
  const { t, words, date, instant } = useWords();
  const competency = framework.competencies.find((c) => c.competencyId === exam.competencyId);
  const reason = whyNot(t, exam, date, instant);
  return (
    <li className="exam-row">
      <strong>{words(exam.title)}</strong>
      <span className="exam-row__facts">
        <span>
          {t('home.level', {
            competency: words(competency?.title) || exam.competencyCode,
            level: exam.level,
          })}
        </span>
        <span>{t('home.minutes', { minutes: exam.minutes })}</span>
        {exam.mayStart && <span>{t('home.closes', { date: instant(exam.closesAt) })}</span>}
      </span>
      {reason !== undefined && <span>{reason}</span>}
      {(exam.mayStart || exam.attemptId) && (
        <Link className="button button--primary exam-row__act" to={`/exams/${exam.sittingId}`}>
          {exam.attemptId ? t('home.goOn') : t('home.sit')}
        </Link>
      )}
    </li>
  );
}
