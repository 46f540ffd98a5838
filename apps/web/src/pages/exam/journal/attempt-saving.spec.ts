import { describe, expect, it } from '@jest/globals';
import { AttemptSaving, type Saving, type Sent } from './attempt-saving.ts';
import { answersOf, emptyJournal, type Entry, type ServerState } from './journal.ts';
import { savingState } from './saving-state.ts';

const nothing: ServerState = { acknowledged: 0, answers: {}, flags: [] };
const begin: Saving = {
  journal: emptyJournal,
  server: nothing,
  link: 'idle',
  stored: true,
  savedAt: null,
};

/** A server that answers as told, and a computer whose store may refuse. */
function bench(answers: ((entries: readonly Entry[]) => Sent)[], state: ServerState = nothing) {
  const sent: number[][] = [];
  const kept: string[] = [];
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
      replace: async () => undefined,
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
  return { saving, sent, kept, answer, settled, refuseStore: () => (store = false) };
}

const ok = (entries: readonly Entry[]): Sent => ({
  outcome: 'acknowledged',
  seq: entries.at(-1)?.seq ?? 0,
  at: 1_000,
});
const unreachable = (): Sent => ({ outcome: 'unreachable' });
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
});
