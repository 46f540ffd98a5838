import type { TopicName } from './contract.ts';

export type Topic = {
  readonly name: TopicName;
  /** The only service that sends to it. */
  readonly owner: string;
  readonly key: string;
  readonly partitions: number;
  /** Only where each message is the whole state of its key. */
  readonly compacted: boolean;
};

const topic = (owner: string, name: TopicName, key: string, compacted = false): Topic => ({
  name,
  owner,
  key,
  partitions: 6,
  compacted,
});

export const topics: readonly Topic[] = [
  topic('competency', 'framework', 'frameworkId'),
  topic('competency', 'practitioner', 'practitionerId', true),
  topic('competency', 'affiliation', 'practitionerId'),
  topic('competency', 'agency', 'agencyId'),
  topic('competency', 'attainment', 'practitionerId'),
  topic('question-bank', 'form', 'formId'),
  topic('exam-delivery', 'attempt', 'attemptId'),
  topic('exam-delivery', 'result', 'attemptId'),
  topic('certificates', 'certificate', 'certificateId'),
  topic('identity', 'account', 'accountId'),
];

/** A message stays under 512 KiB; larger things travel in parts and by digest. */
export const maxMessageBytes = 512 * 1024;

// By default Kafka drops a tombstone after a day: a service that was away for two would keep the name.
// Not the greatest number that it takes: it adds this to the time.
const aCentury = 100 * 365 * 24 * 3600 * 1000;

/** Kafka's settings for a topic: domain topics keep everything, for ever. */
export const topicSettings = (topic: Topic): Readonly<Record<string, string>> =>
  topic.compacted
    ? {
        'cleanup.policy': 'compact',
        'delete.retention.ms': String(aCentury),
        'max.message.bytes': String(maxMessageBytes * 2),
      }
    : {
        'cleanup.policy': 'delete',
        'retention.ms': '-1',
        'retention.bytes': '-1',
        'max.message.bytes': String(maxMessageBytes * 2),
      };
