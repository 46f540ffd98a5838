import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { formatBundle, parseBundle } from '#libs/transparency-log';

import { canonicalJson } from '../document/canonical-json.ts';
import type { Json } from '../document/json.ts';
import { parseJson } from '../document/strict-json.ts';
import type { Trust } from '../trust/trust.ts';
import { AT, tryCredential, tryIssuer, tryLists, tryTrust } from '../try-issuer.ts';
import type { Verification } from './check.ts';
import { logged } from './try-log-evidence.ts';
import { verify } from './verify.ts';

const issuer = await tryIssuer();
const credential = await tryCredential(issuer);
const statusLists = await tryLists(issuer);
const inLog = await logged(credential, '2026-11-24T09:00:05Z', 1, [
  { event: 'suspended', time: '2026-11-24T09:00:06Z' },
  { event: 'reinstated', time: '2026-11-24T09:00:07Z' },
]);
const { didDocument } = issuer;
const parts = { format: 'sanad-bundle/v1', credential, didDocument, statusLists };
const bundle = formatBundle(parseBundle({ ...parts, log: inLog.all }));
const logTrust: Trust = {
  issuers: tryTrust(issuer).issuers.map((one) => ({ ...one, log: 'required' as const })),
  log: inLog.policy,
  statusMaxAge: null,
};

type Answer = (file: Uint8Array) => Promise<Verification>;
type Edit = (bytes: Uint8Array, place: number) => Uint8Array;

const one = (bytes: Uint8Array, from: number, to: number, ...between: number[]) =>
  Uint8Array.from([...bytes.subarray(0, from), ...between, ...bytes.subarray(to)]);

/** A byte becomes another, whichever. */
const flip = fc.integer({ min: 1, max: 255 }).map((mask): Edit => {
  return (bytes, at) => one(bytes, at, at + 1, (bytes[at] ?? 0) ^ mask);
});
/** A byte goes, comes, or stands twice; a piece goes. */
const edit = fc.oneof(
  flip,
  fc.constantFrom<Edit>(
    (bytes, at) => one(bytes, at, at + 1),
    (bytes, at) => one(bytes, at, at, bytes[at] ?? 0),
    (bytes, at) => one(bytes, at, at + 2, bytes[at + 1] ?? 0, bytes[at] ?? 0),
  ),
  fc.nat(255).map(
    (byte): Edit =>
      (bytes, at) =>
        one(bytes, at, at, byte),
  ),
  fc.integer({ min: 2, max: 400 }).map((length): Edit => {
    return (bytes, at) => one(bytes, at, at + length);
  }),
);

/** Whatever still reads "valid" reads the same; and most of what was tried is refused. */
async function neverAnother(file: string, edits: fc.Arbitrary<Edit>, runs: number, ask: Answer) {
  const bytes = new TextEncoder().encode(file);
  const original = canonicalJson(parseJson(file));
  expect((await ask(bytes)).standing).toBe('valid');
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 1), edits, async (at, change) => {
      const changed = change(bytes, at);
      const { standing } = await ask(changed);
      if (standing === 'valid') expect(canonicalJson(parseJson(changed))).toBe(original);
      else refused++;
    }),
    { numRuns: runs },
  );
  expect(refused).toBeGreaterThan(runs / 2);
}

function withProof(index: number) {
  return JSON.stringify({ ...credential, proof: (credential['proof'] as Json[])[index] ?? null });
}

describe('a changed byte leaves no "valid" of another meaning', () => {
  const ask: Answer = (file) => verify(file, { statusLists }, tryTrust(issuer), AT);

  it('in a credential, compact or spread', async () => {
    await neverAnother(JSON.stringify(credential), edit, 300, ask);
    await neverAnother(JSON.stringify(credential, null, 2), edit, 150, ask);
  });

  it('in a credential of one proof, by JCS or by RDF', async () => {
    await neverAnother(withProof(1), edit, 300, (file) => {
      return verify(file, { statusLists }, tryTrust(issuer), AT, { proofs: 'quickest' });
    });
    await neverAnother(withProof(0), flip, 200, ask);
  });

  it('in a bundle: lists, DID document, log and checkpoint included', async () => {
    await neverAnother(bundle, edit, 500, (file) => verify(file, {}, logTrust, AT));
  });

  it('in a bundle, bit by bit at every thirteenth place', async () => {
    const bytes = new TextEncoder().encode(bundle);
    const survivors: string[] = [];
    for (let at = 0; at < bytes.length; at += 13) {
      const flipped = bytes.slice();
      flipped[at] = (bytes[at] ?? 0) ^ (1 << ((at * 5) % 8));
      const { standing } = await verify(flipped, {}, logTrust, AT);
      const isSame = () => canonicalJson(parseJson(flipped)) === canonicalJson(parseJson(bytes));
      if (standing === 'valid' && !isSame()) survivors.push(bundle.slice(at - 20, at + 20));
    }
    expect(survivors).toEqual([]);
  });

  it('in the status list that says "not suspended"', async () => {
    const [revocation, suspension] = statusLists;
    await neverAnother(JSON.stringify(suspension), edit, 300, (list) => {
      return verify(credential, { statusLists: [revocation ?? {}, list] }, tryTrust(issuer), AT);
    });
  });
});
