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
    const { curves } = rosette('00'.repeat(32));
    expect(curves).toHaveLength(9);
    expect(curves[0]?.path.slice(0, 60)).toBe(
      'M982 500C982 509 969 518 955 526C941 533 928 540 927 548C926',
    );
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
