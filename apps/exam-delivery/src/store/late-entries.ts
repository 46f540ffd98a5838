import type { EntityManager } from 'typeorm';

export type LateEntry = {
  seq: number;
  kind: string;
  item: string | null;
  response: unknown;
  claimedAt: Date;
  receivedAt: Date;
};

export const lateEntriesOf = (tx: EntityManager, attemptId: string): Promise<LateEntry[]> =>
  tx.query<LateEntry[]>(
    `select seq, kind, item, body::json as response, claimed_at as "claimedAt",
       received_at as "receivedAt"
     from late_entry where attempt_id = $1 order by received_at, seq`,
    [attemptId],
  );
