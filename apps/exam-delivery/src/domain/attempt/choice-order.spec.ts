import { describe, expect, it } from '@jest/globals';
import type { ContentNode, Delivery } from '#libs/qti';
import { drawChoiceOrder } from './choice-order.ts';

const item = (
  itemId: string,
  shuffle: boolean,
): { itemId: string; delivery: Pick<Delivery, 'identifier' | 'body'> } => {
  const node: ContentNode = {
    type: 'interaction',
    kind: 'choice',
    response: 'RESPONSE',
    attributes: {},
    prompt: [],
    shuffle,
    minChoices: 0,
    maxChoices: 1,
    choices: [...'ABCD'].map((identifier) => ({
      identifier,
      fixed: false,
      attributes: {},
      content: [identifier],
    })),
  };
  return { itemId, delivery: { identifier: itemId, body: [node] } };
};
const orderIn = (itemId: string, seed: string): string =>
  (drawChoiceOrder([item(itemId, true)], seed)[itemId]?.['RESPONSE'] ?? []).join('');

describe('the order of choices', () => {
  it('is the same for the same seed, and differs between items and attempts', () => {
    expect(orderIn('item', 'seed')).toBe(orderIn('item', 'seed'));
    const items = new Set(Array.from({ length: 50 }, (_, n) => orderIn(`item-${n}`, 'seed')));
    const seeds = new Set(Array.from({ length: 50 }, (_, n) => orderIn('item', `seed-${n}`)));
    expect(items.size).toBeGreaterThan(10);
    expect(seeds.size).toBeGreaterThan(10);
  });

  it('leaves out what the author wants as it stands', () => {
    expect(drawChoiceOrder([item('fixed', false), item('free', true)], 'seed')).toEqual({
      free: { RESPONSE: expect.arrayContaining(['A', 'B', 'C', 'D']) },
    });
  });
});
