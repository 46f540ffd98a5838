// Writes docs/asyncapi.json (AsyncAPI 3.0) from the contracts, and only when its parser accepts it.
// `--check` says whether the file is stale; `--file FILE` means another one.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  type AnyContract,
  cloudEventType,
  contracts,
  type Topic,
  topics,
  topicSettings,
} from '#libs/contracts';
import { messageHeaders } from '#libs/messaging';

const project = join(import.meta.dirname, '../..');
const { values } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    file: { type: 'string', default: join(project, 'docs/asyncapi.json') },
  },
});

const version = (): string => {
  const text = readFileSync(join(project, 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
};

const ref = (...path: string[]): { $ref: string } => ({ $ref: ['#', ...path].join('/') });

const configuration = (topic: Topic): object =>
  Object.fromEntries(
    Object.entries(topicSettings(topic)).map(([name, value]) => [
      name,
      name === 'cleanup.policy' ? [value] : Number(value),
    ]),
  );

const messageOf = ({ name, topic, summary, data, aggregate, example }: AnyContract): object => ({
  name: cloudEventType(name),
  title: name,
  summary,
  contentType: 'application/json',
  headers: { type: 'object', properties: { ce_type: { const: cloudEventType(name) } } },
  payload: data,
  traits: [ref('components', 'messageTraits', 'cloudEvent')],
  bindings: {
    kafka: {
      key: {
        type: 'string',
        format: 'uuid',
        description: topics.find((one) => one.name === topic)?.key ?? '',
      },
      bindingVersion: '0.5.0',
    },
  },
  examples: [{ name: 'example', payload: example.data }],
  'x-aggregate': aggregate ?? null,
});

const channelOf = (topic: Topic): object => ({
  address: topic.name,
  description: `Keyed by ${topic.key}; sent by ${topic.owner} alone. ${
    topic.compacted
      ? 'Each message is the whole state of its key; a tombstone erases it.'
      : 'Kept for ever.'
  }`,
  messages: Object.fromEntries(
    contracts
      .filter((one) => one.topic === topic.name)
      .map(({ name }) => [name, ref('components', 'messages', name)]),
  ),
  bindings: {
    kafka: {
      partitions: topic.partitions,
      topicConfiguration: configuration(topic),
      bindingVersion: '0.5.0',
    },
  },
});

const sending = ({ name, topic, summary }: AnyContract): object => ({
  action: 'send',
  channel: ref('channels', topic),
  summary,
  tags: [{ name: topics.find((one) => one.name === topic)?.owner ?? '' }],
  messages: [ref('channels', topic, 'messages', name)],
});

const document = {
  asyncapi: '3.0.0',
  info: {
    title: 'Sanad: events',
    version: version(),
    description:
      'What the services tell each other, over Kafka and in no other way: CloudEvents 1.0 in binary mode, plain JSON. ' +
      'One key, one order; an event may come more than once and is known by its ce_id. ' +
      'Only optional fields are ever added, so that a reader ignores what it does not know.',
    license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
  },
  defaultContentType: 'application/json',
  channels: Object.fromEntries(topics.map((topic) => [topic.name, channelOf(topic)])),
  operations: Object.fromEntries(contracts.map((one) => [one.name, sending(one)])),
  components: {
    messages: Object.fromEntries(contracts.map((one) => [one.name, messageOf(one)])),
    messageTraits: { cloudEvent: { headers: messageHeaders } },
  },
};

const problemsOf = async (text: string): Promise<string[]> => {
  // The parser takes a second to load, and a check does without it.
  const { Parser } = await import('@asyncapi/parser');
  const found = await new Parser().validate(text);
  // Spectral's severities: 0 error, 1 warning, 2 information.
  return found
    .filter(({ severity }) => severity <= 1)
    .map(({ path, message }) => `${path.join('.')}: ${message}`);
};

const written = (): string | null => {
  try {
    return readFileSync(values.file, 'utf8');
  } catch {
    return null;
  }
};

const text = `${JSON.stringify(document, null, 2)}\n`;
if (values.check) {
  if (written() !== text) {
    console.log(`${values.file} is stale. Run: npm run generate`);
    process.exitCode = 1;
  }
} else {
  const problems = await problemsOf(text);
  if (problems.length > 0) {
    console.log(`Not valid AsyncAPI:\n${problems.join('\n')}`);
    process.exitCode = 1;
  } else writeFileSync(values.file, text);
}
