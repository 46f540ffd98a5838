import { describe, expect, it } from '@jest/globals';
import { vector } from '../testing/vector.ts';
import { itemDif } from './item-dif.ts';
import type { ItemDif } from './item-dif.ts';

interface Published {
  chiSquare: (number | null)[];
  delta: number[];
  flagged: number[];
}

const verbal = vector<
  Record<'reference' | 'focal', string[]> & {
    plain: Published;
    purified: Published & { rounds: number };
    afterFive: Published;
  }
>('verbal-aggression');

const rows = [...verbal.reference, ...verbal.focal].map((hex) =>
  Array.from({ length: 24 }, (_, item): 0 | 1 =>
    Number.parseInt(hex, 16) & (1 << (23 - item)) ? 1 : 0,
  ),
);
const focal = rows.map((_row, person) => person >= verbal.reference.length);

function holds(found: ItemDif, { chiSquare, delta, flagged }: Published): void {
  expect(found.items.map((item) => item.delta)).toEqual(delta.map((d) => expect.closeTo(d, 4)));
  chiSquare.forEach((value, item) => {
    const own = found.items[item]?.chiSquare;
    if (value === null) expect(own).toBe(0);
    else expect(own).toBeCloseTo(value, 4);
  });
  const below = found.items.flatMap(({ p }, item) => ((p ?? 1) < 0.05 ? [item] : []));
  expect(below).toEqual(flagged);
}

describe('verbal aggression of women and men', () => {
  it('has the DIF that difR finds with all items as anchor', () => {
    holds(itemDif(rows, focal), verbal.plain);
  });

  it('has, purified, the DIF and the rounds that difR has', () => {
    const found = itemDif(rows, focal, { purify: true });
    holds(found, verbal.purified);
    expect(found).toMatchObject({ outcome: 'settled', rounds: verbal.purified.rounds });
    expect(found.anchor).toHaveLength(24 - verbal.purified.flagged.length);
  });

  it('has not settled after five rounds, as in difR, and gives the fifth', () => {
    const found = itemDif(rows, focal, { purify: true, iterations: 5 });
    holds(found, verbal.afterFive);
    expect(found).toMatchObject({ outcome: 'iteration-limit', rounds: 5 });
  });
});
