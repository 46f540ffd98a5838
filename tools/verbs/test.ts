import { provideBrowser } from '../system/browser.ts';
import { buildWhatChanged } from '../system/build.ts';
import { runProgram } from '../system/programs.ts';
import { terminalSteps } from '../system/steps.ts';
import { PROJECT } from '../system/project.ts';

/** `npm test [-- jest's arguments]`: unit, int and e2e in one run with one closing line. */
export async function run(args: string[]): Promise<number> {
  const steps = terminalSteps();
  await buildWhatChanged(PROJECT, steps);
  const browser = await provideBrowser(steps);
  const jest = [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    '--disable-warning=TimeoutNegativeWarning',
    'node_modules/jest/bin/jest.js',
    '--colors=false',
  ];
  const env = { CHROMIUM_PATH: browser };
  const { code } = await runProgram(process.execPath, [...jest, ...args], { show: true, env });
  return code;
}
