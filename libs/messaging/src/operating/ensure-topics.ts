import { Kafka, logLevel } from 'kafkajs';
import { topics, topicSettings } from '#libs/contracts';

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
    await admin.createTopics({
      waitForLeaders: true,
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
    return missing.map(({ name }) => prefix + name);
  } finally {
    await admin.disconnect();
  }
};
