// One database; a schema and a login role for each service, closed to every other.
import pg from 'pg';
import { Obstacle } from '../engines/say.ts';
import { DATABASE_ROLES, type State } from './state.ts';

const DATABASE = 'sanad';

/** Makes what is missing; may be run again. Answers how a role connects. */
export async function prepareDatabase(
  superUrl: string,
  state: State,
): Promise<(role: string, password: string) => string> {
  await withClient(superUrl, async (client) => {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  });
  const url = new URL(superUrl);
  url.pathname = `/${DATABASE}`;
  await withClient(url.href, async (client) => {
    await client.query('REVOKE ALL ON SCHEMA public FROM PUBLIC');
    await client.query(`REVOKE ALL ON DATABASE ${DATABASE} FROM PUBLIC`);
    for (const schema of DATABASE_ROLES) {
      const role = `sanad_${schema}`;
      const password = client.escapeLiteral(state.secrets.rolePasswords[schema] ?? '');
      const known = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
      await client.query(
        `${known.rowCount === 0 ? 'CREATE' : 'ALTER'} ROLE ${role} LOGIN PASSWORD ${password}`,
      );
      await client.query(`GRANT CONNECT ON DATABASE ${DATABASE} TO ${role}`);
      await client.query(`GRANT ${role} TO CURRENT_USER`);
      await client.query(`CREATE SCHEMA IF NOT EXISTS ${schema} AUTHORIZATION ${role}`);
      await client.query(`ALTER ROLE ${role} IN DATABASE ${DATABASE} SET search_path = ${schema}`);
    }
  });
  return (role, password) => {
    const own = new URL(url.href);
    own.username = role;
    own.password = password;
    return own.href;
  };
}

async function withClient(url: string, run: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
  } catch (error) {
    throw new Obstacle(
      `PostgreSQL does not let us in: ${(error as Error).message}`,
      'DATABASE_URL must be of a role that may create databases and roles; `npm run reset` forgets the stored state.',
    );
  }
  try {
    await run(client);
  } finally {
    await client.end();
  }
}
