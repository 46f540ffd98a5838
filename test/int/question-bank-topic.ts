// A topic as anybody with access to Kafka reads it: bytes, with nothing opened.
import { Kafka, logLevel } from 'kafkajs';
import { randomBytes } from 'node:crypto';

export interface TopicMessage {
  readonly key: string;
  readonly type: string;
  readonly version: number;
  readonly value: Buffer;
}

export interface OpenTopic {
  /** All that has come so far, in the order of each key. */
  readonly messages: TopicMessage[];
  close(): Promise<void>;
}

export async function openTopic(topic: string): Promise<OpenTopic> {
  const brokers = (process.env['SANAD_TEST_KAFKA_BROKERS'] ?? '').split(',');
  const kafka = new Kafka({ brokers, logLevel: logLevel.NOTHING });
  const consumer = kafka.consumer({ groupId: `reader-${randomBytes(6).toString('hex')}` });
  const messages: TopicMessage[] = [];
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  await consumer.run({
    eachMessage: async ({ message: { key, value, headers } }) => {
      messages.push({
        key: key?.toString() ?? '',
        type: headers?.['ce_type']?.toString() ?? '',
        version: Number(headers?.['ce_aggregateversion']?.toString()),
        value: value ?? Buffer.alloc(0),
      });
    },
  });
  return { messages, close: () => consumer.disconnect() };
}
