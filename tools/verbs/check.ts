import { join } from 'node:path';
import { node, runProgram } from '../system/programs.ts';
import { terminalSteps } from '../system/steps.ts';
import { PROJECT } from '../system/project.ts';

const bin = (name: string): string => join(PROJECT, 'node_modules', '.bin', name);

type Check = readonly [name: string, command: string, args: readonly string[]];

const CHECKS: readonly Check[] = [
  ['Format', bin('oxfmt'), ['--check']],
  ['Lint', bin('oxlint'), ['--type-aware', '--deny-warnings']],
  [
    'Types of the services, libraries and tools',
    ...node('node_modules/typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json'),
  ],
  [
    'Types of the pages',
    ...node('node_modules/typescript/bin/tsc', '--noEmit', '-p', 'apps/web/tsconfig.json'),
  ],
  [
    'Import rules',
    ...node(
      'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
      '--config',
      '.dependency-cruiser.cjs',
      'apps',
      'libs',
      'tools',
    ),
  ],
  [
    'Contracts against their released schemas',
    ...node('--conditions=source', 'tools/check/contracts.ts'),
  ],
  ['Items of the demonstration', ...node('tools/content/check-items.ts')],
  ['Generated documents are fresh', ...node('tools/sanad.ts', 'generate', '--check')],
  [
    'docker-compose.yml',
    'docker-compose',
    ['--env-file', 'deploy/example.env', 'config', '--quiet'],
  ],
];

/** Format, lint, types, import rules, contracts, generated documents, compose file: all, then the verdict. */
export async function run(): Promise<number> {
  const steps = terminalSteps();
  let failed = 0;
  for (const [name, command, args] of CHECKS) {
    const outcome = await steps.step(name, () => runProgram(command, args));
    if (outcome.code === 127 && command === 'docker-compose') {
      steps.note(
        'docker-compose is not installed here: skipped. Debian: apt-get install docker-compose',
      );
    } else if (outcome.code !== 0) {
      failed += 1;
      process.stdout.write(`${outcome.output.trimEnd()}\n✗ ${name}\n`);
    }
  }
  process.stdout.write(
    failed === 0 ? '✓ All checks pass\n' : `✗ ${failed} of ${CHECKS.length} checks fail\n`,
  );
  return failed === 0 ? 0 : 1;
}
