import { unicodeBlock } from './unicode-blocks.ts';

/** A set of characters, asked by code point. */
export type CharacterSet = (codePoint: number) => boolean;

const property = (name: string): CharacterSet => {
  const regex = new RegExp(`^\\p{${name}}$`, 'u');
  return (codePoint) => regex.test(String.fromCodePoint(codePoint));
};

export const not =
  (set: CharacterSet): CharacterSet =>
  (codePoint) =>
    !set(codePoint);

export const anyOf =
  (sets: readonly CharacterSet[]): CharacterSet =>
  (codePoint) =>
    sets.some((set) => set(codePoint));

export const range =
  (from: number, to: number): CharacterSet =>
  (codePoint) =>
    codePoint >= from && codePoint <= to;

/** "." is every character but the line ends. */
export const wildcard: CharacterSet = (codePoint) => codePoint !== 10 && codePoint !== 13;

const categories: ReadonlySet<string> = new Set(
  'L Lu Ll Lt Lm Lo M Mn Mc Me N Nd Nl No P Pc Pd Ps Pe Pi Pf Po Z Zs Zl Zp S Sm Sc Sk So C Cc Cf Co Cn'.split(
    ' ',
  ),
);

/** \p{...}: a general category or Is and a block's name; undefined if there is no such. */
export function propertySet(name: string): CharacterSet | undefined {
  if (categories.has(name)) return property(name);
  const block = name.startsWith('Is') ? unicodeBlock(name.slice(2)) : undefined;
  return block && range(...block);
}

const space: CharacterSet = (codePoint) =>
  codePoint === 32 || codePoint === 9 || codePoint === 10 || codePoint === 13;
const digit = property('Nd');
const letter = property('L');
// XML 1.0 NameStartChar and NameChar.
const initial: CharacterSet = anyOf([
  letter,
  property('Nl'),
  (codePoint) => codePoint === 0x5f || codePoint === 0x3a,
]);
const inName: CharacterSet = anyOf([
  initial,
  digit,
  property('M'),
  (codePoint) => codePoint === 0x2d || codePoint === 0x2e || codePoint === 0xb7,
]);
const nonWord = anyOf([property('P'), property('Z'), property('C')]);

/** The multi-character escapes (appendix F, MultiCharEsc). */
export const escapes: Readonly<Record<string, CharacterSet>> = {
  s: space,
  S: not(space),
  i: initial,
  I: not(initial),
  c: inName,
  C: not(inName),
  d: digit,
  D: not(digit),
  w: not(nonWord),
  W: nonWord,
};
