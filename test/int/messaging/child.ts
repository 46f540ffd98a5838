import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { World } from './world.ts';

const root = join(import.meta.dirname, '../../..');

const started = new Set<() => Promise<void>>();

/** For a test that failed half-way: leaves no process behind. */
export const endProcesses = async (): Promise<void> => {
  await Promise.all([...started].map((kill) => kill()));
};

export type ServiceProcess = { readonly pid: number; kill(): Promise<void> };

/** Starts service-process.ts and resolves once it is at work. */
export const startProcess = (
  world: World,
  name: string,
  consumes: boolean,
): Promise<ServiceProcess> =>
  new Promise((resolve, reject) => {
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
      { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    const gone = new Promise<void>((done) => child.once('exit', () => done()));
    const kill = async (): Promise<void> => {
      child.kill('SIGKILL');
      await gone;
      started.delete(kill);
    };
    started.add(kill);
    const said: string[] = [];
    child.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()));
    child.stdout.once('data', () => {
      resolve({ pid: child.pid ?? -1, kill });
    });
    void gone.then(() => reject(new Error(`The process ended: ${said.join('')}`)));
  });
