import type { EventData, EventName } from './contracts.ts';

/** An event as a reader gets it. `time` is when it became true (ISO 8601, UTC). */
export type Event<N extends EventName> = {
  readonly id: string;
  readonly name: N;
  readonly source: string;
  readonly key: string;
  readonly version: number;
  readonly time: string;
  readonly traceparent: string | null;
  readonly data: EventData<N>;
};

export type EventDraft<N extends EventName = EventName> = {
  readonly name: N;
  readonly key: string;
  readonly version: number;
  readonly at: Date;
  readonly data: EventData<N>;
};

/** What `publish` takes: `version` is the aggregate's, `at` the instant at which it became true. */
export const event = <N extends EventName>(
  name: N,
  { key, version, at, data }: Omit<EventDraft<N>, 'name'>,
): EventDraft<N> => ({ name, key, version, at, data });

const prefix = 'sanad.';
const suffix = '.v1';

/** The CloudEvents type of an event. */
export const cloudEventType = (name: EventName): string => `${prefix}${name}${suffix}`;

export const nameOfCloudEventType = (type: string): string | null =>
  type.startsWith(prefix) && type.endsWith(suffix)
    ? type.slice(prefix.length, -suffix.length)
    : null;
