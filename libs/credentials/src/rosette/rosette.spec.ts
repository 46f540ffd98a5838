import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { CredentialsError } from '../credentials-error.ts';
import { hostCryptography } from '../cryptography/host-cryptography.ts';
import { toHex } from '../document/bytes.ts';
import { rosette } from './rosette.ts';

const digest = fc.uint8Array({ minLength: 32, maxLength: 32 });

describe('a rosette', () => {
  it('is the same for the same digest, as bytes or as hexadecimal', () => {
    fc.assert(
      fc.property(digest, (bytes) => {
        expect(rosette(toHex(bytes))).toEqual(rosette(Uint8Array.from(bytes)));
      }),
    );
  });

  it('is of closed paths of whole numbers inside its square', () => {
    fc.assert(
      fc.property(digest, (bytes) => {
        const { viewBox, curves } = rosette(bytes);
        expect(viewBox).toBe('0 0 1000 1000');
        expect(new Set(curves.map(({ part }) => part))).toEqual(
          new Set(['border', 'weave', 'heart']),
        );
        for (const { path } of curves) {
          expect(path).toMatch(/^M\d+ \d+(C\d+ \d+ \d+ \d+ \d+ \d+)+Z$/u);
          const numbers = path.match(/\d+/gu)?.map(Number) ?? [];
          expect(Math.max(...numbers)).toBeLessThanOrEqual(1000);
          const [start, end] = [numbers.slice(0, 2), numbers.slice(-2)];
          expect(end).toEqual(start);
        }
      }),
    );
  });

  it('is another for another document', () => {
    const { sha256 } = hostCryptography();
    fc.assert(
      fc.property(fc.uint8Array(), fc.uint8Array(), (one, other) => {
        fc.pre(toHex(one) !== toHex(other));
        expect(rosette(sha256(one))).not.toEqual(rosette(sha256(other)));
      }),
    );
  });

  it('of a known digest stays as certificates have been printed with it', () => {
    // SHA-256 of nothing: every byte has its say.
    const { curves } = rosette('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(curves.map(({ part, path }) => `${part} ${path.slice(0, 31)}`)).toEqual([
      'border M166 232C160 219 152 203 153 19',
      'border M192 202C188 188 181 172 183 16',
      'weave M369 335C354 294 325 217 325 16',
      'weave M396 317C388 274 372 193 380 13',
      'weave M426 303C424 259 422 176 438 12',
      'weave M458 294C463 250 473 168 498 11',
      'weave M491 290C503 247 525 168 558 12',
      'heart M615 592C586 583 551 557 534 54',
      'heart M592 615C566 600 537 567 524 54',
      'heart M564 633C542 612 521 574 512 55',
      'heart M533 644C516 619 504 577 500 55',
    ]);
  });

  it('is of 32 bytes only', () => {
    for (const wrong of [
      new Uint8Array(31),
      new Uint8Array(33),
      '',
      'zz'.repeat(32),
      'AB'.repeat(32),
    ]) {
      expect(() => rosette(wrong)).toThrow(CredentialsError);
    }
  });
});
