import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { preloadType } from '../styles/type.ts';
import { firstLanguage, isLanguage, type Language } from './languages.ts';

const key = 'sanad.language';

const catalogues: Record<Language, () => Promise<{ catalogue: object }>> = {
  en: () => import('./en/catalogue.ts'),
  ru: () => import('./ru/catalogue.ts'),
  tg: () => import('./tg/catalogue.ts'),
};

export async function startLanguage(): Promise<void> {
  const language = firstLanguage(remembered(), navigator.languages);
  preloadType(language);
  await i18next.use(initReactI18next).init({
    lng: language,
    ns: ['words'],
    defaultNS: 'words',
    fallbackLng: false,
    resources: { [language]: { words: (await catalogues[language]()).catalogue } },
    interpolation: { escapeValue: false }, // React escapes
    react: { useSuspense: false },
  });
  document.documentElement.lang = language;
}

export async function changeLanguage(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'words')) {
    const { catalogue } = await catalogues[language]();
    i18next.addResourceBundle(language, 'words', catalogue);
  }
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  try {
    localStorage.setItem(key, language);
  } catch {
    // A browser that stores nothing still changes the language of this page.
  }
}

export function currentLanguage(): Language {
  return isLanguage(i18next.language) ? i18next.language : 'en';
}

function remembered(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
