import type { ItemBody } from '../../../api/items.ts';
import { languages, type Language } from '../../../i18n/languages.ts';

const longest = 120;

/** The beginning of the question, in the reader's language if it has it. */
export function promptOf(body: ItemBody, language: Language): string {
  const parts = [language, ...languages].map((each) => body.languages[each]?.prompt);
  const prompt = (parts.find(Boolean) ?? '').replace(/\s+/g, ' ').trim();
  return prompt.length > longest ? `${prompt.slice(0, longest).trimEnd()} …` : prompt;
}
