// PostgreSQL and Kafka of one system: its own, kept up like the services, or those that the
// environment names (DATABASE_URL, KAFKA_BROKERS), which are somebody else's to start and stop.
import { join } from 'node:path';
import { startKafka } from '../engines/kafka.ts';
import { startPostgres } from '../engines/postgres.ts';
import { KeptUp } from './kept-up.ts';
import type { State } from './state.ts';

export interface EnginesSpec {
  readonly project: string;
  readonly state: State;
  readonly ports: {
    readonly postgres: number;
    readonly broker: number;
    readonly controller: number;
  };
  /** No fsync. */
  readonly throwAway: boolean;
  readonly say: (line: string) => void;
}

export class Engines {
  /** Of the superuser, on the database `postgres`. */
  readonly superUrl: string;
  readonly brokers: string;
  private readonly postgres: KeptUp | undefined;
  readonly kafka: KeptUp | undefined;

  constructor(spec: EnginesSpec) {
    const { ports, state } = spec;
    // An empty value is no value: `DATABASE_URL= npm start` means the system's own engines.
    const database = process.env['DATABASE_URL'] || undefined;
    const brokers = process.env['KAFKA_BROKERS'] || undefined;
    this.superUrl =
      database ??
      `postgres://postgres:${state.secrets.superPassword}@127.0.0.1:${ports.postgres}/postgres`;
    this.brokers = brokers ?? `127.0.0.1:${ports.broker}`;
    this.postgres = database ? undefined : ownPostgres(spec);
    this.kafka = brokers ? undefined : ownKafka(spec);
  }

  async start(): Promise<void> {
    const begun = await Promise.allSettled([this.postgres?.start(), this.kafka?.start()]);
    const failed = begun.find((each) => each.status === 'rejected');
    if (failed) throw failed.reason;
  }

  async stop(): Promise<void> {
    await Promise.all([this.kafka?.stop(), this.postgres?.stop()]);
  }

  /** Of those that are its own. */
  pids(): Record<string, number> {
    return Object.fromEntries(
      [['postgres', this.postgres?.pid] as const, ['kafka', this.kafka?.pid] as const].filter(
        (each): each is [(typeof each)[0], number] => each[1] !== undefined,
      ),
    );
  }
}

function ownPostgres({ project, state, ports, throwAway, say }: EnginesSpec): KeptUp {
  const logFile = state.path('logs', 'postgres.log');
  return new KeptUp({
    name: 'postgres',
    logFile,
    say,
    ending: ['SIGINT', 15_000],
    begin: () =>
      startPostgres({
        dataDir: state.path('postgres'),
        port: ports.postgres,
        superPassword: state.secrets.superPassword,
        project,
        logFile,
        throwAway,
      }),
  });
}

function ownKafka({ project, state, ports, say }: EnginesSpec): KeptUp {
  const logFile = state.path('logs', 'kafka.log');
  return new KeptUp({
    name: 'kafka',
    logFile,
    say,
    ending: ['SIGTERM', 15_000],
    begin: () =>
      startKafka({
        dataDir: state.path('kafka'),
        brokerPort: ports.broker,
        controllerPort: ports.controller,
        cacheDir: join(project, 'node_modules', '.cache', 'sanad'),
        logFile,
      }),
  });
}
