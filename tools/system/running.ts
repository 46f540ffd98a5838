// The system that `npm start` runs in this folder, as another terminal finds it.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Obstacle } from '../engines/say.ts';
import type { ServiceName } from './services.ts';
import { readState, type State } from './state.ts';
import { PROJECT } from './project.ts';

/** What a test, a bench or another terminal needs to know of a running system (`run.json`, 0600). */
export interface RunningSystem {
  readonly pid: number;
  readonly origin: string;
  readonly ports: Readonly<Record<ServiceName, number>>;
  /** Where the gateway's metrics are; every other service has its own at its port. */
  readonly metricsPort: number;
  readonly kafkaBrokers: string;
  /** Of the superuser, on the database `sanad`. */
  readonly databaseUrl: string;
  readonly controlUrl: string;
  /** Of the first start; what died since has another. */
  readonly pids: Readonly<Record<string, number>>;
}

export const dataFolder = (): string => process.env['SANAD_DATA_DIR'] ?? join(PROJECT, '.data');

export interface Found {
  readonly system: RunningSystem;
  readonly state: State;
}

/** What the last start wrote down, if it was not stopped since; its process may be gone all the same. */
export function lastRun(folder: string): RunningSystem | undefined {
  const file = join(folder, 'run.json');
  if (!existsSync(file)) return undefined;
  return JSON.parse(readFileSync(file, 'utf8')) as RunningSystem;
}

export function runningSystem(folder: string = dataFolder()): Found {
  const system = lastRun(folder);
  const stored = readState(folder);
  if (!system || !stored) {
    throw new Obstacle('Nothing runs here yet.', 'Start it in another terminal: npm start');
  }
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
