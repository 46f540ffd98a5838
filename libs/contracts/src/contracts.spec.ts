import { describe, expect, it } from '@jest/globals';
import { contractOf, contracts, type EventData, type EventName } from './contracts.ts';
import { cloudEventType, event, nameOfCloudEventType } from './event.ts';
import { topics } from './topics.ts';
import { readerProblem, writerProblem } from './validate.ts';

const exampleOf = (name: EventName): object => {
  const { data } = contractOf(name).example;
  return typeof data === 'object' && data !== null ? data : {};
};

const changed = exampleOf('affiliation.changed');

describe('contracts', () => {
  it.each(contracts.map((one) => [one.name, one] as const))(
    'the example of %s is what its schema says, for writer and reader',
    (name, { example }) => {
      expect(writerProblem(name, example.data)).toBeNull();
      expect(readerProblem(name, example.data)).toBeNull();
    },
  );

  it('every event travels in a topic that is declared, under a key that its data names', () => {
    for (const { name, topic, example } of contracts) {
      const declared = topics.find((one) => one.name === topic);
      expect([name, declared?.name]).toEqual([name, topic]);
      if (example.data !== null && declared) {
        expect(exampleOf(name)).toHaveProperty(declared.key, example.key);
      }
    }
  });

  it('an aggregate is a field of the data', () => {
    for (const { name, aggregate } of contracts) {
      if (aggregate)
        expect([name, Object.keys(exampleOf(name))]).toEqual([
          name,
          expect.arrayContaining([aggregate]),
        ]);
    }
  });

  it('a writer may not send a field that the schema does not name, a reader bears it', () => {
    const withName = { ...changed, givenName: 'Zarina' };
    expect(writerProblem('affiliation.changed', withName)).toContain('givenName');
    expect(readerProblem('affiliation.changed', withName)).toBeNull();
  });

  it('a stray field deep inside is refused, too', () => {
    const stray = {
      ...exampleOf('attainment.recorded'),
      source: { kind: 'result', id: 'x', key: 'B' },
    };
    expect(writerProblem('attainment.recorded', stray)).toContain('/source');
  });

  it('the reason names the place and not the value', () => {
    const reason = readerProblem('affiliation.changed', { ...changed, agencyId: 'Zarina' });
    expect(reason).toContain('/agencyId');
    expect(reason).not.toContain('Zarina');
  });

  it('the type of an event is that of its schema', () => {
    const data: EventData<'agency.changed'> = {
      agencyId: '51b7a0c2-0d61-4f0a-8c11-6a8d1f2b3c21',
      code: 'A',
      title: { en: 'A', ru: 'А', tg: 'А' },
      kind: 'police',
      region: 'sughd',
    };
    const draft = event('agency.changed', {
      key: data.agencyId,
      version: 1,
      at: new Date(0),
      data,
    });
    expect(draft.data.title.tg).toBe('А');
    // @ts-expect-error a region is a string
    const wrong: EventData<'agency.changed'> = { ...data, region: 3 };
    expect(writerProblem('agency.changed', wrong)).toContain('/region');
  });

  it('the CloudEvents type says name and version, and only ours is read back', () => {
    expect(cloudEventType('result.decided')).toBe('sanad.result.decided.v1');
    expect(nameOfCloudEventType('sanad.result.decided.v1')).toBe('result.decided');
    expect(nameOfCloudEventType('other.result.decided.v1')).toBeNull();
  });
});
