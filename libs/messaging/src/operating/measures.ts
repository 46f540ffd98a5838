import type { Kafka } from 'kafkajs';
import { Gauge, type Registry } from 'prom-client';
import type { DataSource } from 'typeorm';
import type { ConsumerGroup } from '../consuming/consumer-group.ts';
import { overdueAfterMs } from '../consuming/waiting-room.ts';

export type Counts = {
  readonly outbox: number;
  readonly deadLetters: number;
  readonly parked: number;
  readonly overdue: number;
};

const counts = `
select
  (select count(*) from outbox where sent_at is null)::int as outbox,
  (select count(*) from dead_letter where state = 'open')::int as "deadLetters",
  (select count(*) from parked_event)::int as parked,
  (select count(*) from parked_event where reference_type is not null and parked_at < $1)::int as overdue`;

export const countsOf = async (dataSource: DataSource, now: Date): Promise<Counts> => {
  const before = new Date(now.getTime() - overdueAfterMs);
  const [row] = await dataSource.query<Counts[]>(counts, [before]);
  return row ?? { outbox: 0, deadLetters: 0, parked: 0, overdue: 0 };
};

export type Lag = { readonly consumer: string; readonly topic: string; readonly messages: number };

/** How many messages of each topic each consumer has not come to yet, as the broker knows it. */
export const lagOf = async (
  kafka: Kafka,
  groups: readonly ConsumerGroup[],
  topicPrefix: string,
): Promise<Lag[]> => {
  const admin = kafka.admin({ retry: { retries: 1 } });
  await admin.connect();
  try {
    const lags: Lag[] = [];
    for (const { name, kafkaGroup, topics } of groups) {
      for (const topic of topics) {
        const ends = await admin.fetchTopicOffsets(topicPrefix + topic);
        const [reached] = await admin.fetchOffsets({
          groupId: kafkaGroup,
          topics: [topicPrefix + topic],
        });
        const at = new Map(reached?.partitions.map((one) => [one.partition, Number(one.offset)]));
        const behind = ends.map(({ partition, high, low }) =>
          Math.max(0, Number(high) - Math.max(Number(low), at.get(partition) ?? -1)),
        );
        lags.push({ consumer: name, topic, messages: behind.reduce((sum, one) => sum + one, 0) });
      }
    }
    return lags;
  } finally {
    await admin.disconnect().catch(() => undefined);
  }
};

type Measured = { counts(): Promise<Counts>; lag(): Promise<Lag[]> };

const gauge = (
  registry: Registry,
  name: string,
  help: string,
  read: () => Promise<number>,
): void => {
  new Gauge({
    name,
    help,
    registers: [registry],
    async collect() {
      this.set(await read());
    },
  });
};

/** Adds messaging's gauges to a registry; each is read when the registry is. */
export const registerMessagingMetrics = (registry: Registry, messaging: Measured): void => {
  const read = (field: keyof Counts) => async (): Promise<number> =>
    (await messaging.counts().catch(() => null))?.[field] ?? NaN;
  gauge(registry, 'sanad_outbox_depth', 'Events not sent yet', read('outbox'));
  gauge(registry, 'sanad_dead_letters', 'Events that await a decision', read('deadLetters'));
  gauge(registry, 'sanad_parked_events', 'Events that wait for another', read('parked'));
  gauge(
    registry,
    'sanad_missing_references_overdue',
    'Events that have waited ten minutes for what they refer to',
    read('overdue'),
  );
  new Gauge({
    name: 'sanad_consumer_lag',
    help: 'Messages not taken yet',
    labelNames: ['consumer', 'topic'],
    registers: [registry],
    async collect() {
      this.reset();
      for (const { consumer, topic, messages } of await messaging.lag().catch(() => [])) {
        this.set({ consumer, topic }, messages);
      }
    },
  });
};
