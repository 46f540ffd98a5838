import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { contractOf, type EventName } from '#libs/contracts';
import {
  aggregateOf,
  messageHeaders,
  nameOf,
  type OutboxRow,
  readEvent,
  toMessage,
} from './cloud-event.ts';

const rowOf = (name: EventName, more: Partial<OutboxRow> = {}): OutboxRow => {
  const { topic, example } = contractOf(name);
  return {
    seq: '7',
    event_id: '0f0e7f3a-3a6f-4f5c-9d1b-5a4b3c2d1e0f',
    name,
    topic,
    key: example.key,
    version: String(example.version),
    time: new Date('2026-11-24T08:00:00Z'),
    traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    data: example.data === null ? null : JSON.stringify(example.data),
    ...more,
  };
};

describe('an event as a message', () => {
  it('has the headers that the documents name, and no other', () => {
    const ajv = new Ajv({ strict: true });
    formats.default(ajv);
    const { headers } = toMessage(rowOf('agency.changed'), 'competency');
    const closed = ajv.compile({ ...messageHeaders, additionalProperties: false });
    closed(headers);
    expect(closed.errors).toBeNull();
  });

  it('is read back as it was written', () => {
    const row = rowOf('attainment.recorded');
    const message = toMessage(row, 'competency');
    expect(nameOf(message)).toBe('attainment.recorded');
    expect(readEvent('attainment.recorded', message)).toEqual({
      event: {
        id: row.event_id,
        name: 'attainment.recorded',
        source: '/services/competency',
        key: row.key,
        version: 1,
        time: '2026-11-24T08:00:00.000Z',
        traceparent: row.traceparent,
        data: contractOf('attainment.recorded').example.data,
      },
    });
  });

  it('counts the versions of what its data names, not of its key, where they differ', () => {
    const aggregate = (name: EventName): string => {
      const reading = readEvent(name, toMessage(rowOf(name), 'competency'));
      return 'event' in reading ? aggregateOf(reading.event) : reading.problem;
    };
    expect(aggregate('attainment.recorded')).toBe(
      'attainment/77a4e6f0-2b61-4f2f-9d1f-0a9c8b7d6e30',
    );
    expect(aggregate('practitioner.erased')).toBe(
      'practitioner/9d0f7a52-7c2b-8a41-9d15-3b5a2f1e4c20',
    );
  });

  it('without id, version, time, JSON or the data of its contract is not readable', () => {
    const sound = toMessage(rowOf('agency.changed'), 'competency');
    const without = (header: string) => ({ ...sound, headers: { ...sound.headers, [header]: '' } });
    const problem = (message: typeof sound): string => {
      const reading = readEvent('agency.changed', message);
      return 'problem' in reading ? reading.problem : 'none';
    };
    expect(problem(sound)).toBe('none');
    expect(problem(without('ce_id'))).toContain('no id');
    expect(problem(without('ce_aggregateversion'))).toContain('no version');
    expect(problem(without('ce_time'))).toContain('no time');
    expect(problem({ ...sound, value: '{' })).toContain('not JSON');
    expect(problem({ ...sound, value: '{}' })).toContain('agencyId');
    expect(nameOf({ ...sound, headers: { ce_type: 'other.agency.changed.v1' } })).toBeNull();
  });
});
