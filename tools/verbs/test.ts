import { buildWhatChanged } from '../system/build.ts';
import { provideBrowser } from '../system/browser.ts';
import { runProgram } from '../system/programs.ts';
import { terminalSteps } from '../system/steps.ts';
import { PROJECT } from '../system/system.ts';

/** `npm test [-- PROJECTS and patterns]`: unit, int and e2e in one run with one closing line. */
export async function run(args: string[]): Promise<number> {
  const steps = terminalSteps();
  await buildWhatChanged(PROJECT, steps);
  const browser = await provideBrowser(steps);
  const { code } = await runProgram(
    process.execPath,
    [
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      'node_modules/jest/bin/jest.js',
      '--colors=false',
      ...args,
    ],
    {
      show: true,
      env: {
        CHROMIUM_PATH: browser,
      },
    },
  );
  return code;
}
