// Takes up a lane's parked events again, in their order, until one has to wait or fails.
import { inTransaction } from '../publishing/in-transaction.ts';
import { type Arrival, decodeMessage, type Lane, versionOf } from './arrival.ts';
import {
  headOf,
  lockLane,
  type ParkedRow,
  sharedGeneration,
  standingOf,
  unpark,
  waitLonger,
} from './lanes.ts';
import { MissingReference } from './missing-reference.ts';
import { bury, effect, patience, type Taking } from './take.ts';
import { isTransient } from './transient.ts';

type Step = { readonly head: ParkedRow; readonly arrival: Arrival };

const arrivalOf = (lane: Lane, generation: number, row: ParkedRow): Arrival => ({
  lane,
  generation,
  eventId: row.event_id,
  ...decodeMessage(row.record),
});

/** Handles the first parked event, noting in `tried` which one it was, for when it fails. */
const resumeFirst = (taking: Taking, lane: Lane, tried: { step?: Step }): Promise<boolean> =>
  inTransaction(taking.dataSource, async (tx) => {
    const generation = taking.isRebuildable(lane.consumer)
      ? await sharedGeneration(tx, lane.consumer)
      : 1;
    await lockLane(tx, lane);
    const head = await headOf(tx, lane);
    if (!head) return false;
    const arrival = arrivalOf(lane, generation, head);
    tried.step = { head, arrival };
    const seen = versionOf(arrival.name, arrival.message);
    const standing = await standingOf(tx, arrival, seen?.aggregate ?? null);
    if (!standing.seen) await effect(taking, tx, arrival, standing.newest);
    await unpark(tx, head.id);
    return true;
  });

const setBack = (taking: Taking, { head, arrival }: Step, error: unknown): Promise<void> =>
  inTransaction(taking.dataSource, async (tx) => {
    await lockLane(tx, arrival.lane);
    const still = await headOf(tx, arrival.lane);
    if (still?.id !== head.id) return;
    const now = taking.now();
    if (error instanceof MissingReference) {
      await waitLonger(tx, head.id, error, new Date(now.getTime() + patience(head.tries + 1)));
      return;
    }
    await unpark(tx, head.id);
    await bury(taking, tx, arrival, error);
  });

export const resumeLane = async (taking: Taking, lane: Lane): Promise<void> => {
  for (;;) {
    const tried: { step?: Step } = {};
    try {
      if (!(await resumeFirst(taking, lane, tried))) return;
    } catch (error) {
      if (!tried.step || isTransient(error)) throw error;
      await setBack(taking, tried.step, error);
      return;
    }
  }
};
