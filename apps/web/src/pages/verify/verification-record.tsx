import { useEffect, useRef } from 'react';
import type { VerificationAnswer } from '../../api/certificates.ts';
import { RosetteFigure } from '../../components/rosette-figure.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { Checks } from './checks.tsx';
import { Certified } from './certified.tsx';
import { StandingShape, toneOf } from './standing-shape.tsx';

export interface VerificationRecordProps {
  answer: VerificationAnswer;
  by: 'code' | 'file';
  onAgain: () => void;
}

/** One sentence in large type, then what it rests on; printed, it is a record of what was checked when. */
export function VerificationRecord({ answer, by, onAgain }: VerificationRecordProps) {
  const { t, instant } = useWords();
  const sentence = useSentence(answer);
  const heading = useRef<HTMLHeadingElement>(null);
  const { standing, digest, checkedAt } = answer;
  useEffect(() => {
    document.title = `${sentence} · ${t('shell.product')}`;
  }, [sentence, t]);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <div className="page page--public record">
      <section className={`verdict verdict--${toneOf(standing)}`}>
        <div className="verdict__words">
          <p className="page__kicker">{t('verify.record')}</p>
          <h1 ref={heading} tabIndex={-1} className="verdict__sentence" data-standing={standing}>
            <StandingShape standing={standing} />
            <span>{sentence}</span>
          </h1>
          <p className="verdict__because">{t(`verify.because.${standing}`)}</p>
          <p className="quiet">
            <time dateTime={checkedAt}>{t('verify.checkedAt', { time: instant(checkedAt) })}</time>
          </p>
        </div>
        {digest !== null && (
          <figure className="verdict__rosette">
            <RosetteFigure digest={digest} label={t('verify.rosette')} />
            <figcaption>{t('verify.rosetteText')}</figcaption>
          </figure>
        )}
      </section>
      <Certified answer={answer} by={by} />
      <Checks checks={answer.checks} />
      {digest !== null && (
        <p className="quiet">
          {t('verify.digest')} <span className="mono">{digest}</span>
        </p>
      )}
      <div className="row no-print">
        <button type="button" className="button" onClick={() => window.print()}>
          {t('verify.print')}
        </button>
        <button type="button" className="button" onClick={onAgain}>
          {t('verify.again')}
        </button>
      </div>
    </div>
  );
}

/** With its date where the register knows one. */
function useSentence({ standing, register }: VerificationAnswer): string {
  const { t, date } = useWords();
  if (register?.state === standing) {
    const on = { date: date(register.effective) };
    if (standing === 'suspended') return t('verify.standing.suspendedSince', on);
    if (standing === 'withdrawn') return t('verify.standing.withdrawnSince', on);
  }
  if (register && standing === 'expired')
    return t('verify.standing.expiredOn', { date: date(register.expires) });
  return t(`verify.standing.${standing}`);
}
