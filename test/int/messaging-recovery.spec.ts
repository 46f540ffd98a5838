import { Controller } from '@nestjs/common';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource, EntityManager } from 'typeorm';
import type { Event } from '#libs/contracts';
import { ensureTopics, On } from '#libs/messaging';
import { effectTable, endProcesses, loadProcess, startProcess } from './messaging/child.ts';
import {
  agency,
  kafkaOf,
  keyOf,
  makeWorld,
  openSchema,
  pause,
  reaches,
  ready,
  type Service,
  startService,
  until,
  type World,
} from './messaging/world.ts';

const count = async (db: DataSource, sql: string): Promise<number> => {
  const [row] = await db.query<{ count: number }[]>(sql);
  return row?.count ?? 0;
};

/** mulberry32: the same moments again for the same seed. */
const dice = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

@Controller()
class Follower {
  @On('affiliation.changed', { kind: 'reaction' })
  async onFollowUp(changed: Event<'affiliation.changed'>, tx: EntityManager): Promise<void> {
    await tx.query('insert into follow_up (service, key, version) values ($1, $2, $3)', [
      changed.source,
      changed.key,
      changed.version,
    ]);
  }
}
const followUps =
  'create table follow_up (place bigint generated always as identity, service text, key text, version int)';

@Controller()
class Copying {
  @On('agency.changed', { kind: 'copy', tables: ['agency_copy', 'agency_step'] })
  async onAgency(
    { key, version, data }: Event<'agency.changed'>,
    tx: EntityManager,
  ): Promise<void> {
    if (data.code === 'poison') throw new Error('cannot copy this');
    await tx.query(
      `insert into agency_copy values ($1, $2, $3)
       on conflict (key) do update set code = excluded.code, version = excluded.version`,
      [key, data.code, version],
    );
    await tx.query('insert into agency_step (key, version) values ($1, $2)', [key, version]);
  }
}
const copyTables = [
  'create table if not exists agency_copy (key text primary key, code text, version int)',
  'create table if not exists agency_step (place bigint generated always as identity, key text, version int)',
];

// After each: what outlives a failed test would go on working beside the next.
afterEach(endProcesses);

/** An effect's place in the order of its key, as the database has it. */
type Effect = { key: string; version: number; event_id: string };

describe('a consumer killed by SIGKILL', () => {
  // Four services, each killed five times; each has keys of its own and all read the same topic.
  const names = ['k1', 'k2', 'k3', 'k4'];
  const keys = Array.from({ length: 10 }, (_, n) => keyOf(n));
  const kills = 5;
  // How far the writer may be ahead of the slowest: enough that a kill finds work in hand, and not
  // so much that what is left at the end depends on how long a machine took for the kills.
  const ahead = 300;
  let world: World;
  let writer: Service;
  let follower: Service;
  const databases = new Map<string, DataSource>();

  const effectsOf = (name: string): Promise<number> => {
    const db = databases.get(name);
    if (!db) throw new Error(`There is no service ${name}`);
    return count(db, 'select count(*)::int from effect');
  };
  const followed = (): Promise<number> => count(follower.db, 'select count(*)::int from follow_up');

  beforeAll(async () => {
    world = await makeWorld();
    writer = await startService(world, 'writer');
    follower = await startService(world, 'follower', [Follower], [followUps]);
    for (const name of names) databases.set(name, await openSchema(world, name, [effectTable]));
    await ready(writer, follower);
  });

  afterAll(async () => {
    await writer.stop();
    await follower.stop();
    for (const db of databases.values()) await db.destroy();
  });

  const killAgainAndAgain = async (name: string, random: () => number): Promise<number> => {
    let killed = 0;
    let next = loadProcess(world, name, true);
    while (killed < kills) {
      const before = await effectsOf(name);
      const child = await next.start();
      next = loadProcess(world, name, true);
      await reaches(`${name} goes on after kill ${killed}`, before + 1, () => effectsOf(name));
      await pause(random() * 600);
      await child.kill();
      killed += 1;
    }
    await next.start();
    return killed;
  };

  it('causes each effect exactly once, over 20 kills at random moments', async () => {
    const seed = Number(process.env['SANAD_TEST_SEED'] ?? Date.now() % 1_000_000);
    console.log(`SIGKILL moments: SANAD_TEST_SEED=${seed}`);
    let versions = 0;
    let over = false;
    const publishing = (async () => {
      while (!over) {
        const slowest = Math.min(...(await Promise.all(names.map(effectsOf))));
        if (versions * keys.length < slowest + ahead) {
          versions += 1;
          await writer.publish(...keys.map((key) => agency(key, versions)));
        }
        await pause(50);
      }
    })();
    const killing = names.map((name, index) => killAgainAndAgain(name, dice(seed + index)));
    const killed = await Promise.all(killing).finally(() => (over = true));
    await publishing;
    expect(killed).toEqual(names.map(() => kills));

    const expected = versions * keys.length;
    for (const [name, db] of databases) {
      await reaches(`all effects of ${name}`, expected, () => effectsOf(name));
      const unsent = 'select -count(*)::int as count from outbox where sent_at is null';
      await reaches(`what ${name} has yet to send`, 0, () => count(db, unsent));
    }
    await reaches('what followed', expected * names.length, followed);
    await endProcesses();

    const inOrder = Array.from({ length: versions }, (_, n) => n + 1);
    for (const db of databases.values()) {
      const effects = await db.query<Effect[]>('select * from effect order by place');
      expect(effects).toHaveLength(expected);
      expect(new Set(effects.map((one) => one.event_id)).size).toBe(expected);
      for (const key of keys) {
        const ofKey = effects.filter((one) => one.key === key);
        expect(ofKey.map((one) => one.version)).toEqual(inOrder);
      }
      expect(await count(db, 'select count(*)::int from outbox')).toBe(expected);
    }
    const sources = await follower.db.query<{ count: number; distinct: number }[]>(
      `select service, count(*)::int, count(distinct (key, version))::int as distinct
       from follow_up group by service order by service`,
    );
    const each = { count: expected, distinct: expected };
    expect(sources).toEqual(names.map((name) => ({ service: `/services/${name}`, ...each })));
    console.log(`${expected} events, 20 kills in four services: each effect once, in order`);
  }, 600_000);
});

describe('a relay', () => {
  it('takes over when the one at work is killed, and the order of the keys stays', async () => {
    const world = await makeWorld();
    const reader = await startService(world, 'reader', [Copying], copyTables);
    await ready(reader);
    const outbox = await startService(world, 'sender');
    await outbox.messaging.onApplicationShutdown();
    const first = await startProcess(world, 'sender', false);
    const second = await startProcess(world, 'sender', false);
    const holder = async (): Promise<number> =>
      count(
        outbox.db,
        `select application_name::int as count from pg_locks join pg_stat_activity using (pid)
         where locktype = 'advisory' and (classid::bigint << 32 | objid::bigint) = hashtextextended('sender.outbox', 0)
           and granted`,
      );
    await until('one of them is at work', async () => (await holder()) > 0);
    const atWork = (await holder()) === first.pid ? first : second;

    const keys = Array.from({ length: 5 }, (_, n) => keyOf(n));
    const publishRange = async (from: number, to: number): Promise<void> => {
      for (let version = from; version <= to; version += 1) {
        await outbox.publish(...keys.map((key) => agency(key, version)));
      }
    };
    const publishing = publishRange(1, 200);
    const steps = (): Promise<number> => count(reader.db, 'select count(*)::int from agency_step');
    await until('it sends', async () => (await steps()) > 50);
    await atWork.kill();
    const before = performance.now();
    await publishing;
    await reaches('what the other sends', 1000, steps);
    expect(await holder()).toBe(atWork === first ? second.pid : first.pid);
    console.log(`all sent ${(performance.now() - before).toFixed(0)} ms after the kill`);
    await endProcesses();

    const rows = await reader.db.query<{ key: string; version: number }[]>(
      'select key, version from agency_step order by place',
    );
    for (const key of keys) {
      const inOrder = rows.filter((row) => row.key === key).map((row) => row.version);
      expect(inOrder).toEqual(Array.from({ length: 200 }, (_, n) => n + 1));
    }
    await outbox.stop();
    await reader.stop();
  });
});

describe('copies and the log of events', () => {
  let world: World;
  let writer: Service;
  let reader: Service;
  let twin: Service;

  const dump = async (): Promise<unknown> => ({
    copy: await reader.db.query('select * from agency_copy order by key'),
    steps: await reader.db.query('select key, version from agency_step order by key, place'),
  });
  const steps = (): Promise<number> => count(reader.db, 'select count(*)::int from agency_step');

  beforeAll(async () => {
    world = await makeWorld();
    writer = await startService(world, 'writer');
    reader = await startService(world, 'reader', [Copying], copyTables);
    twin = await startService(world, 'reader', [Copying], copyTables);
    await ready(writer, reader, twin);
    for (let version = 1; version <= 20; version += 1) {
      await writer.publish(...Array.from({ length: 30 }, (_, n) => agency(keyOf(n), version)));
    }
    await writer.publish(agency(keyOf(0), 21, 'poison'), agency(keyOf(0), 22));
    await reaches('steps', 600, steps);
    const letter = async (): Promise<string | undefined> => {
      const { items } = await reader.messaging.deadLetters.list('open', { limit: 1, offset: 0 });
      return items[0]?.waiting === 1 ? items[0].id : undefined;
    };
    await until('the poison is set apart', async () => (await letter()) !== undefined);
    const decision = { by: 'officer-1', at: new Date(), reason: 'a test' };
    await reader.messaging.deadLetters.setAside((await letter()) ?? '', decision);
    await until('601 steps', async () => (await steps()) === 601);
  });

  afterAll(async () => {
    await writer.stop();
    await reader.stop();
    await twin.stop();
  });

  it('a copy rebuilt from its topic is equal to the one before, another process reading beside', async () => {
    const before = await dump();
    await reader.db.query(`update agency_copy set code = 'spoilt'`);
    await reader.db.query('delete from agency_step where version % 2 = 0');
    expect(await dump()).not.toEqual(before);
    expect(await reader.messaging.rebuildCopies()).toEqual({
      outcome: 'rebuilding',
      generation: 2,
    });
    // The twin still reads for the old generation: this makes it notice.
    await writer.publish(agency(keyOf(900), 1), agency(keyOf(901), 1), agency(keyOf(902), 1));
    await reaches('steps', 604, steps);
    await until('both are at work', () =>
      Promise.resolve(reader.messaging.health().ready && twin.messaging.health().ready),
    );
    const without = `where key < '${keyOf(900)}'`;
    expect({
      copy: await reader.db.query(`select * from agency_copy ${without} order by key`),
      steps: await reader.db.query(
        `select key, version from agency_step ${without} order by key, place`,
      ),
    }).toEqual(before);
    expect(await steps()).toBe(604);
    expect(await reader.messaging.counts()).toMatchObject({ deadLetters: 0, parked: 0 });
  });

  it('an emptied broker is refilled; consumers that lost their topic are not ready until it is back', async () => {
    const before = await dump();
    const admin = kafkaOf(world).admin();
    await admin.connect();
    await admin.deleteTopics({ topics: [`${world.prefix}agency`] });
    await until('not ready', () => Promise.resolve(!reader.messaging.health().ready));
    expect(await ensureTopics(world.brokers.split(','), { prefix: world.prefix })).toEqual([
      `${world.prefix}agency`,
    ]);
    await ready(reader, twin, writer);
    expect(await writer.messaging.republish()).toBe(605);

    const newcomer = await startService(world, 'newcomer', [Copying], copyTables);
    await until('the newcomer has all there is to have', async () => {
      const { items } = await newcomer.messaging.deadLetters.list('open', {
        limit: 1,
        offset: 0,
      });
      return (
        items[0]?.waiting === 1 &&
        (await count(newcomer.db, 'select count(*)::int from agency_step')) === 603
      );
    });
    await until('all read', async () =>
      (await reader.messaging.lag()).every((one) => one.messages === 0),
    );
    expect(await dump()).toEqual(before);
    await newcomer.stop();
    await admin.disconnect();
  });
});
