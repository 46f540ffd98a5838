// The transparency log: leaves a second with commitment and tiles, and proofs at three sizes.
// One JSON object a line with --json. Pure computing in one thread, so there is no client apart.
import { createHash, randomBytes } from 'node:crypto';
import {
  append,
  checkInclusion,
  consistencyProof,
  inclusionProof,
  leaf,
  leafHash,
  newTree,
  nodeHash,
  rootFromTiles,
  tilesFor,
} from '#libs/transparency-log';
import type { ReadTile } from '#libs/transparency-log';

const json = process.argv.includes('--json');

function say(row: Record<string, string | number>): void {
  if (json) console.log(JSON.stringify({ bench: 'log', ...row }));
  else {
    console.log(
      Object.entries(row)
        .map(([name, value]) => `${name} ${value}`)
        .join('  '),
    );
  }
}

function perSecond(count: number, from: number): number {
  return Math.round((count * 1000) / (performance.now() - from));
}

function middle(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;
}

function rawHashes(): number {
  const node = randomBytes(65);
  const count = 200_000;
  const from = performance.now();
  for (let i = 0; i < count; i++) createHash('sha256').update(node).digest();
  return perSecond(count, from);
}

function writing(batch: number, count: number): number {
  let state = newTree('bench.example/log');
  let bytes = 0;
  const salts = Array.from({ length: 256 }, () => new Uint8Array(randomBytes(32)));
  const from = performance.now();
  for (let at = 0; at < count; at += batch) {
    const leaves: Uint8Array[] = [];
    for (let i = at; i < at + batch; i++) {
      const event = {
        event: 'issued',
        certificateId: `urn:uuid:e5f6a7b8-c9d0-4e1f-8a2b-${String(i).padStart(12, '0')}`,
        digest: `sha256:${String(i).padStart(64, '0')}`,
        time: '2026-11-24T08:30:00.000Z',
      };
      leaves.push(leaf(event, salts[i % 256] ?? new Uint8Array(32)));
    }
    const made = append(state, leaves);
    for (const tile of made.tiles) bytes += tile.data.length;
    state = made.state;
  }
  if (bytes === 0) throw new Error('no tile was written');
  return perSecond(count, from);
}

// A tree whose leaves are all the same has the same hashes in each full tile of a level, so that a
// true tree of any size fits in memory: real proofs, simulated storage.
function treeOfOneLeaf(): ReadTile {
  const row = [leafHash(new Uint8Array(32))];
  const tiles = new Map<number, Uint8Array>();
  return ({ level, width }) => {
    if (typeof level !== 'number') throw new Error('no entries here');
    for (let last = row.at(-1); row.length <= level * 8 && last; last = row.at(-1)) {
      row.push(nodeHash(last, last));
    }
    const hash = row[level * 8] ?? new Uint8Array(32);
    let tile = tiles.get(level);
    if (tile === undefined) {
      tile = new Uint8Array(256 * 32);
      for (let i = 0; i < 256; i++) tile.set(hash, i * 32);
      tiles.set(level, tile);
    }
    return tile.subarray(0, width * 32);
  };
}

function proofs(size: number): void {
  const read = treeOfOneLeaf();
  const root = rootFromTiles(size, read);
  const leafOf = leafHash(new Uint8Array(32));
  const making: number[] = [];
  const checking: number[] = [];
  const consistency: number[] = [];
  let longest = 0;
  let tiles = 0;
  for (let i = 0; i < 200; i++) {
    const index = Math.floor((size / 200) * i + 0.37 * (size / 200));
    let from = performance.now();
    const path = inclusionProof(index, size, read);
    making.push((performance.now() - from) * 1000);
    from = performance.now();
    const holds = checkInclusion({ index, leafHash: leafOf, size, root }, path);
    checking.push((performance.now() - from) * 1000);
    if (!holds) throw new Error(`the proof of ${index} in ${size} does not hold`);
    from = performance.now();
    consistencyProof(index + 1, size, read);
    consistency.push((performance.now() - from) * 1000);
    longest = Math.max(longest, path.length);
    tiles = Math.max(tiles, tilesFor((get) => inclusionProof(index, size, get)).length);
  }
  say({
    what: 'proof',
    leaves: size,
    storage: 'simulated: every leaf the same',
    hashes: longest,
    bytes: longest * 32,
    tiles,
    makeP50us: Math.round(middle(making)),
    checkP50us: Math.round(middle(checking)),
    consistencyP50us: Math.round(middle(consistency)),
  });
}

writing(100, 20_000);
const raw = rawHashes();
for (const batch of [1000, 10]) {
  const rate = writing(batch, 200_000);
  say({
    what: 'append',
    leaves: 200_000,
    batch,
    leavesPerSecond: rate,
    rawSha256PerSecond: raw,
    ratio: Number((rate / raw).toFixed(3)),
  });
}
for (const size of [1_000_000, 10_000_000, 100_000_000]) proofs(size);
