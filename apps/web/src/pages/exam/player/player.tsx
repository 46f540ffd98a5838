import { useEffect, useState } from 'react';
import { Refusal } from '../../../api/problem.ts';
import { Notice } from '../../../components/notice.tsx';
import { useWords } from '../../../i18n/use-words.ts';
import { BottomBar } from './bottom-bar.tsx';
import { Navigator, NavigatorSheet } from './navigator.tsx';
import { Question } from './question.tsx';
import { Review } from './review.tsx';
import type { RunningExam } from './running-exam.ts';
import { Shortcuts } from './shortcuts.tsx';
import { TopBar } from './top-bar.tsx';
import { usePlayer } from './use-player.ts';
import './player.css';

export interface ExamPlayerProps {
  exam: RunningExam;
  onSubmitted: () => void;
  /** An officer declared the attempt void: there is nothing to hand in any more. */
  onVoided?: () => void;
}

/** Nothing but the exam. */
export function ExamPlayer({ exam, onSubmitted, onVoided }: ExamPlayerProps) {
  const { t, words } = useWords();
  const player = usePlayer(exam);
  const [sheet, setSheet] = useState(false);
  const [help, setHelp] = useState(false);
  const [handing, setHanding] = useState<'no' | 'under-way' | 'failed'>('no');
  const over = player.left <= 0;
  const ended = over || player.saved.link === 'closed';

  const handIn = () => {
    if (handing === 'under-way') return;
    setHanding('under-way');
    exam
      .submit()
      .then(onSubmitted)
      .catch((error: unknown) => {
        if (onVoided && error instanceof Refusal && error.reason === 'attempt-void') onVoided();
        else setHanding('failed');
      });
  };

  useEffect(() => {
    document.title = `${words(exam.title)} · ${t('shell.product')}`;
  }, [exam.title, words, t]);

  // The time is over, here or by the server: hand in what is there, and try again until the server has it.
  useEffect(() => {
    if (!ended || handing === 'under-way') return;
    const timer = setTimeout(handIn, handing === 'failed' ? 5_000 : 0);
    return () => clearTimeout(timer);
  });

  return (
    <div className="player">
      <TopBar exam={exam} player={player} onHelp={() => setHelp(true)} />
      <main className="player__main" id="content">
        {over && (
          <Notice tone="attention" title={t('exam.timeOverTitle')} live>
            <p>{t('exam.timeOver')}</p>
          </Notice>
        )}
        {player.view === 'review' ? (
          <Review exam={exam} player={player} handing={handing} onHandIn={handIn} />
        ) : (
          <Question exam={exam} player={player} />
        )}
      </main>
      <aside className="player__aside">
        <Navigator exam={exam} player={player} />
      </aside>
      <BottomBar exam={exam} player={player} onSheet={() => setSheet(true)} />
      <NavigatorSheet exam={exam} player={player} isOpen={sheet} onClose={() => setSheet(false)} />
      <Shortcuts player={player} isOpen={help} onOpen={setHelp} />
    </div>
  );
}
