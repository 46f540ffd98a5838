import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import {
  canonicalBody,
  chain,
  currentAnswers,
  currentFlags,
  place,
  sameEntry,
  verifyChain,
} from './journal.ts';
import type { Entry, JournalRow } from './journal.ts';

const attemptId = '0b8b8c1e-53a9-4c39-8a2f-9f4f4b1c9b11';
const at = new Date('2026-11-24T09:00:00.123Z');

const entry = (seq: number, item: string | null, response: unknown): Entry => ({
  seq,
  kind: 'response',
  item,
  body: canonicalBody(response),
  claimedAt: at,
});
const begun = chain(attemptId, null, [{ ...entry(0, null, {}), kind: 'started' }], at, '');
const append = (rows: JournalRow[], ...entries: Entry[]): JournalRow[] => {
  const last = rows.at(-1);
  if (last === undefined) throw new Error('no row');
  return [...rows, ...chain(attemptId, last, entries, at, 'laptop')];
};
const journal = append(
  begun,
  entry(1, 'item-1', { RESPONSE: 'A' }),
  entry(2, 'item-2', { RESPONSE: ['B', 'C'] }),
  entry(3, 'item-1', { RESPONSE: 'D' }),
);

describe('the journal', () => {
  it('is intact as written, over several batches', () => {
    const more = append(journal, entry(4, 'item-3', null));
    expect(verifyChain(attemptId, more)).toMatchObject({ outcome: 'intact', entries: 5 });
  });

  it('shows every change of a row, whichever field it is', () => {
    const changes: ((row: JournalRow) => JournalRow)[] = [
      (row) => ({ ...row, body: canonicalBody({ RESPONSE: 'Z' }) }),
      (row) => ({ ...row, item: 'item-9' }),
      (row) => ({ ...row, kind: 'flag' }),
      (row) => ({ ...row, claimedAt: new Date(at.getTime() + 1) }),
      (row) => ({ ...row, serverAt: new Date(at.getTime() + 1) }),
      (row) => ({ ...row, device: 'another' }),
      (row) => ({ ...row, seq: row.seq + 1 }),
    ];
    for (const change of changes)
      for (const index of journal.keys()) {
        const forged = journal.map((row, i) => (i === index ? change(row) : row));
        expect(verifyChain(attemptId, forged)).toMatchObject({ outcome: 'broken' });
      }
  });

  it('shows a row left out, put in, moved, or brought from another attempt', () => {
    const [a, b, c, d] = journal as [JournalRow, JournalRow, JournalRow, JournalRow];
    for (const forged of [
      [a, c, d],
      [a, b, b, c, d],
      [a, c, b, d],
      [b, c, d],
    ])
      expect(verifyChain(attemptId, forged)).toMatchObject({ outcome: 'broken' });
    expect(verifyChain('another-attempt', journal)).toEqual({ outcome: 'broken', seq: 0 });
  });

  it('refuses to chain a number that does not follow', () => {
    expect(() => append(journal, entry(5, 'item-1', null))).toThrow(RangeError);
  });

  it('splits a batch into what may be known and what is new, and says a gap', () => {
    const [one, two, three] = [1, 2, 3].map((seq) => entry(seq, 'item-1', null));
    expect(place(1, [one, two, three] as Entry[])).toEqual({
      outcome: 'append',
      repeated: [one],
      fresh: [two, three],
    });
    expect(place(0, [two] as Entry[])).toEqual({ outcome: 'gap', expected: 1 });
    expect(place(0, [one, three] as Entry[])).toEqual({ outcome: 'gap', expected: 2 });
  });

  it('whatever the cuts and repeats of sending, what is appended is the sequence itself', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(20), fc.nat(8)), { maxLength: 30 }), (sendings) => {
        let head = 0;
        const written: number[] = [];
        for (const [from, count] of sendings) {
          const batch = Array.from({ length: count }, (_, i) => entry(from + 1 + i, 'x', from));
          const placed = place(head, batch);
          if (placed.outcome === 'gap') continue;
          written.push(...placed.fresh.map((e) => e.seq));
          head = placed.fresh.at(-1)?.seq ?? head;
        }
        expect(written).toEqual(written.map((_, i) => i + 1));
      }),
    );
  });

  it('knows the same entry sent again, however its JSON was written, from another one', () => {
    const sent = entry(1, 'item-1', { b: 1, a: [2] });
    expect(sameEntry(sent, entry(1, 'item-1', { a: [2], b: 1 }))).toBe(true);
    expect(sameEntry(sent, entry(1, 'item-1', { a: [3], b: 1 }))).toBe(false);
    expect(sameEntry(sent, { ...sent, claimedAt: new Date(0) })).toBe(false);
  });

  it('gives the last response to each item as its answer', () => {
    expect([...currentAnswers(journal)].map(([item, answer]) => [item, answer.response])).toEqual([
      ['item-1', { RESPONSE: 'D' }],
      ['item-2', { RESPONSE: ['B', 'C'] }],
    ]);
  });

  it('keeps flags apart from answers', () => {
    const flag = (seq: number, item: string, set: boolean): Entry => ({
      ...entry(seq, item, set),
      kind: 'flag',
    });
    const rows = append(
      journal,
      flag(4, 'item-1', true),
      flag(5, 'item-2', true),
      flag(6, 'item-2', false),
    );
    expect(currentFlags(rows)).toEqual(['item-1']);
    expect(currentAnswers(rows).size).toBe(2);
  });
});
