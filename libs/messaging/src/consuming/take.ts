// Takes one event into the service: its effect and its inbox row in one transaction, or else its
// place among the parked or the dead letters.
import { Logger } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { inTransaction } from '../publishing/in-transaction.ts';
import { type Arrival, type Handle, readArrival, StaleGeneration, versionOf } from './arrival.ts';
import {
  forgetLane,
  lockLane,
  parkEvent,
  recordSeen,
  sharedGeneration,
  type Standing,
  standingOf,
  writeDeadLetter,
} from './lanes.ts';
import { MissingReference } from './missing-reference.ts';
import { isTransient } from './transient.ts';

const logger = new Logger('Consumer');

export type Outcome = 'done' | 'known' | 'older' | 'parked' | 'dead-letter';

export type Taking = {
  readonly dataSource: DataSource;
  readonly handle: Handle;
  readonly isRebuildable: (consumer: string) => boolean;
  readonly now: () => Date;
};

/** How long a missing reference is waited for before the event is tried again unasked. */
export const patience = (tries: number): number => Math.min(60_000, 1000 * 2 ** tries);

export const causeOf = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : String(error);

const standingFor = async (
  taking: Taking,
  tx: EntityManager,
  arrival: Arrival,
): Promise<Standing> => {
  const { lane, name, message } = arrival;
  if (taking.isRebuildable(lane.consumer)) {
    const generation = await sharedGeneration(tx, lane.consumer);
    if (generation !== arrival.generation) throw new StaleGeneration();
  }
  await lockLane(tx, lane);
  if (message.value === null) await forgetLane(tx, lane);
  return standingOf(tx, arrival, versionOf(name, message)?.aggregate ?? null);
};

/** The effect of an event, once, in the transaction; an event older than one already seen has none. */
export const effect = async (
  taking: Taking,
  tx: EntityManager,
  arrival: Arrival,
  newest: string | null,
): Promise<Outcome> => {
  const event = readArrival(arrival.name, arrival.message);
  const seen = versionOf(arrival.name, arrival.message);
  if (seen) await recordSeen(tx, arrival, seen);
  if (newest !== null && event.version < Number(newest)) return 'older';
  await taking.handle(arrival.lane.consumer, event, tx);
  return 'done';
};

/** A failure that will not pass by itself: a person decides, and the lane waits. */
export const bury = async (
  taking: Taking,
  tx: EntityManager,
  arrival: Arrival,
  error: unknown,
): Promise<void> => {
  const cause = causeOf(error);
  const { lane, name, eventId } = arrival;
  logger.error(`${lane.consumer} could not handle ${name} ${eventId} of ${lane.key}: ${cause}`);
  await writeDeadLetter(tx, arrival, cause, taking.now());
};

const park = async (taking: Taking, tx: EntityManager, arrival: Arrival): Promise<Outcome> => {
  const now = taking.now();
  await parkEvent(tx, arrival, null, { now, due: now });
  return 'parked';
};

const attempt = (taking: Taking, arrival: Arrival): Promise<Outcome> =>
  inTransaction(taking.dataSource, async (tx) => {
    const standing = await standingFor(taking, tx, arrival);
    if (standing.seen || standing.parked || standing.failed) return 'known';
    if (standing.waiting) return park(taking, tx, arrival);
    return effect(taking, tx, arrival, standing.newest);
  });

// A transaction of its own, after the effect's was rolled back: what failed in the database has
// spoilt that one. Another process may have handled the event in between, so it looks again.
const setApart = (taking: Taking, arrival: Arrival, error: unknown): Promise<Outcome> =>
  inTransaction(taking.dataSource, async (tx) => {
    const standing = await standingFor(taking, tx, arrival);
    if (standing.seen || standing.parked || standing.failed) return 'known';
    if (standing.waiting) return park(taking, tx, arrival);
    const now = taking.now();
    if (error instanceof MissingReference) {
      const due = new Date(now.getTime() + patience(0));
      await parkEvent(tx, arrival, error, { now, due });
      return 'parked';
    }
    await bury(taking, tx, arrival, error);
    return 'dead-letter';
  });

/** Throws only what passes by itself (retry in place) and StaleGeneration. */
export const take = async (taking: Taking, arrival: Arrival): Promise<Outcome> => {
  try {
    return await attempt(taking, arrival);
  } catch (error) {
    if (isTransient(error) || error instanceof StaleGeneration) throw error;
    return setApart(taking, arrival, error);
  }
};
