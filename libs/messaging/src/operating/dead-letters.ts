// What a person may do about an event that could not be handled.
import type { DataSource, EntityManager } from 'typeorm';
import { type Arrival, decodeMessage, type Lane, versionOf } from '../consuming/arrival.ts';
import { lockLane, recordSeen, sharedGeneration } from '../consuming/lanes.ts';
import { resumeLane } from '../consuming/resume.ts';
import { causeOf, effect, type Taking } from '../consuming/take.ts';
import { inTransaction } from '../publishing/in-transaction.ts';

export type DeadLetterState = 'open' | 'replayed' | 'set-aside';

/** Without the event's data: that may hold what the person who looks may not see. */
export type DeadLetter = {
  readonly id: string;
  readonly consumer: string;
  readonly event: string;
  readonly eventId: string;
  readonly topic: string;
  readonly key: string;
  readonly cause: string;
  readonly attempts: number;
  readonly failedAt: Date;
  readonly state: DeadLetterState;
  readonly reason: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  /** How many later events of the key wait for this one. */
  readonly waiting: number;
};

export type Decision = {
  readonly by: string;
  readonly at: Date;
  readonly reason: string | null;
  /** What else belongs into the same transaction: the audit row. */
  readonly also?: (tx: EntityManager) => Promise<void>;
};

export type DeadLetterOutcome =
  | { readonly outcome: 'replayed' | 'set-aside' }
  | { readonly outcome: 'failed'; readonly cause: string }
  | { readonly outcome: 'refused'; readonly reason: 'not-found' | 'not-open' | 'no-reason' };

const columns = `
select d.id, d.consumer, d.name as event, d.event_id as "eventId", d.topic, d.key, d.cause, d.attempts,
  d.failed_at as "failedAt", d.state, d.reason, d.decided_by as "decidedBy", d.decided_at as "decidedAt",
  (select count(*)::int from parked_event p
   where p.consumer = d.consumer and p.topic = d.topic and p.key = d.key) as waiting
from dead_letter d`;

const decide = `
update dead_letter set state = $2, reason = $3, decided_by = $4, decided_at = $5 where id = $1`;

type Row = Lane & {
  readonly event_id: string;
  readonly record: Buffer;
  readonly state: DeadLetterState;
};

export class DeadLetters {
  private readonly taking: Taking;

  constructor(taking: Taking) {
    this.taking = taking;
  }

  private get dataSource(): DataSource {
    return this.taking.dataSource;
  }

  async list(
    state: DeadLetterState | null,
    { limit, offset }: { readonly limit: number; readonly offset: number },
  ): Promise<{ items: DeadLetter[]; total: number }> {
    const items = await this.dataSource.query<DeadLetter[]>(
      `${columns} where $1::text is null or d.state = $1 order by d.failed_at desc, d.id limit $2 offset $3`,
      [state, limit, offset],
    );
    const [count] = await this.dataSource.query<{ total: number }[]>(
      'select count(*)::int as total from dead_letter where $1::text is null or state = $1',
      [state],
    );
    return { items, total: count?.total ?? 0 };
  }

  async find(id: string): Promise<DeadLetter | null> {
    const [row] = await this.dataSource.query<DeadLetter[]>(`${columns} where d.id::text = $1`, [
      id,
    ]);
    return row ?? null;
  }

  /** Handles the event now and, when that goes well, those that waited behind it. */
  async replay(id: string, decision: Decision): Promise<DeadLetterOutcome> {
    const lane = await this.laneOf(id);
    if (!lane) return { outcome: 'refused', reason: 'not-found' };
    try {
      const outcome = await this.settle(id, lane, 'replayed', decision);
      if (outcome.outcome === 'replayed') await resumeLane(this.taking, lane);
      return outcome;
    } catch (error) {
      const cause = causeOf(error);
      await this.dataSource.query(
        `update dead_letter set attempts = attempts + 1, cause = $2 where id::text = $1 and state = 'open'`,
        [id, cause],
      );
      return { outcome: 'failed', cause };
    }
  }

  /** Gives the event up for a reason; those that waited behind it go on without it. */
  async setAside(id: string, decision: Decision): Promise<DeadLetterOutcome> {
    if (!decision.reason?.trim()) return { outcome: 'refused', reason: 'no-reason' };
    const lane = await this.laneOf(id);
    if (!lane) return { outcome: 'refused', reason: 'not-found' };
    const outcome = await this.settle(id, lane, 'set-aside', decision);
    if (outcome.outcome === 'set-aside') await resumeLane(this.taking, lane);
    return outcome;
  }

  private async laneOf(id: string): Promise<Lane | null> {
    const [row] = await this.dataSource.query<Lane[]>(
      'select consumer, topic, key from dead_letter where id::text = $1',
      [id],
    );
    return row ?? null;
  }

  private settle(
    id: string,
    lane: Lane,
    to: 'replayed' | 'set-aside',
    { by, at, reason, also }: Decision,
  ): Promise<DeadLetterOutcome> {
    return inTransaction(this.dataSource, async (tx) => {
      const generation = this.taking.isRebuildable(lane.consumer)
        ? await sharedGeneration(tx, lane.consumer)
        : 1;
      await lockLane(tx, lane);
      const [row] = await tx.query<Row[]>('select * from dead_letter where id = $1', [id]);
      if (!row) return { outcome: 'refused', reason: 'not-found' };
      if (row.state !== 'open') return { outcome: 'refused', reason: 'not-open' };
      const arrival: Arrival = {
        lane,
        generation,
        eventId: row.event_id,
        ...decodeMessage(row.record),
      };
      if (to === 'replayed') await effect(this.taking, tx, arrival, null);
      else await this.recordSetAside(tx, arrival);
      await tx.query(decide, [id, to, reason, by, at]);
      await also?.(tx);
      return { outcome: to };
    });
  }

  // Seen, so that a repeated delivery does nothing; an unreadable one is known by its dead letter.
  private async recordSetAside(tx: EntityManager, arrival: Arrival): Promise<void> {
    const seen = versionOf(arrival.name, arrival.message);
    if (seen) await recordSeen(tx, arrival, seen);
  }
}
