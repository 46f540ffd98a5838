// Base58 with the Bitcoin alphabet, as multibase 'z' (Controlled Identifiers 1.0, "Multibase").
import { CredentialsError } from '../credentials-error.ts';

const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const NONE = 255;
const VALUES = new Uint8Array(128).fill(NONE);
[...ALPHABET].forEach((letter, value) => (VALUES[letter.charCodeAt(0)] = value));
// Five letters at once fit a double together with a carry of 32 bits: 58^5 * 2^21 < 2^53.
const CHUNK = 58 ** 5;

export function toBase58(bytes: Uint8Array): string {
  let zeroes = 0;
  while (zeroes < bytes.length && bytes[zeroes] === 0) zeroes++;
  const words: number[] = [];
  for (let i = zeroes; i < bytes.length; i++) {
    let carry = bytes[i] ?? 0;
    for (let j = 0; j < words.length; j++) {
      carry += (words[j] ?? 0) * 256;
      words[j] = carry % CHUNK;
      carry = Math.floor(carry / CHUNK);
    }
    if (carry > 0) words.push(carry);
  }
  let text = '';
  for (let j = 0; j < words.length; j++) {
    let word = words[j] ?? 0;
    for (let k = 0; k < 5 && (word > 0 || j < words.length - 1); k++) {
      text = ALPHABET.charAt(word % 58) + text;
      word = Math.floor(word / 58);
    }
  }
  return '1'.repeat(zeroes) + text;
}

/** Three bytes a word and four letters at once: 2^24 * 58^4 + 58^4 stays below 2^53. */
export function fromBase58(text: string): Uint8Array {
  let zeroes = 0;
  while (text.charAt(zeroes) === '1') zeroes++;
  const words: number[] = [];
  for (let i = zeroes; i < text.length; i += 4) {
    const end = Math.min(i + 4, text.length);
    let carry = 0;
    for (let at = i; at < end; at++) carry = carry * 58 + valueOf(text.charCodeAt(at));
    const times = 58 ** (end - i);
    for (let j = 0; j < words.length; j++) {
      carry += (words[j] ?? 0) * times;
      words[j] = carry % 0x100_0000;
      carry = Math.floor(carry / 0x100_0000);
    }
    for (; carry > 0; carry = Math.floor(carry / 0x100_0000)) words.push(carry % 0x100_0000);
  }
  return toBytes(words, zeroes);
}

/** Words of 24 bits, the least first; the leading zeroes of the highest one are no bytes. */
function toBytes(words: number[], zeroes: number): Uint8Array {
  const highest = words.at(-1) ?? 0;
  const unused = words.length === 0 ? 0 : highest > 0xffff ? 0 : highest > 0xff ? 1 : 2;
  const bytes = new Uint8Array(zeroes + words.length * 3 - unused);
  let at = bytes.length;
  for (const word of words) {
    for (let shift = 0; shift < 24 && at > zeroes; shift += 8) bytes[--at] = word >>> shift;
  }
  return bytes;
}

function valueOf(letter: number): number {
  const value = VALUES[letter] ?? NONE;
  if (value === NONE) throw new CredentialsError('malformed-encoding', 'not base58');
  return value;
}
