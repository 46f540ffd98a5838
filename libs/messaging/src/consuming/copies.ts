// The copies of a service have a generation: a rebuild empties them and begins the next one, with a
// Kafka group and an inbox of its own, so that another process still reading for the old one can
// neither write into the new nor hold it up.
import type { DataSource, EntityManager } from 'typeorm';

export const generationOf = async (dataSource: DataSource, consumer: string): Promise<number> => {
  await dataSource.query('insert into consumer_generation values ($1, 1) on conflict do nothing', [
    consumer,
  ]);
  const [row] = await dataSource.query<{ generation: number }[]>(
    'select generation from consumer_generation where consumer = $1',
    [consumer],
  );
  return row?.generation ?? 1;
};

const emptyTable = async (tx: EntityManager, table: string): Promise<void> => {
  if (!/^[a-z][a-z0-9_]*$/.test(table)) throw new Error(`${table} is not the name of a table`);
  await tx.query(`delete from ${table}`);
};

/** What else belongs into the transaction of a rebuild: the audit row. */
export type AlsoRebuilt = (tx: EntityManager, generation: number) => Promise<void>;

const next = `
insert into consumer_generation as known values ($1, 2)
on conflict (consumer) do update set generation = known.generation + 1
returning generation`;

/** Empties the tables and begins the next generation; what was set aside by a person stays so. */
export const beginGeneration = (
  dataSource: DataSource,
  consumer: string,
  tables: readonly string[],
  also: AlsoRebuilt,
): Promise<number> =>
  dataSource.transaction(async (tx) => {
    // First: it waits for the effects in flight, and those that come later see the new generation.
    const [row] = await tx.query<{ generation: number }[]>(next, [consumer]);
    if (!row) throw new Error('An upsert returned no row');
    for (const table of tables) await emptyTable(tx, table);
    await tx.query('delete from inbox where consumer = $1', [consumer]);
    await tx.query('delete from parked_event where consumer = $1', [consumer]);
    await tx.query(`delete from dead_letter where consumer = $1 and state <> 'set-aside'`, [
      consumer,
    ]);
    await also(tx, row.generation);
    return row.generation;
  });
