import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Guessing } from './guessing.ts';
import { formatCode, parseCode, shortCode } from './short-code.ts';

const bytes = fc.uint8Array({ minLength: 10, maxLength: 10 });

describe('the short code', () => {
  it('is 16 characters and a check symbol, and reads however it is typed', () => {
    fc.assert(
      fc.property(bytes, (random) => {
        const code = shortCode(random);
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}[0-9A-HJKMNP-TV-Z*~$=U]$/);
        expect(parseCode(formatCode(code))).toBe(code);
        expect(parseCode(code.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(code);
      }),
    );
  });

  it('has the symbols of Crockford’s alphabet', () => {
    expect(shortCode(new Uint8Array(10))).toBe('00000000000000000');
    // 2^80 - 1 is 16 times Z; the check symbol is its rest by 37.
    expect(shortCode(new Uint8Array(10).fill(255))).toBe(
      `ZZZZZZZZZZZZZZZZ${'0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U'[Number(((1n << 80n) - 1n) % 37n)]}`,
    );
  });

  it('notices one wrong character and two that changed places', () => {
    fc.assert(
      fc.property(bytes, fc.nat(15), fc.nat(31), (random, at, other) => {
        const code = shortCode(random);
        const wrong = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.charAt(other);
        const changed = code.slice(0, at) + wrong + code.slice(at + 1);
        expect(parseCode(changed) === null).toBe(changed !== code);
        if (at === 15) return;
        const swapped =
          code.slice(0, at) + code.charAt(at + 1) + code.charAt(at) + code.slice(at + 2);
        expect(parseCode(swapped) === null).toBe(swapped !== code);
      }),
    );
  });

  it.each([
    '',
    '0',
    '0000-0000-0000-0000',
    '0000-0000-0000-0000-00',
    'U000000000000000-0',
    'é'.repeat(17),
  ])('is none: %j', (typed) => expect(parseCode(typed)).toBeNull());
});

describe('guessing', () => {
  it('is stopped after so many wrong codes from one address, for that address and a while', () => {
    const guessing = new Guessing({ most: 3, windowMs: 1000 });
    for (let i = 0; i < 3; i++) {
      expect(guessing.waitFor('a', i)).toBe(0);
      guessing.countWrong('a', i);
    }
    expect(guessing.waitFor('a', 3)).toBe(1);
    expect(guessing.waitFor('b', 3)).toBe(0);
    expect(guessing.waitFor('a', 1001)).toBe(0);
  });
});
