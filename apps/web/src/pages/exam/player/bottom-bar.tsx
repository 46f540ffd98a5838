import { ArrowLeft, ArrowRight, Flag, LayoutGrid } from 'lucide-react';
import { useWords } from '../../../i18n/use-words.ts';
import type { RunningExam } from './running-exam.ts';
import { SavingWords } from './saving-words.tsx';
import type { Player } from './use-player.ts';

export function BottomBar({
  exam,
  player,
  onSheet,
}: {
  exam: RunningExam;
  player: Player;
  onSheet: () => void;
}) {
  const { t } = useWords();
  const { index, view, current } = player;
  const flagged = current !== undefined && player.flags.has(current.itemId);
  const back = () => (view === 'review' ? player.go(index) : player.go(index - 1));
  return (
    <footer className="player__bottom">
      <SavingWords saved={player.saved} practice={exam.practice} />
      <div className="player__moves">
        <button
          type="button"
          className="button"
          disabled={view === 'question' && index === 0}
          onClick={back}
        >
          <ArrowLeft aria-hidden />
          <span className="player__word">{t('exam.back')}</span>
        </button>
        <button type="button" className="button player__sheet" onClick={onSheet}>
          <LayoutGrid aria-hidden />
          <span className="unseen">{t('exam.navigator')}</span>
          <span className="figures">
            {index + 1}/{exam.items.length}
          </span>
        </button>
        <button
          type="button"
          className="button player__flag"
          aria-pressed={flagged}
          disabled={view === 'review'}
          onClick={() => player.flag()}
        >
          <Flag aria-hidden fill={flagged ? 'currentColor' : 'none'} />
          <span className="player__word">{flagged ? t('exam.unflag') : t('exam.flag')}</span>
        </button>
        <button
          type="button"
          className="button button--primary player__next"
          disabled={view === 'review'}
          onClick={() => player.go(index + 1)}
        >
          {index + 1 === exam.items.length ? t('exam.toReview') : t('exam.next')}
          <ArrowRight aria-hidden />
        </button>
      </div>
    </footer>
  );
}
