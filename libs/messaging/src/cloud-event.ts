// CloudEvents 1.0.2, Kafka protocol binding 1.0.2 §3.2: binary content mode, attributes as ce_ headers.
import {
  cloudEventType,
  contractOf,
  type Event,
  type EventData,
  type EventName,
  isEventName,
  isReadable,
  type JsonSchema,
  nameOfCloudEventType,
  readerProblem,
} from '#libs/contracts';

export type OutboxRow = {
  readonly seq: string;
  readonly event_id: string;
  readonly name: EventName;
  readonly topic: string;
  readonly key: string;
  readonly version: string;
  readonly time: Date;
  readonly traceparent: string;
  readonly data: string | null;
};

/** A message as it came from Kafka, in text; this is what is kept of a parked event or dead letter. */
export type Message = {
  readonly key: string;
  readonly value: string | null;
  readonly headers: Readonly<Record<string, string>>;
};

export const toMessage = (row: OutboxRow, service: string): Message => ({
  key: row.key,
  value: row.data,
  headers: {
    'content-type': 'application/json',
    ce_specversion: '1.0',
    ce_id: row.event_id,
    ce_type: cloudEventType(row.name),
    ce_source: `/services/${service}`,
    ce_subject: row.key,
    ce_time: row.time.toISOString(),
    ce_aggregateversion: row.version,
    ce_traceparent: row.traceparent,
  },
});

/** The headers of a message, for its readers' documents. */
export const messageHeaders: JsonSchema = {
  type: 'object',
  properties: {
    'content-type': { const: 'application/json' },
    ce_specversion: { const: '1.0' },
    ce_id: {
      type: 'string',
      format: 'uuid',
      description: 'The event: sent again, it is the same.',
    },
    ce_type: { type: 'string', description: 'sanad.<event>.v1' },
    ce_source: { type: 'string', description: '/services/<service that sent it>' },
    ce_subject: { type: 'string', description: 'The key of the message.' },
    ce_time: { type: 'string', format: 'date-time', description: 'When it became true.' },
    ce_aggregateversion: {
      type: 'string',
      pattern: '^[0-9]+$',
      description: 'The version of the aggregate: a reader ignores an older one than it has seen.',
    },
    ce_traceparent: { type: 'string', description: 'W3C Trace Context.' },
  },
  required: [
    'content-type',
    'ce_specversion',
    'ce_id',
    'ce_type',
    'ce_source',
    'ce_subject',
    'ce_time',
    'ce_aggregateversion',
    'ce_traceparent',
  ],
};

export const nameOf = (message: Message): EventName | null => {
  const name = nameOfCloudEventType(message.headers['ce_type'] ?? '');
  return name !== null && isEventName(name) ? name : null;
};

/** The aggregate whose version the event carries. */
export const aggregateOf = (event: Event<EventName>): string => {
  const { topic, aggregate } = contractOf(event.name);
  const field = aggregate && Object.entries(event.data ?? {}).find(([name]) => name === aggregate);
  return `${topic}/${field ? String(field[1]) : event.key}`;
};

export type Reading = { readonly event: Event<EventName> } | { readonly problem: string };

const parse = (value: string | null): { readonly data: unknown } | null => {
  try {
    return { data: value === null ? null : JSON.parse(value) };
  } catch {
    return null;
  }
};

export const readEvent = (name: EventName, { key, value, headers }: Message): Reading => {
  const id = headers['ce_id'];
  // Number('') is 0: an empty header would be the oldest version of all.
  const version = Number(headers['ce_aggregateversion'] || NaN);
  const time = headers['ce_time'];
  if (!id) return { problem: `${name}: the event has no id` };
  if (!Number.isSafeInteger(version)) return { problem: `${name}: the event has no version` };
  if (!time) return { problem: `${name}: the event has no time` };
  const parsed = parse(value);
  if (!parsed) return { problem: `${name}: the data is not JSON` };
  if (!isReadable(name, parsed.data)) {
    return { problem: readerProblem(name, parsed.data) ?? `${name}: the data is invalid` };
  }
  const data: EventData<EventName> = parsed.data;
  return {
    event: {
      id,
      name,
      source: headers['ce_source'] ?? '',
      key,
      version,
      time,
      traceparent: headers['ce_traceparent'] ?? null,
      data,
    },
  };
};
