import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { arbitraryItem } from '../testing/arbitrary-item.ts';
import { curve } from './curve.ts';
import {
  expectedScore,
  expectedTotal,
  information,
  probabilities,
  scoreDistribution,
  scoreSem,
  testInformation,
} from './information.ts';
import type { Item } from './item.ts';

const theta = fc.double({ min: -8, max: 8, noNaN: true });

describe('every model', () => {
  it('has probabilities that sum to 1, and finite logarithms however far out', () => {
    fc.assert(
      fc.property(arbitraryItem, fc.oneof(theta, fc.constantFrom(-1000, 1000)), (item, at) => {
        let total = 0;
        for (const p of probabilities(item, at)) total += p;
        expect(total).toBeCloseTo(1, 12);
        const { logP, d1, d2 } = curve(item, at);
        for (const value of [...logP, ...d1, ...d2]) expect(Number.isFinite(value)).toBe(true);
      }),
    );
  });

  it('keeps a narrow category apart from none, even from far away', () => {
    const narrow: Item = { model: 'graded', a: 1, b: [0, 1e-9] };
    // 1 - exp(-1e-9) is 1e-9 to nine places, and a logistic is e^-900 there.
    expect(curve(narrow, 900).logP[1]).toBeCloseTo(-900 + Math.log(1e-9), 6);
    expect(curve(narrow, -900).logP[1]).toBeCloseTo(-900 + Math.log(1e-9), 6);
  });

  it('has the derivatives that differences give', () => {
    const h = 1e-4;
    fc.assert(
      fc.property(arbitraryItem, theta, (item, at) => {
        fc.pre((item.a ?? 1) <= 5);
        const here = curve(item, at);
        const left = curve(item, at - h);
        const right = curve(item, at + h);
        here.logP.forEach((_log, k) => {
          const first = ((right.logP[k] ?? 0) - (left.logP[k] ?? 0)) / (2 * h);
          const second = ((right.d1[k] ?? 0) - (left.d1[k] ?? 0)) / (2 * h);
          expect(here.d1[k]).toBeCloseTo(first, 4);
          expect(here.d2[k]).toBeCloseTo(second, 4);
        });
      }),
    );
  });

  it('has an expected score that rises with theta, and information that is the fall of the slope', () => {
    fc.assert(
      fc.property(arbitraryItem, theta, (item, at) => {
        expect(expectedScore(item, at + 0.1)).toBeGreaterThanOrEqual(
          expectedScore(item, at) - 1e-12,
        );
        let fall = 0;
        const { logP, d2 } = curve(item, at);
        logP.forEach((log, k) => (fall -= Math.exp(log) * (d2[k] ?? 0)));
        expect(information(item, at) / Math.max(1, fall)).toBeCloseTo(fall / Math.max(1, fall), 9);
      }),
    );
  });
});

describe('the models agree where they are the same', () => {
  it('two parameters are a graded and a partial credit item of one threshold', () => {
    const two: Item = { model: '2pl', a: 1.3, b: 0.4 };
    for (const model of ['graded', 'gpcm'] as const) {
      const other: Item = { model, a: 1.3, b: [0.4] };
      for (const at of [-3, 0, 0.4, 5]) {
        expect(probabilities(other, at)[1]).toBeCloseTo(probabilities(two, at)[1] ?? 0, 14);
        expect(information(other, at)).toBeCloseTo(information(two, at), 14);
      }
    }
  });

  it('three parameters are most informative where Birnbaum (1968) has it', () => {
    // Lord 1980, eq. 10-4: b + log((1 + sqrt(1 + 8 c)) / 2) / (D a).
    const item: Item = { model: '3pl', a: 1.1, b: -0.2, c: 0.2, D: 1.7 };
    const top = -0.2 + Math.log((1 + Math.sqrt(1 + 8 * 0.2)) / 2) / (1.7 * 1.1);
    for (const away of [-0.01, 0.01]) {
      expect(information(item, top + away)).toBeLessThan(information(item, top));
    }
    expect(information({ model: '2pl', a: 1.5, b: 1 }, 1)).toBeCloseTo(1.5 ** 2 / 4, 12);
  });
});

describe('a test', () => {
  const items: Item[] = [
    { model: '3pl', a: 1, b: 0, c: 0.2 },
    { model: 'graded', a: 1.2, b: [-1, 0.5] },
    { model: 'gpcm', a: 0.8, b: [0.3, -0.4, 1] },
  ];

  it('has a score distribution with the mean and spread of its items', () => {
    const sums = scoreDistribution(items, 0.3);
    expect(sums).toHaveLength(7);
    let mean = 0;
    sums.forEach((p, score) => (mean += p * score));
    let spread = 0;
    sums.forEach((p, score) => (spread += p * (score - mean) ** 2));
    expect(mean).toBeCloseTo(expectedTotal(items, 0.3), 12);
    expect(Math.sqrt(spread)).toBeCloseTo(scoreSem(items, 0.3), 12);
  });

  it('adds up its items’ information; none at all has no standard error', () => {
    let total = 0;
    for (const item of items) total += information(item, 0.3);
    expect(testInformation(items, 0.3)).toEqual({
      information: expect.closeTo(total, 12),
      se: expect.closeTo(1 / Math.sqrt(total), 12),
    });
    expect(testInformation([{ model: '2pl', a: 100, b: 0 }], 900).se).toBeNull();
  });
});
