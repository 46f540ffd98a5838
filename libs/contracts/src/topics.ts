import type { TopicName } from './contract.ts';

export type Topic = {
  readonly name: TopicName;
  readonly key: string;
  readonly partitions: number;
  /** Only where each message is the whole state of its key. */
  readonly compacted: boolean;
};

const topic = (name: TopicName, key: string, compacted = false): Topic => ({
  name,
  key,
  partitions: 6,
  compacted,
});

export const topics: readonly Topic[] = [
  topic('framework', 'frameworkId'),
  topic('practitioner', 'practitionerId', true),
  topic('affiliation', 'practitionerId'),
  topic('agency', 'agencyId'),
  topic('attainment', 'practitionerId'),
  topic('form', 'formId'),
  topic('attempt', 'attemptId'),
  topic('result', 'attemptId'),
  topic('certificate', 'certificateId'),
  topic('account', 'accountId'),
];

/** A message stays under 512 KiB; larger things travel in parts and by digest. */
export const maxMessageBytes = 512 * 1024;

/** Kafka's settings for a topic: domain topics keep everything, for ever. */
export const topicSettings = (topic: Topic): Readonly<Record<string, string>> =>
  topic.compacted
    ? { 'cleanup.policy': 'compact', 'max.message.bytes': String(maxMessageBytes * 2) }
    : {
        'cleanup.policy': 'delete',
        'retention.ms': '-1',
        'retention.bytes': '-1',
        'max.message.bytes': String(maxMessageBytes * 2),
      };
