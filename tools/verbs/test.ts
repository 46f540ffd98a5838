import { runProgram } from '../system/programs.ts';

/** `npm test [-- PROJECTS and patterns]`: unit tests and tests on real engines, one closing line. */
export async function run(args: string[]): Promise<number> {
  const jest = [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    'node_modules/jest/bin/jest.js',
    '--colors=false',
  ];
  const { code } = await runProgram(process.execPath, [...jest, ...args], { show: true });
  return code;
}
