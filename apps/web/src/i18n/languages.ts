export type Language = 'en' | 'ru' | 'tg';

export const languages: readonly Language[] = ['en', 'ru', 'tg'];

/** Each language by its own name, in whichever language the page is. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  ru: 'Русский',
  tg: 'Тоҷикӣ',
};

export type Localised = Partial<Record<Language, string>>;

export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value);
}

/** What a person chose before, else the first of the browser's languages that we speak, else English. */
export function firstLanguage(chosen: string | null, offered: readonly string[]): Language {
  if (isLanguage(chosen)) return chosen;
  return offered.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage) ?? 'en';
}

/** The words in the wanted language, else in another, and which one that is (for the lang attribute). */
export function pick(
  words: Localised | string | undefined,
  language: Language,
): { text: string; lang: Language | undefined } {
  if (words === undefined) return { text: '', lang: undefined };
  if (typeof words === 'string') return { text: words, lang: undefined };
  for (const candidate of [language, ...languages]) {
    const text = words[candidate];
    if (text) return { text, lang: candidate };
  }
  return { text: '', lang: undefined };
}
