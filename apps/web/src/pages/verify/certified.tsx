import type { VerificationAnswer } from '../../api/certificates.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Section } from '../../layout/page.tsx';
import { readCredential } from './read-credential.ts';

/** By a code: from the register, without the name. By a file: what the holder's own file says. */
export function Certified({ answer, by }: { answer: VerificationAnswer; by: 'code' | 'file' }) {
  const { t, words, date } = useWords();
  const { register, credential } = answer;
  const told = credential && readCredential(credential);
  if (!register && !told) return null;
  const title = register ? words(register.title) : (told?.achievement ?? '');
  const issued = register?.issued ?? told?.validFrom;
  const expires = register?.expires ?? told?.validUntil;
  return (
    <Section title={t('verify.certifies')}>
      <p className="certified__title">{title}</p>
      <dl className="facts">
        {register && register.scope.length > 0 && (
          <>
            <dt>{t('verify.competencies')}</dt>
            <dd>
              <ul className="certified__scope">
                {register.scope.map((one) => (
                  <li key={one.competencyId}>
                    {t('verify.scopeText', {
                      title: words(one.title),
                      level: one.level,
                      name: words(one.levelTitle),
                    })}
                  </li>
                ))}
              </ul>
            </dd>
          </>
        )}
        <dt>{t('verify.holder')}</dt>
        <dd>
          {by === 'file' && told?.holder ? (
            told.holder
          ) : (
            <span className="quiet">{t('verify.holderHidden')}</span>
          )}
        </dd>
        {issued && (
          <>
            <dt>{t('verify.issued')}</dt>
            <dd>{date(issued)}</dd>
          </>
        )}
        {expires && (
          <>
            <dt>{t('verify.expires')}</dt>
            <dd>{date(expires)}</dd>
          </>
        )}
        {told?.issuer && (
          <>
            <dt>{t('verify.issuer')}</dt>
            <dd>{told.issuer}</dd>
          </>
        )}
        {register && (
          <>
            <dt>{t('verify.scheme')}</dt>
            <dd>
              {t('verify.schemeText', {
                code: register.schemeCode,
                version: register.schemeVersion,
              })}
            </dd>
          </>
        )}
      </dl>
    </Section>
  );
}
