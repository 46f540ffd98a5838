import { rmSync } from 'node:fs';
import { openFolder } from '../engines/database-user.ts';
import { refuseWhileItRuns } from '../system/last-run.ts';
import { dataFolder } from '../system/running.ts';

/** Deletes the state: databases, topics, secrets, demo accounts. The build and the packages stay. */
export async function run(): Promise<number> {
  const folder = dataFolder();
  await refuseWhileItRuns(folder);
  rmSync(folder, { recursive: true, force: true });
  rmSync(openFolder(folder, '.'), { recursive: true, force: true });
  process.stdout.write('✓ Deleted the state. `npm start` begins anew.\n');
  return 0;
}
