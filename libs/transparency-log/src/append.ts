// The writer: (tree state, new leaves) -> tiles to write and the checkpoint's body. Pure; the caller
// stores the tiles, and only then signs and shows the checkpoint.
import { formatCheckpoint } from './checkpoint.ts';
import { LogError } from './error.ts';
import { joinEntries, splitEntries, splitHashes, tilePath, TILE_WIDTH } from './tile.ts';
import type { ReadTile, Tile, TileId } from './tile.ts';
import { EMPTY_ROOT, leafHash, nodeHash, rootOfHashes } from './tree.ts';
import { concat } from './bytes.ts';

/**
 * The right edge of the tree: the hashes (32 bytes) of its partial tiles, `edge[level]`, and the
 * entries of its partial entry bundle. `size` counts leaves; `origin` is the checkpoint's first
 * line.
 */
export type TreeState = {
  readonly origin: string;
  readonly size: number;
  readonly edge: readonly (readonly Uint8Array[])[];
  readonly entries: readonly Uint8Array[];
};

/** What `append` made: tiles to store, the checkpoint's body (no note), its root of 32 bytes. */
export type Appended = {
  tiles: Tile[];
  checkpoint: string;
  root: Uint8Array;
  /** Of the first new leaf, from 0; the others follow it. */
  firstIndex: number;
  state: TreeState;
};

/** A log without entries. `origin` names it for good (C2SP tlog-checkpoint, "Note text"). */
export function newTree(origin: string): TreeState {
  return { origin, size: 0, edge: [], entries: [] };
}

/** MTH of the whole tree (RFC 6962 §2.1): 32 bytes. */
export function treeRoot(state: TreeState): Uint8Array {
  let root: Uint8Array | undefined;
  for (const hashes of state.edge) {
    if (hashes.length === 0) continue;
    if (root === undefined) root = rootOfHashes([...hashes]);
    else root = rootOverRest(hashes, root);
  }
  return root ?? EMPTY_ROOT;
}

// The hashes of a level are complete subtrees; what lies right of them is `rest`, lower than they are.
function rootOverRest(hashes: readonly Uint8Array[], rest: Uint8Array): Uint8Array {
  let row = [...hashes];
  let right = rest;
  while (row.length > 0) {
    const last = row.length % 2 === 1 ? row.pop() : undefined;
    if (last !== undefined) right = nodeHash(last, right);
    const above: Uint8Array[] = [];
    for (let i = 0; i + 1 < row.length; i += 2) {
      const [a, b] = [row[i], row[i + 1]];
      if (a !== undefined && b !== undefined) above.push(nodeHash(a, b));
    }
    row = above;
  }
  return right;
}

/**
 * Adds entries (as `leaf` makes them) at the end. Tiles are those which became full, once, and
 * those which are partial at the new size: only sizes with a checkpoint need partial ones (C2SP
 * tlog-tiles, "Partial Tiles"). `malformed-leaf` for an entry of more than 65535 bytes.
 */
export function append(state: TreeState, leaves: readonly Uint8Array[]): Appended {
  const tiles: Tile[] = [];
  const bundles = addEntries(state, leaves, tiles);
  const edge: Uint8Array[][] = [];
  let arriving = leaves.map((entry) => leafHash(entry));
  let before = state.size;
  for (let level = 0; arriving.length > 0 || level < state.edge.length; level++) {
    const row = [...(state.edge[level] ?? []), ...arriving];
    const full = Math.floor(row.length / TILE_WIDTH);
    const first = Math.floor(before / TILE_WIDTH);
    const rising: Uint8Array[] = [];
    for (let i = 0; i < full; i++) {
      const hashes = row.slice(i * TILE_WIDTH, (i + 1) * TILE_WIDTH);
      tiles.push(made({ level, index: first + i, width: TILE_WIDTH }, concat(...hashes)));
      rising.push(rootOfHashes(hashes));
    }
    const rest = row.slice(full * TILE_WIDTH);
    if (rest.length > 0 && arriving.length > 0) {
      tiles.push(made({ level, index: first + full, width: rest.length }, concat(...rest)));
    }
    edge.push(rest);
    arriving = rising;
    before = first;
  }
  const next = { origin: state.origin, size: state.size + leaves.length, edge, entries: bundles };
  const root = treeRoot(next);
  const checkpoint = formatCheckpoint({ origin: state.origin, size: next.size, root });
  return { tiles, checkpoint, root, firstIndex: state.size, state: next };
}

function made(id: TileId, data: Uint8Array): Tile {
  return { ...id, path: tilePath(id), data };
}

function addEntries(state: TreeState, leaves: readonly Uint8Array[], tiles: Tile[]): Uint8Array[] {
  const row = [...state.entries, ...leaves];
  const first = Math.floor(state.size / TILE_WIDTH);
  const full = Math.floor(row.length / TILE_WIDTH);
  for (let i = 0; i < full; i++) {
    const bundle = row.slice(i * TILE_WIDTH, (i + 1) * TILE_WIDTH);
    tiles.push(
      made({ level: 'entries', index: first + i, width: TILE_WIDTH }, joinEntries(bundle)),
    );
  }
  const rest = row.slice(full * TILE_WIDTH);
  if (rest.length > 0 && leaves.length > 0) {
    tiles.push(
      made({ level: 'entries', index: first + full, width: rest.length }, joinEntries(rest)),
    );
  }
  return rest;
}

/** The tiles that `restoreTree` reads for a tree of that many leaves: its partial ones. */
export function edgeTiles(size: number): TileId[] {
  const tiles: TileId[] = [];
  for (
    let level = 0, hashes = size;
    hashes > 0;
    level++, hashes = Math.floor(hashes / TILE_WIDTH)
  ) {
    const width = hashes % TILE_WIDTH;
    const index = Math.floor(hashes / TILE_WIDTH);
    if (width > 0) tiles.push({ level, index, width });
    if (width > 0 && level === 0) tiles.push({ level: 'entries', index, width });
  }
  return tiles;
}

/** The writer's state again, from the tiles it wrote; `malformed-tile` for one of another width. */
export function restoreTree(origin: string, size: number, read: ReadTile): TreeState {
  const edge: Uint8Array[][] = [];
  let entries: Uint8Array[] = [];
  for (const tile of edgeTiles(size)) {
    const rows = tile.level === 'entries' ? splitEntries(read(tile)) : splitHashes(read(tile));
    if (rows.length !== tile.width) {
      throw new LogError('malformed-tile', `${tilePath(tile)} has another width`);
    }
    if (tile.level === 'entries') entries = rows;
    else {
      while (edge.length < tile.level) edge.push([]);
      edge.push(rows);
    }
  }
  return { origin, size, edge, entries };
}
