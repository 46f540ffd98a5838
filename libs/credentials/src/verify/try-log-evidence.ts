// A log for the tests, with one certificate in it: evidence, and the policy that trusts it.
import {
  append,
  formatNote,
  formatProof,
  formatVerifierKey,
  inclusionProof,
  leaf,
  newTree,
  signNote,
  tilePath,
  toBase64,
  verifierKey,
} from '#libs/transparency-log';
import type { NoteSigner } from '#libs/transparency-log';

import { hostCryptography } from '../cryptography/host-cryptography.ts';
import { toHex } from '../document/bytes.ts';
import type { Json, JsonObject } from '../document/json.ts';
import { credentialDigest } from './verify.ts';

/** The certificate's issue at `time`, and what happened to it later. */
export async function logged(
  credential: JsonObject,
  time: string,
  byte = 1,
  later: { event: string; time: string }[] = [],
): Promise<{ evidence: Json; all: Json[]; policy: Json }> {
  const name = 'sanad.example/log';
  const key = await hostCryptography().ed25519FromSeed(new Uint8Array(32).fill(byte));
  const signer: NoteSigner = { name, publicKey: key.publicKey, sign: (bytes) => key.sign(bytes) };
  const salt = new Uint8Array(32).fill(3);
  const issue = {
    event: 'issued',
    certificateId: typeof credential['id'] === 'string' ? credential['id'] : '',
    digest: `sha256:${toHex(credentialDigest(credential))}`,
    time,
  };
  // A change of state logs the digest of something else than the document.
  const changes = later.map((change) => ({
    ...issue,
    ...change,
    digest: `sha256:${'5'.repeat(64)}`,
  }));
  const events = [issue, ...changes];
  const others = Array.from({ length: 5 }, (_, i) => leaf({ ...issue, event: `x${i}` }, salt));
  const leaves = [...others, ...events.map((event) => leaf(event, salt))];
  const { state, tiles, checkpoint } = append(newTree(name), leaves);
  const stored = new Map(tiles.map((tile) => [tile.path, tile.data]));
  const signatures = [await signNote(checkpoint, signer)];
  const note = formatNote({ text: checkpoint, signatures });
  const all = events.map((event, i) => {
    const index = others.length + i;
    const path = inclusionProof(index, state.size, (tile) => stored.get(tilePath(tile)) ?? salt);
    const proof = formatProof({ index, path, checkpoint: note });
    return { event, salt: toBase64(salt), proof };
  });
  return {
    evidence: all[0] ?? null,
    all,
    policy: {
      logs: [formatVerifierKey(verifierKey(name, 'note', key.publicKey))],
      witnesses: [],
      need: 0,
    },
  };
}
