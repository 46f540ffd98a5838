// One Kafka consumer group of a service: reads batches, takes event after event, and commits an
// offset only after its effect. Nothing in a message can stop it; when Kafka does, it begins anew.
import { setTimeout as pause } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { Consumer, EachBatchPayload, Kafka, KafkaMessage } from 'kafkajs';
import { childOf, withTrace } from '../trace.ts';
import { type Message, nameOf } from '../cloud-event.ts';
import { type Arrival, StaleGeneration, storable } from './arrival.ts';
import type { Outcome } from './take.ts';

export type GroupState = 'joining' | 'running' | 'crashed' | 'stopped';

export type GroupSettings = {
  readonly consumer: string;
  readonly topicPrefix: string;
  readonly topics: readonly string[];
  readonly handles: (name: string) => boolean;
  readonly take: (arrival: Arrival) => Promise<Outcome>;
  /** Which generation of the copies this group is to build; it has a Kafka group of its own. */
  readonly generation: () => Promise<number>;
};

// A killed member is missed after the session (6 s is the least a broker takes), or as soon as its
// successor joins after the rebalance's time. A fetch waits at the broker for at most 50 ms, so
// that a hop stays within milliseconds.
const timing = {
  sessionTimeout: 6000,
  rebalanceTimeout: 3000,
  heartbeatInterval: 1000,
  maxWaitTimeInMs: 50,
};
const beginAnewMs = 1000;
const longestBackOffMs = 5000;

const text = (value: Buffer | string | (Buffer | string)[] | undefined): string =>
  value === undefined ? '' : Array.isArray(value) ? text(value[0]) : value.toString();

const messageOf = ({ key, value, headers }: KafkaMessage): Message => ({
  key: storable(key?.toString() ?? ''),
  value: value?.toString() ?? null,
  headers: Object.fromEntries(
    Object.entries(headers ?? {}).map(([name, content]) => [name, text(content)]),
  ),
});

const commit = (payload: EachBatchPayload): Promise<void> =>
  payload.commitOffsetsIfNecessary(payload.uncommittedOffsets());

export const groupId = (topicPrefix: string, consumer: string, generation: number): string =>
  `${topicPrefix}${consumer}${generation > 1 ? `-${generation}` : ''}`;

export class ConsumerGroup {
  private readonly logger = new Logger('ConsumerGroup');
  private readonly kafka: Kafka;
  private readonly settings: GroupSettings;
  private consumer: Consumer | null = null;
  private working: Promise<void> | null = null;
  private stopping = false;
  private current = 1;
  private beginAnew: () => void = () => undefined;
  state: GroupState = 'joining';
  lastError: string | null = null;

  constructor(kafka: Kafka, settings: GroupSettings) {
    this.kafka = kafka;
    this.settings = settings;
  }

  get name(): string {
    return this.settings.consumer;
  }

  get topics(): readonly string[] {
    return this.settings.topics;
  }

  /** The group's name in Kafka. */
  get kafkaGroup(): string {
    return groupId(this.settings.topicPrefix, this.name, this.current);
  }

  start(): void {
    this.working ??= this.work();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.beginAnew();
    await this.working;
    this.state = 'stopped';
  }

  /** Leaves and joins again, in the generation that is valid now. */
  restart(): void {
    this.beginAnew();
  }

  private async work(): Promise<void> {
    while (!this.stopping) {
      try {
        await this.runUntilToldOrCrashed();
      } catch (error) {
        this.crashed(error);
      }
      await this.consumer?.disconnect().catch(() => undefined);
      this.consumer = null;
      if (!this.stopping && this.state === 'crashed') await pause(beginAnewMs);
    }
  }

  private crashed(error: unknown): void {
    this.state = 'crashed';
    this.lastError = String(error);
    this.logger.error(`${this.name} crashed and begins anew: ${this.lastError}`);
  }

  private async runUntilToldOrCrashed(): Promise<void> {
    this.current = await this.settings.generation();
    const consumer = this.kafka.consumer({
      groupId: this.kafkaGroup,
      allowAutoTopicCreation: false,
      ...timing,
      retry: { retries: 3, initialRetryTime: 100, restartOnFailure: () => Promise.resolve(false) },
    });
    this.consumer = consumer;
    const over = new Promise<void>((resolve, reject) => {
      this.beginAnew = resolve;
      consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
    });
    over.catch(() => undefined);
    consumer.on(consumer.events.GROUP_JOIN, () => {
      this.state = 'running';
      this.lastError = null;
    });
    if (this.state !== 'crashed') this.state = 'joining';
    await consumer.connect();
    await consumer.subscribe({
      topics: this.settings.topics.map((topic) => this.settings.topicPrefix + topic),
      fromBeginning: true,
    });
    await consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: 3,
      eachBatch: (payload) => this.eachBatch(payload),
    });
    if (this.stopping) return;
    await over;
  }

  private async eachBatch(payload: EachBatchPayload): Promise<void> {
    const { batch } = payload;
    // An effect may last longer than the session: the beat goes on beside it. Between beats at most
    // one commit: a consumer that dies leaves its successor a second's events to look through again.
    let beaten = false;
    const beat = setInterval(() => {
      beaten = true;
      void payload.heartbeat().catch(() => undefined);
    }, timing.heartbeatInterval);
    try {
      for (const message of batch.messages) {
        if (this.mayNotGoOn(payload)) break;
        if (!(await this.takeWithPatience(payload, message))) break;
        payload.resolveOffset(message.offset);
        await payload.heartbeat();
        if (beaten) await commit(payload);
        beaten = false;
      }
    } finally {
      clearInterval(beat);
      await commit(payload);
    }
  }

  private mayNotGoOn(payload: EachBatchPayload): boolean {
    return this.stopping || !payload.isRunning() || payload.isStale();
  }

  /** True when the message is dealt with; false when this consumer has to leave it to another. */
  private async takeWithPatience(
    payload: EachBatchPayload,
    kafkaMessage: KafkaMessage,
  ): Promise<boolean> {
    const arrival = this.arrivalOf(payload, kafkaMessage);
    if (!arrival) return true;
    const trace = childOf(arrival.message.headers['ce_traceparent']);
    for (let wait = 50; ; wait = Math.min(longestBackOffMs, wait * 2)) {
      try {
        const outcome = await withTrace(trace, () => this.settings.take(arrival));
        this.note(arrival, outcome, trace);
        return true;
      } catch (error) {
        if (error instanceof StaleGeneration) {
          this.restart();
          return false;
        }
        this.logger.warn(
          `${this.name} tries ${arrival.name} ${arrival.eventId} again: ${String(error)}`,
        );
        await this.rest(payload, wait);
        if (this.mayNotGoOn(payload)) return false;
      }
    }
  }

  private async rest(payload: EachBatchPayload, ms: number): Promise<void> {
    for (let left = ms; left > 0 && !this.mayNotGoOn(payload); left -= 100) {
      await pause(Math.min(left, 100));
    }
  }

  private arrivalOf({ batch }: EachBatchPayload, kafkaMessage: KafkaMessage): Arrival | null {
    const message = messageOf(kafkaMessage);
    const name = nameOf(message);
    if (!name || !this.settings.handles(name)) return null;
    const place = `${batch.topic}/${batch.partition}/${kafkaMessage.offset}`;
    return {
      lane: {
        consumer: this.name,
        topic: batch.topic.slice(this.settings.topicPrefix.length),
        key: message.key,
      },
      generation: this.current,
      eventId: storable(message.headers['ce_id'] || place),
      name,
      message,
    };
  }

  private note({ name, eventId, lane }: Arrival, outcome: Outcome, trace: string): void {
    const line = `${lane.consumer} ${name} ${eventId} key ${lane.key}: ${outcome} (${trace})`;
    this.logger.debug(line);
  }
}
