import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cosign } from './cosignature.ts';
import { verifierKey, webcryptoEd25519 } from './key.ts';
import { formatNote, signNote } from './note.ts';
import { evaluatePolicy, policyOf } from './policy.ts';
import { signerOf, TryLog } from './try-log.ts';

const at = 1_800_000_000;
const log = new TryLog('sanad.example/log', 1).add(
  Array.from({ length: 12 }, (_, i) => Uint8Array.of(i)),
);
const witnesses = [signerOf('witness.one', 2), signerOf('witness.two', 3)];
const stranger = signerOf('stranger.example', 4);
const note = formatNote({
  text: log.body,
  signatures: [
    await signNote(log.body, log.signer),
    await signNote(log.body, stranger),
    ...(await Promise.all(witnesses.map((one, i) => cosign(log.body, one, at - i)))),
  ],
});
const logKey = verifierKey(log.signer.name, 'note', log.signer.publicKey);
const keys = witnesses.map((one) => verifierKey(one.name, 'cosignature', one.publicKey));
const bytes = new TextEncoder().encode(note);

async function answerTo(changed: Uint8Array, need: number) {
  const text = new TextDecoder().decode(changed);
  return evaluatePolicy(text, policyOf([logKey], keys, need), at, webcryptoEd25519);
}

describe('a checkpoint with a byte changed', () => {
  it('is refused, or says the same, seen by the same witnesses at the same time', async () => {
    for (const need of [0, 1, 2]) {
      const original = await answerTo(bytes, need);
      if (original.outcome !== 'trusted') throw new Error(original.detail);
      expect(original.witnesses).toHaveLength(2);
      let refused = 0;
      await fc.assert(
        fc.asyncProperty(
          fc.nat(bytes.length - 1),
          fc.integer({ min: 1, max: 255 }),
          fc.constantFrom(-1, 0, 1),
          async (place, mask, longer) => {
            const middle = longer < 0 ? [] : [(bytes[place] ?? 0) ^ mask];
            const rest = bytes.subarray(longer > 0 ? place : place + 1);
            const changed = Uint8Array.from([...bytes.subarray(0, place), ...middle, ...rest]);
            const answer = await answerTo(changed, need);
            if (answer.outcome === 'refused') refused++;
            else {
              expect(answer.checkpoint).toEqual(original.checkpoint);
              expect(original.witnesses).toEqual(expect.arrayContaining(answer.witnesses));
              expect(answer.witnesses.length).toBeGreaterThanOrEqual(need);
            }
          },
        ),
        { numRuns: 400 },
      );
      expect(refused).toBeGreaterThan(150);
    }
  });

  it('is refused for each byte of what the log signed and of the log’s own line', async () => {
    const signed = new TextEncoder().encode(note.slice(0, note.indexOf('stranger') - 2)).length;
    for (let place = 0; place < signed; place++) {
      const changed = bytes.slice();
      changed[place] = (bytes[place] ?? 0) ^ (1 << (place % 7));
      expect(await answerTo(changed, 0)).toMatchObject({ outcome: 'refused' });
    }
  });
});
