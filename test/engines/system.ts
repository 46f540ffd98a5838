// One whole system for the `e2e` project: every service a process of its own, on ports and in a folder
// of its own, with the demo loaded. With SANAD_TEST_DATA_DIR set, the system that runs there is used.
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freePorts } from '../../tools/engines/ports.ts';

const slot = globalThis as typeof globalThis & { sanadSystem?: { stop(): Promise<void> } };

export default async function setup(): Promise<void> {
  if (process.env['SANAD_TEST_DATA_DIR']) return;
  const project = resolve(import.meta.dirname, '../..');
  const folder = mkdtempSync(join(tmpdir(), 'sanad-e2e-'));
  chmodSync(folder, 0o711);
  const [port = 0] = await freePorts(1);
  const child = spawn(process.execPath, ['tools/sanad.ts', 'up', '--throw-away'], {
    cwd: project,
    env: {
      ...process.env,
      SANAD_DATA_DIR: folder,
      PORT: String(port),
      DATABASE_URL: '',
      KAFKA_BROKERS: '',
      LOG_LEVEL: 'debug',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  slot.sanadSystem = {
    async stop() {
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
  let said = '';
  await new Promise<void>((ready, failed) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        if (said.includes('Sanad is ready')) ready();
      });
    }
    void ended.then(() => failed(new Error(`The system did not start:\n${said}`)));
  });
  process.env['SANAD_TEST_DATA_DIR'] = folder;
}

export async function teardown(): Promise<void> {
  await slot.sanadSystem?.stop();
}
