// `npm start`: the first one with the demo, then three more on the state that it left; the median of those
// is the figure. A folder and a port of its own; everything it starts is stopped.
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts } from '../engines/ports.ts';
import { PROJECT } from '../system/project.ts';

const folder = mkdtempSync(join(tmpdir(), 'sanad-bench-'));
chmodSync(folder, 0o711);
const [port = 0] = await freePorts(1);

async function start(): Promise<{ readyMs: number; stoppedMs: number }> {
  const began = performance.now();
  const child = spawn(process.execPath, [join(PROJECT, 'tools', 'sanad.ts'), 'up'], {
    cwd: PROJECT,
    env: { ...process.env, SANAD_DATA_DIR: folder, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  let said = '';
  await new Promise<void>((ready, failed) => {
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('Sanad is ready')) ready();
    });
    void ended.then(() => failed(new Error(said)));
  });
  const readyMs = performance.now() - began;
  child.kill('SIGTERM');
  await ended;
  return { readyMs, stoppedMs: performance.now() - began - readyMs };
}

const seconds = (ms: number): number => Number((ms / 1000).toFixed(1));
try {
  const first = await start();
  const later = [await start(), await start(), await start()];
  const ready = later.map(({ readyMs }) => readyMs).sort((a, b) => a - b);
  console.log(
    JSON.stringify({
      bench: 'start',
      firstWithDemoSeconds: seconds(first.readyMs),
      secondTimeSeconds: later.map(({ readyMs }) => seconds(readyMs)),
      medianSeconds: seconds(ready[1] ?? 0),
      stopSeconds: later.map(({ stoppedMs }) => seconds(stoppedMs)),
      goalSeconds: 15,
    }),
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
