import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Obstacle } from '../engines/say.ts';
import { buildWhatChanged } from '../system/build.ts';
import { dataFolder } from '../system/running.ts';
import { SERVICES } from '../system/services.ts';
import { readSnapshot, type TableInBackup } from '../system/snapshot.ts';
import { terminalSteps } from '../system/steps.ts';
import { PROJECT } from '../system/project.ts';
import { startSystem } from '../system/system.ts';

interface Manifest {
  readonly format: number;
  readonly origin: string;
  readonly tables: readonly TableInBackup[];
}

/** `npm run restore -- FOLDER`: a new state from a backup. Never over one that is there. */
export async function run([source]: string[]): Promise<number> {
  const folder = resolve(source ?? '');
  const file = join(folder, 'manifest.json');
  if (source === undefined || !existsSync(file)) {
    throw new Obstacle('Name the folder of a backup.', 'npm run restore -- FOLDER');
  }
  const data = dataFolder();
  if (existsSync(join(data, 'secrets.json'))) {
    throw new Obstacle(
      `There is a state in ${data} already.`,
      'Stop it, and delete it (npm run reset) if you mean to replace it.',
    );
  }
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  if (manifest.format !== 1)
    throw new Obstacle(
      `This backup has format ${manifest.format}.`,
      'Use the version of Sanad that wrote it.',
    );
  mkdirSync(data, { recursive: true, mode: 0o711 });
  for (const name of ['secrets.json', 'demo.json']) {
    if (existsSync(join(folder, name))) cpSync(join(folder, name), join(data, name));
  }
  const steps = terminalSteps();
  await buildWhatChanged(PROJECT, steps);
  // The services make their tables, rest while the rows come in, and find everything at the next start.
  const port = Number(new URL(manifest.origin).port || 8080);
  const system = await startSystem({ folder: data, port, steps });
  try {
    await Promise.all(SERVICES.map((service) => system.stopService(service)));
    await steps.step('Restoring', (report) =>
      readSnapshot(system.databaseUrl, folder, manifest.tables, report),
    );
  } finally {
    await steps.step('Stopping', () => system.stop());
  }
  steps.note('Restored. `npm start` goes on where the backup was made.');
  return 0;
}
