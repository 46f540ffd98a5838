import { describe, expect, it } from '@jest/globals';
import { compilePractice, practiceOrder, scorePractice } from './practice-exam.ts';
import { practiceItems } from './practice-items.ts';

const items = compilePractice();
const right = Object.fromEntries(
  practiceItems.map((item) => [item.itemId, { RESPONSE: item.right }]),
);

describe('the practice exam', () => {
  it('is complete in each language and needs nothing of the server while it runs', () => {
    expect(items).toHaveLength(5);
    for (const { compiled } of items) {
      expect(Object.keys(compiled.delivery).toSorted()).toEqual(['en', 'ru', 'tg']);
      expect(compiled.needsServer).toEqual([]);
    }
  });

  it('gives every point for the right answers, none for none, and none for nonsense', () => {
    expect(scorePractice(items, right)).toMatchObject({ score: 5, maxScore: 5 });
    expect(scorePractice(items, {})).toMatchObject({ score: 0, maxScore: 5 });
    const nonsense = Object.fromEntries(items.map(({ itemId }) => [itemId, { X: [1] }]));
    expect(scorePractice(items, nonsense).score).toBe(0);
  });

  it('shows no key: the deliveries do not say which answers are right', () => {
    const shown = JSON.stringify(items.map(({ compiled }) => compiled.delivery));
    expect(shown).not.toContain('correct');
    expect(shown).not.toContain('"60"');
  });

  it('shuffles as an exam does', () => {
    expect(Object.keys(practiceOrder(items, 'seed'))).toHaveLength(4);
  });
});
