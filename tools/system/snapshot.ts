// All tables of all services in one consistent snapshot, as PostgreSQL's own COPY text, compressed.
import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import pg from 'pg';
import { from, to } from 'pg-copy-streams';
import { DATABASE_ROLES } from './state.ts';

export interface TableInBackup {
  readonly schema: string;
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: number;
  readonly file: string;
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

const listTables = `
  SELECT c.table_schema AS schema, c.table_name AS table,
    array_agg(c.column_name::text ORDER BY c.ordinal_position) AS columns
  FROM information_schema.columns c
  JOIN information_schema.tables t USING (table_schema, table_name)
  WHERE c.table_schema = ANY($1) AND t.table_type = 'BASE TABLE' AND c.is_generated = 'NEVER'
  GROUP BY 1, 2 ORDER BY 1, 2`;

/** Reads while the system runs: one REPEATABLE READ transaction sees all services at one instant. */
export async function writeSnapshot(
  url: string,
  folder: string,
  report: (line: string) => void,
): Promise<TableInBackup[]> {
  return withClient(url, async (client) => {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const { rows } = await client.query<{ schema: string; table: string; columns: string[] }>(
      listTables,
      [DATABASE_ROLES],
    );
    const written: TableInBackup[] = [];
    for (const { schema, table, columns } of rows) {
      report(`${schema}.${table}`);
      const file = `${schema}.${table}.copy.gz`;
      const copy = client.query(
        to(`COPY ${quoted(schema)}.${quoted(table)} (${columns.map(quoted).join(', ')}) TO STDOUT`),
      );
      await pipeline(copy, createGzip(), createWriteStream(join(folder, file), { mode: 0o600 }));
      written.push({ schema, table, columns, rows: copy.rowCount, file });
    }
    await client.query('COMMIT');
    return written;
  });
}

/**
 * Puts the rows into tables that the services have migrated, all in one transaction. Triggers
 * (append-only, final) rest meanwhile: the rows come as they were. Sequences go past what came.
 */
export async function readSnapshot(
  url: string,
  folder: string,
  tables: readonly TableInBackup[],
  report: (line: string) => void,
): Promise<void> {
  await withClient(url, async (client) => {
    await client.query('BEGIN');
    await client.query('SET LOCAL session_replication_role = replica');
    const names = tables.map(({ schema, table }) => `${quoted(schema)}.${quoted(table)}`);
    await client.query(`TRUNCATE ${names.join(', ')}`);
    for (const { schema, table, columns, rows, file } of tables) {
      report(`${schema}.${table}`);
      const copy = client.query(
        from(
          `COPY ${quoted(schema)}.${quoted(table)} (${columns.map(quoted).join(', ')}) FROM STDIN`,
        ),
      );
      await pipeline(createReadStream(join(folder, file)), createGunzip(), copy);
      if (copy.rowCount !== rows)
        throw new Error(`${schema}.${table}: ${copy.rowCount} of ${rows} rows came back`);
    }
    for (const { schema, table, columns } of tables) {
      for (const column of columns) {
        const at = [`${quoted(schema)}.${quoted(table)}`, column];
        const { rows } = await client.query<{ name: string | null }>(
          'SELECT pg_get_serial_sequence($1, $2) AS name',
          at,
        );
        const sequence = rows[0]?.name;
        if (sequence) {
          await client.query(
            `SELECT setval($1, GREATEST((SELECT coalesce(max(${quoted(column)}), 1) FROM ${at[0]}), 1))`,
            [sequence],
          );
        }
      }
    }
    // The broker starts empty after a restore: every event is to be sent again. Readers know what they have seen.
    for (const schema of DATABASE_ROLES)
      await client.query(`UPDATE ${quoted(schema)}.outbox SET sent_at = NULL`);
    await client.query('COMMIT');
  });
}

async function withClient<T>(url: string, run: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await run(client);
  } finally {
    await client.end();
  }
}
