import { Controller } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import { type Event, event } from '#libs/contracts';
import {
  currentTraceparent,
  inTransaction,
  newTraceparent,
  On,
  publish,
  traceId,
  withTrace,
} from '#libs/messaging';
import {
  agency,
  dataOf,
  keyOf,
  makeWorld,
  ready,
  reaches,
  type Service,
  startService,
  until,
  type World,
} from './messaging/world.ts';

const log = `create table if not exists log (
  place bigint generated always as identity, key text, version int, code text, trace text, at timestamptz default clock_timestamp())`;

@Controller()
class Logging {
  @On('agency.changed', { kind: 'reaction' })
  async onAgencyChanged(changed: Event<'agency.changed'>, tx: EntityManager): Promise<void> {
    await tx.query('insert into log (key, version, code, trace) values ($1, $2, $3, $4)', [
      changed.key,
      changed.version,
      changed.data.code,
      currentTraceparent(),
    ]);
  }
}

type Row = { key: string; version: number; code: string; trace: string };
const rows = ({ db }: Service): Promise<Row[]> => db.query('select * from log order by place');

describe('an event goes from a transaction to its effect', () => {
  let world: World;
  let writer: Service;
  let reader: Service;

  beforeAll(async () => {
    world = await makeWorld();
    // An hour: what is sent is sent because the commit woke the relay.
    writer = await startService(world, 'writer', [], [], { pollMs: 3_600_000 });
    reader = await startService(world, 'reader', [Logging], [log]);
    await ready(writer, reader);
  });

  afterAll(async () => {
    await writer.stop();
    await reader.stop();
  });

  it('keeps the order of each key over 2000 events of 20 keys, each effect once', async () => {
    const keys = Array.from({ length: 20 }, (_, n) => keyOf(n));
    for (let version = 1; version <= 100; version += 10) {
      await Promise.all(
        keys.map((key) =>
          writer.publish(...Array.from({ length: 10 }, (_, n) => agency(key, version + n))),
        ),
      );
    }
    await reaches('effects', 2000, async () => (await rows(reader)).length);
    const seen = await rows(reader);
    expect(seen).toHaveLength(2000);
    for (const key of keys) {
      const versions = seen.filter((row) => row.key === key).map((row) => row.version);
      expect(versions).toEqual(Array.from({ length: 100 }, (_, n) => n + 1));
    }
  });

  it('gives events of a key the order of their commits, though numbers were drawn in another', async () => {
    const key = keyOf(100);
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const first = inTransaction(writer.db, async (tx) => {
      await publish(tx, agency(key, 1, 'first'));
      await held;
    });
    await until('the first holds the key', async () => {
      const [lock] = await writer.db.query(
        `select 1 from pg_locks where locktype = 'advisory' and mode = 'ExclusiveLock' and classid <> 0 and database = (select oid from pg_database where datname = current_database()) and pid <> pg_backend_pid()`,
      );
      return lock !== undefined;
    });
    const second = writer.publish(agency(key, 2, 'second'));
    await new Promise((resolve) => setTimeout(resolve, 300));
    release();
    await Promise.all([first, second]);
    const codes = async (): Promise<string[]> =>
      (await rows(reader)).filter((row) => row.key === key).map((row) => row.code);
    await until('both', async () => (await codes()).length === 2);
    expect(await codes()).toEqual(['first', 'second']);
  });

  it('says nothing of what was rolled back', async () => {
    const key = keyOf(101);
    await inTransaction(writer.db, async (tx) => {
      await publish(tx, agency(key, 1));
      throw new Error('changed my mind');
    }).catch(() => undefined);
    await writer.publish(agency(key, 2, 'kept'));
    await until('the kept one', async () =>
      (await rows(reader)).some((row) => row.code === 'kept'),
    );
    const versions = (await rows(reader))
      .filter((row) => row.key === key)
      .map((row) => row.version);
    expect(versions).toEqual([2]);
  });

  it('ignores an older version than it has seen', async () => {
    const key = keyOf(102);
    await writer.publish(agency(key, 5), agency(key, 3, 'older'), agency(key, 6));
    const versions = async (): Promise<number[]> =>
      (await rows(reader)).filter((row) => row.key === key).map((row) => row.version);
    await until('the newest', async () => (await versions()).includes(6));
    expect(await versions()).toEqual([5, 6]);
  });

  it('carries the trace through Kafka, with a span of its own', async () => {
    const key = keyOf(103);
    const trace = newTraceparent();
    await withTrace(trace, () => writer.publish(agency(key, 1)));
    await until('it', async () => (await rows(reader)).some((row) => row.key === key));
    const seen = (await rows(reader)).find((row) => row.key === key)?.trace ?? '';
    expect(traceId(seen)).toBe(traceId(trace));
    expect(seen).not.toBe(trace);
  });

  it('refuses to publish outside a transaction, and what the contract does not name', async () => {
    await expect(publish(writer.db.manager, agency(keyOf(1), 1))).rejects.toThrow('outside');
    const stray = { ...dataOf(keyOf(1), '200'), name: 'Zarina' };
    const draft = event('agency.changed', {
      key: keyOf(1),
      version: 200,
      at: new Date(0),
      data: stray,
    });
    await expect(writer.publish(draft)).rejects.toThrow('(name)');
  });

  it('is on its way as soon as it is committed', async () => {
    const taken: number[] = [];
    for (let n = 1; n <= 200; n += 1) {
      const key = keyOf(1000 + n);
      const before = performance.now();
      await writer.publish(agency(key, 1, 'hop'));
      while (
        ((await reader.db.query('select 1 from log where key = $1', [key])) as unknown[]).length ===
        0
      );
      taken.push(performance.now() - before);
    }
    expect(taken).toHaveLength(200);
    const sorted = taken.toSorted((a, b) => a - b);
    console.log(
      `publish to effect, ms: p50 ${sorted[100]?.toFixed(1)}, p99 ${sorted[197]?.toFixed(1)}`,
    );
  });
});
