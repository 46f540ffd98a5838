// One whole system on one machine: engines, services, demo. `npm start`, the tests and the benches use it.
import { rmSync } from 'node:fs';
import { freePorts, portIsFree } from '../engines/ports.ts';
import { Obstacle } from '../engines/say.ts';
import { openControl, type Parts } from './control.ts';
import { prepareDatabase } from './databases.ts';
import { Engines } from './engines.ts';
import { refuseWhileItRuns } from './last-run.ts';
import { PROJECT } from './project.ts';
import type { RunningSystem } from './running.ts';
import { SERVICES, type ServiceName } from './services.ts';
import { openState, readState, writePrivate, type State } from './state.ts';
import type { Steps } from './steps.ts';
import { Supervisor } from './supervisor.ts';

export interface SystemSpec {
  readonly folder: string;
  /** The gateway's port; the origin is http://localhost:<port>. */
  readonly port: number;
  readonly steps: Steps;
  readonly throwAway?: boolean;
  /** Additions to a service's environment. */
  readonly environment?: (service: ServiceName) => Readonly<Record<string, string>>;
}

export interface System {
  readonly state: State;
  readonly ports: Readonly<Record<ServiceName, number>>;
  readonly kafkaBrokers: string;
  readonly databaseUrl: string;
  stopService(service: ServiceName): Promise<void>;
  stop(): Promise<void>;
}

export async function startSystem(spec: SystemSpec): Promise<System> {
  const { steps, folder } = spec;
  await refuseWhileItRuns(folder);
  await refuseTakenPort(spec.port);
  const state = openTheState(folder, spec.port);
  const say = (line: string): void => steps.note(line);
  const [
    postgresPort = 0,
    brokerPort = 0,
    controllerPort = 0,
    controlPort = 0,
    metricsPort = 0,
    ...spare
  ] = await enginePorts(spec);
  const engines = new Engines({
    project: PROJECT,
    state,
    ports: { postgres: postgresPort, broker: brokerPort, controller: controllerPort },
    throwAway: spec.throwAway ?? false,
    say,
  });
  let supervisor: Supervisor | undefined;
  const stop = async (): Promise<void> => {
    await supervisor?.stopAll();
    await engines.stop();
    rmSync(state.path('run.json'), { force: true });
  };

  try {
    await steps.step('Starting PostgreSQL and Kafka', () => engines.start());
    const { superUrl, brokers: kafkaBrokers, kafka } = engines;
    const databaseUrl = await prepareDatabase(superUrl, state);
    const ports = servicePorts(spec.port, spare);
    supervisor = new Supervisor({
      project: PROJECT,
      state,
      addresses: { ports, databaseUrl, kafkaBrokers, metricsPort },
      say,
      ...(spec.environment ? { additions: spec.environment } : {}),
    });
    const running = supervisor;
    await steps.step('Starting the services', async (report) => {
      await Promise.all(SERVICES.map((service) => running.start(service)));
      await running.untilReady(120_000, report);
    });
    const onDatabase = new URL(superUrl);
    onDatabase.pathname = '/sanad';
    const parts = {
      ...Object.fromEntries(
        SERVICES.map((name) => [
          name,
          { stop: () => running.stop(name), start: () => running.start(name) },
        ]),
      ),
      ...(kafka ? { kafka: { stop: () => kafka.stop(), start: () => kafka.start() } } : {}),
    };
    const control = await openControl(controlPort, state.secrets.controlToken, parts as Parts);
    control.unref();
    writePrivate(state.path('run.json'), {
      pid: process.pid,
      origin: state.origin,
      ports,
      metricsPort,
      kafkaBrokers,
      databaseUrl: onDatabase.href,
      controlUrl: `http://127.0.0.1:${controlPort}`,
      pids: {
        ...Object.fromEntries(SERVICES.map((name) => [name, running.pid(name) ?? 0])),
        ...engines.pids(),
      },
    } satisfies RunningSystem);
    return {
      state,
      ports,
      kafkaBrokers,
      databaseUrl: onDatabase.href,
      stopService: (service) => running.stop(service),
      stop: async () => {
        control.close();
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function refuseTakenPort(port: number): Promise<void> {
  if (await portIsFree(port)) return;
  throw new Obstacle(
    `Port ${port} is taken.`,
    `Stop what listens there, or choose another: PORT=${port + 10} npm start`,
  );
}

/** The origin is part of every certificate's identity: it is fixed at first start. */
function openTheState(folder: string, port: number): State {
  const origin = `http://localhost:${port}`;
  const stored = readState(folder);
  if (stored && stored.origin !== origin) {
    const old = new URL(stored.origin).port;
    throw new Obstacle(
      `The state in ${folder} belongs to ${stored.origin}: its accounts and certificates name that origin.`,
      `Start it there (PORT=${old} npm start), or delete it and begin anew (npm run reset).`,
    );
  }
  return openState(folder, origin);
}

/** Fixed ports where somebody chose them, free ones otherwise. */
async function enginePorts(spec: SystemSpec): Promise<number[]> {
  const ports = await freePorts(5 + SERVICES.length);
  const chosen = (name: string, free: number): number => Number(process.env[name] ?? free);
  ports[0] = chosen('SANAD_POSTGRES_PORT', ports[0] ?? 0);
  ports[1] = chosen('SANAD_KAFKA_PORT', ports[1] ?? 0);
  ports[4] = chosen('SANAD_METRICS_PORT', ports[4] ?? 0);
  return ports.filter((port) => port !== spec.port);
}

function servicePorts(gateway: number, spare: readonly number[]): Record<ServiceName, number> {
  return Object.fromEntries(
    SERVICES.map((name, index) => [name, name === 'gateway' ? gateway : (spare[index] ?? 0)]),
  ) as Record<ServiceName, number>;
}
