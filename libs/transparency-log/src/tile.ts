// Tiles of C2SP tlog-tiles: "Merkle Tree", "Partial Tiles", "Log entries".
import { LogError } from './error.ts';
import { HASH_LENGTH } from './tree.ts';

/** Hashes in a full tile, entries in a full bundle. */
export const TILE_WIDTH = 256;
const MOST_LEVELS = 63;

/** level: 0 to 63, or 'entries' for an entry bundle; index from 0; width 1 to 256 (256 = full). */
export type TileId = { level: number | 'entries'; index: number; width: number };
/** `data`: `width` hashes of 32 bytes, or as many entries behind their lengths. */
export type Tile = TileId & { path: string; data: Uint8Array };

/**
 * How the functions that make proofs get at tiles; the data is trusted, as it is the log's own. One
 * that isn't whole hashes is `malformed-tile`.
 */
export type ReadTile = (tile: TileId) => Uint8Array;

function indexPath(index: number): string {
  const digits = String(index);
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, '0');
  const groups = padded.match(/.{3}/g) ?? [];
  return groups.map((group, i) => (i < groups.length - 1 ? `x${group}` : group)).join('/');
}

/**
 * tile/<L>/<N>[.p/<W>] (C2SP tlog-tiles, "Merkle Tree", "Log entries"): { level: 0, index: 1234067,
 * width: 256 } is tile/0/x001/x234/067.
 */
export function tilePath({ level, index, width }: TileId): string {
  return `tile/${level}/${indexPath(index)}${width === TILE_WIDTH ? '' : `.p/${width}`}`;
}

/** The one tile that this path names; `malformed-tile` for another spelling of it. */
export function parseTilePath(path: string): TileId {
  const found =
    /^tile\/(entries|[0-9]{1,2})\/((?:x[0-9]{3}\/)*[0-9]{3})(?:\.p\/([0-9]{1,3}))?$/.exec(path);
  const [, level = '', digits = '', partial] = found ?? [];
  const tile: TileId = {
    level: level === 'entries' ? 'entries' : Number(level),
    index: Number(digits.replaceAll(/[x/]/g, '')),
    width: partial === undefined ? TILE_WIDTH : Number(partial),
  };
  const known =
    found !== null &&
    Number.isSafeInteger(tile.index) &&
    (tile.level === 'entries' || tile.level <= MOST_LEVELS) &&
    tile.width >= 1 &&
    (partial === undefined || tile.width < TILE_WIDTH);
  if (!known || tilePath(tile) !== path) {
    throw new LogError('malformed-tile', `not the path of a tile: "${path.slice(0, 80)}"`);
  }
  return tile;
}

/** The tile of a tree of that size which has hash `at` of `level`: partial only at the right edge. */
export function tileWith(level: number, at: number, size: number): TileId {
  const hashes = Math.floor(size / TILE_WIDTH ** level);
  const index = Math.floor(at / TILE_WIDTH);
  return { level, index, width: Math.min(TILE_WIDTH, hashes - index * TILE_WIDTH) };
}

/** Which hash tiles a tree of that many leaves has, the lowest level first, each from the left. */
export function* tilesOfTree(size: number): Generator<TileId> {
  for (
    let level = 0, hashes = size;
    hashes > 0;
    level++, hashes = Math.floor(hashes / TILE_WIDTH)
  ) {
    for (let index = 0; index * TILE_WIDTH < hashes; index++) {
      yield { level, index, width: Math.min(TILE_WIDTH, hashes - index * TILE_WIDTH) };
    }
  }
}

export function splitHashes(data: Uint8Array): Uint8Array[] {
  if (data.length % HASH_LENGTH !== 0)
    throw new LogError('malformed-tile', 'a tile is whole hashes');
  const hashes: Uint8Array[] = [];
  for (let at = 0; at < data.length; at += HASH_LENGTH) {
    hashes.push(data.subarray(at, at + HASH_LENGTH));
  }
  return hashes;
}

/** An entry bundle: each entry behind its length, big-endian uint16. */
export function joinEntries(entries: Uint8Array[]): Uint8Array {
  const data = new Uint8Array(entries.reduce((length, entry) => length + 2 + entry.length, 0));
  let at = 0;
  for (const entry of entries) {
    if (entry.length > 0xffff)
      throw new LogError('malformed-leaf', 'an entry is at most 65535 bytes');
    data[at] = entry.length >> 8;
    data[at + 1] = entry.length & 255;
    data.set(entry, at + 2);
    at += 2 + entry.length;
  }
  return data;
}

/** The entries of a bundle (C2SP tlog-tiles, "Log entries"); `malformed-tile` if it was cut off. */
export function splitEntries(data: Uint8Array): Uint8Array[] {
  const entries: Uint8Array[] = [];
  for (let at = 0; at < data.length;) {
    const length = ((data[at] ?? 0) << 8) | (data[at + 1] ?? 0);
    const end = at + 2 + length;
    if (end > data.length) throw new LogError('malformed-tile', 'an entry bundle that was cut off');
    entries.push(data.subarray(at + 2, end));
    at = end;
  }
  return entries;
}
