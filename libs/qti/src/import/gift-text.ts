import type { Xhtml } from './question.ts';

export interface GiftQuestion {
  readonly line: number;
  readonly title: string;
  readonly before: Xhtml;
  readonly after: Xhtml;
  readonly notes: string[];
  /** What an answer's text means: HTML or plain. */
  readonly words: (text: string) => Xhtml;
}

// Escaped characters are set apart, so that what looks for ~ = # { } : does not find them.
const PRIVATE = 0xe000;
const ESCAPABLE = '~=#{}:';
export const hideEscaped = (text: string): string =>
  text
    .replace(/\\([~=#{}:])/gu, (_, char: string) =>
      String.fromCharCode(PRIVATE + ESCAPABLE.indexOf(char)),
    )
    .replaceAll('\\n', '\n');
export const unescape = (text: string): string =>
  text.replace(/[\ue000-\ue005]/gu, (char) => ESCAPABLE[char.charCodeAt(0) - PRIVATE] ?? char);
