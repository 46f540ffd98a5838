import type { Check } from '#libs/credentials';
import { StatusShape, type StatusTone } from '../../components/status-shape.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { Section } from '../../layout/page.tsx';

const tones: Record<Check['outcome'], StatusTone> = {
  passed: 'good',
  failed: 'refusal',
  'cannot-tell': 'attention',
};

/** What was checked, against what, how fresh: each by itself, and never more than is known. */
export function Checks({ checks }: { checks: readonly Check[] }) {
  const { t, instant } = useWords();
  return (
    <Section title={t('verify.checks')}>
      <ol className="checks">
        {checks.map((check) => (
          <li key={check.check} className="checks__one">
            <div className="checks__head">
              <h3>{t(`verify.check.${check.check}`)}</h3>
              <span className={`status status--${tones[check.outcome]}`}>
                <StatusShape tone={tones[check.outcome]} />
                {t(`verify.outcome.${check.outcome}`)}
              </span>
            </div>
            <div className="checks__body">
              <p>{t(`verify.codes.${check.code}`)}</p>
              <dl className="checks__facts">
                <div>
                  <dt>{t('verify.what')}</dt>
                  <dd lang="en">{check.what}</dd>
                </div>
                <div>
                  <dt>{t('verify.against')}</dt>
                  <dd lang="en">{check.against}</dd>
                </div>
                {check.asOf !== null && (
                  <div>
                    <dt>{t('verify.asOf')}</dt>
                    <dd>
                      <time dateTime={check.asOf}>{instant(check.asOf)}</time>
                    </dd>
                  </div>
                )}
              </dl>
            </div>
          </li>
        ))}
      </ol>
    </Section>
  );
}
