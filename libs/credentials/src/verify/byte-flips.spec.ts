import { describe, expect, it } from '@jest/globals';

import { formatBundle, parseBundle } from '#libs/transparency-log';

import { canonicalJson } from '../document/canonical-json.ts';
import type { Json } from '../document/json.ts';
import type { Trust } from '../trust/trust.ts';
import { AT, tryCredential, tryIssuer, tryLists, tryTrust } from '../try-issuer.ts';
import { logged } from './try-log-evidence.ts';
import { verify } from './verify.ts';

const issuer = await tryIssuer();
const credential = await tryCredential(issuer);
const statusLists = await tryLists(issuer);

function parsed(bytes: Uint8Array): Json | null {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as Json;
  } catch {
    return null;
  }
}

function same(a: Json | null, b: Json): boolean {
  return (
    a !== null &&
    a !== undefined &&
    JSON.stringify(a).isWellFormed() &&
    canonicalJson(a) === canonicalJson(b)
  );
}

/** Flips one bit of each byte, another at each place; whoever still says "valid" must read the same. */
async function flips(
  file: string,
  step: number,
  isValid: (bytes: Uint8Array) => Promise<boolean>,
): Promise<{ tried: number; survivors: string[] }> {
  const bytes = new TextEncoder().encode(file);
  const original = JSON.parse(file) as Json;
  const survivors: string[] = [];
  let tried = 0;
  for (let at = 0; at < bytes.length; at += step) {
    const flipped = bytes.slice();
    flipped[at] = (bytes[at] ?? 0) ^ (1 << ((at * 5) % 8));
    tried++;
    if ((await isValid(flipped)) && !same(parsed(flipped), original)) {
      survivors.push(`${at}: ${file.slice(Math.max(0, at - 20), at + 20)}`);
    }
  }
  return { tried, survivors };
}

describe('a flipped bit', () => {
  it('in a credential leaves no "valid" of another meaning, however it is checked', async () => {
    const lists = { statusLists };
    for (const proofs of ['all', 'quickest'] as const) {
      const unsigned = proofs === 'quickest' ? credentialOfOneProof() : credential;
      const { tried, survivors } = await flips(JSON.stringify(unsigned), 13, async (bytes) => {
        const answer = await verify(bytes, lists, tryTrust(issuer), AT, { proofs });
        return answer.standing === 'valid';
      });
      expect(survivors).toEqual([]);
      expect(tried).toBeGreaterThan(150);
    }
  });

  it('in a bundle leaves no "valid" of another meaning: lists, DID document and log included', async () => {
    const { all, policy } = await logged(credential, '2026-11-24T09:00:05Z', 1, [
      { event: 'suspended', time: '2026-11-24T09:00:06Z' },
      { event: 'reinstated', time: '2026-11-24T09:00:07Z' },
    ]);
    const { didDocument } = issuer;
    const parts = { format: 'sanad-bundle/v1', credential, didDocument, statusLists };
    const file = formatBundle(parseBundle({ ...parts, log: all }));
    const trust: Trust = {
      issuers: tryTrust(issuer).issuers.map((one) => ({ ...one, log: 'required' as const })),
      log: policy,
      statusMaxAge: null,
    };
    expect((await verify(file, {}, trust, AT)).standing).toBe('valid');
    const { tried, survivors } = await flips(file, 13, async (bytes) => {
      return (await verify(bytes, {}, trust, AT)).standing === 'valid';
    });
    expect(survivors).toEqual([]);
    expect(tried).toBeGreaterThan(380);
  });
});

function credentialOfOneProof() {
  const proofs = credential['proof'] as Json[];
  return { ...credential, proof: proofs[1] ?? null };
}
