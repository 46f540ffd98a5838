import { useQueryClient } from '@tanstack/react-query';
import { api } from '../api/client.ts';
import { meQuery } from '../api/session.ts';
import { changeLanguage } from '../i18n/i18n.ts';
import { languageNames, languages, type Language } from '../i18n/languages.ts';
import { useWords } from '../i18n/use-words.ts';

export function LanguageSwitch() {
  const { t, language } = useWords();
  const queries = useQueryClient();
  const choose = async (chosen: Language) => {
    await changeLanguage(chosen);
    // The account remembers it for letters and other devices; the page does not depend on that.
    if (queries.getQueryData(meQuery.queryKey)) {
      await api.patch('/api/identity/me', { body: { locale: chosen } }).catch(() => undefined);
    }
  };
  return (
    <fieldset className="languages" aria-label={t('shell.language')}>
      {languages.map((each) => (
        <button
          key={each}
          type="button"
          className="languages__choice"
          lang={each}
          aria-pressed={each === language}
          title={languageNames[each]}
          onClick={() => void choose(each)}
        >
          {each.toUpperCase()}
          <span className="unseen"> {languageNames[each]}</span>
        </button>
      ))}
    </fieldset>
  );
}
