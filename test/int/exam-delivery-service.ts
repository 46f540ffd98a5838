// exam-delivery as the tests start it: real PostgreSQL, real Kafka, its own database and topics.
import { randomBytes, randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { event } from '#libs/contracts';
import type { EventDraft, EventName } from '#libs/contracts';
import { inTransaction, publish } from '#libs/messaging';
import { buildService, Clock, ShiftableClock } from '#libs/service-kit';
import type { PermissionName } from '#libs/service-kit';
import { readConfig } from '../../apps/exam-delivery/src/config.ts';
import { examDeliveryModule } from '../../apps/exam-delivery/src/exam-delivery.module.ts';
import { acceptCsv } from '../../apps/exam-delivery/src/http/accept-csv.ts';
import { SweepAttempts } from '../../apps/exam-delivery/src/use-cases/sweep-attempts.ts';
import { call } from '../engines/call.ts';
import type { Answer } from '../engines/call.ts';
import { makeDatabase, makeIssuer } from '../engines/database.ts';

const ORIGIN = 'http://localhost:1';
export const SEAL_KEY = '05'.repeat(32);
export const TOKEN_KEY = '06'.repeat(32);

export type Who = {
  sub?: string;
  person?: string;
  agency?: string;
  permissions?: readonly PermissionName[];
};

export type Asking = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Answer>;

export type ExamDeliveryUnderTest = {
  app: NestFastifyApplication;
  database: DataSource;
  databaseUrl: string;
  as(who: Who): Asking;
  /** With the token of an attempt, as a candidate's browser does. */
  withToken(token: string, device?: string): Asking;
  anonymously: Asking;
  /** Through this service's own outbox and Kafka: what others would publish. */
  send<N extends EventName>(name: N, draft: Omit<EventDraft<N>, 'name'>): Promise<void>;
  /** Moves the clock and lets the sweep run. */
  passTime(minutes: number): Promise<void>;
  stop(): Promise<void>;
};

export type StartOptions = {
  brokers?: string;
  databaseUrl?: string;
  topicPrefix?: string;
  clockOf?: ExamDeliveryUnderTest;
};

export async function startExamDelivery(
  options: StartOptions = {},
): Promise<ExamDeliveryUnderTest> {
  const own = options.databaseUrl === undefined ? await makeDatabase('exam_delivery') : null;
  const databaseUrl = options.databaseUrl ?? own?.url ?? '';
  const issuer = await makeIssuer(ORIGIN);
  const config = readConfig({
    SANAD_PORT: '0',
    DATABASE_URL: databaseUrl,
    KAFKA_BROKERS: options.brokers ?? process.env['SANAD_TEST_KAFKA_BROKERS'],
    SANAD_PUBLIC_ORIGIN: ORIGIN,
    SANAD_JWKS: issuer.jwks,
    SANAD_TOPIC_PREFIX: options.topicPrefix ?? `exam-delivery-${randomBytes(4).toString('hex')}-`,
    SANAD_SEAL_KEY: SEAL_KEY,
    SANAD_ATTEMPT_TOKEN_KEY: TOKEN_KEY,
    // The tests sweep when they have moved the clock.
    SANAD_SWEEP_MS: '3600000',
  });
  const app = await buildService(examDeliveryModule(config), {
    config,
    description: 'for tests',
    prepare: acceptCsv,
  });
  await app.listen(0, '127.0.0.1');
  const database = app.get(DataSource);
  const path = (rest: string) => `/api/exam-delivery/${rest}`;
  let offset = 0;
  return {
    app,
    database,
    databaseUrl,
    as:
      ({ sub = 'somebody', permissions = [], ...who }) =>
      async (method, rest, body, headers = {}) => {
        const token = await issuer.token({ sub, permissions, ...who });
        const authorization = `Bearer ${token}`;
        return call(app, method, path(rest), body, { authorization, ...headers });
      },
    withToken:
      (token, device) =>
      (method, rest, body, headers = {}) =>
        call(app, method, path(rest), body, {
          authorization: `Attempt ${token}`,
          ...(device === undefined ? {} : { 'x-device': device }),
          ...headers,
        }),
    anonymously: (method, rest, body, headers) => call(app, method, path(rest), body, headers),
    send: (name, draft) =>
      inTransaction(database, async (tx) => void (await publish(tx, event(name, draft)))),
    passTime: async (minutes) => {
      const clock = app.get(Clock);
      if (!(clock instanceof ShiftableClock)) throw new Error('the clock does not shift');
      offset += minutes * 60;
      clock.shiftTo(offset);
      await app.get(SweepAttempts).sweep();
    },
    stop: async () => {
      await app.close();
      await own?.drop();
    },
  };
}

export const newPerson = (): string => randomUUID();
