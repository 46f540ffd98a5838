import { describe, expect, it } from '@jest/globals';
import type { JsonSchema } from './json-schema.ts';
import {
  integer,
  list,
  nullable,
  object,
  oneOf,
  optional,
  string,
  uuid,
  words,
} from './json-schema.ts';
import { compareContracts, contractsToRelease, type Released } from './released.ts';

const topic = { name: 'agency', key: 'agencyId', partitions: 6, compacted: false } as const;

const unit = { unitId: uuid, title: words };
const fields = {
  agencyId: uuid,
  code: string,
  kind: oneOf('police', 'court'),
  head: nullable(uuid),
  note: optional(string),
  units: list(object(unit)),
};

const contractOf = (data: JsonSchema, more: Partial<Released> = {}): Released => ({
  name: 'agency.changed',
  topic,
  aggregate: null,
  data,
  ...more,
});

const released = contractOf(object(fields));
const { note: _, ...withoutNote } = fields;

const said = (now: Released): string[] =>
  compareContracts([released], [now]).map(
    ({ event, field, what, allowed }) => `${allowed ? '' : 'refused: '}${event} ${field} ${what}`,
  );

describe('what a released contract may become', () => {
  it('is itself, whatever the order of its enumerations', () => {
    expect(said(released)).toEqual([]);
    expect(said(contractOf(object({ ...fields, kind: oneOf('court', 'police') })))).toEqual([]);
    expect(compareContracts(contractsToRelease(), contractsToRelease())).toEqual([]);
  });

  it('may have a new optional field, on top and deep inside, and events beside it', () => {
    const units = list(object({ ...unit, phone: optional(string) }));
    expect(said(contractOf(object({ ...fields, units, since: optional(string) })))).toEqual([
      'agency.changed data.units[].phone is new and optional',
      'agency.changed data.since is new and optional',
    ]);
    const beside = contractOf(object(fields), { name: 'agency.closed' });
    expect(compareContracts([released], [released, beside])).toEqual([
      { event: 'agency.closed', field: 'event', what: 'is new', allowed: true },
    ]);
  });

  const forbidden: readonly (readonly [string, Released, string])[] = [
    ['a field removed', contractOf(object(withoutNote)), 'data.note was removed'],
    [
      'a new required field',
      contractOf(object({ ...fields, since: string })),
      'data.since is new and required',
    ],
    [
      'a new required field deep inside',
      contractOf(object({ ...fields, units: list(object({ ...unit, code: string })) })),
      'data.units[].code is new and required',
    ],
    [
      'another type',
      contractOf(object({ ...fields, code: integer })),
      'data.code type was "string", is "integer"',
    ],
    [
      'another type where null is allowed, too',
      contractOf(object({ ...fields, head: nullable(string) })),
      'data.head format was "uuid", is undefined',
    ],
    [
      'null where it was not allowed',
      contractOf(object({ ...fields, code: nullable(string) })),
      'data.code type was "string", is undefined',
    ],
    [
      'an optional field that is required now',
      contractOf(object({ ...fields, note: string })),
      'data.note was optional and is required',
    ],
    [
      'a required field that may be missing now',
      contractOf(object({ ...fields, code: optional(string) })),
      'data.code was required and is optional',
    ],
    [
      'a value more in an enumeration',
      contractOf(object({ ...fields, kind: oneOf('police', 'court', 'lab') })),
      'data.kind enum was ["police","court"], is ["police","court","lab"]',
    ],
    [
      'another topic',
      contractOf(object(fields), { topic: { ...topic, name: 'affiliation' } }),
      'topic.name was agency, is affiliation',
    ],
    [
      'another key, by which the order is',
      contractOf(object(fields), { topic: { ...topic, key: 'unitId' } }),
      'topic.key was agencyId, is unitId',
    ],
    [
      'more partitions, which would send a key elsewhere',
      contractOf(object(fields), { topic: { ...topic, partitions: 12 } }),
      'topic.partitions was 6, is 12',
    ],
    [
      'a version of something else',
      contractOf(object(fields), { aggregate: 'unitId' }),
      'aggregate was null, is unitId',
    ],
  ];

  it.each(forbidden)('may not have %s', (_name, now, what) => {
    expect(said(now)).toContain(`refused: agency.changed ${what}`);
  });

  it('may not be gone', () => {
    expect(compareContracts([released], [])).toEqual([
      { event: 'agency.changed', field: 'event', what: 'was removed', allowed: false },
    ]);
  });
});
