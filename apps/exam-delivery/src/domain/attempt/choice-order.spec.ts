import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { drawChoiceOrder } from './choice-order.ts';

const free = (ids: string) => ids.split('').map((id) => ({ id, fixed: false }));
const one = { item: 'item', response: 'RESPONSE', groups: [free('ABCD')] };

describe('the order of choices', () => {
  it('is the same for the same seed, and differs between items', () => {
    const twice = [1, 2].map(() => drawChoiceOrder('seed', [one, { ...one, item: 'other' }]));
    expect(twice[0]).toEqual(twice[1]);
    const orders = new Set(
      Array.from({ length: 50 }, (_, i) =>
        drawChoiceOrder('seed', [{ ...one, item: `item-${i}` }])[`item-${i}`]?.['RESPONSE']?.join(
          '',
        ),
      ),
    );
    expect(orders.size).toBeGreaterThan(10);
  });

  it('keeps every choice, each group by itself, and fixed ones in their place', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const left = [
          { id: 'A', fixed: false },
          { id: 'B', fixed: true },
          { id: 'C', fixed: false },
        ];
        const order = drawChoiceOrder(seed, [
          { item: 'item', response: 'R', groups: [left, free('xyz')] },
        ])['item']?.['R'];
        expect(order?.slice(0, 3).toSorted()).toEqual(['A', 'B', 'C']);
        expect(order?.[1]).toBe('B');
        expect(order?.slice(3).toSorted()).toEqual(['x', 'y', 'z']);
      }),
    );
  });

  it('puts each choice first about as often as any other', () => {
    const first: Record<string, number> = {};
    for (let i = 0; i < 4000; i++) {
      const letter = drawChoiceOrder(`seed-${i}`, [one])['item']?.['RESPONSE']?.[0] ?? '?';
      first[letter] = (first[letter] ?? 0) + 1;
    }
    // Four of 1000 expected; 5 standard deviations are 137.
    for (const count of Object.values(first)) expect(Math.abs(count - 1000)).toBeLessThan(137);
    expect(Object.keys(first)).toHaveLength(4);
  });
});
