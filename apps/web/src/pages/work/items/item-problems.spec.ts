import { describe, expect, it } from '@jest/globals';
import { emptyDraft, type ItemDraft } from './item-draft.ts';
import { problemsOf } from './item-problems.ts';

const source = { document: 'RFC 3227', clause: '2.1', url: '' };
const fields = (draft: ItemDraft) => problemsOf(draft).map(({ field }) => field);

function written(more: Partial<ItemDraft> = {}): ItemDraft {
  const draft = emptyDraft('EV3');
  const options = { A: 'a', B: 'b', C: 'c', D: 'd' };
  const en = { ...draft.words.en, prompt: 'p', rationale: 'r', options };
  return { ...draft, source, words: { ...draft.words, en }, right: ['A'], ...more };
}

describe('what an item lacks', () => {
  it('is nothing when one language is whole and the key is marked', () => {
    expect(problemsOf(written())).toEqual([]);
  });

  it('is told by the field of the service, so that the page can lead there', () => {
    const draft = written({ source: { document: '', clause: ' ', url: '' } });
    const { B: _, ...options } = draft.words.en.options;
    const words = { ...draft.words, en: { ...draft.words.en, options } };
    expect(fields({ ...draft, words })).toEqual([
      'source.document',
      'source.clause',
      'languages.en.choices.1.text',
    ]);
  });

  it('is a whole language as soon as one word of it is there', () => {
    const draft = written();
    const words = { ...draft.words, tg: { ...draft.words.tg, prompt: 'савол' } };
    expect(fields({ ...draft, words })).toContain('languages.tg.rationale');
  });

  it('is the key, for each kind of question that has one', () => {
    expect(fields(written({ right: [] }))).toEqual(['key.choice']);
    expect(fields(written({ interaction: 'multiple', right: [] }))).toEqual(['key.choices']);
    expect(fields(written({ interaction: 'numeric' }))).toEqual(['key.number']);
    expect(fields(written({ interaction: 'order', right: [] }))).toEqual([]);
  });

  it('is a number where letters stand', () => {
    const number = { value: 'ten', tolerance: '0', unit: '' };
    expect(problemsOf(written({ interaction: 'numeric', number }))).toEqual([
      { field: 'key.number', code: 'not-a-number' },
    ]);
  });
});
