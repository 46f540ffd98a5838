import { useState } from 'react';
import { Link } from 'react-router';
import { useWords } from '../../../i18n/use-words.ts';
import { Page } from '../../../layout/page.tsx';
import { ExamPlayer } from '../player/player.tsx';
import { practiceExam } from './practice-exam.ts';

export function PracticeAttemptPage() {
  const { t, language } = useWords();
  const [exam, setExam] = useState(() => practiceExam(t('exam.practiceTitle'), language));
  const [done, setDone] = useState(false);
  if (!done) return <ExamPlayer exam={exam} onSubmitted={() => setDone(true)} />;
  const again = () => {
    setExam(practiceExam(t('exam.practiceTitle'), language));
    setDone(false);
  };
  return (
    <Page width="narrow" title={t('exam.practiceDone')} lead={t('exam.practiceDoneLead')}>
      <div className="row">
        <Link className="button button--primary" to="/home">
          {t('exam.toHome')}
        </Link>
        <button type="button" className="button" onClick={again}>
          {t('exam.practiceAgain')}
        </button>
      </div>
    </Page>
  );
}
