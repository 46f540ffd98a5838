import { CircleHelp } from 'lucide-react';
import { writeDuration } from '../../../i18n/format.ts';
import { languageNames } from '../../../i18n/languages.ts';
import { useWords } from '../../../i18n/use-words.ts';
import type { RunningExam } from './running-exam.ts';
import type { Player } from './use-player.ts';

const fiveMinutes = 5 * 60_000;

export function TopBar({
  exam,
  player,
  onHelp,
}: {
  exam: RunningExam;
  player: Player;
  onHelp: () => void;
}) {
  const { t, words } = useWords();
  return (
    <header className="player__top">
      <h1 className="player__title">{words(exam.title)}</h1>
      <div className="player__tools">
        {exam.languageSwitch && exam.languages.length > 1 && (
          <fieldset className="languages" aria-label={t('shell.language')}>
            {exam.languages.map((language) => (
              <button
                key={language}
                type="button"
                className="languages__choice"
                lang={language}
                aria-pressed={language === player.language}
                title={languageNames[language]}
                onClick={() => player.speak(language)}
              >
                {language.toUpperCase()}
                <span className="unseen"> {languageNames[language]}</span>
              </button>
            ))}
          </fieldset>
        )}
        <button
          type="button"
          className="button button--quiet player__help"
          aria-label={t('exam.shortcuts')}
          aria-keyshortcuts="?"
          onClick={onHelp}
        >
          <CircleHelp aria-hidden />
        </button>
      </div>
      <TimeLeft left={player.left} />
    </header>
  );
}

/** Read out once, when five minutes are left; a clock that speaks each second helps nobody. */
function TimeLeft({ left }: { left: number }) {
  const { t } = useWords();
  const soon = left <= fiveMinutes;
  return (
    <div className={`time-left${soon ? ' time-left--soon' : ''}`}>
      <span className="time-left__label">{t('exam.timeLeft')}</span>
      <span className="time-left__value figures" role="timer">
        {writeDuration(left)}
      </span>
      <span className="unseen" aria-live="polite">
        {soon && left > 0 ? t('exam.fiveMinutes') : ''}
      </span>
    </div>
  );
}
