// Each service has a database role of its own, which is refused at everything that is another's.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { runningSystem, type Found } from '../../tools/system/running.ts';
import { DATABASE_ROLES } from '../../tools/system/state.ts';

// SQLSTATE insufficient_privilege.
const REFUSED = '42501';

interface Table {
  readonly schema: string;
  /** Quoted, with its schema. */
  readonly name: string;
  readonly column: string;
}

let found: Found;
let tables: Table[];
const clients = new Map<string, pg.Client>();

beforeAll(async () => {
  found = runningSystem(process.env['SANAD_TEST_DATA_DIR']);
  const { system, state } = found;
  const all = new pg.Client({ connectionString: system.databaseUrl });
  await all.connect();
  const { rows } = await all.query<Table>(
    `SELECT table_schema AS schema, format('%I.%I', table_schema, table_name) AS name,
            quote_ident(min(column_name)) AS column
     FROM information_schema.columns WHERE table_schema = ANY ($1) GROUP BY 1, 2`,
    [[...DATABASE_ROLES]],
  );
  tables = rows;
  await all.end();
  for (const role of DATABASE_ROLES) {
    const url = new URL(system.databaseUrl);
    url.username = `sanad_${role}`;
    url.password = state.secrets.rolePasswords[role] ?? '';
    const client = new pg.Client({ connectionString: url.href });
    await client.connect();
    clients.set(role, client);
  }
});

afterAll(() => Promise.all([...clients.values()].map((client) => client.end())));

/** The SQLSTATE of a refusal, or what came instead; nothing of it stays. */
async function outcome(role: string, sql: string): Promise<string> {
  const client = clients.get(role);
  if (!client) throw new Error(`there is no role ${role}`);
  await client.query('BEGIN');
  try {
    await client.query(sql);
    return 'done';
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  } finally {
    await client.query('ROLLBACK');
  }
}

async function notRefused(role: string, statements: readonly string[]): Promise<string[]> {
  const open: string[] = [];
  for (const sql of statements) {
    const answer = await outcome(role, sql);
    if (answer !== REFUSED) open.push(`${sql}: ${answer}`);
  }
  return open;
}

describe.each(DATABASE_ROLES)('the role of %s', (role) => {
  it('reads and changes no table of another service', async () => {
    const foreign = tables.filter(({ schema }) => schema !== role);
    expect(new Set(foreign.map(({ schema }) => schema)).size).toBe(DATABASE_ROLES.length - 1);
    const statements = foreign.flatMap(({ name, column }) => [
      `SELECT 1 FROM ${name} LIMIT 1`,
      `INSERT INTO ${name} DEFAULT VALUES`,
      `UPDATE ${name} SET ${column} = ${column}`,
      `DELETE FROM ${name}`,
      `TRUNCATE ${name}`,
      `LOCK TABLE ${name} IN ACCESS SHARE MODE`,
    ]);
    expect(await notRefused(role, statements)).toEqual([]);
  });

  it('makes nothing there, nor in the schema of everybody, and is nobody else', async () => {
    const others = DATABASE_ROLES.filter((one) => one !== role);
    const statements = [
      ...others.flatMap((other) => [
        `CREATE TABLE ${other}.intruder (id int)`,
        `CREATE FUNCTION ${other}.intruder() RETURNS int LANGUAGE sql RETURN 1`,
        `SET ROLE sanad_${other}`,
        `GRANT sanad_${other} TO sanad_${role}`,
        `ALTER ROLE sanad_${other} PASSWORD 'intruder'`,
      ]),
      'CREATE TABLE public.intruder (id int)',
      'CREATE SCHEMA intruder',
      'CREATE ROLE intruder',
      'SET ROLE postgres',
      "SELECT pg_read_file('/etc/passwd')",
      "COPY (SELECT 1) TO PROGRAM 'true'",
      'SELECT * FROM pg_authid',
    ];
    expect(await notRefused(role, statements)).toEqual([]);
    const may = await clients
      .get(role)
      ?.query(
        'SELECT rolsuper, rolcreatedb, rolcreaterole, rolbypassrls, rolreplication FROM pg_roles WHERE rolname = current_user',
      );
    expect(Object.values(may?.rows[0] ?? {})).toEqual([false, false, false, false, false]);
  });

  it('works in its own schema, and changes no row of its own audit trail', async () => {
    for (const { name } of tables.filter(({ schema }) => schema === role)) {
      expect([name, await outcome(role, `SELECT 1 FROM ${name} LIMIT 1`)]).toEqual([name, 'done']);
    }
    for (const sql of [
      'UPDATE audit SET act = act',
      'DELETE FROM audit',
      'TRUNCATE audit',
      "SET session_replication_role = 'replica'",
    ]) {
      expect([sql, await outcome(role, sql)]).not.toEqual([sql, 'done']);
    }
  });
});
