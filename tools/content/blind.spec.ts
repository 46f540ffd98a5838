import { describe, expect, it } from '@jest/globals';
import type { ItemBody } from '../../apps/question-bank/src/domain/item/item-body.ts';
import { compare, sheetLine, type Answer } from './blind.ts';
import { bankOf, readItemFiles } from './items.ts';

const files = readItemFiles().filter((file) => bankOf(file) === 'ev3-1');

const keyOf = ({ key, languages }: ItemBody): unknown =>
  key.choice ??
  key.choices ??
  key.order ??
  key.pairs ??
  key.number?.value ??
  languages.ru?.accepted?.[0];

const rightAnswers: Answer[] = files.map(({ name, body }) => ({ item: name, answer: keyOf(body) }));

describe('the sheet for the blind check', () => {
  const lines = files.map((file) => JSON.stringify(sheetLine(file, 'en', '1')));

  it('holds no key, rationale, source or accepted answer', () => {
    for (const [at, { body }] of files.entries()) {
      const line = lines[at] ?? '';
      expect(line).not.toMatch(/"(key|rationale|source|accepted|machineDrafted)"/);
      expect(line).not.toContain(body.languages.en?.rationale);
      expect(line).not.toContain(body.source.document);
    }
  });

  it('mixes the options by its seed', () => {
    const order = (seed: string): string =>
      files
        .map((file) =>
          sheetLine(file, 'en', seed)
            .options?.map(({ id }) => id)
            .join(''),
        )
        .join();
    expect(order('1')).toBe(order('1'));
    expect(order('1')).not.toBe(order('2'));
    expect(
      order('1')
        .split(',')
        .filter((ids) => ids.startsWith('A')).length,
    ).toBeLessThan(18);
  });
});

describe('the comparison with the keys', () => {
  it('agrees with right answers, whatever the order in which several options are named', () => {
    const answers = rightAnswers.map(({ item, answer }) => {
      const { interaction } = files.find(({ name }) => name === item)?.body ?? {};
      return interaction === 'multiple' || interaction === 'match'
        ? { item, answer: (answer as unknown[]).toReversed() }
        : { item, answer };
    });
    expect(compare(files, answers)).toEqual([
      {
        bank: 'ev3-1',
        items: 36,
        answered: 36,
        agreed: 36,
        percent: 100,
        disagreed: [],
        unanswered: [],
      },
    ]);
  });

  it('names what disagrees and what was left out', () => {
    const [first, second, ...others] = rightAnswers;
    const answers = others
      .map(({ item, answer }) => ({
        item,
        answer: Array.isArray(answer) && item === 'ev3-1-07' ? answer.toReversed() : answer,
      }))
      .concat({ item: first?.item ?? '', answer: 'D' });
    expect(compare(files, answers)).toEqual([
      {
        bank: 'ev3-1',
        items: 36,
        answered: 35,
        agreed: 33,
        percent: 94.3,
        disagreed: ['ev3-1-01', 'ev3-1-07'],
        unanswered: [second?.item],
      },
    ]);
  });

  it('refuses an answer to an item that there is not', () => {
    expect(() => compare(files, [{ item: 'ev3-1-99', answer: 'A' }])).toThrow('ev3-1-99');
  });
});
