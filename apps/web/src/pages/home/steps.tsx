import type { FrameworkLevel } from '../../api/competency.ts';
import { useWords } from '../../i18n/use-words.ts';
import { stepsOf } from './standing.ts';

/** Held is filled, what is missing is hatched, and the required level ends in a bar. */
export function Steps({
  levels,
  required,
  held,
}: {
  levels: readonly number[];
  required: number;
  held: number;
}) {
  return (
    <span className="steps" aria-hidden>
      {stepsOf(levels, required, held).map((step, index) => (
        <span
          key={levels[index]}
          className={`step step--${step}${levels[index] === required ? ' step--required' : ''}`}
        />
      ))}
    </span>
  );
}

export function Legend({ levels }: { levels: readonly FrameworkLevel[] }) {
  const { t, words } = useWords();
  return (
    <div className="legend">
      <ul>
        <li>
          <span className="step step--held" aria-hidden /> {t('home.legendHeld')}
        </li>
        <li>
          <span className="step step--gap" aria-hidden /> {t('home.legendGap')}
        </li>
        <li>
          <span className="step step--none step--required" aria-hidden /> {t('home.legendRequired')}
        </li>
      </ul>
      <p>
        {t('home.scale')} {levels.map((level) => `${level.level} ${words(level.title)}`).join(', ')}
      </p>
    </div>
  );
}
