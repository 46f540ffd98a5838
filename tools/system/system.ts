// One whole system on one machine: engines, services, demo. `npm start`, the tests and the benches use it.
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startKafka, type Kafka } from '../engines/kafka.ts';
import { freePorts, portIsFree } from '../engines/ports.ts';
import { startPostgres, type Postgres } from '../engines/postgres.ts';
import { Obstacle } from '../engines/say.ts';
import { openControl, type Parts } from './control.ts';
import { prepareDatabase } from './databases.ts';
import { SERVICES, type ServiceName } from './services.ts';
import { openState, readState, writePrivate, type State } from './state.ts';
import type { Steps } from './steps.ts';
import { Supervisor } from './supervisor.ts';

export const PROJECT = resolve(import.meta.dirname, '../..');

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

/** What a test, a bench or another terminal needs to know of a running system (`run.json`, 0600). */
export interface RunningSystem {
  readonly pid: number;
  readonly origin: string;
  readonly ports: Readonly<Record<ServiceName, number>>;
  /** Where the gateway's metrics are; every other service has its own at its port. */
  readonly metricsPort: number;
  readonly kafkaBrokers: string;
  /** Of the superuser, on the database `sanad`. */
  readonly databaseUrl: string;
  readonly controlUrl: string;
  /** Of the first start; a service that died since has another. */
  readonly pids: Readonly<Record<string, number>>;
}

export async function startSystem(spec: SystemSpec): Promise<System> {
  const { steps, folder } = spec;
  await refuseTakenPort(spec.port);
  const state = openTheState(folder, spec.port);
  // An empty value is no value: `DATABASE_URL= npm start` means the system's own engines.
  const given = {
    database: process.env['DATABASE_URL'] || undefined,
    brokers: process.env['KAFKA_BROKERS'] || undefined,
  };
  const [
    pgPort = 0,
    brokerPort = 0,
    controllerPort = 0,
    controlPort = 0,
    metricsPort = 0,
    ...spare
  ] = await enginePorts(spec);

  const beginPostgres = (): Promise<Postgres> =>
    startPostgres({
      dataDir: state.path('postgres'),
      port: pgPort,
      superPassword: state.secrets.superPassword,
      project: PROJECT,
      logFile: state.path('logs', 'postgres.log'),
      ...(spec.throwAway ? { throwAway: true } : {}),
    });
  const beginKafka = (): Promise<Kafka> =>
    startKafka({
      dataDir: state.path('kafka'),
      brokerPort,
      controllerPort,
      cacheDir: join(PROJECT, 'node_modules', '.cache', 'sanad'),
      logFile: state.path('logs', 'kafka.log'),
    });

  let postgres: Postgres | undefined;
  let kafka: Kafka | undefined;
  let supervisor: Supervisor | undefined;
  const stop = async (): Promise<void> => {
    await supervisor?.stopAll();
    await Promise.all([kafka?.stop('SIGTERM', 15_000), postgres?.stop('SIGINT', 15_000)]);
    rmSync(state.path('run.json'), { force: true });
  };

  try {
    await steps.step('Starting PostgreSQL and Kafka', async () => {
      const [first, second] = await Promise.allSettled([
        given.database ? undefined : beginPostgres(),
        given.brokers ? undefined : beginKafka(),
      ]);
      if (first.status === 'fulfilled') postgres = first.value;
      if (second.status === 'fulfilled') kafka = second.value;
      if (first.status === 'rejected') throw first.reason;
      if (second.status === 'rejected') throw second.reason;
    });
    const superUrl = given.database ?? postgres?.superUrl ?? '';
    const databaseUrl = await prepareDatabase(superUrl, state);
    const kafkaBrokers = given.brokers ?? kafka?.brokers ?? '';
    const ports = servicePorts(spec.port, spare);
    supervisor = new Supervisor({
      project: PROJECT,
      state,
      addresses: { ports, databaseUrl, kafkaBrokers, metricsPort },
      say: (line) => steps.note(line),
      ...(spec.environment ? { additions: spec.environment } : {}),
    });
    const running = supervisor;
    await steps.step('Starting the services', async (report) => {
      for (const service of SERVICES) running.start(service);
      await running.untilReady(120_000, report);
    });
    const onDatabase = new URL(superUrl);
    onDatabase.pathname = '/sanad';
    const parts = {
      ...Object.fromEntries(
        SERVICES.map((name) => [
          name,
          { stop: () => running.stop(name), start: async () => running.start(name) },
        ]),
      ),
      kafka: {
        stop: async () => kafka?.stop('SIGTERM', 15_000),
        start: async () => void (kafka = await beginKafka()),
      },
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
        ...(postgres ? { postgres: postgres.pid } : {}),
        ...(kafka ? { kafka: kafka.pid } : {}),
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
