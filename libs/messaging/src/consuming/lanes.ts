// What the database knows of a lane: whether an event was seen, what waits, what failed.
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { type Arrival, encodeMessage, type Lane, storable } from './arrival.ts';

const lock = 'select pg_advisory_xact_lock(hashtextextended($1, 2))';

/** Serialises consumers that a rebalance left side by side, the resuming of parked events and replays. */
export const lockLane = async (
  tx: EntityManager,
  { consumer, topic, key }: Lane,
): Promise<void> => {
  await tx.query(lock, [`${consumer}/${topic}/${key}`]);
};

/** Held until the commit, so that a rebuild waits for effects in flight. */
export const sharedGeneration = async (tx: EntityManager, consumer: string): Promise<number> => {
  const [row] = await tx.query<{ generation: number }[]>(
    'select generation from consumer_generation where consumer = $1 for share',
    [consumer],
  );
  return row?.generation ?? 1;
};

export type Standing = {
  readonly seen: boolean;
  readonly parked: boolean;
  readonly failed: boolean;
  readonly waiting: boolean;
  readonly newest: string | null;
};

const standing = `
select
  exists (select from inbox where consumer = $1 and generation = $5 and event_id = $4) as seen,
  exists (select from parked_event where consumer = $1 and event_id = $4) as parked,
  exists (select from dead_letter where consumer = $1 and event_id = $4 and state <> 'replayed') as failed,
  exists (select from parked_event where consumer = $1 and topic = $2 and key = $3)
    or exists (select from dead_letter where consumer = $1 and topic = $2 and key = $3 and state = 'open') as waiting,
  (select max(version) from inbox where consumer = $1 and generation = $5 and aggregate = $6) as newest`;

export const standingOf = async (
  tx: EntityManager,
  { lane, eventId, generation }: Arrival,
  aggregate: string | null,
): Promise<Standing> => {
  const { consumer, topic, key } = lane;
  const rows = await tx.query<Standing[]>(standing, [
    consumer,
    topic,
    key,
    eventId,
    generation,
    aggregate,
  ]);
  const [row] = rows;
  if (!row) throw new Error('A select without from gave no row');
  return row;
};

export const recordSeen = async (
  tx: EntityManager,
  { lane, eventId, generation }: Arrival,
  { aggregate, version }: { aggregate: string; version: number },
): Promise<void> => {
  await tx.query('insert into inbox values ($1, $2, $3, $4, $5)', [
    lane.consumer,
    generation,
    eventId,
    storable(aggregate),
    version,
  ]);
};

export type Reference = { readonly type: string; readonly id: string };

const park = `
insert into parked_event
  (consumer, topic, key, event_id, record, reference_type, reference_id, parked_at, due_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (consumer, event_id) do nothing`;

export const parkEvent = async (
  tx: EntityManager,
  { lane, eventId, message }: Arrival,
  reference: Reference | null,
  at: { readonly now: Date; readonly due: Date },
): Promise<void> => {
  await tx.query(park, [
    lane.consumer,
    lane.topic,
    lane.key,
    eventId,
    encodeMessage(message),
    reference && storable(reference.type),
    reference && storable(reference.id),
    at.now,
    at.due,
  ]);
};

const fail = `
insert into dead_letter
  (id, consumer, topic, key, event_id, name, record, cause, attempts, failed_at, state)
values ($1, $2, $3, $4, $5, $6, $7, $8, 1, $9, 'open')
on conflict (consumer, event_id) do update
  set state = 'open', cause = excluded.cause, failed_at = excluded.failed_at,
      attempts = dead_letter.attempts + 1`;

export const writeDeadLetter = async (
  tx: EntityManager,
  { lane, eventId, name, message }: Arrival,
  cause: string,
  now: Date,
): Promise<void> => {
  await tx.query(fail, [
    randomUUID(),
    lane.consumer,
    lane.topic,
    lane.key,
    eventId,
    name,
    encodeMessage(message),
    storable(cause),
    now,
  ]);
};

/** A tombstone makes all before it void: nothing of its key need wait, and no copy of it may stay. */
export const forgetLane = async (
  tx: EntityManager,
  { consumer, topic, key }: Lane,
): Promise<void> => {
  for (const table of ['parked_event', 'dead_letter']) {
    await tx.query(`delete from ${table} where consumer = $1 and topic = $2 and key = $3`, [
      consumer,
      topic,
      key,
    ]);
  }
};

const head = `
select id, event_id, record, tries from parked_event
where consumer = $1 and topic = $2 and key = $3
  and not exists (select from dead_letter where consumer = $1 and topic = $2 and key = $3 and state = 'open')
order by id limit 1`;

export type ParkedRow = { id: string; event_id: string; record: Buffer; tries: number };

/** The first of a lane's parked events, unless a dead letter stands before it. */
export const headOf = async (
  tx: EntityManager,
  { consumer, topic, key }: Lane,
): Promise<ParkedRow | null> => {
  const [row] = await tx.query<ParkedRow[]>(head, [consumer, topic, key]);
  return row ?? null;
};

export const unpark = async (tx: EntityManager, id: string): Promise<void> => {
  await tx.query('delete from parked_event where id = $1', [id]);
};

const later = `
update parked_event set reference_type = $2, reference_id = $3, tries = tries + 1, due_at = $4
where id = $1`;

export const waitLonger = async (
  tx: EntityManager,
  id: string,
  reference: Reference,
  due: Date,
): Promise<void> => {
  await tx.query(later, [id, storable(reference.type), storable(reference.id), due]);
};

const due = `
select consumer, topic, key from (
  select distinct on (consumer, topic, key) consumer, topic, key, due_at
  from parked_event as parked
  where not exists (
    select from dead_letter as dead
    where dead.consumer = parked.consumer and dead.topic = parked.topic and dead.key = parked.key
      and dead.state = 'open')
  order by consumer, topic, key, id
) as heads
where due_at <= $1 order by due_at limit 100`;

/** The lanes whose first parked event is to be tried now. */
export const dueLanes = (tx: EntityManager, now: Date): Promise<Lane[]> =>
  tx.query<Lane[]>(due, [now]);
