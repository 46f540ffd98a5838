// C2SP tlog-cosignature, cosignature/v1 (Ed25519, type 0x04).
import { concat, utf8 } from './bytes.ts';
import { LogError } from './error.ts';
import { keyId } from './key.ts';
import type { NoteSignature, NoteSigner } from './key.ts';

/** What the witness signs: the header line, the time line, the checkpoint's body. `at` in seconds. */
export function cosignedMessage(checkpointBody: string, at: number): Uint8Array {
  return utf8(`cosignature/v1\ntime ${at}\n${checkpointBody}`);
}

/** timestamped_signature: u64 seconds, big-endian, before the 64 bytes of Ed25519. */
export function joinTimestamp(at: number, signature: Uint8Array): Uint8Array {
  if (!Number.isSafeInteger(at) || at < 0) {
    throw new LogError('out-of-range', 'a time is whole seconds since 1970');
  }
  const time = new Uint8Array(8);
  new DataView(time.buffer).setBigUint64(0, BigInt(at));
  return concat(time, signature);
}

export function splitTimestamp(stamped: Uint8Array): { at: number; signature: Uint8Array } | null {
  if (stamped.length !== 8 + 64) return null;
  const at = new DataView(stamped.buffer, stamped.byteOffset, 8).getBigUint64(0);
  if (at > BigInt(Number.MAX_SAFE_INTEGER)) return null;
  return { at: Number(at), signature: stamped.subarray(8) };
}

/**
 * A witness's signature over a checkpoint's body that `observe` let through (C2SP tlog-cosignature,
 * "Format"). `at` is whole seconds since 1970; `out-of-range` for anything else.
 */
export async function cosign(
  checkpointBody: string,
  witness: NoteSigner,
  at: number,
): Promise<NoteSignature> {
  const signature = await witness.sign(cosignedMessage(checkpointBody, at));
  return {
    name: witness.name,
    keyId: keyId(witness.name, 'cosignature', witness.publicKey),
    signature: joinTimestamp(at, signature),
  };
}
