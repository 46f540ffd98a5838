import { readFileSync } from 'node:fs';

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { fromBase58, toBase58 } from './base58.ts';
import { fromBase64url, toBase64url } from './base64url.ts';
import { fromHex, toHex } from './bytes.ts';

const vectors = JSON.parse(
  readFileSync(new URL('../../vectors/base58.json', import.meta.url), 'utf8'),
) as { valid: [hex: string, text: string][]; invalid: string[] };
const bytes = fc.uint8Array({ maxLength: 200 });

describe('base58', () => {
  it('is that of the fixtures of base-x, both ways', () => {
    for (const [hex, text] of vectors.valid) {
      expect(toBase58(fromHex(hex))).toBe(text);
      expect(toHex(fromBase58(text))).toBe(hex);
    }
    for (const text of vectors.invalid) {
      expect(() => fromBase58(text)).toThrow('not base58');
    }
  });

  it('is the number of its bytes in base 58, with a 1 for each leading zero', () => {
    const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
    fc.assert(
      fc.property(bytes, fc.nat(3), (tail, zeroes) => {
        const whole = Uint8Array.from([...new Uint8Array(zeroes), ...tail]);
        const leading = whole.findIndex((byte) => byte !== 0);
        let text = '';
        for (let n = BigInt(`0x0${toHex(whole)}`); n > 0n; n /= 58n) {
          text = alphabet.charAt(Number(n % 58n)) + text;
        }
        text = '1'.repeat(leading < 0 ? whole.length : leading) + text;
        expect(toBase58(whole)).toBe(text);
        expect(fromBase58(text)).toEqual(whole);
      }),
    );
  });

  it('refuses the letters that it leaves out, and everything beyond ASCII', () => {
    for (const letter of '0OIl+/ \u0000\u007f\u0080ғ漢\ud800') {
      expect(() => fromBase58(`2${letter}g`)).toThrow('not base58');
    }
  });
});

describe('base64url', () => {
  it('is that of RFC 4648 §10 without padding', () => {
    const samples = [
      ['', ''],
      ['66', 'Zg'],
      ['666f', 'Zm8'],
      ['666f6f', 'Zm9v'],
      ['666f6f62', 'Zm9vYg'],
      ['666f6f6261', 'Zm9vYmE'],
      ['666f6f626172', 'Zm9vYmFy'],
    ];
    for (const [hex = '', text = ''] of samples) {
      expect(toBase64url(fromHex(hex))).toBe(text);
      expect(toHex(fromBase64url(text))).toBe(hex);
    }
  });

  it('is that of Node, both ways', () => {
    fc.assert(
      fc.property(bytes, (made) => {
        const text = Buffer.from(made).toString('base64url');
        expect(toBase64url(made)).toBe(text);
        expect(fromBase64url(text)).toEqual(made);
      }),
    );
  });

  it('is one text for one value: no padding, no other alphabet, no left-over bits', () => {
    for (const text of ['Zg==', 'Zh', 'Zm9', 'A', 'AAAAA', 'Zm9v ', 'Zm9+', 'Zm9/', 'Zm9ғ']) {
      expect(() => fromBase64url(text)).toThrow('not canonical base64url');
    }
  });
});

describe('hexadecimal', () => {
  it('is lower case and whole bytes', () => {
    for (const text of ['F', 'f', 'FF', '0g', ' 00']) expect(() => fromHex(text)).toThrow();
    expect(toHex(fromHex('00ff10'))).toBe('00ff10');
  });
});
