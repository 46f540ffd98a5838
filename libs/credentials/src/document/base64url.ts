// base64url without padding (RFC 4648 §5), as multibase 'u'. One text for one value: left-over bits
// that aren't zero are refused, or a flipped letter would leave the bytes as they were.
import { CredentialsError } from '../credentials-error.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const VALUES = new Map([...ALPHABET].map((letter, value) => [letter, value]));

export function toBase64url(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let i = 0; i < bytes.length; i += 3) {
    const left = bytes.length - i;
    const word = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    let piece = ALPHABET.charAt(word >> 18) + ALPHABET.charAt((word >> 12) & 63);
    if (left > 1) piece += ALPHABET.charAt((word >> 6) & 63);
    if (left > 2) piece += ALPHABET.charAt(word & 63);
    pieces.push(piece);
  }
  return pieces.join('');
}

export function fromBase64url(text: string): Uint8Array {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let word = 0;
  let bits = 0;
  let at = 0;
  for (let i = 0; i < text.length; i++) {
    const value = VALUES.get(text.charAt(i));
    if (value === undefined) throw malformed();
    word = ((word << 6) | value) & 0xff_ffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = (word >> bits) & 255;
  }
  if (text.length % 4 === 1 || (word & ((1 << bits) - 1)) !== 0) throw malformed();
  return bytes;
}

function malformed(): CredentialsError {
  return new CredentialsError('malformed-encoding', 'not canonical base64url');
}
