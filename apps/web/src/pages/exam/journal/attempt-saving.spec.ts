import { describe, expect, it } from '@jest/globals';
import { AttemptSaving } from './attempt-saving.ts';
import { answersOf, emptyJournal, type Entry, type ServerState } from './journal.ts';
import { refusedAnswers, type RefusedEntry } from './refused.ts';
import { savingState } from './saving-state.ts';
import type { Saving, Sent } from './saving.ts';

const nothing: ServerState = { acknowledged: 0, answers: {}, flags: [] };
const begin: Saving = {
  journal: emptyJournal,
  server: nothing,
  refused: [],
  link: 'idle',
  stored: true,
  savedAt: null,
};

/** A server that answers as told, and a computer whose store may refuse. */
function bench(answers: ((entries: readonly Entry[]) => Sent)[], state: ServerState = nothing) {
  const sent: number[][] = [];
  const kept: string[] = [];
  const apart: RefusedEntry[] = [];
  let store = true;
  const saving = new AttemptSaving(
    {
      send: async (entries) => {
        sent.push(entries.map((entry) => entry.seq));
        return (answers.shift() ?? ok)(entries);
      },
      readState: async () => state,
      append: async (entry) => {
        if (!store) throw new Error('full');
        kept.push(`${entry.seq} before ${sent.length} sent`);
      },
      replace: async (_left, _server, refused) => void apart.push(...refused),
      supersede: async (item) => void kept.push(`${item} anew`),
      now: () => new Date('2026-11-24T09:00:00Z'),
      wait: async () => undefined,
    },
    begin,
  );
  const answer = (item: string, choice: string) =>
    saving.record({ kind: 'response', item, response: { RESPONSE: choice } });
  const settled = async () => {
    for (let turn = 0; turn < 50; turn++) await Promise.resolve();
  };
  return { saving, sent, kept, apart, answer, settled, refuseStore: () => (store = false) };
}

const ok = (entries: readonly Entry[]): Sent => ({
  outcome: 'acknowledged',
  seq: entries.at(-1)?.seq ?? 0,
  at: 1_000,
});
const unreachable = (): Sent => ({ outcome: 'unreachable' });
const tooLong = { code: 'too-long', limit: 400 } as const;
const refused = (seq: number) => (): Sent => ({
  outcome: 'refused',
  faults: [{ seq, why: tooLong }],
});
const conflict = (): Sent => ({ outcome: 'conflict' });

describe('saving an attempt', () => {
  it('keeps each answer on this computer before it is sent', async () => {
    const { answer, settled, kept, sent } = bench([]);
    await answer('a', 'A');
    await settled();
    expect(kept).toEqual(['1 before 0 sent']);
    expect(sent).toEqual([[1]]);
  });

  it('sends what failed again, from the same number, until the server confirms it', async () => {
    const { saving, answer, settled, sent } = bench([unreachable, unreachable]);
    await answer('a', 'A');
    await settled();
    expect(sent).toEqual([[1], [1], [1]]);
    expect(savingState(saving.snapshot())).toEqual({ words: 'saved', at: 1_000 });
  });

  it('asks how things stand after a conflict and goes on behind the server’s last entry', async () => {
    const { saving, answer, settled, sent } = bench([conflict], { ...nothing, acknowledged: 4 });
    await answer('a', 'A');
    await settled();
    expect(sent).toEqual([[1], [5]]);
    expect(saving.snapshot().journal).toEqual({ acknowledged: 5, pending: [] });
    expect([...answersOf(saving.snapshot().journal, saving.snapshot().server)]).toEqual([
      ['a', { RESPONSE: 'A' }],
    ]);
  });

  it('stops when the attempt moved to another device, and loses nothing of what is here', async () => {
    const { saving, answer, settled, sent } = bench([() => ({ outcome: 'moved' })]);
    await answer('a', 'A');
    await answer('b', 'B');
    await settled();
    expect(sent.length).toBe(1);
    expect(savingState(saving.snapshot())).toEqual({ words: 'moved', answers: 2 });
  });

  it('says that only this page has an answer when the computer stores nothing', async () => {
    const { saving, answer, refuseStore } = bench([unreachable, unreachable, unreachable]);
    refuseStore();
    await answer('a', 'A');
    expect(savingState(saving.snapshot()).words).toBe('page-only');
  });

  it('sets an entry apart that the server refuses, and goes on with the others without a hole', async () => {
    const { saving, answer, settled, sent, apart } = bench([refused(2)]);
    await Promise.all([answer('a', 'A'), answer('b', 'bad'), answer('c', 'C')]);
    await settled();
    expect(sent).toEqual([
      [1, 2, 3],
      [1, 2],
    ]);
    const { journal, server, refused: standing } = saving.snapshot();
    expect(journal).toEqual({ acknowledged: 2, pending: [] });
    expect(Object.keys(server.answers)).toEqual(['a', 'c']);
    expect([...refusedAnswers(standing).keys()]).toEqual(['b']);
    expect(apart).toMatchObject([{ item: 'b', response: { RESPONSE: 'bad' }, why: tooLong }]);
  });

  it('never says "saved" of a refused answer, nor counts it as one', async () => {
    const { saving, answer, settled } = bench([ok, refused(2)]);
    await answer('a', 'A');
    await settled();
    await answer('a', 'bad');
    await settled();
    expect(savingState(saving.snapshot())).toEqual({ words: 'refused', answers: 1 });
    const { journal, server } = saving.snapshot();
    expect(answersOf(journal, server).get('a')).toEqual({ RESPONSE: 'A' });
  });

  it('takes the answer anew, and with it the mark away', async () => {
    const { saving, answer, settled, sent, kept } = bench([refused(1)]);
    await answer('a', 'bad');
    await settled();
    await answer('a', 'A');
    await settled();
    expect(sent).toEqual([[1], [1]]);
    expect(kept).toContain('a anew');
    expect(savingState(saving.snapshot())).toEqual({ words: 'saved', at: 1_000 });
    expect(saving.snapshot().refused).toEqual([]);
  });

  it('does not complain of an answer that the next one has replaced already', async () => {
    const { saving, answer, settled, apart } = bench([refused(1)]);
    await answer('a', 'bad');
    await answer('a', 'A');
    await settled();
    expect(saving.snapshot().refused).toEqual([]);
    expect(apart).toMatchObject([{ superseded: true }]);
    expect(savingState(saving.snapshot()).words).toBe('saved');
  });

  it('finds the entry at fault by halves when the server does not name it', async () => {
    const bad = (entries: readonly Entry[]): Sent =>
      entries.some(({ item }) => item === 'c') ? { outcome: 'refused', faults: [] } : ok(entries);
    const { saving, answer, settled } = bench(Array.from({ length: 20 }, () => bad));
    for (const item of ['a', 'b', 'c', 'd', 'e']) await answer(item, 'A');
    await settled();
    const { server, refused: standing } = saving.snapshot();
    expect(Object.keys(server.answers)).toEqual(['a', 'b', 'd', 'e']);
    expect([...refusedAnswers(standing).keys()]).toEqual(['c']);
  });

  it('hands in past a refused entry, and says that nothing is pending any more', async () => {
    const { saving, answer, settled } = bench([unreachable, unreachable, refused(1)]);
    await answer('a', 'bad');
    await answer('b', 'B');
    expect(await saving.flush()).toBe(true);
    await settled();
    expect(saving.snapshot().journal).toEqual({ acknowledged: 1, pending: [] });
  });
});
