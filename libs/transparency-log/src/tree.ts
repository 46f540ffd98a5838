// The Merkle tree of RFC 6962 §2.1 with SHA-256.
import { sha256 } from './sha256.ts';

export const HASH_LENGTH = 32;

/** MTH({}) = SHA-256() (RFC 6962 §2.1): the root of a tree without leaves. */
export const EMPTY_ROOT: Uint8Array = sha256(new Uint8Array());

/** MTH({d}) = SHA-256(0x00 || d) (RFC 6962 §2.1): an entry of any length to 32 bytes. */
export function leafHash(entry: Uint8Array): Uint8Array {
  const input = new Uint8Array(1 + entry.length);
  input.set(entry, 1);
  return sha256(input);
}

/** SHA-256(0x01 || left || right) (RFC 6962 §2.1): two hashes of 32 bytes to one. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  const input = new Uint8Array(1 + 2 * HASH_LENGTH);
  input[0] = 1;
  input.set(left, 1);
  input.set(right, 1 + HASH_LENGTH);
  return sha256(input);
}

/** The largest power of two below n, for n > 1: where RFC 6962 splits n leaves. */
export function splitPoint(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

/** MTH of a list of subtree hashes of equal height, the last of them complete, too. */
export function rootOfHashes(hashes: Uint8Array[]): Uint8Array {
  if (hashes.length === 0) return EMPTY_ROOT;
  // Pairing neighbours and carrying an odd one up gives the same tree as splitting at powers of two.
  let row = hashes;
  while (row.length > 1) {
    const above: Uint8Array[] = [];
    for (let i = 0; i < row.length; i += 2) {
      const left = row[i];
      const right = row[i + 1];
      if (left !== undefined) above.push(right === undefined ? left : nodeHash(left, right));
    }
    row = above;
  }
  return row[0] ?? EMPTY_ROOT;
}
