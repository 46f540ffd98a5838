import type { EntityManager } from 'typeorm';
import type { TopicName } from '#libs/contracts';
import { wakeOnCommit } from './in-transaction.ts';

const again = `
update outbox set sent_at = null
where sent_at is not null and ($1::text[] is null or topic = any($1::text[]))`;

/**
 * Sends a service's whole log of events again, in its order: for a broker that was emptied or is
 * behind a restored database. Readers that have seen an event know it by its id and do nothing.
 */
export const republish = async (
  tx: EntityManager,
  topics: readonly TopicName[] | null,
): Promise<number> => {
  const [, count] = await tx.query<[unknown[], number]>(again, [topics]);
  wakeOnCommit(tx, 'outbox');
  return count;
};
