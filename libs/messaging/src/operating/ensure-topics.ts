import { setTimeout as pause } from 'node:timers/promises';
import { type Admin, Kafka, logLevel } from 'kafkajs';
import { topics, topicSettings } from '#libs/contracts';

const triesForLeaders = 300;
const notYet = new Set(['UNKNOWN_TOPIC_OR_PARTITION', 'LEADER_NOT_AVAILABLE']);

const isNotYet = (error: unknown): boolean =>
  error instanceof Error &&
  (('type' in error && notYet.has(String(error.type))) || isNotYet(error.cause));

// The client's own wait gives up at once when a busy broker does not know yet what it has just made.
const areLed = async (admin: Admin, names: string[]): Promise<boolean> => {
  try {
    const metadata = await admin.fetchTopicMetadata({ topics: names });
    return metadata.topics.every(
      ({ partitions }) => partitions.length > 0 && partitions.every(({ leader }) => leader >= 0),
    );
  } catch (error) {
    if (isNotYet(error)) return false;
    throw error;
  }
};

const untilLed = async (admin: Admin, names: string[]): Promise<void> => {
  for (let tries = 0; tries < triesForLeaders; tries += 1) {
    if (await areLed(admin, names)) return;
    await pause(100);
  }
  throw new Error(`Kafka made the topics and none of its nodes leads them: ${names.join(', ')}`);
};

/** Makes the topics that are not there yet, with their settings; returns the names of those made. */
export const ensureTopics = async (
  brokers: readonly string[],
  { prefix = '', replicas = 1 }: { readonly prefix?: string; readonly replicas?: number } = {},
): Promise<string[]> => {
  const admin = new Kafka({ brokers: [...brokers], logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  try {
    const existing = new Set(await admin.listTopics());
    const missing = topics.filter(({ name }) => !existing.has(prefix + name));
    if (missing.length === 0) return [];
    const names = missing.map(({ name }) => prefix + name);
    await admin.createTopics({
      waitForLeaders: false,
      timeout: 30_000,
      topics: missing.map((topic) => ({
        topic: prefix + topic.name,
        numPartitions: topic.partitions,
        replicationFactor: replicas,
        configEntries: Object.entries(topicSettings(topic)).map(([name, value]) => ({
          name,
          value,
        })),
      })),
    });
    await untilLed(admin, names);
    return names;
  } finally {
    await admin.disconnect();
  }
};
