import { describe, expect, it } from '@jest/globals';
import type { ItemBody } from '../../../api/items.ts';
import {
  bodyOf,
  draftOf,
  emptyDraft,
  freeId,
  moved,
  withoutOption,
  withOption,
} from './item-draft.ts';

const options = (...texts: string[]) => texts.map((text, at) => ({ id: 'ABCD'[at] ?? '', text }));

const item = (more: Partial<ItemBody>): ItemBody => ({
  competencyCode: 'EV3',
  level: 1,
  cognitiveDemand: 'apply',
  interaction: 'choice',
  source: { document: 'RFC 3227', clause: '2.1', url: 'https://www.rfc-editor.org/rfc/rfc3227' },
  languages: {
    en: { prompt: 'Which first?', choices: options('a', 'b', 'c'), rationale: 'Because.' },
    tg: {
      prompt: 'Кадомаш аввал?',
      choices: options('а', 'б', 'в'),
      rationale: 'Зеро.',
      machineDrafted: true,
    },
  },
  key: { choice: 'B' },
  shuffle: true,
  maxScore: 1,
  ...more,
});

describe('the form of an item', () => {
  it('gives back what it was opened with, whatever the kind of question', () => {
    const part = { prompt: 'p', rationale: 'r' };
    const bodies: ItemBody[] = [
      item({}),
      item({ interaction: 'multiple', key: { choices: ['A', 'C'] } }),
      item({ interaction: 'order', key: { order: ['A', 'B', 'C'] } }),
      item({
        interaction: 'match',
        languages: {
          en: {
            ...part,
            left: [
              { id: 'L1', text: 'x' },
              { id: 'L2', text: 'y' },
            ],
            right: [
              { id: 'R1', text: 'u' },
              { id: 'R2', text: 'v' },
            ],
          },
        },
        key: {
          pairs: [
            ['L1', 'R2'],
            ['L2', 'R1'],
          ],
        },
      }),
      item({
        interaction: 'text',
        languages: { en: { ...part, accepted: ['sha256sum', 'shasum'] } },
        key: {},
      }),
      item({
        interaction: 'numeric',
        languages: { en: part },
        key: { number: { value: 488.3, tolerance: 0.5, unit: 'MiB' } },
      }),
    ];
    for (const body of bodies) {
      const { shuffle: _, ...sent } = bodyOf(draftOf(body));
      const { shuffle: __, ...given } = body;
      expect(sent).toEqual(given);
    }
  });

  it('shows the options of an order in their right order', () => {
    const draft = draftOf(item({ interaction: 'order', key: { order: ['C', 'A', 'B'] } }));
    expect(draft.ids.choices).toEqual(['C', 'A', 'B']);
    expect(bodyOf(draft).languages.en?.choices?.map(({ text }) => text)).toEqual(['c', 'a', 'b']);
  });

  it('takes an option out of every language and out of the key', () => {
    const body = bodyOf(withoutOption(draftOf(item({})), 'choices', 'B'));
    expect(body.languages.tg?.choices?.map(({ id }) => id)).toEqual(['A', 'C']);
    expect(body.key).toEqual({});
  });

  it('gives a new option an id that was free', () => {
    expect(freeId('choices', ['A', 'C'])).toBe('B');
    expect(freeId('left', ['L1', 'L2'])).toBe('L3');
    expect(withOption(draftOf(item({})), 'choices').ids.choices).toEqual(['A', 'B', 'C', 'D']);
  });

  it('moves a line within the list and never out of it', () => {
    const draft = draftOf(item({}));
    expect(moved(draft, 'choices', 0, 2).ids.choices).toEqual(['B', 'C', 'A']);
    expect(moved(draft, 'choices', 0, -1).ids.choices).toEqual(['A', 'B', 'C']);
  });

  it('leaves out a language of which nothing is written', () => {
    expect(Object.keys(bodyOf(emptyDraft('EV3')).languages)).toEqual([]);
  });

  it('reads numbers with either decimal mark', () => {
    const draft = { ...emptyDraft('EV3'), interaction: 'numeric' as const };
    const { key } = bodyOf({ ...draft, number: { value: '1,5', tolerance: '', unit: '' } });
    expect(key.number).toEqual({ value: 1.5, tolerance: 0 });
  });
});
