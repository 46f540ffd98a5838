import { describe, expect, it } from '@jest/globals';
import { batchLimits, parseBatch } from './journal-batch.ts';
import { textLimits } from './text-limits.ts';

const good = { seq: 1, item: 'item-1', response: { RESPONSE: 'A' }, at: '2026-11-24T09:00:00Z' };
const limits = new Map([['SHORT', textLimits.entry]]);
const parse = (payload: unknown) =>
  parseBatch(payload, (item) => (item === 'item-1' ? limits : undefined), ['en', 'tg']);
const fieldOf = (change: object): string => {
  const parsed = parse({ entries: [{ ...good, ...change }] });
  return parsed.outcome === 'invalid' ? (parsed.faults[0]?.field ?? '?') : 'taken';
};

describe('a batch of entries', () => {
  it('is read in order, with canonical bodies', () => {
    const parsed = parse({ entries: [good, { ...good, seq: 2, response: { b: 1, a: 2 } }] });
    expect(parsed).toMatchObject({
      outcome: 'batch',
      entries: [
        { seq: 1, kind: 'response', item: 'item-1', body: '{"RESPONSE":"A"}' },
        { seq: 2, body: '{"a":2,"b":1}' },
      ],
    });
  });

  it.each([
    ['a number below 1', { seq: 0 }, 'entries.0.seq'],
    ['a number that is text', { seq: '1' }, 'entries.0.seq'],
    ['a broken number', { seq: 1.5 }, 'entries.0.seq'],
    ['an item of another form', { item: 'item-2' }, 'entries.0.item'],
    ['no item', { item: null }, 'entries.0.item'],
    ['an unknown kind', { kind: 'submitted' }, 'entries.0.kind'],
    ['a response that is a list', { response: ['A'] }, 'entries.0.response'],
    ['a text that is too long', { response: { R: 'x'.repeat(10_001) } }, 'entries.0.response.R'],
    ['a short text that is', { response: { SHORT: 'x'.repeat(401) } }, 'entries.0.response.SHORT'],
    ['one in a list', { response: { R: ['A', 'x'.repeat(10_001)] } }, 'entries.0.response.R'],
    [
      'a response that is too long with all its parts',
      { response: Object.fromEntries([1, 2, 3, 4].map((n) => [n, 'x'.repeat(9_999)])) },
      'entries.0.response',
    ],
    ['a NUL', { response: { R: '\u0000' } }, 'entries.0.response'],
    [
      'a language that is not offered',
      { kind: 'language', item: null, response: 'fr' },
      'entries.0.response',
    ],
    ['a flag that is no boolean', { kind: 'flag', response: 'yes' }, 'entries.0.response'],
    ['a time without a zone', { at: '2026-11-24T09:00:00' }, 'entries.0.at'],
    ['no time', { at: undefined }, 'entries.0.at'],
    ['a day that does not exist', { at: '2026-13-45T09:00:00Z' }, 'entries.0.at'],
  ])('names the field: %s', (_, change, field) => {
    expect(fieldOf(change)).toBe(field);
  });

  it('takes texts up to the limit, and says the limit beside the place of one that is longer', () => {
    expect(fieldOf({ response: { SHORT: 'x'.repeat(400), R: 'x'.repeat(10_000) } })).toBe('taken');
    expect(parse({ entries: [{ ...good, response: { SHORT: 'x'.repeat(401) } }] })).toMatchObject({
      faults: [{ code: 'too-long', limit: 400, message: 'at most 400 characters' }],
    });
  });

  it('names every faulty entry, so that those can be set apart and the others go on', () => {
    const long = { SHORT: 'x'.repeat(401) };
    const entries = [1, 2, 3, 4].map((seq) => ({ ...good, seq }));
    entries[1] = { ...good, seq: 2, item: 'item-2' };
    entries[3] = { ...good, seq: 4, response: long as never };
    expect(parse({ entries })).toMatchObject({
      outcome: 'invalid',
      faults: [
        { field: 'entries.1.item', code: 'not-valid' },
        { field: 'entries.3.response.SHORT', code: 'too-long' },
      ],
    });
  });

  it('takes back an answer, switches the language, sets a flag', () => {
    expect(fieldOf({ response: null })).toBe('taken');
    expect(fieldOf({ kind: 'language', item: null, response: 'tg' })).toBe('taken');
    expect(fieldOf({ kind: 'flag', response: true })).toBe('taken');
  });

  it('refuses what is no batch, an empty one, one too long, and numbers out of order', () => {
    for (const payload of [null, 'x', [], {}, { entries: [] }, { entries: [null] }])
      expect(parse(payload)).toMatchObject({ outcome: 'invalid' });
    const many = Array.from({ length: batchLimits.entries + 1 }, (_, i) => ({
      ...good,
      seq: i + 1,
    }));
    expect(parse({ entries: many })).toMatchObject({ outcome: 'invalid' });
    expect(parse({ entries: [good, { ...good, seq: 3 }] })).toMatchObject({
      faults: [{ field: 'entries.1.seq' }],
    });
  });
});
