// The transparency log's tables: queue, entries, tiles, head.
import type { EntityManager } from 'typeorm';
import { tilePath, TILE_WIDTH } from '#libs/transparency-log';
import type { ReadTile, Tile, TileId } from '#libs/transparency-log';
import type { CertificateEvent } from '../domain/certificate/certificate-event.ts';
import { EVENT_COLUMNS } from './certificate-events.ts';

export type LogHead = { readonly size: number; readonly checkpoint: string };
export type QueuedEvent = { readonly seq: string; readonly event: CertificateEvent };

/** One writer at a time, whichever process; false while another has the turn. */
export async function takeLogTurn(tx: EntityManager): Promise<boolean> {
  const [row] = await tx.query<{ mine: boolean }[]>(
    `SELECT pg_try_advisory_xact_lock(hashtextextended(current_schema() || '/log', 7)) AS mine`,
  );
  return row?.mine ?? false;
}

export async function isQueued(tx: EntityManager): Promise<boolean> {
  const rows = await tx.query<unknown[]>('SELECT FROM log_queue LIMIT 1');
  return rows.length > 0;
}

export async function nextQueued(tx: EntityManager, most: number): Promise<QueuedEvent[]> {
  const rows = await tx.query<(Omit<CertificateEvent, 'at'> & { at: Date; seq: string })[]>(
    `SELECT q.seq, ${EVENT_COLUMNS} FROM log_queue q JOIN certificate_event e ON e.id = q.event_id
     ORDER BY q.seq LIMIT $1`,
    [most],
  );
  return rows.map(({ seq, at, ...event }) => ({
    seq,
    event: { ...event, at: at.toISOString() },
  }));
}

export async function readHead(tx: EntityManager): Promise<LogHead | null> {
  const [row] = await tx.query<{ size: string; checkpoint: string }[]>(
    'SELECT size, checkpoint FROM log_head',
  );
  return row ? { size: Number(row.size), checkpoint: row.checkpoint } : null;
}

export async function saveAppended(
  tx: EntityManager,
  appended: { queued: QueuedEvent[]; firstIndex: number; tiles: Tile[]; head: LogHead },
): Promise<void> {
  const { queued, firstIndex, tiles, head } = appended;
  await tx.query(
    `INSERT INTO log_tile (path, data) SELECT * FROM unnest($1::text[], $2::bytea[])
     ON CONFLICT (path) DO NOTHING`,
    [tiles.map((tile) => tile.path), tiles.map((tile) => Buffer.from(tile.data))],
  );
  // C2SP tlog-tiles: partial tiles may go when the full one is there.
  const filled = tiles.filter((tile) => tile.width === TILE_WIDTH).map((tile) => tile.path);
  for (const path of filled) {
    await tx.query('DELETE FROM log_tile WHERE path LIKE $1', [`${path}.p/%`]);
  }
  await tx.query(
    `INSERT INTO log_entry (index, event_id)
     SELECT $1::bigint + n - 1, id FROM unnest($2::uuid[]) WITH ORDINALITY AS q (id, n)`,
    [firstIndex, queued.map(({ event }) => event.id)],
  );
  await tx.query('DELETE FROM log_queue WHERE seq = ANY($1::bigint[])', [
    queued.map(({ seq }) => seq),
  ]);
  await tx.query(
    `INSERT INTO log_head (size, checkpoint) VALUES ($1, $2)
     ON CONFLICT (one) DO UPDATE SET size = excluded.size, checkpoint = excluded.checkpoint`,
    [head.size, head.checkpoint],
  );
}

export async function saveFirstHead(tx: EntityManager, head: LogHead): Promise<void> {
  await tx.query(
    'INSERT INTO log_head (size, checkpoint) VALUES ($1, $2) ON CONFLICT (one) DO NOTHING',
    [head.size, head.checkpoint],
  );
}

/** A tile by its path; null where there is none. */
export async function tileByPath(tx: EntityManager, path: string): Promise<Buffer | null> {
  const [row] = await tx.query<{ data: Buffer }[]>('SELECT data FROM log_tile WHERE path = $1', [
    path,
  ]);
  return row?.data ?? null;
}

/** A reader over these tiles; a partial tile that became full meanwhile is cut to its width. */
export async function readTiles(tx: EntityManager, tiles: TileId[]): Promise<ReadTile> {
  const full = (tile: TileId) => tilePath({ ...tile, width: TILE_WIDTH });
  const rows = await tx.query<{ path: string; data: Buffer }[]>(
    'SELECT path, data FROM log_tile WHERE path = ANY($1)',
    [tiles.flatMap((tile) => [tilePath(tile), full(tile)])],
  );
  const found = new Map(rows.map(({ path, data }) => [path, new Uint8Array(data)]));
  return (tile) => {
    const data = found.get(tilePath(tile)) ?? found.get(full(tile))?.subarray(0, tile.width * 32);
    if (data === undefined) throw new Error(`the log lacks ${tilePath(tile)}`);
    return data;
  };
}
