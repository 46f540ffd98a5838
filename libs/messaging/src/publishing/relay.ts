// Sends a service's outbox to Kafka, in order. One relay of a service works at a time, whoever holds
// the advisory lock; the others stand by and take over when its connection is gone.
import { Logger } from '@nestjs/common';
import type { Kafka, Producer } from 'kafkajs';
import { Partitioners } from 'kafkajs';
import type { DataSource, QueryRunner } from 'typeorm';
import { type OutboxRow, toMessage } from '../cloud-event.ts';
import { Signal } from '../signal.ts';

export type RelayState = 'stopped' | 'standing-by' | 'sending' | 'failing';

export type RelaySettings = {
  readonly service: string;
  readonly topicPrefix: string;
  readonly pollMs: number;
  readonly now: () => Date;
};

const takeLock = `select pg_try_advisory_lock(hashtextextended(current_schema() || '.outbox', 0)) as held`;
const releaseLock = `select pg_advisory_unlock(hashtextextended(current_schema() || '.outbox', 0))`;

// Kafka takes one record batch a partition and refuses it above max.message.bytes (1 MiB): hence the
// running sum, 600 bytes a message being the headers.
const next = `
select * from (
  select *, sum(octet_length(coalesce(data, '')) + 600) over (order by seq) as upto,
         row_number() over (order by seq) as place, (count(*) over ())::int as waiting
  from (select seq, event_id, name, topic, key, version, time, traceparent, data::text as data
        from outbox where sent_at is null order by seq limit $1) as unsent
) as measured
where upto <= 786432 or place = 1 order by seq`;

const mark = 'update outbox set sent_at = $2 where seq = any($1::bigint[])';

const failurePauseMs = 1000;
const mostAtOnce = 500;

export class Relay {
  private readonly logger = new Logger('Relay');
  private readonly signal = new Signal();
  private readonly dataSource: DataSource;
  private readonly kafka: Kafka;
  private readonly settings: RelaySettings;
  private stopping = false;
  private running: Promise<void> | null = null;
  state: RelayState = 'stopped';

  constructor(dataSource: DataSource, kafka: Kafka, settings: RelaySettings) {
    this.dataSource = dataSource;
    this.kafka = kafka;
    this.settings = settings;
  }

  start(): void {
    this.running ??= this.work();
  }

  wake(): void {
    this.signal.wake();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.signal.wake();
    await this.running;
    this.state = 'stopped';
  }

  private async work(): Promise<void> {
    while (!this.stopping) {
      const runner = this.dataSource.createQueryRunner();
      try {
        await this.untilLockHeld(runner);
        if (!this.stopping) await this.sendWhileHeld(runner);
      } catch (error) {
        this.state = 'failing';
        this.logger.warn(`The relay pauses: ${String(error)}`);
        if (!this.stopping) await this.signal.sleep(failurePauseMs);
      } finally {
        // The lock dies with the session: without this a pooled connection would keep it.
        await runner.query(releaseLock).catch(() => undefined);
        await runner.release().catch(() => undefined);
      }
    }
  }

  private async untilLockHeld(runner: QueryRunner): Promise<void> {
    while (!this.stopping) {
      const [answer] = await runner.manager.query<{ held: boolean }[]>(takeLock);
      if (answer?.held) return;
      this.state = 'standing-by';
      await this.signal.sleep(this.settings.pollMs);
    }
  }

  // A new producer after each failure: what the old one knew of its sequence numbers may be wrong
  // by then. What was sent and not marked is sent again; readers know an event by its id.
  private async sendWhileHeld(runner: QueryRunner): Promise<void> {
    const producer = this.kafka.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      createPartitioner: Partitioners.DefaultPartitioner,
      retry: { retries: 3, initialRetryTime: 50, maxRetryTime: 1000 },
    });
    try {
      await producer.connect();
      while (!this.stopping) {
        const more = await this.sendNext(runner, producer);
        this.state = 'sending';
        if (!more) await this.signal.sleep(this.settings.pollMs);
      }
    } finally {
      await producer.disconnect().catch(() => undefined);
    }
  }

  /** Whether more was waiting than was sent; what is committed since wakes the relay. */
  private async sendNext(runner: QueryRunner, producer: Producer): Promise<boolean> {
    const rows = await runner.manager.query<(OutboxRow & { waiting: number })[]>(next, [
      mostAtOnce,
    ]);
    if (rows.length === 0) return false;
    const { service, topicPrefix, now } = this.settings;
    const byTopic = Map.groupBy(rows, (row) => topicPrefix + row.topic);
    await producer.sendBatch({
      acks: -1,
      topicMessages: [...byTopic].map(([topic, ofTopic]) => ({
        topic,
        messages: ofTopic.map((row) => toMessage(row, service)),
      })),
    });
    await runner.query(mark, [rows.map((row) => row.seq), now()]);
    const waiting = rows[0]?.waiting ?? 0;
    return waiting > rows.length || waiting === mostAtOnce;
  }
}
