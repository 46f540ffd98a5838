import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Obstacle } from '../engines/say.ts';
import { runningSystem } from '../system/running.ts';
import { writeSnapshot } from '../system/snapshot.ts';
import { terminalSteps } from '../system/steps.ts';

/** `npm run backup -- FOLDER`: everything of the running system, secrets included, at one instant. */
export async function run([target]: string[]): Promise<number> {
  const { system, state } = runningSystem();
  const folder = resolve(
    target ?? `sanad-backup-${new Date().toISOString().replaceAll(/[:.]/g, '-')}`,
  );
  if (existsSync(folder))
    throw new Obstacle(`${folder} is there already.`, 'Name a folder that is not.');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const steps = terminalSteps();
  const tables = await steps.step('Backing up', (report) =>
    writeSnapshot(system.databaseUrl, folder, report),
  );
  for (const name of ['secrets.json', 'demo.json']) {
    if (existsSync(state.path(name))) cpSync(state.path(name), join(folder, name));
  }
  writeFileSync(
    join(folder, 'manifest.json'),
    `${JSON.stringify({ format: 1, origin: state.origin, tables }, null, 2)}\n`,
  );
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  steps.note(`${rows} rows of ${tables.length} tables, and the keys, in ${folder}`);
  steps.note('The keys are in it: keep it as you would keep the certification body’s seal.');
  return 0;
}
