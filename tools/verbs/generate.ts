import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildWhatChanged } from '../system/build.ts';
import { runProgram } from '../system/programs.ts';
import { terminalSteps } from '../system/steps.ts';
import { PROJECT } from '../system/project.ts';

// The services' documents come from what was built, since decorators have to be compiled; the others
// from the sources.
const GENERATORS: readonly (readonly [name: string, from: 'built' | 'source'])[] = [
  ['openapi', 'built'],
  ['asyncapi', 'source'],
  ['qti-coverage', 'source'],
];

/** Writes the generated documents; with --check only says whether they are fresh. */
export async function run(args: string[]): Promise<number> {
  const steps = terminalSteps();
  await buildWhatChanged(PROJECT, steps);
  let failed = 0;
  for (const [name, from] of GENERATORS) {
    const program = join('tools', 'generate', `${name}.ts`);
    if (!existsSync(join(PROJECT, program))) continue;
    const outcome = await steps.step(`docs: ${name}`, () =>
      runProgram(process.execPath, [
        ...(from === 'source' ? ['--conditions=source'] : []),
        '--disable-warning=ExperimentalWarning',
        program,
        ...args,
      ]),
    );
    if (outcome.code === 0) continue;
    failed += 1;
    process.stdout.write(outcome.output);
  }
  return failed === 0 ? 0 : 1;
}
