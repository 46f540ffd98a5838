// Short answers: the first that fits gives its points; * stands for any characters, \* for itself.
import { escapeText, tag } from '../write/xml.ts';
import { setScore } from './score-rule.ts';

interface Answer {
  readonly text: string;
  readonly fraction: number;
}

export const textRules = (
  answers: readonly Answer[],
  caseSensitive: boolean,
  points: number,
): string =>
  tag(
    'qti-response-condition',
    {},
    ...answers.map(({ text, fraction }, i) =>
      tag(
        i === 0 ? 'qti-response-if' : 'qti-response-else-if',
        {},
        fits(text, caseSensitive),
        setScore(fraction * points),
      ),
    ),
  );

const answer = tag('qti-variable', { identifier: 'RESPONSE' });

function fits(text: string, caseSensitive: boolean): string {
  const parts = text.split(/(?<!\\)\*/u).map((part) => part.replaceAll('\\*', '*'));
  if (parts.length === 1) {
    const wanted = tag('qti-base-value', { 'base-type': 'string' }, escapeText(parts[0] ?? ''));
    return tag('qti-string-match', { 'case-sensitive': String(caseSensitive) }, wanted, answer);
  }
  const pattern = parts.map((part) => patternOf(part, caseSensitive)).join('(.|\\n|\\r)*');
  return tag('qti-pattern-match', { pattern }, answer);
}

/** XML Schema's expressions know no way to leave case out but to name both. */
const patternOf = (text: string, caseSensitive: boolean): string =>
  [...text]
    .map((char) => {
      const [lower, upper] = [char.toLowerCase(), char.toUpperCase()];
      const both =
        !caseSensitive && lower !== upper && [...lower].length === 1 && [...upper].length === 1;
      if (both) return `[${lower}${upper}]`;
      return /[\\|.?*+(){}\-[\]^]/u.test(char) ? `\\${char}` : char;
    })
    .join('');
