// A database, a topic prefix and services of a test's own, on the engines that all tests share.
import 'reflect-metadata';
import { Controller, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { Kafka, logLevel } from 'kafkajs';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { event, type EventData, type EventDraft } from '#libs/contracts';
import {
  connectMessaging,
  ensureTopics,
  inTransaction,
  Messaging,
  MessagingModule,
  type MessagingOptions,
  messagingMigrations,
  publish,
} from '#libs/messaging';

export type World = {
  readonly url: string;
  readonly prefix: string;
  readonly brokers: string;
};

let worlds = 0;

const required = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run this as a test of the project "int"`);
  return value;
};

export const makeWorld = async (): Promise<World> => {
  const name = `messaging_${process.pid}_${Date.now()}_${(worlds += 1)}`;
  const url = new URL(required('SANAD_TEST_DATABASE_URL'));
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  url.pathname = name;
  const brokers = required('SANAD_TEST_KAFKA_BROKERS');
  const prefix = `${name}.`;
  await ensureTopics(brokers.split(','), { prefix });
  return { url: url.href, prefix, brokers };
};

export const kafkaOf = ({ brokers }: World): Kafka =>
  new Kafka({ brokers: brokers.split(','), logLevel: logLevel.NOTHING });

export const openSchema = async (
  { url }: World,
  schema: string,
  tables: readonly string[] = [],
): Promise<DataSource> => {
  const dataSource = new DataSource({
    type: 'postgres',
    url,
    applicationName: String(process.pid),
    migrations: messagingMigrations,
    extra: { max: 12, options: `-c search_path=${schema}` },
  });
  await dataSource.initialize();
  // Processes of one service start side by side: one session holds the lock from first to last.
  const session = dataSource.createQueryRunner();
  await session.query('select pg_advisory_lock(1)');
  await session.query(`create schema if not exists ${schema}`);
  await dataSource.runMigrations();
  for (const table of tables) await dataSource.query(table);
  await session.query('select pg_advisory_unlock(1)');
  await session.release();
  return dataSource;
};

export type Service = {
  readonly db: DataSource;
  readonly messaging: Messaging;
  publish(...drafts: EventDraft[]): Promise<void>;
  stop(): Promise<void>;
};

export const startService = async (
  world: World,
  name: string,
  handlers: readonly Type[] = [],
  tables: readonly string[] = [],
  more: Partial<MessagingOptions> = {},
): Promise<Service> => {
  const schema = name.replaceAll('-', '_');
  const db = await openSchema(world, schema, tables);
  class Root {}
  Module({
    imports: [
      MessagingModule.forRoot({
        service: name,
        brokers: world.brokers,
        topicPrefix: world.prefix,
        ...more,
      }),
    ],
    controllers: [...handlers],
    providers: [{ provide: DataSource, useValue: db }],
    exports: [DataSource],
  })(Root);
  const globals = { module: Root, global: true };
  const app = await NestFactory.create(globals, new FastifyAdapter(), {
    logger: process.env['SANAD_TEST_LOG'] ? ['debug', 'warn', 'error', 'log'] : false,
    abortOnError: false,
  });
  await connectMessaging(app);
  const messaging = app.get(Messaging);
  return {
    db,
    messaging,
    publish: (...drafts) =>
      inTransaction(db, async (tx) => {
        for (const draft of drafts) await publish(tx, draft);
      }),
    stop: async () => {
      await app.close();
      await db.destroy();
    },
  };
};

export const ready = (...services: Service[]): Promise<void> =>
  until('the consumers are at work', () =>
    Promise.resolve(services.every(({ messaging }) => messaging.health().ready)),
  );

export const until = async (
  what: string,
  condition: () => Promise<boolean>,
  patienceMs = 60_000,
): Promise<void> => {
  const end = Date.now() + patienceMs;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`In vain awaited: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

/**
 * Waits while there is progress, however slow the machine, and no longer: fails when the number has
 * stood still for `stillMs`.
 */
export const reaches = async (
  what: string,
  target: number,
  read: () => Promise<number>,
  stillMs = 60_000,
): Promise<void> => {
  let last = await read();
  let moved = Date.now();
  while (last < target) {
    await pause(20);
    const now = await read();
    if (now !== last) [last, moved] = [now, Date.now()];
    if (Date.now() - moved > stillMs) {
      throw new Error(`${what}: ${last} of ${target}, and no more for ${stillMs / 1000} s`);
    }
  }
};

export const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, ms));

/** A key by number, in the form that the contract asks for. */
export const keyOf = (n: number): string =>
  `51b7a0c2-0d61-4f0a-8c11-${String(n).padStart(12, '0')}`;

export const dataOf = (key: string, code: string): EventData<'agency.changed'> => ({
  agencyId: key,
  code,
  title: { en: 'A', ru: 'А', tg: 'А' },
  kind: 'police',
  region: 'sughd',
});

/** An event whose code says what it is, of an agency. */
export const agency = (key: string, version: number, code = String(version)): EventDraft =>
  event('agency.changed', {
    key,
    version,
    at: new Date('2026-11-24T08:00:00Z'),
    data: dataOf(key, code),
  });

/** Decorates as the @ signs would, for files that run without a build. */
export const asController = (type: Type): Type => {
  Controller()(type);
  return type;
};
