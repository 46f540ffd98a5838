// Proofs made from tiles: RFC 6962 §2.1.1 (audit path) and §2.1.2 (consistency).
import { LogError } from './error.ts';
import { splitHashes, tileWith, TILE_WIDTH } from './tile.ts';
import type { ReadTile, TileId } from './tile.ts';
import { HASH_LENGTH, nodeHash, rootOfHashes, splitPoint } from './tree.ts';

type Tree = { size: number; read: ReadTile };

// A complete subtree of 2^h leaves that begins at a multiple of its size lies in one tile: at level
// floor(h / 8), as 2^(h mod 8) neighbours.
function completeSubtree(tree: Tree, lo: number, leaves: number): Uint8Array {
  let level = 0;
  let span = 1;
  while (span * TILE_WIDTH <= leaves) {
    span *= TILE_WIDTH;
    level++;
  }
  const first = lo / span;
  const tile = tileWith(level, first, tree.size);
  const at = first - tile.index * TILE_WIDTH;
  return rootOfHashes(splitHashes(tree.read(tile)).slice(at, at + leaves / span));
}

/** MTH(D[lo:hi]), where lo is a multiple of the smallest power of two that holds hi - lo. */
function subtreeHash(tree: Tree, lo: number, hi: number): Uint8Array {
  const k = splitPoint(hi - lo);
  if (hi - lo === 1 || hi - lo === 2 * k) return completeSubtree(tree, lo, hi - lo);
  return nodeHash(completeSubtree(tree, lo, k), subtreeHash(tree, lo + k, hi));
}

/**
 * PATH(index, D[0:size]) of RFC 6962 §2.1.1: hashes of 32 bytes from the leaf's sibling up to the
 * root's child. `index` from 0, `size` in leaves; `out-of-range` when the tree has no such leaf.
 */
export function inclusionProof(index: number, size: number, read: ReadTile): Uint8Array[] {
  if (!(Number.isSafeInteger(size) && Number.isSafeInteger(index) && index >= 0 && index < size)) {
    throw new LogError('out-of-range', `no leaf ${index} in a tree of ${size}`);
  }
  const tree = { size, read };
  const path: Uint8Array[] = [];
  let [lo, hi] = [0, size];
  while (hi - lo > 1) {
    const middle = lo + splitPoint(hi - lo);
    if (index < middle) {
      path.push(subtreeHash(tree, middle, hi));
      hi = middle;
    } else {
      path.push(subtreeHash(tree, lo, middle));
      lo = middle;
    }
  }
  return path.reverse();
}

/**
 * PROOF(old, D[0:size]) of RFC 6962 §2.1.2, both sizes in leaves; empty when old is 0 or size (C2SP
 * tlog-witness, "add-checkpoint", takes it so for 0). `out-of-range` when old is above size.
 */
export function consistencyProof(old: number, size: number, read: ReadTile): Uint8Array[] {
  if (!(Number.isSafeInteger(size) && Number.isSafeInteger(old) && old >= 0 && old <= size)) {
    throw new LogError('out-of-range', `a tree of ${size} cannot extend one of ${old}`);
  }
  if (old === 0 || old === size) return [];
  const tree = { size, read };
  const path: Uint8Array[] = [];
  let [lo, hi] = [0, size];
  // SUBPROOF(m, D[lo:hi], b): b is true while the old root itself is this subtree.
  while (hi !== old) {
    const middle = lo + splitPoint(hi - lo);
    if (old <= middle) {
      path.push(subtreeHash(tree, middle, hi));
      hi = middle;
    } else {
      path.push(subtreeHash(tree, lo, middle));
      lo = middle;
    }
  }
  if (lo > 0) path.push(subtreeHash(tree, lo, hi));
  return path.reverse();
}

/** MTH(D[0:size]) of RFC 6962 §2.1 from tiles, 32 bytes; `size` in leaves. */
export function rootFromTiles(size: number, read: ReadTile): Uint8Array {
  return size === 0 ? rootOfHashes([]) : subtreeHash({ size, read }, 0, size);
}

/** Which tiles `make` reads, each once, so that they can be fetched together before it. */
export function tilesFor(make: (read: ReadTile) => unknown): TileId[] {
  const seen = new Map<string, TileId>();
  make((tile) => {
    seen.set(`${tile.level}/${tile.index}`, tile);
    return new Uint8Array(tile.width * HASH_LENGTH);
  });
  return [...seen.values()];
}
