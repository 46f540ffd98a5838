// What a contract may become: all that was released stays as it was, and only optional fields come
// to it. So a reader of today understands the oldest event of a topic, and a reader of then the newest.
import { isDeepStrictEqual } from 'node:util';
import { type AnyContract, contracts } from './contracts.ts';
import type { JsonSchema } from './json-schema.ts';
import { type Topic, topics } from './topics.ts';

/** An event as it was frozen at a release: libs/contracts/released/<name>.json. */
export type Released = {
  readonly name: string;
  readonly topic: Pick<Topic, 'name' | 'key' | 'partitions' | 'compacted'>;
  readonly aggregate: string | null;
  readonly data: JsonSchema;
};

export type Difference = {
  readonly event: string;
  /** The place: `data.levels[].code`, or `topic.key`. */
  readonly field: string;
  readonly what: string;
  readonly allowed: boolean;
};

type Found = Omit<Difference, 'event'>;

const asReleased = ({ name, topic, aggregate, data }: AnyContract): Released => {
  const declared = topics.find((one) => one.name === topic);
  if (!declared) throw new Error(`The topic ${topic} of ${name} is not declared`);
  const { key, partitions, compacted } = declared;
  return {
    name,
    topic: { name: topic, key, partitions, compacted },
    aggregate: aggregate ?? null,
    data,
  };
};

/** The contracts of today, in the form in which they are frozen. */
export const contractsToRelease = (): Released[] => contracts.map(asReleased);

const isRecord = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const recordOf = (value: unknown): JsonSchema => (isRecord(value) ? value : {});
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const refused = (field: string, what: string): Found => ({ field, what, allowed: false });

const inOrder = (value: unknown): unknown =>
  Array.isArray(value) ? value.toSorted((a, b) => (String(a) < String(b) ? -1 : 1)) : value;

const fields = (before: JsonSchema, now: JsonSchema, place: string): Found[] => {
  const [then, today] = [recordOf(before['properties']), recordOf(now['properties'])];
  const needed = (schema: JsonSchema, name: string): boolean =>
    listOf(schema['required']).includes(name);
  return [...new Set([...Object.keys(then), ...Object.keys(today)])].flatMap((name): Found[] => {
    const field = `${place}.${name}`;
    if (!(name in today)) return [refused(field, 'was removed')];
    if (!(name in then)) {
      if (needed(now, name)) return [refused(field, 'is new and required')];
      return [{ field, what: 'is new and optional', allowed: true }];
    }
    const inside = differencesOf(recordOf(then[name]), recordOf(today[name]), field);
    if (needed(before, name) === needed(now, name)) return inside;
    const what = needed(now, name)
      ? 'was optional and is required'
      : 'was required and is optional';
    return [refused(field, what), ...inside];
  });
};

// Everything that is no field: a type, a format, a limit, the values of an enumeration. A wider one
// would surprise the readers of then, a narrower one makes events that were sent unreadable.
const rules = (before: JsonSchema, now: JsonSchema, place: string): Found[] =>
  [...new Set([...Object.keys(before), ...Object.keys(now)])].flatMap((keyword): Found[] => {
    const [then, today] = [before[keyword], now[keyword]];
    if (keyword === 'properties' || keyword === 'required') return [];
    if (keyword === 'items' && isRecord(then) && isRecord(today)) {
      return differencesOf(then, today, `${place}[]`);
    }
    if (keyword === 'anyOf' && listOf(then).length === listOf(today).length) {
      return listOf(then).flatMap((one, index) =>
        differencesOf(recordOf(one), recordOf(listOf(today)[index]), place),
      );
    }
    if (isDeepStrictEqual(inOrder(then), inOrder(today))) return [];
    return [refused(place, `${keyword} was ${JSON.stringify(then)}, is ${JSON.stringify(today)}`)];
  });

const differencesOf = (before: JsonSchema, now: JsonSchema, place: string): Found[] => [
  ...rules(before, now, place),
  ...fields(before, now, place),
];

const transport = (before: Released, now: Released): Found[] => {
  const settings = ['name', 'key', 'partitions', 'compacted'] as const;
  const moved = settings
    .filter((one) => before.topic[one] !== now.topic[one])
    .map((one) => refused(`topic.${one}`, `was ${before.topic[one]}, is ${now.topic[one]}`));
  return before.aggregate === now.aggregate
    ? moved
    : [...moved, refused('aggregate', `was ${before.aggregate}, is ${now.aggregate}`)];
};

/** All that differs between the released contracts and others; it is compatible when all is allowed. */
export const compareContracts = (
  released: readonly Released[],
  current: readonly Released[],
): Difference[] => {
  const before = new Map(released.map((one) => [one.name, one]));
  const now = new Map(current.map((one) => [one.name, one]));
  return [...new Set([...before.keys(), ...now.keys()])].flatMap((event): Difference[] => {
    const [then, today] = [before.get(event), now.get(event)];
    if (!today) return [{ event, ...refused('event', 'was removed') }];
    if (!then) return [{ event, field: 'event', what: 'is new', allowed: true }];
    const found = [...transport(then, today), ...differencesOf(then.data, today.data, 'data')];
    return found.map((one) => ({ event, ...one }));
  });
};
