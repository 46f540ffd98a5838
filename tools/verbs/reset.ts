import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openFolder } from '../engines/database-user.ts';
import { Obstacle } from '../engines/say.ts';
import { PROJECT } from '../system/system.ts';

/** Deletes the state: databases, topics, secrets, demo accounts. The build and the packages stay. */
export async function run(): Promise<number> {
  const folder = join(PROJECT, '.data');
  const running = join(folder, 'run.json');
  if (existsSync(running)) {
    const { pid } = JSON.parse(readFileSync(running, 'utf8')) as { pid: number };
    if (isAlive(pid))
      throw new Obstacle(`It is running (process ${pid}).`, 'Stop it first with Ctrl-C.');
  }
  rmSync(folder, { recursive: true, force: true });
  rmSync(openFolder(folder, '.'), { recursive: true, force: true });
  process.stdout.write('✓ Deleted the state. `npm start` begins anew.\n');
  return 0;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
