import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import {
  contractOf,
  type EventDraft,
  type EventName,
  maxMessageBytes,
  writerProblem,
} from '#libs/contracts';
import { currentTraceparent, newTraceparent } from '../trace.ts';
import { wakeOnCommit } from './in-transaction.ts';

// The lock is taken before the row gets its number and is held until the commit, so that within a
// key the order of numbers is the order of commits, which is the order of sending.
const insert = `
with turn as materialized (select pg_advisory_xact_lock(hashtextextended($3 || '/' || $4, 1)))
insert into outbox (event_id, name, topic, key, version, time, traceparent, data)
select $1, $2, $3, $4, $5, $6, $7, $8 from turn`;

// What a tombstone erases is erased in the service's own log of events, too.
const forget = 'delete from outbox where topic = $1 and key = $2';

/** Adds the event to the outbox of the transaction that makes it true. Returns the event's id. */
export const publish = async <N extends EventName>(
  tx: EntityManager,
  draft: EventDraft<N>,
): Promise<string> => {
  if (!tx.queryRunner?.isTransactionActive) {
    throw new Error(`${draft.name} was published outside a transaction`);
  }
  const { topic } = contractOf(draft.name);
  const problem = writerProblem(draft.name, draft.data);
  if (problem) throw new Error(`Refused to publish ${problem}`);
  const data = draft.data === null ? null : JSON.stringify(draft.data);
  const bytes = Buffer.byteLength(data ?? '');
  if (bytes > maxMessageBytes) {
    throw new Error(
      `Refused to publish ${draft.name} of ${bytes} bytes: more than ${maxMessageBytes}`,
    );
  }
  const id = randomUUID();
  if (data === null) await tx.query(forget, [topic, draft.key]);
  await tx.query(insert, [
    id,
    draft.name,
    topic,
    draft.key,
    draft.version,
    draft.at,
    currentTraceparent() ?? newTraceparent(),
    data,
  ]);
  wakeOnCommit(tx, 'outbox');
  return id;
};
