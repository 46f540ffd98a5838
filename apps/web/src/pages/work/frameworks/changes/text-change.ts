import type { FrameworkText } from '../../../../api/framework-drafts.ts';
import { languages, type Language } from '../../../../i18n/languages.ts';

export interface TextChange {
  language: Language;
  was: string;
  is: string;
}

export const changedLanguages = (was: FrameworkText, is: FrameworkText): TextChange[] =>
  languages
    .filter((language) => was[language] !== is[language])
    .map((language) => ({ language, was: was[language], is: is[language] }));

/** What two texts share at both ends, and what stands between, in whole words. */
export function apart(was: string, is: string) {
  const [old, now] = [wordsOf(was), wordsOf(is)];
  const most = Math.min(old.length, now.length);
  let head = 0;
  while (head < most && old[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < most - head && old.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  const between = (words: string[]) => words.slice(head, words.length - tail).join(' ');
  return {
    head: now.slice(0, head).join(' '),
    was: between(old),
    is: between(now),
    tail: now.slice(now.length - tail).join(' '),
  };
}

const wordsOf = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');
