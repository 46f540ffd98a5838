// Everything of a service's messaging, put together: relay, consumer groups, waiting room, and what
// a person or a probe may ask of them.
import { Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Kafka, logLevel } from 'kafkajs';
import type { DataSource, EntityManager } from 'typeorm';
import { contractOf, type TopicName } from '#libs/contracts';
import { ConsumerGroup } from './consuming/consumer-group.ts';
import { type AlsoRebuilt, beginGeneration, generationOf } from './consuming/copies.ts';
import { KafkaTransport, type Registered } from './consuming/kafka-transport.ts';
import type { HandlerKind } from './consuming/on.ts';
import { take, type Taking } from './consuming/take.ts';
import { WaitingRoom } from './consuming/waiting-room.ts';
import { DeadLetters } from './operating/dead-letters.ts';
import { healthOf, type MessagingHealth } from './operating/health.ts';
import { type Counts, countsOf, type Lag, lagOf } from './operating/measures.ts';
import { inTransaction, whenCommitted } from './publishing/in-transaction.ts';
import { Relay } from './publishing/relay.ts';
import { republish } from './publishing/republish.ts';

export type MessagingOptions = {
  readonly service: string;
  /** host:port, several separated by commas or in a list. */
  readonly brokers: string | readonly string[];
  /** Before each topic's and group's name, so that tests share a broker. */
  readonly topicPrefix?: string;
  readonly now?: () => Date;
  readonly pollMs?: number;
};

export type RebuildOutcome =
  | { readonly outcome: 'rebuilding'; readonly generation: number }
  | { readonly outcome: 'refused'; readonly reason: 'no-copies' }
  | {
      readonly outcome: 'refused';
      readonly reason: 'tables-not-named';
      readonly events: readonly string[];
    };

const consumerName = { copy: 'copies', reaction: 'reactions' } as const;

export class Messaging implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly transport: KafkaTransport;
  readonly deadLetters: DeadLetters;
  private readonly dataSource: DataSource;
  private readonly kafka: Kafka;
  private readonly service: string;
  private readonly topicPrefix: string;
  private readonly now: () => Date;
  private readonly taking: Taking;
  private readonly relay: Relay;
  private readonly waitingRoom: WaitingRoom;
  private handlers: readonly Registered[] = [];
  private groups: readonly ConsumerGroup[] = [];

  constructor(dataSource: DataSource, options: MessagingOptions) {
    const { service, brokers, topicPrefix = '', now = () => new Date(), pollMs = 100 } = options;
    this.dataSource = dataSource;
    this.service = service;
    this.topicPrefix = topicPrefix;
    this.now = now;
    this.kafka = kafkaFor(service, brokers);
    this.taking = {
      dataSource,
      now,
      isRebuildable: (consumer) => consumer === this.consumerOf('copy'),
      handle: (consumer, event, tx) => this.transport.handle(this.kindOf(consumer), event, tx),
    };
    this.transport = new KafkaTransport({
      open: (handlers) => this.open(handlers),
      close: () => this.stop(),
    });
    this.deadLetters = new DeadLetters(this.taking);
    this.relay = new Relay(dataSource, this.kafka, { service, topicPrefix, pollMs, now });
    this.waitingRoom = new WaitingRoom(this.taking, pollMs * 5);
    whenCommitted(dataSource, 'outbox', () => this.relay.wake());
    whenCommitted(dataSource, 'parked', () => this.waitingRoom.wake());
  }

  onApplicationBootstrap(): void {
    this.relay.start();
  }

  // Not in onModuleDestroy: that runs before the handlers and requests in flight have ended.
  async onApplicationShutdown(): Promise<void> {
    await this.stop();
  }

  health(): MessagingHealth {
    return healthOf(this.relay.state, this.groups);
  }

  counts(): Promise<Counts> {
    return countsOf(this.dataSource, this.now());
  }

  lag(): Promise<Lag[]> {
    return lagOf(this.kafka, this.groups, this.topicPrefix);
  }

  /**
   * Sends the log of events (or of some topics) again; returns how many. What else belongs into the
   * same transaction, the audit row, is `also`.
   */
  republish(
    topics: readonly TopicName[] | null = null,
    also: (tx: EntityManager, events: number) => Promise<void> = () => Promise.resolve(),
  ): Promise<number> {
    return inTransaction(this.dataSource, async (tx) => {
      const events = await republish(tx, topics);
      await also(tx, events);
      return events;
    });
  }

  /** Empties the service's copies and reads them anew from the start of their topics. */
  async rebuildCopies(also: AlsoRebuilt = () => Promise.resolve()): Promise<RebuildOutcome> {
    const copies = this.handlers.filter(({ kind }) => kind === 'copy');
    if (copies.length === 0) return { outcome: 'refused', reason: 'no-copies' };
    const unnamed = copies.filter(({ tables }) => tables === null);
    if (unnamed.length > 0) {
      return {
        outcome: 'refused',
        reason: 'tables-not-named',
        events: unnamed.map(({ event }) => event),
      };
    }
    const consumer = this.consumerOf('copy');
    const tables = new Set(copies.flatMap((one) => one.tables ?? []));
    const generation = await beginGeneration(this.dataSource, consumer, [...tables], also);
    this.groups.find(({ name }) => name === consumer)?.restart();
    return { outcome: 'rebuilding', generation };
  }

  private open(handlers: readonly Registered[]): void {
    this.handlers = handlers;
    const kinds: readonly HandlerKind[] = ['copy', 'reaction'];
    this.groups = kinds
      .filter((kind) => handlers.some((one) => one.kind === kind))
      .map((kind) =>
        this.groupOf(
          kind,
          handlers.filter((one) => one.kind === kind),
        ),
      );
    this.groups.forEach((group) => group.start());
    if (this.groups.length > 0) this.waitingRoom.start();
  }

  private groupOf(kind: HandlerKind, handlers: readonly Registered[]): ConsumerGroup {
    const consumer = this.consumerOf(kind);
    const events = new Set<string>(handlers.map(({ event }) => event));
    return new ConsumerGroup(this.kafka, {
      consumer,
      topicPrefix: this.topicPrefix,
      topics: [...new Set(handlers.map(({ event }) => contractOf(event).topic))],
      handles: (name) => events.has(name),
      take: (arrival) => take(this.taking, arrival),
      generation: () => generationOf(this.dataSource, consumer),
    });
  }

  private consumerOf(kind: HandlerKind): string {
    return `${this.service}-${consumerName[kind]}`;
  }

  private kindOf(consumer: string): HandlerKind {
    return consumer === this.consumerOf('copy') ? 'copy' : 'reaction';
  }

  private async stop(): Promise<void> {
    await Promise.all(this.groups.map((group) => group.stop()));
    await this.waitingRoom.stop();
    await this.relay.stop();
  }
}

const kafkaFor = (service: string, brokers: string | readonly string[]): Kafka => {
  const logger = new Logger('Kafka');
  return new Kafka({
    clientId: service,
    brokers: typeof brokers === 'string' ? brokers.split(',') : [...brokers],
    logLevel: logLevel.ERROR,
    logCreator:
      () =>
      ({ namespace, log }) =>
        logger.debug(`${namespace}: ${log.message}`),
    retry: { retries: 3, initialRetryTime: 100, maxRetryTime: 2000 },
  });
};
