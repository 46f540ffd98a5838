// The system that `npm start` runs in this folder, as another terminal finds it.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Obstacle } from '../engines/say.ts';
import { readState, type State } from './state.ts';
import { PROJECT, type RunningSystem } from './system.ts';

export const dataFolder = (): string => process.env['SANAD_DATA_DIR'] ?? join(PROJECT, '.data');

export interface Found {
  readonly system: RunningSystem;
  readonly state: State;
}

export function runningSystem(folder: string = dataFolder()): Found {
  const file = join(folder, 'run.json');
  const stored = readState(folder);
  if (!existsSync(file) || !stored) {
    throw new Obstacle('Nothing runs here yet.', 'Start it in another terminal: npm start');
  }
  const system = JSON.parse(readFileSync(file, 'utf8')) as RunningSystem;
  return { system, state: { folder, ...stored, path: (...parts) => join(folder, ...parts) } };
}

/** Stops or starts one part (a service, or `kafka`) of a running system. */
export async function control(
  { system, state }: Found,
  part: string,
  act: 'stop' | 'start',
): Promise<void> {
  const answer = await fetch(`${system.controlUrl}/${part}/${act}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${state.secrets.controlToken}` },
  });
  if (!answer.ok) throw new Error(`${act} ${part}: ${answer.status} ${await answer.text()}`);
}
