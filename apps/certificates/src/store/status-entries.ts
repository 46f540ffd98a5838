// Which place in which status list a certificate has. Places are drawn at random, so that a list says
// nothing about the order in which certificates were issued.
import type { EntityManager } from 'typeorm';

export type StatusPlace = { readonly list: number; readonly index: number };

/** Takes one of these places in the newest list; null when all of them are taken. */
export async function takePlace(
  tx: EntityManager,
  candidates: readonly number[],
): Promise<StatusPlace | null> {
  const [newest] = await tx.query<{ id: number }[]>(
    'SELECT id FROM status_list ORDER BY id DESC LIMIT 1',
  );
  const list = newest?.id ?? 1;
  if (newest === undefined) await addList(tx, list);
  for (const index of candidates) {
    const taken = await tx.query<unknown[]>(
      'INSERT INTO status_entry (list, index) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING 1',
      [list, index],
    );
    if (taken.length > 0) return { list, index };
  }
  await addList(tx, list + 1);
  return null;
}

/** A list that is there before its first certificate, so that it is published by then. */
export async function addList(tx: EntityManager, id: number): Promise<void> {
  await tx.query('INSERT INTO status_list (id) VALUES ($1) ON CONFLICT DO NOTHING', [id]);
}

export function statusLists(tx: EntityManager): Promise<{ id: number; changes: number }[]> {
  return tx.query('SELECT id, changes FROM status_list ORDER BY id');
}

/** Places of what is suspended or withdrawn; everything else is a zero. */
export function markedPlaces(
  tx: EntityManager,
  list: number,
): Promise<{ index: number; state: 'suspended' | 'withdrawn' }[]> {
  return tx.query(
    `SELECT status_index AS index, state FROM certificate
     WHERE status_list = $1 AND state IN ('suspended', 'withdrawn')`,
    [list],
  );
}
