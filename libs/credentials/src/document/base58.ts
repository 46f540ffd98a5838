// Base58 with the Bitcoin alphabet, as multibase 'z' (Controlled Identifiers 1.0, "Multibase").
import { CredentialsError } from '../credentials-error.ts';

const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const VALUES = new Map([...ALPHABET].map((letter, value) => [letter, value]));
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

export function fromBase58(text: string): Uint8Array {
  let zeroes = 0;
  while (text.charAt(zeroes) === '1') zeroes++;
  // 32-bit words, least first; each letter multiplies by 58.
  const words: number[] = [];
  for (let i = zeroes; i < text.length; i++) {
    let carry = VALUES.get(text.charAt(i)) ?? -1;
    if (carry < 0) throw new CredentialsError('malformed-encoding', 'not base58');
    for (let j = 0; j < words.length; j++) {
      carry += (words[j] ?? 0) * 58;
      words[j] = carry % 0x1_0000_0000;
      carry = Math.floor(carry / 0x1_0000_0000);
    }
    if (carry > 0) words.push(carry);
  }
  const bytes: number[] = [];
  for (const word of words) {
    bytes.push(word & 255, (word >>> 8) & 255, (word >>> 16) & 255, word >>> 24);
  }
  while (bytes.at(-1) === 0) bytes.pop();
  return Uint8Array.from([...Array.from({ length: zeroes }, () => 0), ...bytes.toReversed()]);
}
