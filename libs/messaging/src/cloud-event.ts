// CloudEvents 1.0.2, Kafka protocol binding 1.0.2 §3.2: binary content mode, attributes as ce_ headers.
import {
  cloudEventType,
  contractOf,
  type Event,
  type EventData,
  type EventName,
  isEventName,
  isReadable,
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
  const version = Number(headers['ce_aggregateversion']);
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
