// What an earlier `npm start` left running on a folder: told by its processes, not by its file alone.
import { setTimeout as sleep } from 'node:timers/promises';
import { join } from 'node:path';
import { commandLineOf } from '../engines/children.ts';
import { Obstacle } from '../engines/say.ts';
import { PROJECT } from './project.ts';
import { lastRun } from './running.ts';

/** Refuses while a system runs on the folder, and lets the engines of one that was killed end. */
export async function refuseWhileItRuns(folder: string): Promise<void> {
  const system = lastRun(folder);
  if (!system) return;
  if (commandLineOf(system.pid).includes('sanad.ts')) {
    throw new Obstacle(
      `Sanad runs here already: ${system.origin} (process ${system.pid}).`,
      'Use that one, or stop it first with Ctrl-C.',
    );
  }
  const deadline = Date.now() + 15_000;
  for (const [name, pid] of Object.entries(system.pids)) {
    while (isOfSanad(commandLineOf(pid), folder)) {
      if (Date.now() > deadline) {
        throw new Obstacle(
          `${name} of an earlier start still runs on ${folder} (process ${pid}).`,
          `End it, then run the same command again: kill ${pid}`,
        );
      }
      await sleep(100);
    }
  }
}

/** An engine names the folder of its data, a service the file that it runs. */
const isOfSanad = (command: string, folder: string): boolean =>
  command.includes(folder) || command.includes(join(PROJECT, 'dist'));
