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

export async function logged(
  credential: JsonObject,
  time: string,
  byte = 1,
): Promise<{ evidence: Json; policy: Json }> {
  const name = 'sanad.example/log';
  const key = await hostCryptography().ed25519FromSeed(new Uint8Array(32).fill(byte));
  const signer: NoteSigner = { name, publicKey: key.publicKey, sign: (bytes) => key.sign(bytes) };
  const salt = new Uint8Array(32).fill(3);
  const event = {
    event: 'issued',
    certificateId: typeof credential['id'] === 'string' ? credential['id'] : '',
    digest: `sha256:${toHex(credentialDigest(credential))}`,
    time,
  };
  const others = Array.from({ length: 5 }, (_, i) => leaf({ ...event, event: `x${i}` }, salt));
  const { state, tiles, checkpoint } = append(newTree(name), [...others, leaf(event, salt)]);
  const stored = new Map(tiles.map((tile) => [tile.path, tile.data]));
  const path = inclusionProof(5, state.size, (tile) => stored.get(tilePath(tile)) ?? salt);
  const signatures = [await signNote(checkpoint, signer)];
  const note = formatNote({ text: checkpoint, signatures });
  return {
    evidence: {
      event,
      salt: toBase64(salt),
      proof: formatProof({ index: 5, path, checkpoint: note }),
    },
    policy: {
      logs: [formatVerifierKey(verifierKey(name, 'note', key.publicKey))],
      witnesses: [],
      need: 0,
    },
  };
}
