import { describe, expect, it } from '@jest/globals';
import type { Entry } from './journal.ts';
import { faultsOf } from './refused.ts';

const sent: Entry[] = [4, 5, 6].map((seq) => ({
  seq,
  kind: 'response',
  item: `item-${seq}`,
  response: { RESPONSE: 'A' },
  at: '2026-11-24T09:00:00.000Z',
}));

describe('the places that a refusal names', () => {
  it('are those of the batch, and become the numbers of its entries, each with its reason', () => {
    const errors = [
      { field: 'entries.0.response.RESPONSE', code: 'too-long', limit: 400 },
      { field: 'entries.2.item', code: 'not-valid' },
      { field: 'entries.2.response' },
    ];
    expect(faultsOf(errors, sent)).toEqual({
      about: 'entries',
      faults: [
        { seq: 4, why: { code: 'too-long', limit: 400 } },
        { seq: 6, why: { code: 'not-valid' } },
      ],
    });
  });

  it('name no entry where only the numbers are wrong: the entries are good', () => {
    expect(faultsOf([{ field: 'entries.1.seq' }], sent)).toEqual({ about: 'numbers' });
  });

  it('may be of no entry at all', () => {
    for (const field of ['entries', 'entries.9.response', 'body'])
      expect(faultsOf([{ field }], sent)).toEqual({ about: 'entries', faults: [] });
  });
});
