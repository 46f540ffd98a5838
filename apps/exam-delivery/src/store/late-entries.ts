import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Entry } from '../domain/attempt/journal.ts';

export type LateEntry = {
  seq: number;
  kind: string;
  item: string | null;
  response: unknown;
  claimedAt: Date;
  receivedAt: Date;
};

/** Kept once each, however often they are sent. */
export async function keepLateEntries(
  tx: EntityManager,
  attemptId: string,
  entries: readonly Entry[],
  received: { at: Date; device: string },
): Promise<void> {
  for (const entry of entries)
    await tx.query(
      `insert into late_entry (attempt_id, digest, seq, kind, item, body, claimed_at, received_at, device)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
      [
        attemptId,
        digestOf(entry),
        entry.seq,
        entry.kind,
        entry.item,
        entry.body,
        entry.claimedAt,
        received.at,
        received.device,
      ],
    );
}

const digestOf = (entry: Entry): string =>
  createHash('sha256')
    .update(JSON.stringify([entry.seq, entry.kind, entry.item, entry.body, entry.claimedAt]))
    .digest('hex');

export const lateEntriesOf = (tx: EntityManager, attemptId: string): Promise<LateEntry[]> =>
  tx.query<LateEntry[]>(
    `select seq, kind, item, body::json as response, claimed_at as "claimedAt",
       received_at as "receivedAt"
     from late_entry where attempt_id = $1 order by received_at, seq`,
    [attemptId],
  );
