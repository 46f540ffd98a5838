import { Controller } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import { type Event, event } from '#libs/contracts';
import { arrived, type DeadLetter, inTransaction, MissingReference, On } from '#libs/messaging';
import {
  agency,
  kafkaOf,
  keyOf,
  makeWorld,
  pause,
  ready,
  type Service,
  startService,
  until,
  type World,
} from './messaging/world.ts';

const tables = [
  'create table log (place bigint generated always as identity, key text, code text)',
  'create table cure (code text primary key)',
  'create table thing (id text primary key)',
  'create table name_copy (id text primary key, name text)',
];

const at = new Date('2026-11-24T08:00:00Z');
const stumbles = { left: 0 };

const exists = async (tx: EntityManager, sql: string, value: string): Promise<boolean> =>
  (await tx.query<unknown[]>(sql, [value])).length > 0;

@Controller()
class Handlers {
  @On('agency.changed', { kind: 'reaction' })
  async onAgency(
    { key, data: { code } }: Event<'agency.changed'>,
    tx: EntityManager,
  ): Promise<void> {
    await tx.query('insert into log (key, code) values ($1, $2)', [key, code]);
    if (
      code.startsWith('poison') &&
      !(await exists(tx, 'select 1 from cure where code = $1', code))
    ) {
      await tx.query('insert into log (key, code) values ($1, (select 1 / 0)::text)', [key]);
    }
    if (code === 'stumble' && (stumbles.left -= 1) >= 0) {
      throw Object.assign(new Error('no way there'), { code: 'ECONNREFUSED' });
    }
    if (
      code.startsWith('refers') &&
      !(await exists(tx, 'select 1 from thing where id = $1', key))
    ) {
      throw new MissingReference('thing', key);
    }
  }

  @On('account.changed', { kind: 'copy', tables: ['thing'] })
  async onThing({ key }: Event<'account.changed'>, tx: EntityManager): Promise<void> {
    await tx.query('insert into thing values ($1)', [key]);
    await arrived(tx, 'thing', key);
  }

  @On('practitioner.changed', { kind: 'copy', tables: ['name_copy'] })
  async onName({ key, data }: Event<'practitioner.changed'>, tx: EntityManager): Promise<void> {
    if (data.givenName === 'Poison') throw new Error('cannot take this name');
    await tx.query('insert into name_copy values ($1, $2)', [key, data.givenName]);
  }

  @On('practitioner.erased', { kind: 'copy', tables: ['name_copy'] })
  async onErased({ key }: Event<'practitioner.erased'>, tx: EntityManager): Promise<void> {
    await tx.query('delete from name_copy where id = $1', [key]);
  }
}

const thing = (key: string) =>
  event('account.changed', {
    key,
    version: 1,
    at,
    data: { accountId: key, person: null, agency: null, permissions: [], locked: false },
  });

const named = (key: string, version: number, givenName: string) =>
  event('practitioner.changed', {
    key,
    version,
    at,
    data: { practitionerId: key, givenName, familyName: 'Rahimova', version },
  });

describe('an event that cannot be handled', () => {
  let world: World;
  let writer: Service;
  let reader: Service;

  const codes = async (key: string): Promise<string[]> => {
    const rows = await reader.db.query<{ code: string }[]>(
      'select code from log where key = $1 order by place',
      [key],
    );
    return rows.map(({ code }) => code);
  };
  const letter = async (key: string): Promise<DeadLetter | undefined> => {
    const { items } = await reader.messaging.deadLetters.list(null, { limit: 100, offset: 0 });
    return items.find((one) => one.key === key);
  };
  const idOf = async (key: string): Promise<string> => (await letter(key))?.id ?? 'none';
  const decision = (reason: string | null = null) => ({ by: 'officer-1', at, reason });

  beforeAll(async () => {
    world = await makeWorld();
    writer = await startService(world, 'writer');
    reader = await startService(world, 'reader', [Handlers], tables);
    await ready(writer, reader);
  });

  afterAll(async () => {
    await writer.stop();
    await reader.stop();
  });

  it('is set apart with its cause; its key waits, other keys go on, replay restores the order', async () => {
    const [sick, sound] = [keyOf(1), keyOf(2)];
    await writer.publish(
      agency(sick, 1),
      agency(sick, 2, 'poison-a'),
      agency(sick, 3),
      agency(sound, 1),
      agency(sick, 4),
      agency(sound, 2),
    );
    await until('two wait behind it', async () => (await letter(sick))?.waiting === 2);
    await until('the other key', async () => (await codes(sound)).length === 2);
    expect(await codes(sick)).toEqual(['1']);
    expect(await letter(sick)).toMatchObject({
      event: 'agency.changed',
      consumer: 'reader-reactions',
      state: 'open',
      cause: expect.stringContaining('division by zero'),
    });

    const { deadLetters } = reader.messaging;
    const id = await idOf(sick);
    expect(await deadLetters.replay(id, decision())).toMatchObject({ outcome: 'failed' });
    expect(await letter(sick)).toMatchObject({ state: 'open', attempts: 2, waiting: 2 });

    await writer.publish(agency(sick, 5), agency(sound, 3));
    await until('the other key', async () => (await codes(sound)).length === 3);
    await until('the fifth waits, too', async () => (await letter(sick))?.waiting === 3);
    await reader.db.query(`insert into cure values ('poison-a')`);
    expect(await deadLetters.replay(id, decision())).toEqual({ outcome: 'replayed' });
    expect(await codes(sick)).toEqual(['1', 'poison-a', '3', '4', '5']);
    expect(await letter(sick)).toMatchObject({
      state: 'replayed',
      decidedBy: 'officer-1',
      waiting: 0,
    });
    expect(await deadLetters.replay(id, decision())).toEqual({
      outcome: 'refused',
      reason: 'not-open',
    });

    await writer.publish(agency(sick, 6));
    await until('the sixth goes straight through', async () => (await codes(sick)).length === 6);
  });

  it('is given up only for a reason, and those behind it go on without it', async () => {
    const key = keyOf(3);
    await writer.publish(
      agency(key, 1, 'poison-b'),
      agency(key, 2),
      agency(key, 3, 'poison-c'),
      agency(key, 4),
    );
    await until('three wait', async () => (await letter(key))?.waiting === 3);
    const { deadLetters } = reader.messaging;
    const id = await idOf(key);
    expect(await deadLetters.setAside(id, decision(' '))).toEqual({
      outcome: 'refused',
      reason: 'no-reason',
    });
    const unaudited = deadLetters.setAside(id, {
      ...decision('a test'),
      also: () => Promise.reject(new Error('no audit row')),
    });
    await expect(unaudited).rejects.toThrow('no audit row');
    expect((await letter(key))?.state).toBe('open');

    expect(await deadLetters.setAside(id, decision('sent twice'))).toEqual({
      outcome: 'set-aside',
    });
    expect(await codes(key)).toEqual(['2']);
    const open = await deadLetters.list('open', { limit: 10, offset: 0 });
    expect(open.items).toMatchObject([{ key, waiting: 1 }]);
    expect(await deadLetters.setAside(open.items[0]?.id ?? '', decision('wrong, too'))).toEqual({
      outcome: 'set-aside',
    });
    expect(await codes(key)).toEqual(['2', '4']);
    expect(await deadLetters.replay(keyOf(9), decision())).toEqual({
      outcome: 'refused',
      reason: 'not-found',
    });
  });

  it('may be unreadable: it is set apart all the same and blocks no partition', async () => {
    const producer = kafkaOf(world).producer();
    await producer.connect();
    const type = { ce_type: 'sanad.agency.changed.v1' };
    await producer.send({
      topic: `${world.prefix}agency`,
      messages: [
        { key: keyOf(4), value: 'not { json \0', headers: type },
        {
          key: keyOf(5),
          value: '{}',
          headers: { ...type, ce_id: 'odd\0id', ce_time: 'x', ce_aggregateversion: '1' },
        },
        { key: 'with \0 in it', value: null, headers: { ...type, ce_aggregateversion: 'many' } },
        { key: null, value: 'x', headers: type },
        { key: keyOf(6), value: 'whose is this?', headers: { ce_type: 'other.thing' } },
        { key: keyOf(6), value: null },
      ],
    });
    await producer.disconnect();
    await until('all four', async () => (await reader.messaging.counts()).deadLetters === 4);
    await writer.publish(agency(keyOf(6), 1));
    await until('what comes after them', async () => (await codes(keyOf(6))).length === 1);
    expect((await letter(keyOf(5)))?.cause).toContain(
      "data must have required property 'agencyId'",
    );
    expect((await letter(keyOf(4)))?.cause).toContain('agency.changed');
  });

  it('waits for what it refers to, and its key with it, and goes on at once when that arrives', async () => {
    const key = keyOf(7);
    await writer.publish(agency(key, 1, 'refers'), agency(key, 2), agency(keyOf(8), 1));
    await until('the other key', async () => (await codes(keyOf(8))).length === 1);
    await until('both wait', async () => (await reader.messaging.counts()).parked === 2);
    expect(await codes(key)).toEqual([]);
    await pause(1500);
    expect(await codes(key)).toEqual([]);
    // After tries of its own its next is seconds away: what follows is the arrival's doing.
    await reader.db.query(`update parked_event set due_at = now() + interval '1 hour'`);
    await writer.publish(thing(key));
    await until('both', async () => (await codes(key)).length === 2);
    expect(await codes(key)).toEqual(['refers', '2']);
    expect(await reader.messaging.counts()).toMatchObject({ parked: 0, overdue: 0 });
  });

  it('finds by itself what arrived unannounced, and raises an alarm after ten minutes', async () => {
    const key = keyOf(10);
    await writer.publish(agency(key, 1, 'refers'));
    await until('it waits', async () => (await reader.messaging.counts()).parked === 1);
    await reader.db.query(`update parked_event set parked_at = parked_at - interval '11 minutes'`);
    expect(await reader.messaging.counts()).toMatchObject({ overdue: 1 });
    await reader.db.query('insert into thing values ($1)', [key]);
    await until('it', async () => (await codes(key)).length === 1);
    expect(await reader.messaging.counts()).toMatchObject({ overdue: 0 });
  });

  it('is tried again in place when the failure passes by itself', async () => {
    const key = keyOf(11);
    stumbles.left = 3;
    await writer.publish(agency(key, 1, 'stumble'), agency(key, 2));
    await until('both', async () => (await codes(key)).length === 2);
    expect(await codes(key)).toEqual(['stumble', '2']);
    expect(await letter(key)).toBeUndefined();
  });

  it('is forgotten with its name when a tombstone comes, by writer, reader and dead letters', async () => {
    const key = keyOf(12);
    await writer.publish(named(key, 1, 'Zarina'), named(key, 2, 'Poison'), named(key, 3, 'Zarina'));
    await until('it is set apart', async () => (await letter(key))?.waiting === 1);
    await writer.publish(event('practitioner.erased', { key, version: 4, at, data: null }));
    await until('the copy is gone', async () => {
      const left = await reader.db.query<unknown[]>('select 1 from name_copy where id = $1', [key]);
      return left.length === 0;
    });
    await until('the letter is gone', async () => (await letter(key)) === undefined);
    const kept = await writer.db.query<{ name: string }[]>(
      'select name from outbox where key = $1',
      [key],
    );
    expect(kept).toEqual([{ name: 'practitioner.erased' }]);
    const parked = await reader.db.query<unknown[]>('select 1 from parked_event where key = $1', [
      key,
    ]);
    expect(parked).toEqual([]);
  });

  it('has no effect twice when the same message comes again', async () => {
    const key = keyOf(13);
    await writer.publish(agency(key, 1), agency(key, 2));
    await until('both', async () => (await codes(key)).length === 2);
    await inTransaction(writer.db, (tx) =>
      tx.query('update outbox set sent_at = null where key = $1', [key]),
    );
    await writer.publish(agency(key, 3));
    await until('the third', async () => (await codes(key)).length >= 3);
    expect(await codes(key)).toEqual(['1', '2', '3']);
  });
});
