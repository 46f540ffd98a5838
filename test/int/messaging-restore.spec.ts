import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller } from '@nestjs/common';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource, EntityManager } from 'typeorm';
import type { Event } from '#libs/contracts';
import { inTransaction, On, publish } from '#libs/messaging';
import { readSnapshot, type TableInBackup, writeSnapshot } from '../../tools/system/snapshot.ts';
import { DATABASE_ROLES } from '../../tools/system/state.ts';
import {
  agency,
  kafkaOf,
  keyOf,
  makeWorld,
  openSchema,
  ready,
  reaches,
  type Service,
  startService,
  until,
  type World,
} from './messaging/world.ts';

// Both only ever add: what were applied twice would stand there twice.
const tables = [
  'create table if not exists effect (place bigint generated always as identity, key text, version int)',
  'create table if not exists copied (place bigint generated always as identity, key text, version int)',
  'create table if not exists cure (key text primary key)',
];

@Controller()
class Reader {
  @On('agency.changed', { kind: 'reaction' })
  async onAgency(changed: Event<'agency.changed'>, tx: EntityManager): Promise<void> {
    const { key, version, data } = changed;
    const cured = await tx.query<unknown[]>('select 1 from cure where key = $1', [key]);
    if (data.code === 'poison' && cured.length === 0) throw new Error('cannot take this');
    await tx.query('insert into effect (key, version) values ($1, $2)', [key, version]);
  }

  @On('agency.changed', { kind: 'copy', tables: ['copied'] })
  async onCopy({ key, version }: Event<'agency.changed'>, tx: EntityManager): Promise<void> {
    await tx.query('insert into copied (key, version) values ($1, $2)', [key, version]);
  }
}

const keys = Array.from({ length: 10 }, (_, n) => keyOf(n));
const sick = keyOf(100);
const upTo = (last: number): number[] => Array.from({ length: last }, (_, n) => n + 1);

const rowsOf = (db: DataSource, table: string): Promise<{ key: string; version: number }[]> =>
  db.query(`select key, version from ${table} order by place`);
const countOf = async (db: DataSource, table: string): Promise<number> =>
  (await rowsOf(db, table)).length;
const ofKey = (rows: { key: string; version: number }[], key: string): number[] =>
  rows.filter((row) => row.key === key).map(({ version }) => version);

describe('a system restored from a backup, with a broker that is empty', () => {
  let folder = '';
  let writer: Service;
  let reader: Service;
  let after: World;

  const backUp = async (world: World): Promise<TableInBackup[]> => {
    for (const role of DATABASE_ROLES) await (await openSchema(world, role)).destroy();
    const first = await startService(world, 'competency');
    const second = await startService(world, 'certificates', [Reader], tables);
    await ready(first, second);
    for (const version of upTo(10)) {
      await first.publish(...keys.map((key) => agency(key, version)));
    }
    await first.publish(agency(sick, 1), agency(sick, 2, 'poison'), agency(sick, 3));
    await reaches('effects', 101, () => countOf(second.db, 'effect'));
    await reaches('copies', 103, () => countOf(second.db, 'copied'));
    await until('the third waits behind the second', async () => {
      const { deadLetters, parked } = await second.messaging.counts();
      return deadLetters === 1 && parked === 1;
    });
    await second.stop();
    // Sent and read by nobody yet; then one that was not even sent.
    await first.publish(...keys.map((key) => agency(key, 11)));
    await until('all are sent', async () => (await first.messaging.counts()).outbox === 0);
    await first.stop();
    const unsent = await openSchema(world, 'competency');
    await inTransaction(unsent, async (tx) => {
      for (const key of keys) await publish(tx, agency(key, 12));
    });
    await unsent.destroy();
    return writeSnapshot(world.url, folder, () => undefined);
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sanad-restore-'));
    const backup = await backUp(await makeWorld());
    after = await makeWorld();
    for (const role of DATABASE_ROLES) {
      const made = role === 'certificates' ? tables : [];
      await (await openSchema(after, role, made)).destroy();
    }
    await readSnapshot(after.url, folder, backup, () => undefined);
    writer = await startService(after, 'competency');
    reader = await startService(after, 'certificates', [Reader], tables);
    await ready(writer, reader);
  });

  afterAll(async () => {
    await writer.stop();
    await reader.stop();
    rmSync(folder, { recursive: true });
  });

  it('sends the whole log again, in the order of each key', async () => {
    await until('all are sent', async () => (await writer.messaging.counts()).outbox === 0);
    const seen: { key: string; version: number }[] = [];
    const consumer = kafkaOf(after).consumer({ groupId: `${after.prefix}looking` });
    await consumer.connect();
    await consumer.subscribe({ topic: `${after.prefix}agency`, fromBeginning: true });
    await consumer.run({
      eachMessage: ({ message: { key, headers } }) => {
        const version = Number(headers?.['ce_aggregateversion']);
        seen.push({ key: String(key), version });
        return Promise.resolve();
      },
    });
    await reaches('the log', 123, () => Promise.resolve(seen.length));
    await consumer.disconnect();
    expect(seen).toHaveLength(123);
    for (const key of keys) expect(ofKey(seen, key)).toEqual(upTo(12));
    expect(ofKey(seen, sick)).toEqual(upTo(3));
  });

  it('applies nothing twice and everything once, what was on its way when the backup was made, too', async () => {
    await reaches('effects', 121, () => countOf(reader.db, 'effect'));
    await reaches('copies', 123, () => countOf(reader.db, 'copied'));
    await until('all are read', async () =>
      (await reader.messaging.lag()).every(({ messages }) => messages === 0),
    );
    for (const table of ['effect', 'copied']) {
      const rows = await rowsOf(reader.db, table);
      for (const key of keys) expect(ofKey(rows, key)).toEqual(upTo(12));
    }
    expect(ofKey(await rowsOf(reader.db, 'effect'), sick)).toEqual([1]);
    expect(ofKey(await rowsOf(reader.db, 'copied'), sick)).toEqual([1, 2, 3]);
  });

  it('knows its dead letter and what waits behind it, and goes on', async () => {
    const { items } = await reader.messaging.deadLetters.list(null, { limit: 9, offset: 0 });
    expect(items).toMatchObject([{ key: sick, state: 'open', attempts: 1, waiting: 1 }]);
    await reader.db.query('insert into cure values ($1)', [sick]);
    const decision = { by: 'officer-1', at: new Date(), reason: 'cured' };
    expect(await reader.messaging.deadLetters.replay(items[0]?.id ?? '', decision)).toEqual({
      outcome: 'replayed',
    });
    await writer.publish(agency(sick, 4), ...keys.map((key) => agency(key, 13)));
    await reaches('effects', 134, () => countOf(reader.db, 'effect'));
    const rows = await rowsOf(reader.db, 'effect');
    expect(ofKey(rows, sick)).toEqual([1, 2, 3, 4]);
    for (const key of keys) expect(ofKey(rows, key)).toEqual(upTo(13));
  });
});
