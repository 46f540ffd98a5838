import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource, type EntityManager } from 'typeorm';
import type { Event } from '#libs/contracts';
import {
  inTransaction,
  Messaging,
  MessagingModule,
  messagingMigrations,
  On,
  publish,
} from '#libs/messaging';
import { AuditTrail, baseConfig, buildService, Environment, KitModule } from '#libs/service-kit';
import { type Answer, call } from '../engines/call.ts';
import { makeIssuer } from '../engines/database.ts';
import {
  agency,
  kafkaOf,
  keyOf,
  makeWorld,
  ready,
  reaches,
  type Service,
  startService,
  until,
  type World,
} from './messaging/world.ts';

const origin = 'http://localhost:1';
const stepTable =
  'create table step (place bigint generated always as identity, key text, version int)';

@Controller()
class Steps {
  @On('agency.changed', { kind: 'copy', tables: ['step'] })
  async onAgency({ key, version }: Event<'agency.changed'>, tx: EntityManager): Promise<void> {
    await tx.query('insert into step (key, version) values ($1, $2)', [key, version]);
  }
}

describe('an operator of a service', () => {
  let world: World;
  let app: NestFastifyApplication;
  let issuer: Awaited<ReturnType<typeof makeIssuer>>;
  let reader: Service;

  const as = async (permissions: string[], path: string, body: unknown): Promise<Answer> => {
    const token = await issuer.token({ sub: 'operator-1', permissions });
    return call(app, 'POST', `/api/notes/dead-letters/${path}`, body, {
      authorization: `Bearer ${token}`,
    });
  };
  const operator = (path: string, body: unknown): Promise<Answer> =>
    as(['deadletters.manage'], path, body);
  const audited = async (act: string): Promise<object[]> => {
    const { items } = await app
      .get(AuditTrail)
      .search({ act, agencies: 'all', limit: 9, offset: 0 });
    return items;
  };
  const inTopic = async (topic: string): Promise<number> => {
    const admin = kafkaOf(world).admin();
    await admin.connect();
    const ends = await admin.fetchTopicOffsets(world.prefix + topic);
    await admin.disconnect();
    return ends.reduce((sum, { high }) => sum + Number(high), 0);
  };
  const unsent = async (): Promise<number> => (await app.get(Messaging).counts()).outbox;
  const versions = async (source: DataSource): Promise<string[]> => {
    const rows = await source.query<{ step: string }[]>(
      `select key || ' ' || version as step from step order by key, place`,
    );
    return rows.map(({ step }) => step);
  };

  beforeAll(async () => {
    world = await makeWorld();
    issuer = await makeIssuer(origin);
    const env = new Environment({
      SANAD_PORT: '0',
      DATABASE_URL: world.url,
      KAFKA_BROKERS: world.brokers,
      SANAD_TOPIC_PREFIX: world.prefix,
      SANAD_PUBLIC_ORIGIN: origin,
      SANAD_JWKS: issuer.jwks,
    });
    const config = env.done(baseConfig(env, 'notes'));
    @Module({
      imports: [
        KitModule.forRoot({ config, tables: [], migrations: messagingMigrations }),
        MessagingModule.forRoot({
          service: 'notes',
          brokers: config.kafkaBrokers,
          topicPrefix: config.topicPrefix,
        }),
      ],
      controllers: [Steps],
    })
    class Notes {}
    app = await buildService(Notes, { config, description: 'for tests' });
    await app.listen(0, '127.0.0.1');
    await app.get(DataSource).query(stepTable);
    reader = await startService(world, 'reader', [Steps], [stepTable]);
    await ready(reader);
    await until('the service is ready', () => Promise.resolve(app.get(Messaging).health().ready));
    await inTransaction(app.get(DataSource), async (tx) => {
      for (const version of [1, 2, 3]) await publish(tx, agency(keyOf(1), version));
    });
    await reaches('steps', 3, async () => (await versions(reader.db)).length);
  });

  afterAll(async () => {
    await app.close();
    await reader.stop();
  });

  it('sends the events again over HTTP, with a reason that is audited; readers do nothing twice', async () => {
    const before = await versions(reader.db);
    const answer = await operator('republish', { reason: 'the broker was emptied' });
    expect([answer.status, answer.json]).toEqual([202, { outcome: 'republishing', events: 3 }]);
    await until('all are sent', async () => (await unsent()) === 0);
    expect(await inTopic('agency')).toBe(6);
    await until('all are read', async () =>
      (await reader.messaging.lag()).every(({ messages }) => messages === 0),
    );
    expect(await versions(reader.db)).toEqual(before);

    const none = await operator('republish', { reason: 'only those', topics: ['form'] });
    expect(none.json).toEqual({ outcome: 'republishing', events: 0 });
    expect(await audited('events.republished')).toMatchObject([
      { subjectId: 'form', reason: 'only those', data: { events: 0 } },
      {
        subjectId: 'all',
        reason: 'the broker was emptied',
        data: { events: 3 },
        actor: { account: 'operator-1' },
      },
    ]);
  });

  it('sends nothing again without permission, a reason or a topic that there is, or unaudited', async () => {
    const sent = await inTopic('agency');
    const rows = await audited('events.republished');
    expect((await as(['national.read'], 'republish', { reason: 'I may not' })).status).toBe(403);
    const wrong = await operator('republish', { reason: '', topics: ['agency', 'secrets'] });
    expect(wrong.status).toBe(400);
    expect(wrong.problem.errors?.map(({ field }) => field).toSorted()).toEqual([
      'reason',
      'topics',
    ]);
    expect((await operator('republish', { reason: 'none', topics: [] })).status).toBe(400);
    const unaudited = app
      .get(Messaging)
      .republish(null, () => Promise.reject(new Error('no audit row')));
    await expect(unaudited).rejects.toThrow('no audit row');
    expect(await unsent()).toBe(0);
    expect(await inTopic('agency')).toBe(sent);
    expect(await audited('events.republished')).toEqual(rows);
  });

  it('rebuilds the copies over HTTP, and the audit row is of the same transaction', async () => {
    const own = app.get(DataSource);
    await reaches('its own copy', 3, async () => (await versions(own)).length);
    const before = await versions(own);
    const unaudited = app
      .get(Messaging)
      .rebuildCopies(() => Promise.reject(new Error('no audit row')));
    await expect(unaudited).rejects.toThrow('no audit row');
    expect(await versions(own)).toEqual(before);

    await own.query('update step set version = 9');
    const answer = await operator('rebuild-copies', { reason: 'spoilt by hand' });
    expect([answer.status, answer.json]).toEqual([202, { outcome: 'rebuilding', generation: 2 }]);
    await reaches('the copy', 3, async () => (await versions(own)).length);
    expect(await versions(own)).toEqual(before);
    expect(await audited('copies.rebuilt')).toMatchObject([
      { subjectId: '2', reason: 'spoilt by hand' },
    ]);
  });
});
