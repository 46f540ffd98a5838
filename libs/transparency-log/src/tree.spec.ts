import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sha256 as portable } from '@noble/hashes/sha2.js';
import { append, newTree, restoreTree, treeRoot } from './append.ts';
import { fromHex, toHex } from './bytes.ts';
import { checkConsistency, checkInclusion } from './check-proof.ts';
import { consistencyProof, inclusionProof, rootFromTiles, tilesFor } from './proof.ts';
import { sha256 } from './sha256.ts';
import { parseTilePath, splitEntries, tilePath, tilesOfTree } from './tile.ts';
import type { TileId } from './tile.ts';
import { EMPTY_ROOT, leafHash, nodeHash, splitPoint } from './tree.ts';
import { TryLog } from './try-log.ts';

type Vectors = {
  leaves: string[];
  roots: string[];
  inclusion: { index: number; size: number; path: string[] }[];
  consistency: { old: number; size: number; path: string[] }[];
};
const file = (name: string) =>
  JSON.parse(readFileSync(new URL(`../vectors/${name}`, import.meta.url), 'utf8')) as unknown;
const vectors = file('rfc6962.json') as Vectors;
const hex = (text: string) => fromHex(text, 'malformed-proof');
const entry = (i: number) => Uint8Array.of(i & 255, i >> 8, 7);
const entries = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => entry(from + i));

/** RFC 6962 §2.1 as it is written. */
function referenceRoot(leaves: Uint8Array[]): Uint8Array {
  const [only] = leaves;
  if (only === undefined) return EMPTY_ROOT;
  if (leaves.length === 1) return leafHash(only);
  const k = splitPoint(leaves.length);
  return nodeHash(referenceRoot(leaves.slice(0, k)), referenceRoot(leaves.slice(k)));
}

function logOf(size: number, batches: number[] = [size]): TryLog {
  const log = new TryLog('example.org/log', 1);
  let at = 0;
  for (const batch of batches) {
    log.add(entries(at, Math.min(size, at + batch)));
    at = Math.min(size, at + batch);
  }
  return at < size ? log.add(entries(at, size)) : log;
}

describe('the tree of RFC 6962', () => {
  it('has the published roots for nought to eight leaves', () => {
    for (const [size, root] of vectors.roots.entries()) {
      const { state } = append(newTree('x'), vectors.leaves.slice(0, size).map(hex));
      expect(toHex(treeRoot(state))).toBe(root);
    }
  });

  it('makes the published proofs, which hold', () => {
    const log = new TryLog('x', 1).add(vectors.leaves.map(hex));
    for (const { index, size, path } of vectors.inclusion) {
      expect(inclusionProof(index, size, log.read).map(toHex)).toEqual(path);
      const leaf = leafHash(hex(vectors.leaves[index] ?? ''));
      const root = hex(vectors.roots[size] ?? '');
      expect(checkInclusion({ index, leafHash: leaf, size, root }, path.map(hex))).toBe(true);
    }
    for (const { old, size, path } of vectors.consistency) {
      const tree = new TryLog('x', 1).add(vectors.leaves.slice(0, size).map(hex));
      expect(consistencyProof(old, size, tree.read).map(toHex)).toEqual(path);
      const claim = {
        oldSize: old,
        oldRoot: hex(vectors.roots[old] ?? ''),
        size,
        root: hex(vectors.roots[size] ?? ''),
      };
      expect(checkConsistency(claim, path.map(hex))).toBe(true);
    }
  });

  it('hashes in Node as in a browser', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(toHex(sha256(bytes))).toBe(toHex(portable(bytes)));
      }),
    );
  });
});

describe('the writer', () => {
  it('gives one tree, however the leaves were divided into batches', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1500 }),
        fc.array(fc.integer({ min: 1, max: 600 }), { maxLength: 8 }),
        (size, batches) => {
          const log = logOf(size, batches);
          expect(toHex(treeRoot(log.state))).toBe(toHex(referenceRoot(entries(0, size))));
          for (const tile of tilesOfTree(size)) {
            expect(log.tiles.has(tilePath(tile))).toBe(true);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('covers 70,000 leaves with the tiles that C2SP tlog-tiles counts', () => {
    const tiles = [...tilesOfTree(70_000)];
    const count = (level: number, full: boolean) =>
      tiles.filter((tile) => tile.level === level && (tile.width === 256) === full).length;
    expect([count(0, true), count(0, false)]).toEqual([273, 1]);
    expect([count(1, true), count(1, false)]).toEqual([1, 1]);
    expect([count(2, true), count(2, false)]).toEqual([0, 1]);
    expect(tiles.filter((tile) => tile.width < 256).map((tile) => tile.width)).toEqual([
      112, 17, 1,
    ]);
    expect([...tilesOfTree(256)].map(tilePath)).toEqual(['tile/0/000', 'tile/1/000.p/1']);
  });

  it('goes on from its tiles as if it had never stopped', () => {
    for (const size of [0, 1, 255, 256, 257, 1000]) {
      const whole = logOf(size);
      const again = restoreTree('example.org/log', size, whole.read);
      const more = entries(size, size + 300);
      expect(append(again, more)).toEqual(append(whole.state, more));
    }
  });

  it('keeps the entries in bundles that hash to the lowest tiles', () => {
    const log = logOf(600, [256, 100]);
    for (const tile of tilesOfTree(600)) {
      if (tile.level !== 0) continue;
      const bundle = splitEntries(log.read({ ...tile, level: 'entries' }));
      const hashes = bundle.map((one) => toHex(leafHash(one))).join('');
      expect(toHex(log.read(tile))).toBe(hashes);
    }
  });
});

describe('a proof from tiles', () => {
  it('holds for each leaf and each earlier size, and for nothing else', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1300 }),
        fc.nat(),
        fc.nat(),
        fc.nat(),
        (size, someIndex, someOld, bit) => {
          const log = logOf(size);
          const root = treeRoot(log.state);
          const index = someIndex % size;
          const leaf = leafHash(entry(index));
          const path = inclusionProof(index, size, log.read);
          const claim = { index, leafHash: leaf, size, root };
          expect(checkInclusion(claim, path)).toBe(true);
          expect(checkInclusion({ ...claim, leafHash: leafHash(entry(size)) }, path)).toBe(false);
          expect(checkInclusion(claim, [...path, root])).toBe(false);
          // A node within the tree is no leaf, however short its path.
          if (size > 1) expect(checkInclusion({ ...claim, leafHash: root }, [])).toBe(false);
          if (path.length > 0) {
            expect(checkInclusion({ ...claim, index: index ^ 1 }, path)).toBe(false);
            expect(checkInclusion(claim, flipped(path, bit))).toBe(false);
            expect(checkInclusion(claim, path.slice(1))).toBe(false);
          }

          const oldSize = someOld % (size + 1);
          const oldRoot = referenceRoot(entries(0, oldSize));
          const proof = consistencyProof(oldSize, size, log.read);
          const grown = { oldSize, oldRoot, size, root };
          expect(checkConsistency(grown, proof)).toBe(true);
          expect(checkConsistency(grown, [...proof, root])).toBe(false);
          if (proof.length > 0) {
            expect(checkConsistency(grown, flipped(proof, bit))).toBe(false);
            expect(checkConsistency({ ...grown, oldRoot: root }, proof)).toBe(false);
            expect(checkConsistency({ ...grown, root: oldRoot }, proof)).toBe(false);
          }
          expect(toHex(rootFromTiles(size, log.read))).toBe(toHex(root));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('says beforehand which tiles it needs, also for a hundred million leaves', () => {
    const tiles = tilesFor((read) => inclusionProof(41_234_567, 100_000_000, read));
    expect(tiles.map(tilePath)).toContain('tile/0/x161/072');
    expect(tiles.length).toBeLessThan(10);
    expect(() => inclusionProof(8, 8, () => new Uint8Array())).toThrow('no leaf 8');
  });
});

describe('the path of a tile', () => {
  const paths = file('tile-paths.json') as {
    tiles: (TileId & { path: string })[];
    refused: string[];
  };

  it('is the one of the standard, both ways', () => {
    for (const { path, ...tile } of paths.tiles) {
      expect(tilePath(tile)).toBe(path);
      expect(parseTilePath(path)).toEqual(tile);
    }
  });

  it.each(paths.refused)('is never %s', (path) => {
    expect(() => parseTilePath(path)).toThrow('not the path of a tile');
  });
});

function flipped(path: Uint8Array[], bit: number): Uint8Array[] {
  const at = bit % path.length;
  return path.map((hash, i) => {
    const copy = new Uint8Array(hash);
    if (i === at) copy[bit % 32] = (copy[bit % 32] ?? 0) ^ (1 << (bit % 8));
    return copy;
  });
}
