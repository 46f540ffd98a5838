// Whether a proof holds: the algorithms of RFC 9162 §2.1.3.2 and §2.1.4.2 (the tree of RFC 6962).
// Anything that does not fit is false, never an error: proofs come from those who may be lying.
import { equal } from './bytes.ts';
import { nodeHash } from './tree.ts';

const half = (n: number) => Math.floor(n / 2);
const odd = (n: number) => n % 2 === 1;

function inRange(smaller: number, larger: number): boolean {
  return Number.isSafeInteger(smaller) && Number.isSafeInteger(larger) && smaller >= 0;
}

/**
 * Whether the leaf at `index` (from 0) with this leaf hash is in the tree of that many leaves and
 * that root (RFC 9162 §2.1.3.2). Hashes are 32 bytes; `path` goes from the leaf's sibling up.
 */
export function checkInclusion(
  claim: { index: number; leafHash: Uint8Array; size: number; root: Uint8Array },
  path: readonly Uint8Array[],
): boolean {
  if (!inRange(claim.index, claim.size) || claim.index >= claim.size) return false;
  let fn = claim.index;
  let sn = claim.size - 1;
  let hash = claim.leafHash;
  for (const p of path) {
    if (sn === 0 || p.length !== 32) return false;
    if (odd(fn) || fn === sn) {
      hash = nodeHash(p, hash);
      while (!odd(fn) && fn !== 0) {
        fn = half(fn);
        sn = half(sn);
      }
    } else {
      hash = nodeHash(hash, p);
    }
    fn = half(fn);
    sn = half(sn);
  }
  return sn === 0 && equal(hash, claim.root);
}

/**
 * Whether the tree of the new size and root extends the old one: nothing was changed or taken away
 * (RFC 9162 §2.1.4.2). Any tree extends an empty one, whatever its root; the proof is then empty.
 */
export function checkConsistency(
  claim: { oldSize: number; oldRoot: Uint8Array; size: number; root: Uint8Array },
  proof: readonly Uint8Array[],
): boolean {
  if (!inRange(claim.oldSize, claim.size) || claim.oldSize > claim.size) return false;
  if (claim.oldSize === claim.size) return proof.length === 0 && equal(claim.oldRoot, claim.root);
  if (claim.oldSize === 0) return proof.length === 0;
  const path = [...proof];
  if (Number.isInteger(Math.log2(claim.oldSize))) path.unshift(claim.oldRoot);
  const [first, ...rest] = path;
  if (first === undefined || path.some((p) => p.length !== 32)) return false;
  let fn = claim.oldSize - 1;
  let sn = claim.size - 1;
  while (odd(fn)) {
    fn = half(fn);
    sn = half(sn);
  }
  let oldHash = first;
  let newHash = first;
  for (const c of rest) {
    if (sn === 0) return false;
    if (odd(fn) || fn === sn) {
      oldHash = nodeHash(c, oldHash);
      newHash = nodeHash(c, newHash);
      while (!odd(fn) && fn !== 0) {
        fn = half(fn);
        sn = half(sn);
      }
    } else {
      newHash = nodeHash(newHash, c);
    }
    fn = half(fn);
    sn = half(sn);
  }
  return sn === 0 && equal(oldHash, claim.oldRoot) && equal(newHash, claim.root);
}
