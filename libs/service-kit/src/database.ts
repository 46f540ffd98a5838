import type { DataSource, EntitySchema, MigrationInterface } from 'typeorm';
import { Audit1764000000001 } from './audit.ts';
import { Idempotency1764000000002 } from './idempotency.ts';
import { PreparingClient } from './preparing-client.ts';
import { ServiceDataSource } from './service-data-source.ts';

export interface DatabaseSpec {
  readonly url: string;
  readonly service: string;
  readonly tables: readonly EntitySchema[];
  readonly migrations: readonly (new () => MigrationInterface)[];
  readonly poolSize?: number;
}

/** Connects and migrates; instances that start together migrate one after another. */
export async function openDatabase(spec: DatabaseSpec): Promise<DataSource> {
  const database = new ServiceDataSource({
    type: 'postgres',
    url: spec.url,
    applicationName: spec.service,
    entities: [...spec.tables],
    migrations: [Audit1764000000001, Idempotency1764000000002, ...spec.migrations],
    migrationsTransactionMode: 'each',
    // Who waits longer than this for a connection is told so (503) instead of hanging.
    extra: {
      max: spec.poolSize ?? 12,
      connectionTimeoutMillis: 10_000,
      Client: PreparingClient,
    },
    synchronize: false,
    logging: false,
  });
  await database.initialize();
  const runner = database.createQueryRunner();
  try {
    await runner.query("SELECT pg_advisory_lock(hashtext(current_schema() || '/migrations'))");
    await database.runMigrations();
  } finally {
    await runner.query("SELECT pg_advisory_unlock(hashtext(current_schema() || '/migrations'))");
    await runner.release();
  }
  return database;
}
