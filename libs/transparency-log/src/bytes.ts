import { LogError } from './error.ts';
import type { LogErrorCode } from './error.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = new Map(Array.from(ALPHABET).map((letter, value) => [letter, value]));
const encoder = new TextEncoder();

export function utf8(text: string): Uint8Array {
  return encoder.encode(text);
}

export function concat(...parts: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

/** Base64 of RFC 4648 §4, with padding. */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(i, i + 3);
    const word = (a << 16) | (b << 8) | c;
    text += ALPHABET.charAt(word >> 18) + ALPHABET.charAt((word >> 12) & 63);
    text += i + 1 < bytes.length ? ALPHABET.charAt((word >> 6) & 63) : '=';
    text += i + 2 < bytes.length ? ALPHABET.charAt(word & 63) : '=';
  }
  return text;
}

/**
 * RFC 4648 §4 and §3.5: one text for one value. Left-over bits that aren't zero are refused, or a
 * flipped letter would leave a signature line "valid" though its text differs. What is refused is a
 * `LogError` with the caller's `code`.
 */
export function fromBase64(text: string, code: LogErrorCode): Uint8Array {
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const length = text.length - padding;
  const bytes = new Uint8Array(Math.floor((length * 3) / 4));
  let word = 0;
  let bits = 0;
  let at = 0;
  for (let i = 0; i < length; i++) {
    const value = VALUES.get(text.charAt(i));
    if (value === undefined) throw new LogError(code, 'not base64');
    word = ((word << 6) | value) & 0xffffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = (word >> bits) & 255;
    }
  }
  if (text.length % 4 !== 0 || (word & ((1 << bits) - 1)) !== 0) {
    throw new LogError(code, 'not canonical base64');
  }
  return bytes;
}

/** Lower-case hexadecimal, two digits a byte. */
export function toHex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0');
  return text;
}

/** The bytes of lower-case hexadecimal; anything else is a `LogError` with the caller's `code`. */
export function fromHex(text: string, code: LogErrorCode): Uint8Array {
  if (!/^([0-9a-f]{2})*$/.test(text)) throw new LogError(code, 'not lower-case hexadecimal');
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** A decimal without leading zeroes that a number holds exactly. */
export function parseDecimal(text: string, code: LogErrorCode): number {
  const value = /^(0|[1-9][0-9]{0,15})$/.test(text) ? Number(text) : Number.NaN;
  if (!Number.isSafeInteger(value)) throw new LogError(code, `not a decimal number: "${text}"`);
  return value;
}
