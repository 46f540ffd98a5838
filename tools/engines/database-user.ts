// PostgreSQL refuses to run as root: then it runs as the system user `postgres`, which must be able
// to enter every folder above its programs and its data.
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { Obstacle } from './say.ts';

export interface DatabaseUser {
  readonly uid: number;
  readonly gid: number;
}

/** The user to run as, or undefined when this process is not root. */
export function databaseUser(): DatabaseUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const found = lookUp();
  if (found) return found;
  try {
    execFileSync('useradd', ['--system', '--no-create-home', '--user-group', 'postgres'], {
      stdio: 'ignore',
    });
  } catch {
    throw new Obstacle(
      'PostgreSQL does not run as root, and the user "postgres" could not be made.',
      'Run this as an ordinary user, or make the user: useradd --system --user-group postgres',
    );
  }
  const made = lookUp();
  if (!made) throw new Obstacle('The user "postgres" was made but is not found.', 'Try again.');
  return made;
}

function lookUp(): DatabaseUser | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('postgres:'));
  const fields = line?.split(':');
  return fields ? { uid: Number(fields[2]), gid: Number(fields[3]) } : undefined;
}

/** The first folder on the way to `path` that `user` cannot enter, if there is one. */
export function closedFolder(path: string, user: DatabaseUser): string | undefined {
  const above: string[] = [];
  for (let at = resolve(path); at !== dirname(at); at = dirname(at)) above.unshift(at);
  return above.find((folder) => {
    if (!existsSync(folder)) return false;
    const stat = statSync(folder);
    if (stat.uid === user.uid) return (stat.mode & 0o100) === 0;
    if (stat.gid === user.gid) return (stat.mode & 0o010) === 0;
    return (stat.mode & 0o001) === 0;
  });
}

/** A folder for `purpose` that any user can enter, the same each time for the same project folder. */
export function openFolder(project: string, purpose: string): string {
  const name = createHash('sha256').update(resolve(project)).digest('hex').slice(0, 12);
  const folder = join(tmpdir(), `sanad-${name}`);
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  if (statSync(folder).uid !== process.getuid?.()) {
    throw new Obstacle(`${folder} belongs to somebody else.`, 'Delete it, or set TMPDIR.');
  }
  chmodSync(folder, 0o711);
  return join(folder, purpose);
}

/** Programs that the database user can reach: themselves, or a copy in an open folder. */
export function reachablePrograms(
  native: string,
  version: string,
  project: string,
  user: DatabaseUser,
): string {
  if (!closedFolder(native, user)) return native;
  const copy = openFolder(project, `postgres-${version}`);
  if (!existsSync(copy)) {
    // Whole or not at all: two starts at once, or one that is interrupted, leave no half copy.
    const part = `${copy}-${process.pid}`;
    cpSync(native, part, { recursive: true, verbatimSymlinks: true });
    try {
      renameSync(part, copy);
    } catch (error) {
      rmSync(part, { recursive: true, force: true });
      if (!existsSync(copy)) throw error;
    }
  }
  return copy;
}
