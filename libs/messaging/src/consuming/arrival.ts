import type { Event, EventName } from '#libs/contracts';
import { aggregateOf, type Message, nameOf, readEvent } from '../cloud-event.ts';

/** Within a consumer the events of one key are handled one after another, in their order. */
export type Lane = { readonly consumer: string; readonly topic: string; readonly key: string };

/** A message on its way into a service. */
export type Arrival = {
  readonly lane: Lane;
  readonly generation: number;
  readonly eventId: string;
  readonly name: EventName;
  readonly message: Message;
};

/** Runs the handler of the event in the transaction. */
export type Handle = (
  consumer: string,
  event: Event<EventName>,
  tx: import('typeorm').EntityManager,
) => Promise<void>;

export class UnreadableEvent extends Error {
  constructor(problem: string) {
    super(problem);
    this.name = 'UnreadableEvent';
  }
}

/** The copies were rebuilt meanwhile: this consumer belongs to the generation before. */
export class StaleGeneration extends Error {
  constructor() {
    super('The copies were rebuilt by another process');
    this.name = 'StaleGeneration';
  }
}

export const readArrival = (name: EventName, message: Message): Event<EventName> => {
  const reading = readEvent(name, message);
  if ('problem' in reading) throw new UnreadableEvent(reading.problem);
  return reading.event;
};

/** What the inbox keeps of an event: its aggregate and version, so that an older one is known. */
export const versionOf = (
  name: EventName,
  message: Message,
): { aggregate: string; version: number } | null => {
  const reading = readEvent(name, message);
  return 'problem' in reading
    ? null
    : { aggregate: aggregateOf(reading.event), version: reading.event.version };
};

// PostgreSQL's text holds no NUL, and what comes from outside may.
export const storable = (text: string): string => text.replaceAll('\0', '\uFFFD');

export const encodeMessage = (message: Message): Buffer => Buffer.from(JSON.stringify(message));

export const decodeMessage = (record: Buffer): { message: Message; name: EventName } => {
  const message = JSON.parse(record.toString()) as Message;
  const name = nameOf(message);
  if (!name) throw new Error('What was stored is not an event of ours');
  return { message, name };
};
