// Base58 with the Bitcoin alphabet, as multibase 'z' (Controlled Identifiers 1.0, "Multibase").
import { CredentialsError } from '../credentials-error.ts';

const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const NONE = 255;
const VALUES = new Uint8Array(128).fill(NONE);
[...ALPHABET].forEach((letter, value) => (VALUES[letter.charCodeAt(0)] = value));
// Two bytes and five letters at once: 2^16 * 58^5 stays below 2^46, far enough from 2^53 for a quotient
// of doubles to be exact.
const CHUNK = 58 ** 5;
const PAIRS = Array.from(
  { length: 58 * 58 },
  (_, pair) => ALPHABET.charAt(Math.floor(pair / 58)) + ALPHABET.charAt(pair % 58),
);

export function toBase58(bytes: Uint8Array): string {
  let zeroes = 0;
  while (zeroes < bytes.length && bytes[zeroes] === 0) zeroes++;
  const words: number[] = [];
  let i = zeroes;
  if ((bytes.length - zeroes) % 2 === 1) words.push(bytes[i++] ?? 0);
  for (; i < bytes.length; i += 2) {
    let carry = (bytes[i] ?? 0) * 256 + (bytes[i + 1] ?? 0);
    for (let j = 0; j < words.length; j++) {
      const value = (words[j] ?? 0) * 65_536 + carry;
      carry = Math.floor(value / CHUNK);
      words[j] = value - carry * CHUNK;
    }
    if (carry > 0) words.push(carry);
  }
  let text = '';
  for (let j = words.length - 1; j >= 0; j--) text += fiveLetters(words[j] ?? 0);
  return '1'.repeat(zeroes) + text.replace(/^1+/u, '');
}

function fiveLetters(word: number): string {
  const high = Math.floor(word / 3364);
  const first = Math.floor(high / 3364);
  return (
    ALPHABET.charAt(first) + (PAIRS[high - first * 3364] ?? '') + (PAIRS[word - high * 3364] ?? '')
  );
}

/** Two letters at once into words of 16 bits, the least first: 2^16 * 58^2 stays below 2^31. */
export function fromBase58(text: string): Uint8Array {
  let zeroes = 0;
  while (text.charAt(zeroes) === '1') zeroes++;
  const words: number[] = [];
  for (let i = zeroes; i < text.length; i += 2) {
    const isPair = i + 1 < text.length;
    const first = valueOf(text.charCodeAt(i));
    let carry = isPair ? first * 58 + valueOf(text.charCodeAt(i + 1)) : first;
    const times = isPair ? 58 * 58 : 58;
    for (let j = 0; j < words.length; j++) {
      carry += (words[j] ?? 0) * times;
      words[j] = carry & 0xffff;
      carry >>>= 16;
    }
    if (carry > 0) words.push(carry);
  }
  return toBytes(words, zeroes);
}

/** The highest word is not zero, but its higher byte may be. */
function toBytes(words: readonly number[], zeroes: number): Uint8Array {
  const half = words.length > 0 && (words.at(-1) ?? 0) < 256 ? 1 : 0;
  const bytes = new Uint8Array(zeroes + words.length * 2 - half);
  let at = bytes.length;
  for (const word of words) {
    bytes[--at] = word;
    if (at > zeroes) bytes[--at] = word >>> 8;
  }
  return bytes;
}

function valueOf(letter: number): number {
  const value = VALUES[letter] ?? NONE;
  if (value === NONE) throw new CredentialsError('malformed-encoding', 'not base58');
  return value;
}
