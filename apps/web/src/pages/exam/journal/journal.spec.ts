import { describe, expect, it } from '@jest/globals';
import {
  acknowledge,
  answersOf,
  batch,
  emptyJournal,
  flagsOf,
  rebase,
  record,
  takeOut,
  type Journal,
  type ServerState,
} from './journal.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 24, 9, minute));

function answered(journal: Journal, item: string, choice: string | null, minute: number): Journal {
  const response = choice === null ? null : { RESPONSE: choice };
  return record(journal, { kind: 'response', item, response }, at(minute)).journal;
}

const server = (
  acknowledged: number,
  answers: Record<string, [choice: string, minute: number]> = {},
): ServerState => ({
  acknowledged,
  flags: [],
  answers: Object.fromEntries(
    Object.entries(answers).map(([item, [choice, minute]]) => [
      item,
      { response: { RESPONSE: choice }, savedAt: at(minute).toISOString() },
    ]),
  ),
});

describe('the journal of an attempt in the browser', () => {
  it('numbers entries from 1 without a hole, across acknowledgements', () => {
    let journal = answered(answered(emptyJournal, 'a', 'A', 1), 'b', 'B', 2);
    journal = answered(acknowledge(journal, 2), 'c', 'C', 3);
    expect(journal.pending.map((entry) => entry.seq)).toEqual([3]);
  });

  it('sends in order and never more than the limit', () => {
    let journal = emptyJournal;
    for (let minute = 0; minute < 5; minute++) journal = answered(journal, 'a', 'A', minute);
    expect(batch(journal, { entries: 3, characters: 10_000 }).map((entry) => entry.seq)).toEqual([
      1, 2, 3,
    ]);
  });

  it('sends no larger batch than the server reads, but always one entry', () => {
    const long = answered(answered(emptyJournal, 'a', 'x'.repeat(600), 1), 'b', 'B', 2);
    const size = (characters: number) => batch(long, { entries: 9, characters }).length;
    expect([size(500), size(750), size(1_000)]).toEqual([1, 1, 2]);
  });

  it('closes the hole that a refused entry leaves', () => {
    const journal = answered(
      answered(answered(emptyJournal, 'a', 'A', 1), 'b', 'B', 2),
      'c',
      'C',
      3,
    );
    const left = takeOut({ ...journal, acknowledged: 0 }, new Set([1, 2]));
    expect(left.pending.map(({ seq, item }) => [seq, item])).toEqual([[1, 'c']]);
  });

  it('keeps what was recorded while a batch was on its way', () => {
    const sent = answered(emptyJournal, 'a', 'A', 1);
    const during = answered(sent, 'a', 'B', 2);
    expect(acknowledge(during, 1).pending.map((entry) => entry.seq)).toEqual([2]);
  });

  it('is not moved back by an acknowledgement that arrives late', () => {
    const journal = acknowledge(answered(answered(emptyJournal, 'a', 'A', 1), 'b', 'B', 2), 2);
    expect(acknowledge(journal, 1)).toBe(journal);
  });

  it('shows what is pending over what the server has, and an answer taken back as none', () => {
    const known = server(2, { a: ['A', 1], b: ['B', 1] });
    let journal: Journal = { acknowledged: 2, pending: [] };
    journal = answered(answered(journal, 'a', 'C', 2), 'b', null, 3);
    expect([...answersOf(journal, known)]).toEqual([['a', { RESPONSE: 'C' }]]);
  });

  it('has flags by the last word said about them', () => {
    const flag = (journal: Journal, item: string, on: boolean) =>
      record(journal, { kind: 'flag', item, response: on }, at(1)).journal;
    const journal = flag(flag(flag(emptyJournal, 'a', true), 'b', true), 'a', false);
    expect([...flagsOf(journal, { ...server(0), flags: ['c'] })].toSorted()).toEqual(['b', 'c']);
  });
});

describe('an attempt that went on elsewhere', () => {
  it('puts what is unsent here behind what the server has, without a number used twice', () => {
    const journal = answered(answered(emptyJournal, 'a', 'A', 5), 'b', 'B', 6);
    const after = rebase(journal, server(7));
    expect(after.pending.map(({ seq, item }) => [seq, item])).toEqual([
      [8, 'a'],
      [9, 'b'],
    ]);
  });

  it('lets the later answer stand, wherever it was given', () => {
    const journal = answered(answered(emptyJournal, 'a', 'A', 5), 'b', 'B', 6);
    const there = server(7, { a: ['Z', 9], b: ['Z', 2] });
    const after = rebase(journal, there);
    expect(after.pending.map(({ seq, item }) => [seq, item])).toEqual([[8, 'b']]);
    expect(answersOf(after, there).get('a')).toEqual({ RESPONSE: 'Z' });
    expect(answersOf(after, there).get('b')).toEqual({ RESPONSE: 'B' });
  });
});
