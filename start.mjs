#!/usr/bin/env node
// Runs on any Node 20 or later with nothing installed: brings the dependencies, then hands over to
// the Node that the project pins, with the verb (up, test, check, demo, ...).
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const verb = process.argv[2] ?? 'up';
const major = Number(process.versions.node.split('.')[0]);
if (major < 20)
  fail(`Node ${process.versions.node} is too old.`, 'Install Node 20 or later: https://nodejs.org');

const lock = createHash('sha256')
  .update(readFileSync(join(here, 'package-lock.json')))
  .digest('hex');
const mark = join(here, 'node_modules', '.sanad-lock');
const pinned = join(
  here,
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);
if (!existsSync(pinned) || !existsSync(mark) || readFileSync(mark, 'utf8') !== lock) install();

const child = spawn(
  pinned,
  [
    '--disable-warning=ExperimentalWarning',
    join(here, 'tools', 'sanad.ts'),
    verb,
    ...process.argv.slice(3),
  ],
  {
    cwd: here,
    stdio: 'inherit',
    env: { ...process.env, PATH: `${dirname(pinned)}${delimiter}${process.env.PATH ?? ''}` },
  },
);
// The terminal sends Ctrl-C to both; this one only waits. A SIGTERM to this one alone is passed on.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () =>
    signal === 'SIGINT' && process.stdin.isTTY ? undefined : child.kill(signal),
  );
}
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)));

function install() {
  process.stdout.write('· Installing the dependencies (about a minute, once)\n');
  const began = Date.now();
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const run = spawnSync(npm, ['ci', '--no-fund', '--no-audit', '--loglevel=error'], {
    cwd: here,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (run.status !== 0)
    fail(
      'The dependencies could not be installed.',
      'Check the connection to the npm registry, then run the same command again.',
    );
  if (!existsSync(pinned)) fail('npm left out the package "node".', 'Run: npm rebuild node');
  writeFileSync(mark, lock);
  process.stdout.write(
    `✓ Installed the dependencies (${((Date.now() - began) / 1000).toFixed(1)} s)\n`,
  );
}

function fail(what, wayOut) {
  process.stderr.write(`✗ ${what}\n  ${wayOut}\n`);
  process.exit(1);
}
