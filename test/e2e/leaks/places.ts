// Where something could have leaked to: the logs, every Kafka topic, every table.
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kafka, logLevel, type KafkaMessage } from 'kafkajs';
import pg from 'pg';

export interface Place {
  readonly name: string;
  readonly text: string;
}

export function logsIn(folder: string): Place[] {
  return readdirSync(folder).map((file) => ({
    name: `log ${file}`,
    text: readFileSync(join(folder, file), 'utf8'),
  }));
}

/** Every message of every topic from its beginning: key, headers and value. */
export async function topicsOf(brokers: string): Promise<Place[]> {
  const kafka = new Kafka({
    clientId: 'leaks',
    brokers: brokers.split(','),
    logLevel: logLevel.NOTHING,
  });
  const admin = kafka.admin();
  await admin.connect();
  const topics = (await admin.listTopics()).filter((topic) => !topic.startsWith('__'));
  const ends = new Map<string, number>();
  for (const topic of topics) {
    for (const { partition, low, high } of await admin.fetchTopicOffsets(topic)) {
      if (low !== high) ends.set(`${topic} ${partition}`, Number(high));
    }
  }
  const texts = new Map<string, string[]>(topics.map((topic) => [topic, []]));
  const groupId = `leaks-${randomBytes(6).toString('hex')}`;
  const consumer = kafka.consumer({ groupId, allowAutoTopicCreation: false });
  await consumer.connect();
  await consumer.subscribe({ topics, fromBeginning: true });
  await new Promise<void>((done, failed) => {
    consumer
      .run({
        eachBatch: async ({ batch: { topic, partition, messages } }) => {
          texts.get(topic)?.push(...messages.map(textOf));
          const reached = Number(messages.at(-1)?.offset ?? 0) + 1;
          const place = `${topic} ${partition}`;
          if (reached >= (ends.get(place) ?? 0)) ends.delete(place);
          if (ends.size === 0) done();
        },
      })
      .catch(failed);
  });
  await consumer.disconnect();
  await admin.deleteGroups([groupId]);
  await admin.disconnect();
  return [...texts].map(([topic, found]) => ({ name: `topic ${topic}`, text: found.join('\n') }));
}

function textOf({ key, headers, value }: KafkaMessage): string {
  const head = Object.entries(headers ?? {}).map(([name, one]) => `${name}: ${String(one)}`);
  const text = value?.toString('utf8') ?? '';
  return [String(key), ...head, text, decoded(text)].join('\n');
}

/** What stands in base64 or, as bytes in a table, in hex is read, too: only what is encrypted is not. */
function decoded(text: string): string {
  const base64 = text.match(/[A-Za-z0-9+/_-]{64,}={0,2}/g) ?? [];
  const hex = text.match(/(?<=\\x)[0-9a-f]{64,}/g) ?? [];
  return [
    ...base64.map((one) => Buffer.from(one, 'base64').toString('utf8')),
    ...hex.map((one) => Buffer.from(one, 'hex').toString('utf8')),
  ].join('\n');
}

/** Every table of every service; of the outbox, what goes to the topic `practitioner` by itself. */
export async function tablesOf(databaseUrl: string): Promise<Place[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ place: string; name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS place, tablename AS name FROM pg_tables
       WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
    );
    const places: Place[] = [];
    const read = async (name: string, sql: string): Promise<void> => {
      const { rows } = await client.query<{ text: string }>(sql);
      const text = rows.map((row) => row.text).join('\n');
      places.push({ name: `table ${name}`, text: `${text}\n${decoded(text)}` });
    };
    for (const { place, name } of tables) {
      if (name === 'outbox') {
        const rest = "topic <> 'practitioner'";
        await read(place, `SELECT t::text AS text FROM ${place} t WHERE ${rest}`);
        await read(
          `${place} of practitioner`,
          `SELECT t::text AS text FROM ${place} t WHERE NOT (${rest})`,
        );
      } else await read(place, `SELECT t::text AS text FROM ${place} t`);
    }
    return places;
  } finally {
    await client.end();
  }
}
