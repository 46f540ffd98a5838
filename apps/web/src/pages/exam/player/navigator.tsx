import { Flag } from 'lucide-react';
import { Dialog } from '../../../components/dialog.tsx';
import { useWords } from '../../../i18n/use-words.ts';
import type { RunningExam } from './running-exam.ts';
import type { Player } from './use-player.ts';

interface NavigatorProps {
  exam: RunningExam;
  player: Player;
  onGo?: () => void;
}

/** Filled: answered. Ring: not. Corner: flagged. Frame: here. Barred: the last answer was not accepted. */
export function Navigator({ exam, player, onGo }: NavigatorProps) {
  const { t } = useWords();
  const answered = exam.items.filter((item) => player.answers.has(item.itemId)).length;
  return (
    <nav className="navigator" aria-label={t('exam.navigator')}>
      <p className="navigator__sum">{t('exam.overview', { answered, count: exam.items.length })}</p>
      <ol className="navigator__list">
        {exam.items.map((item, index) => {
          const isAnswered = player.answers.has(item.itemId);
          const isFlagged = player.flags.has(item.itemId);
          const isRefused = player.refused.has(item.itemId);
          const isHere = player.view === 'question' && index === player.index;
          const words = [
            t('exam.question', { number: index + 1, count: exam.items.length }),
            isAnswered ? t('exam.answered') : t('exam.unanswered'),
            ...(isRefused ? [t('exam.refused.mark')] : []),
            ...(isFlagged ? [t('exam.flagged')] : []),
          ];
          return (
            <li key={item.itemId}>
              <button
                type="button"
                className={`place${isAnswered ? ' place--answered' : ''}${isRefused ? ' place--refused' : ''}`}
                aria-current={isHere ? 'step' : undefined}
                aria-label={words.join(', ')}
                onClick={() => {
                  player.go(index);
                  onGo?.();
                }}
              >
                {index + 1}
                {isFlagged && <Flag className="place__flag" aria-hidden />}
              </button>
            </li>
          );
        })}
      </ol>
      <button
        type="button"
        className="button navigator__review"
        aria-current={player.view === 'review' ? 'step' : undefined}
        onClick={() => {
          player.review();
          onGo?.();
        }}
      >
        {t('exam.toReview')}
      </button>
    </nav>
  );
}

export function NavigatorSheet({
  isOpen,
  onClose,
  ...rest
}: NavigatorProps & { isOpen: boolean; onClose: () => void }) {
  const { t } = useWords();
  return (
    <Dialog title={t('exam.navigator')} kind="sheet" isOpen={isOpen} onClose={onClose}>
      <Navigator {...rest} onGo={onClose} />
    </Dialog>
  );
}
