import { useWords } from '../../i18n/use-words.ts';
import { heatSteps } from './heat.ts';

export function HeatLegend() {
  const { t } = useWords();
  const percent = (share: number) => Math.round(share * 100);
  return (
    <div className="heat-legend">
      <p id="heat-scale">{t('national.scale')}</p>
      <ol className="heat-legend__steps" aria-labelledby="heat-scale">
        {heatSteps.map((from, step) => {
          const to = heatSteps[step + 1];
          return (
            <li key={from}>
              <span className={`heat-legend__swatch heat__cell--step-${step}`} aria-hidden />
              {to === undefined
                ? t('national.stepLast', { from: percent(from) })
                : step === 0
                  ? t('national.stepFirst', { to: percent(to) })
                  : t('national.step', { from: percent(from), to: percent(to) })}
            </li>
          );
        })}
      </ol>
      <ul className="heat-legend__signs">
        <li>
          <span className="heat-legend__swatch heat__cell--hidden" aria-hidden />
          {t('national.hiddenSign')}
        </li>
        <li>
          <span className="heat-legend__swatch heat__cell--none" aria-hidden>
            ·
          </span>
          {t('national.notRequired')}
        </li>
      </ul>
    </div>
  );
}
