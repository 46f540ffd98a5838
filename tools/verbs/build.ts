import { buildWhatChanged } from '../system/build.ts';
import { terminalSteps } from '../system/steps.ts';
import { PROJECT } from '../system/project.ts';

export async function run(): Promise<number> {
  const steps = terminalSteps();
  if (!(await buildWhatChanged(PROJECT, steps))) steps.note('Everything is built.');
  return 0;
}
