import { describe, expect, it } from '@jest/globals';
import { emptyJournal, record, type Journal } from './journal.ts';
import { savingState, type Link } from './saving-state.ts';

const answer = (journal: Journal, item: string): Journal =>
  record(journal, { kind: 'response', item, response: { RESPONSE: 'A' } }, new Date(0)).journal;

const facts = (
  journal: Journal,
  link: Link,
  more: { stored?: boolean; savedAt?: number } = {},
) => ({
  journal,
  refused: [],
  link,
  stored: more.stored ?? true,
  savedAt: more.savedAt ?? null,
});

const two = answer(answer(answer(emptyJournal, 'a'), 'a'), 'b');

describe('what the exam says about saving', () => {
  it('says nothing was to be saved before anything was answered', () => {
    expect(savingState(facts(emptyJournal, 'idle'))).toEqual({ words: 'nothing' });
  });

  it('says "saved" only when nothing is pending, with the server’s time', () => {
    expect(savingState(facts(emptyJournal, 'idle', { savedAt: 5 }))).toEqual({
      words: 'saved',
      at: 5,
    });
    expect(savingState(facts(two, 'idle', { savedAt: 5 })).words).toBe('saving');
  });

  it('counts answers, not key strokes, that are kept on this computer', () => {
    expect(savingState(facts(two, 'unreachable'))).toEqual({ words: 'kept', answers: 2 });
  });

  it('does not claim that the computer keeps what its store refused', () => {
    expect(savingState(facts(two, 'unreachable', { stored: false })).words).toBe('page-only');
    expect(savingState(facts(two, 'sending', { stored: false })).words).toBe('page-only');
  });

  it('says when the attempt goes on elsewhere or its time is over, whatever was saved before', () => {
    expect(savingState(facts(two, 'moved', { savedAt: 5 }))).toEqual({
      words: 'moved',
      answers: 2,
    });
    expect(savingState(facts(emptyJournal, 'closed', { savedAt: 5 })).words).toBe('closed');
  });
});
