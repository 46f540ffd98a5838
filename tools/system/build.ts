// Compiles services and pages when their sources are newer than what was built.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Obstacle } from '../engines/say.ts';
import type { Steps } from './steps.ts';

const run = promisify(execFile);

interface Part {
  readonly name: string;
  readonly sources: readonly string[];
  readonly output: string;
  readonly build: (project: string) => Promise<void>;
}

const PARTS: readonly Part[] = [
  {
    name: 'services',
    sources: [
      'apps',
      'libs',
      'tsconfig.json',
      'tsconfig.build.json',
      'nest-cli.json',
      'package-lock.json',
    ],
    output: 'dist/apps/gateway/src/main.js',
    build: (project) => compile(project, 'node_modules/@nestjs/cli/bin/nest.js', ['build']),
  },
  {
    name: 'pages',
    sources: ['apps/web', 'libs', 'package-lock.json'],
    output: 'dist/apps/web/index.html',
    build: (project) =>
      compile(project, 'node_modules/vite/bin/vite.js', [
        'build',
        '--config',
        'apps/web/vite.config.ts',
        '--logLevel',
        'warn',
      ]),
  },
];

/** Answers whether anything had to be built. */
export async function buildWhatChanged(project: string, steps: Steps): Promise<boolean> {
  let built = false;
  for (const part of PARTS) {
    const mark = join(project, 'dist', `.${part.name}`);
    const now = fingerprint(project, part.sources);
    if (
      existsSync(join(project, part.output)) &&
      existsSync(mark) &&
      readFileSync(mark, 'utf8') === now
    )
      continue;
    await steps.step(`Building the ${part.name}`, () => part.build(project));
    mkdirSync(join(project, 'dist'), { recursive: true });
    writeFileSync(mark, now);
    built = true;
  }
  return built;
}

async function compile(project: string, program: string, args: string[]): Promise<void> {
  try {
    await run(process.execPath, [join(project, program), ...args], {
      cwd: project,
      maxBuffer: 1 << 26,
    });
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Obstacle(
      `It does not build:\n${stdout}${stderr}`,
      'Mend the lines above, then run the same command.',
    );
  }
}

/** Of names, sizes and times: enough to see a change, quick enough for every start. */
function fingerprint(project: string, sources: readonly string[]): string {
  const hash = createHash('sha256');
  const visit = (path: string): void => {
    const stat = statSync(join(project, path));
    if (!stat.isDirectory()) {
      hash.update(`${path} ${stat.size} ${stat.mtimeMs}\n`);
      return;
    }
    for (const name of readdirSync(join(project, path)).sort()) {
      if (!name.endsWith('.spec.ts') && name !== 'README.md') visit(join(path, name));
    }
  };
  for (const source of sources) visit(source);
  return hash.digest('hex');
}
