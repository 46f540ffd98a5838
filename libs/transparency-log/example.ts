import { createPrivateKey, createPublicKey, randomBytes, sign } from 'node:crypto';
import * as log from '#libs/transparency-log';

export async function example(privateKeyPem: string): Promise<string> {
  // A signer is a name, a public key and a function; the key may be in hardware.
  const key = createPrivateKey(privateKeyPem);
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' });
  const signer: log.NoteSigner = {
    name: 'sanad.example/log',
    publicKey: new Uint8Array(spki.subarray(-32)),
    sign: (message) => new Uint8Array(sign(null, message, key)),
  };

  // The log's side: a commitment, the tiles to store, then the signed checkpoint.
  const event = {
    event: 'issued',
    certificateId: 'urn:uuid:e5f6a7b8-c9d0-4e1f-8a2b-3c4d5e6f7a60',
    digest: 'sha256:2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824',
    time: '2026-11-24T08:30:00Z',
  };
  const salt = new Uint8Array(randomBytes(log.SALT_LENGTH));
  const {
    tiles,
    checkpoint: text,
    firstIndex,
    state,
  } = log.append(log.newTree(signer.name), [log.leaf(event, salt)]);
  const stored = new Map(tiles.map((tile) => [tile.path, tile.data]));
  const signatures = [await log.signNote(text, signer)];
  const checkpoint = log.formatNote({ text, signatures });

  // What the holder gets: it opens this one commitment.
  const read: log.ReadTile = (tile) => stored.get(log.tilePath(tile)) ?? new Uint8Array();
  const path = log.inclusionProof(firstIndex, state.size, read);
  const evidence: log.LogEvidence = {
    event,
    salt: log.toBase64(salt),
    proof: log.formatProof({ index: firstIndex, path, checkpoint }),
  };

  // The verifier's side: which logs and witnesses count is his own, pinned beforehand.
  const pinned = log.verifierKey(signer.name, 'note', signer.publicKey);
  const policy = log.policyOf([pinned], [], 0);
  const { certificateId, digest } = event;
  const now = 1_795_510_000;
  const answer = await log.checkLogged(
    evidence,
    { certificateId, digest },
    policy,
    now,
    log.webcryptoEd25519,
  );
  return answer.outcome;
}
