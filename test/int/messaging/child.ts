import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { World } from './world.ts';

/** What a service-process.ts writes into: a row for each event that it took. */
export const effectTable = `create table if not exists effect (
  place bigint generated always as identity, event_id text, key text, version int)`;

const root = join(import.meta.dirname, '../../..');

const alive = new Set<() => Promise<void>>();

/** For a test that failed half-way: leaves no process behind. */
export const endProcesses = async (): Promise<void> => {
  await Promise.all([...alive].map((kill) => kill()));
};

export type ServiceProcess = { readonly pid: number; kill(): Promise<void> };

export type LoadedProcess = {
  /** Resolves once the service is at work. */
  start(): Promise<ServiceProcess>;
};

/** Loads service-process.ts, which takes far longer than its work: before it is needed. */
export const loadProcess = (world: World, name: string, consumes: boolean): LoadedProcess => {
  const child = spawn(
    join(root, 'node_modules/node/bin/node'),
    [
      '--conditions=source',
      '--disable-warning=TimeoutNegativeWarning',
      join(import.meta.dirname, 'service-process.ts'),
      name,
      world.url,
      world.prefix,
      world.brokers,
      consumes ? 'consumes' : '',
    ],
    { cwd: root, stdio: ['pipe', 'pipe', 'pipe'] },
  );
  const gone = new Promise<void>((done) => child.once('exit', () => done()));
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await gone;
    alive.delete(kill);
  };
  alive.add(kill);
  const said: string[] = [];
  const atWork = new Promise<ServiceProcess>((resolve, reject) => {
    child.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()));
    child.stdout.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes('started')) resolve({ pid: child.pid ?? -1, kill });
    });
    void gone.then(() => reject(new Error(`The process ended: ${said.join('')}`)));
  });
  atWork.catch(() => undefined);
  return {
    start: () => {
      child.stdin.end();
      return atWork;
    },
  };
};

export const startProcess = (
  world: World,
  name: string,
  consumes: boolean,
): Promise<ServiceProcess> => loadProcess(world, name, consumes).start();
