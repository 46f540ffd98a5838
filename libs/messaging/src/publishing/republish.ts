import type { DataSource } from 'typeorm';
import type { TopicName } from '#libs/contracts';

const again = `
update outbox set sent_at = null
where sent_at is not null and ($1::text[] is null or topic = any($1::text[]))`;

/**
 * Sends a service's whole log of events again, in its order: for a broker that was emptied or is
 * behind a restored database. Readers that have seen an event know it by its id and do nothing.
 */
export const republish = async (
  dataSource: DataSource,
  topics: readonly TopicName[] | null = null,
): Promise<number> => {
  const [, count] = await dataSource.query<[unknown[], number]>(again, [topics]);
  return count;
};
