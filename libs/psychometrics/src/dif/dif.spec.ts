import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Item } from '../irt/item.ts';
import { noNaN } from '../testing/no-nan.ts';
import { refusal } from '../testing/refusal.ts';
import { simulated } from '../testing/simulated.ts';
import { vector } from '../testing/vector.ts';
import { itemDif } from './item-dif.ts';
import { mantelHaenszel } from './mantel-haenszel.ts';
import type { Stratum } from './mantel-haenszel.ts';

interface Published {
  studies: {
    strata: Stratum[];
    ratio: number;
    chiSquare: number;
    p: number;
    limits: [number, number];
  }[];
}

describe('Mantel and Haenszel', () => {
  it.each(vector<Published>('mantel-haenszel').studies)(
    'has the odds ratio, test and standard error of R: $ratio',
    ({ strata, ratio, chiSquare, p, limits: [low, high] }) => {
      const found = mantelHaenszel(strata);
      expect(found.commonOddsRatio).toBeCloseTo(ratio, 4);
      expect(found.delta).toBeCloseTo(-2.35 * Math.log(ratio), 3);
      expect(found.chiSquare).toBeCloseTo(chiSquare, 4);
      expect(found.p).toBeCloseTo(p, 4);
      const ofLog = Math.log(high / low) / (2 * 1.959963984540054);
      expect((found.standardError ?? 0) / 2.35).toBeCloseTo(ofLog, 5);
    },
  );

  it.each<[string, Stratum, string]>([
    ['small', [600, 400, 570, 430], 'A'],
    ['large but by chance', [7, 3, 4, 6], 'A'],
    ['certain and moderate', [600, 400, 480, 520], 'B'],
    ['large and certain', [700, 300, 450, 550], 'C'],
    ['1.5 and more, but not surely above 1', [60, 40, 42, 58], 'B'],
    ['large the other way', [450, 550, 700, 300], 'C'],
  ])('is classed as ETS does: %s', (_name, stratum, expected) => {
    expect(mantelHaenszel([stratum]).etsClass).toBe(expected);
  });

  it('turns its sign with the groups, and lets no NaN out', () => {
    const count = fc.integer({ min: 0, max: 30 });
    fc.assert(
      fc.property(fc.array(fc.tuple(count, count, count, count), { maxLength: 6 }), (strata) => {
        const found = mantelHaenszel(strata);
        expect(noNaN(found)).toBe(true);
        const turned = mantelHaenszel(strata.map(([a, b, c, d]): Stratum => [c, d, a, b]));
        if (found.delta !== null) expect(turned.delta).toBeCloseTo(-found.delta, 9);
        expect(turned.chiSquare ?? 0).toBeCloseTo(found.chiSquare ?? 0, 9);
        expect(turned.etsClass).toBe(found.etsClass);
      }),
    );
  });
});

describe('differential item functioning', () => {
  const items = Array.from({ length: 12 }, (_, i): Item => ({ model: '1pl', b: (i - 6) / 4 }));
  // The last two items are harder for the focal group by 1 logit, that is 2.35 deltas.
  const harder = items.map((item, i): Item =>
    i >= 10 ? { model: '1pl', b: (i - 6) / 4 + 1 } : item,
  );
  const binary = (rows: (number | null)[][]): (0 | 1 | null)[][] =>
    rows.map((row) => row.map((response) => (response === null ? null : response === 1 ? 1 : 0)));
  const scores = binary([...simulated(items, 1500, 21), ...simulated(harder, 1500, 22)]);
  const focal = scores.map((_row, person) => person >= 1500);

  it('is found in the items that have it, in size and direction', () => {
    const found = itemDif(scores, focal, { purify: true });
    expect(found.outcome).toBe('settled');
    expect(found.anchor).not.toContain(10);
    expect(found.anchor).not.toContain(11);
    for (const item of [10, 11]) {
      expect(found.items[item]?.etsClass).toBe('C');
      expect(Math.abs((found.items[item]?.delta ?? 0) + 2.35)).toBeLessThan(0.5);
    }
    for (const item of found.anchor) expect(found.items[item]?.etsClass).toBe('A');
  });

  it('is spread to innocent items until the guilty are out of the matching sum', () => {
    const mean = (purify: boolean): number => {
      let total = 0;
      for (const { delta } of itemDif(scores, focal, { purify }).items.slice(0, 10)) {
        total += delta ?? 0;
      }
      return total / 10;
    };
    expect(mean(false)).toBeGreaterThan(0.25);
    expect(Math.abs(mean(true))).toBeLessThan(0.15);
  });

  it('counts a person only where he was presented the whole matching sum', () => {
    const partly = scores.map((row, person) => (person % 2 === 0 ? row : [null, ...row.slice(1)]));
    const found = itemDif(partly, focal, { anchor: [1, 2, 3, 4] });
    const whole = itemDif(
      scores.filter((_row, person) => person % 2 === 0),
      focal.filter((_row, person) => person % 2 === 0),
      { anchor: [1, 2, 3, 4] },
    );
    expect(found.items[0]).toEqual(whole.items[0]);
    expect(found.items[5]).toEqual(itemDif(scores, focal, { anchor: [1, 2, 3, 4] }).items[5]);
  });

  it('needs two groups', () => {
    expect(refusal(() => itemDif([[1], [0]], [true, true]))).toBe('too-few');
    expect(refusal(() => itemDif([[1]], [true, false]))).toBe('lengths-differ');
  });
});
