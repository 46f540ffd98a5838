import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { writeClock, writeInstant, writeLegalDate, writeNumber } from './format.ts';
import { isLanguage, pick, type Language, type Localised } from './languages.ts';

/** The zone of the certification body's legal dates; pages say it in the footer. */
const zone = 'Asia/Dushanbe';

export function useWords() {
  const { t, i18n } = useTranslation();
  const language: Language = isLanguage(i18n.language) ? i18n.language : 'en';
  return useMemo(() => {
    const dates = {
      months: t('shell.dates.months'),
      // Without interpolation: the format fills in the parts.
      on: t('shell.dates.on', { skipInterpolation: true }),
      at: t('shell.dates.at', { skipInterpolation: true }),
    };
    /** The words for a code of a service, if the catalogue has any. */
    const known = (subject: string, code: string): string | undefined => {
      const found: unknown = i18n.getResource(language, 'words', `${subject}.${code}`);
      return typeof found === 'string' ? found : undefined;
    };
    return {
      t,
      known,
      /** The words for a code, else the code itself. */
      code: (subject: string, code: string) => known(subject, code) ?? code,
      language,
      date: (date: string) => writeLegalDate(dates, date),
      instant: (at: string | number | Date) => writeInstant(dates, new Date(at), zone),
      clock: (at: string | number | Date) => writeClock(new Date(at), zone),
      number: (value: number, digits = 0) => writeNumber(language, value, digits),
      words: (localised: Localised | string | undefined) => pick(localised, language).text,
    };
  }, [t, i18n, language]);
}
