// What a bank of items gives away to somebody who knows nothing: where the right option stands, and
// that it is the longest one. Measured for a whole bank, for a single item cannot show either.
import {
  LANGUAGES,
  type ItemBody,
  type Language,
} from '../../apps/question-bank/src/domain/item/item-body.ts';

export const LARGEST_LONGEST_SHARE = 0.4;

export interface Cues {
  /** How many single choices have their key as the first, second, ... option listed. */
  readonly positions: readonly number[];
  readonly choices: number;
  /** How many single choices have no option longer than the key, by language. */
  readonly longest: Readonly<Record<Language, number>>;
}

export function cuesOf(bodies: readonly ItemBody[]): Cues {
  const choices = bodies.filter(({ interaction }) => interaction === 'choice');
  const positions: number[] = [];
  for (const { key, languages } of choices) {
    const options = Object.values(languages)[0]?.choices ?? [];
    while (positions.length < options.length) positions.push(0);
    const at = options.findIndex(({ id }) => id === key.choice);
    if (at >= 0) positions[at] = (positions[at] ?? 0) + 1;
  }
  const longest = { en: 0, ru: 0, tg: 0 };
  for (const language of LANGUAGES)
    longest[language] = choices.filter((body) => keyIsLongest(body, language)).length;
  return { positions, choices: choices.length, longest };
}

function keyIsLongest({ key, languages }: ItemBody, language: Language): boolean {
  const options = languages[language]?.choices ?? [];
  const right = options.find(({ id }) => id === key.choice);
  return right !== undefined && options.every(({ text }) => text.length <= right.text.length);
}

/** Even, as far as whole numbers allow it: no position has two keys more than another. */
export const isEven = (positions: readonly number[]): boolean =>
  positions.length === 0 || Math.max(...positions) - Math.min(...positions) <= 1;
