import { readFileSync } from 'node:fs';

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { CredentialsError } from '../credentials-error.ts';
import { hostCryptography } from '../cryptography/host-cryptography.ts';
import { webCryptography } from '../cryptography/web-cryptography.ts';
import { toBase64url } from '../document/base64url.ts';
import { credentialProblems } from '../model/credential-problems.ts';
import { AT, tryIssuer } from '../try-issuer.ts';
import { bitAt, createBits, FEWEST_ENTRIES, valueAt, withBit } from './bitstring.ts';
import { decodeBits, encodeBits } from './encoded-list.ts';
import { issueStatusList } from './status-list.ts';

const vectors = JSON.parse(
  readFileSync(new URL('../../vectors/bitstring-status-list.json', import.meta.url), 'utf8'),
);
const index = fc.nat(FEWEST_ENTRIES - 1);

describe('the bits of a status list', () => {
  it('are 131,072 at least, and a whole number of bytes', () => {
    expect(createBits()).toHaveLength(16 * 1024);
    expect(createBits(262_144)).toHaveLength(32 * 1024);
    for (const entries of [0, 8, 131_064, 131_073, 131_072.5, NaN]) {
      expect(() => createBits(entries)).toThrow(CredentialsError);
    }
  });

  it('are set and cleared one by one, and no other changes', () => {
    fc.assert(
      fc.property(fc.uniqueArray(index, { maxLength: 20 }), index, (set, other) => {
        let bits = createBits();
        for (const one of set) bits = withBit(bits, one, true);
        for (const one of set) expect(bitAt(bits, one)).toBe(true);
        expect(bitAt(bits, other)).toBe(set.includes(other));
        const count = bits.reduce(
          (sum, byte) => sum + byte.toString(2).replaceAll('0', '').length,
          0,
        );
        expect(count).toBe(set.length);
        for (const one of set) bits = withBit(bits, one, false);
        expect(bits.every((byte) => byte === 0)).toBe(true);
      }),
    );
  });

  it('begin at the left: index 0 is the highest bit of the first byte', () => {
    expect(withBit(createBits(), 0, true)[0]).toBe(0x80);
    expect(withBit(createBits(), 7, true)[0]).toBe(0x01);
    expect(withBit(createBits(), FEWEST_ENTRIES - 1, true).at(-1)).toBe(0x01);
  });

  it('have no entry outside of them', () => {
    for (const wrong of [-1, FEWEST_ENTRIES, 0.5, NaN, Number.MAX_SAFE_INTEGER]) {
      expect(() => bitAt(createBits(), wrong)).toThrow('no entry');
      expect(() => withBit(createBits(), wrong, true)).toThrow('no entry');
    }
  });

  it('make an entry of several, the first the most significant', () => {
    const bits = withBit(withBit(createBits(), 4, true), 7, true);
    expect(valueAt(bits, 1, 4)).toBe(0b1001);
    expect(valueAt(bits, 2, 2)).toBe(0b10);
    expect(() => valueAt(bits, FEWEST_ENTRIES / 4, 4)).toThrow('no entry');
  });
});

describe('an encoded list', () => {
  it('is read as Bitstring Status List 1.0 prints it, and of the W3C fixtures the short one is refused', async () => {
    const { specificationExample, testSuite } = vectors;
    const bits = await decodeBits(specificationExample.encodedList);
    expect(bits).toEqual(createBits(specificationExample.entries));
    const ok = await decodeBits(`u${testSuite['single-purpose-ok.jsonld']}`);
    expect(ok.length * 8).toBeGreaterThanOrEqual(FEWEST_ENTRIES);
    const short = testSuite['short-encoded-list-fail.jsonld'];
    await expect(decodeBits(`u${short}`)).rejects.toThrow('fewer than 131072 entries');
    await expect(decodeBits(short)).rejects.toThrow('begins with u');
  });

  it('is what was encoded, by Node and by a browser alike', async () => {
    const both = [hostCryptography(), webCryptography()];
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(index, { maxLength: 50 }), async (set) => {
        let bits = createBits();
        for (const one of set) bits = withBit(bits, one, true);
        for (const writer of both) {
          const written = await encodeBits(bits, writer);
          for (const reader of both) {
            const read = await decodeBits(written, reader);
            expect(Buffer.from(read).equals(bits)).toBe(true);
          }
        }
      }),
      { numRuns: 10 },
    );
  });

  it('is refused when it is no GZIP, cut off, or unpacks to more than 16 MiB', async () => {
    const whole = await encodeBits(createBits());
    const bomb = await encodeBits(new Uint8Array(16 * 1024 * 1024 + 1));
    for (const cryptography of [hostCryptography(), webCryptography()]) {
      for (const wrong of [
        'uAAAA',
        whole.slice(0, -8),
        bomb,
        `u${toBase64url(createBits(131_072))}`,
      ]) {
        await expect(decodeBits(wrong, cryptography)).rejects.toThrow(CredentialsError);
      }
    }
  });
});

describe('a status list credential', () => {
  it('says what Bitstring Status List 1.0 §2.2 asks: type, purpose, list, ttl in milliseconds', async () => {
    const issuer = await tryIssuer();
    const id = 'https://sanad.example/status/1';
    const bits = withBit(createBits(), 5, true);
    const draft = { id, issuer: issuer.did, purpose: 'suspension', bits, ttl: 600 } as const;
    const list = await issueStatusList(draft, issuer.signer, AT);
    expect(credentialProblems(list)).toEqual([]);
    expect(list).toMatchObject({
      id,
      type: ['VerifiableCredential', 'BitstringStatusListCredential'],
      validFrom: '2026-11-24T09:00:00Z',
      validUntil: '2026-11-24T09:10:00Z',
      credentialSubject: { type: 'BitstringStatusList', statusPurpose: 'suspension', ttl: 600_000 },
    });
  });
});
