import { demoEnvironment, loadDemo } from '../demo/load.ts';
import { describeAccess } from '../demo/describe-access.ts';
import { Obstacle } from '../engines/say.ts';
import { buildWhatChanged } from '../system/build.ts';
import { dataFolder } from '../system/running.ts';
import { terminalSteps } from '../system/steps.ts';
import { PROJECT } from '../system/project.ts';
import { startSystem, type System } from '../system/system.ts';

/** Brings everything up and holds it until Ctrl-C or SIGTERM. */
export async function run(args: string[]): Promise<number> {
  refuseUnknown(args);
  const steps = terminalSteps();
  const began = Date.now();
  const folder = dataFolder();
  const port = chosenPort();
  await buildWhatChanged(PROJECT, steps);

  let system: System | undefined;
  const asked = untilAskedToStop();
  try {
    const start = startSystem({
      folder,
      port,
      steps,
      throwAway: args.includes('--throw-away'),
      ...(args.includes('--no-demo')
        ? {}
        : { environment: (service) => demoEnvironment(folder, service) }),
    });
    system = await Promise.race([start, asked.then(() => undefined)]);
    if (!system) {
      // Asked to stop while starting: what was begun is finished, then stopped.
      system = await start;
    } else {
      if (!args.includes('--no-demo')) {
        await Promise.race([loadDemo(system.state, steps), asked]);
      }
      process.stdout.write(describeAccess(system.state, Date.now() - began));
      await asked;
    }
  } finally {
    if (system) await steps.step('Stopping everything', () => system?.stop() ?? Promise.resolve());
  }
  return 0;
}

/** `--throw-away`: without fsync, for tests. */
const FLAGS = ['--no-demo', '--throw-away'];

function refuseUnknown(args: readonly string[]): void {
  const unknown = args.find((arg) => !FLAGS.includes(arg));
  if (unknown === undefined) return;
  throw new Obstacle(
    `\`npm start\` does not know "${unknown}".`,
    'It brings everything up and holds it until Ctrl-C. Without the demonstration: npm start -- --no-demo',
  );
}

function chosenPort(): number {
  const port = Number(process.env['PORT'] || 8080);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Obstacle(
    `PORT is "${process.env['PORT']}", which is no port.`,
    'Choose one from 1 to 65535: PORT=8090 npm start',
  );
}

function untilAskedToStop(): Promise<void> {
  return new Promise((resolve) => {
    let asked = 0;
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        asked += 1;
        if (asked === 1) resolve();
        if (asked === 3) process.exit(1);
      });
    }
  });
}
