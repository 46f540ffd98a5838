import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { curve } from '../irt/curve.ts';
import { testInformation } from '../irt/information.ts';
import { categories } from '../irt/item.ts';
import type { Item } from '../irt/item.ts';
import { arbitraryItem } from '../testing/arbitrary-item.ts';
import { noNaN } from '../testing/no-nan.ts';
import { refusal } from '../testing/refusal.ts';
import { estimateAbility } from './estimate.ts';

// Issue "The four libraries", 2. libs/psychometrics: items, responses and expected values.
const published: Item[] = [
  [2.225, -1.885, 0.21],
  [1.174, -2.411, 0.212],
  [2.104, -2.439, 0.192],
  [2.691, -1.282, 0.294],
  [1.256, -1.93, 0.17],
  [1.447, -1.554, 0.205],
  [1.947, -1.075, 0.246],
  [2.817, -0.551, 0.105],
  [2.664, -0.626, 0.095],
  [3.218, -0.246, 0.078],
].map(([a = 0, b = 0, c = 0]) => ({ model: '3pl', a, b, c }));
const answers = [1, 1, 1, 0, 1, 0, 1, 1, 0, 0];

describe('ability of the published ten items', () => {
  it('is by maximum likelihood -1.2518848, SE .48524067', () => {
    const found = estimateAbility(published, answers, { method: 'ml' });
    expect(found.outcome).toBe('estimated');
    expect(found.theta).toBeCloseTo(-1.2518848, 6);
    expect(found.se).toBeCloseTo(0.48524067, 6);
  });

  it('is by EAP over 33 points from -4 to 4 -1.0944306, posterior SD .42686861', () => {
    const found = estimateAbility(published, answers, {
      method: 'eap',
      bounds: [-4, 4],
      points: 33,
    });
    expect(found.theta).toBeCloseTo(-1.0944306, 6);
    expect(found.se).toBeCloseTo(0.42686861, 6);
  });
});

const twoParameter: Item[] = [-1, 0, 1].map((b) => ({ model: '2pl', a: 1.2, b }));

describe('all right and all wrong', () => {
  it.each([
    [[1, 1, 1], 'upper', 1],
    [[0, 0, 0], 'lower', -1],
  ] as const)('%j has no ML value and says so; the others are finite', (row, bound, sign) => {
    expect(estimateAbility(twoParameter, row, { method: 'ml' })).toEqual({
      outcome: 'at-bound',
      bound,
      theta: sign * 6,
      se: null,
    });
    for (const method of ['map', 'wle', 'eap'] as const) {
      const found = estimateAbility(twoParameter, row, { method });
      expect(found.outcome).toBe('estimated');
      expect((found.theta ?? 0) * sign).toBeGreaterThan(0.3);
      expect((found.theta ?? 0) * sign).toBeLessThan(5);
    }
  });

  it('and no response at all leave map and eap at their prior', () => {
    const none = [null, null, null];
    for (const method of ['ml', 'wle'] as const) {
      expect(estimateAbility(twoParameter, none, { method }).outcome).toBe('no-responses');
    }
    const prior = { mean: 0.5, sd: 0.8 };
    for (const method of ['map', 'eap'] as const) {
      const found = estimateAbility(twoParameter, none, { method, prior });
      expect(found.theta).toBeCloseTo(0.5, 6);
      expect(found.se).toBeCloseTo(0.8, 6);
    }
  });
});

describe('a likelihood with two tops', () => {
  // Seen by walking the likelihood in steps of 0.1: tops of -3.30 at -0.4 and of -4.91 at 3.8; of
  // -2.49 at -2.6 and of -5.78 at 2.0.
  it.each([
    [[4, 4, 0.1, 1, 1, 0.3, 4, -1, 0.3, 4, 4, 0.3], [1, 0, 1, 0], -0.4],
    [[1, -3, 0.1, 4, 2, 0.3, 4, -3, 0.1, 1, 4, 0.1], [0, 1, 1, 0], -2.6],
  ])('is answered by the higher one: %j', (numbers, row, expected) => {
    const items = row.map((_response, i): Item => {
      const [a = 0, b = 0, c = 0] = numbers.slice(3 * i, 3 * i + 3);
      return { model: '3pl', a, b, c };
    });
    const found = estimateAbility(items, row, { method: 'ml' });
    expect(Math.abs((found.theta ?? 0) - expected)).toBeLessThan(0.1);
  });
});

describe('each estimate', () => {
  const form = fc
    .array(arbitraryItem, { minLength: 1, maxLength: 8 })
    .chain((items) =>
      fc.tuple(
        fc.constant(items),
        fc.tuple(...items.map((item) => fc.option(fc.nat(categories(item) - 1), { freq: 6 }))),
      ),
    );

  it('lets no NaN out, stays within its bounds, and is as good as any point of a grid', () => {
    fc.assert(
      fc.property(form, ([items, responses]) => {
        const heights = (theta: number, prior: boolean): number => {
          let log = prior ? -0.5 * theta * theta : 0;
          responses.forEach((response, i) => {
            const item = items[i];
            if (item && response !== null) log += curve(item, theta).logP[response] ?? 0;
          });
          return log;
        };
        for (const method of ['ml', 'map', 'wle', 'eap'] as const) {
          const found = estimateAbility(items, responses, { method });
          expect(noNaN(found)).toBe(true);
          expect(found.outcome).not.toBe('iteration-limit');
          if (found.theta === null) continue;
          expect(Math.abs(found.theta)).toBeLessThanOrEqual(6);
          if (method !== 'ml' && method !== 'map') continue;
          for (let theta = -6; theta <= 6; theta += 0.25) {
            expect(heights(theta, method === 'map')).toBeLessThanOrEqual(
              heights(found.theta, method === 'map') + 1e-3,
            );
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  it('is the same whatever the unit of D and the order of the items', () => {
    const scaled = published.map((item) => ({ ...item, a: (item.a ?? 1) / 1.7, D: 1.7 }));
    for (const method of ['ml', 'map', 'wle', 'eap'] as const) {
      const one = estimateAbility(published, answers, { method });
      const other = estimateAbility(scaled.toReversed(), answers.toReversed(), { method });
      expect(other.theta).toBeCloseTo(one.theta ?? 0, 9);
      expect(other.se).toBeCloseTo(one.se ?? 0, 9);
    }
  });
});

// Warm (1989) removes the bias of order 1/n. Over all patterns of a fixed form the exact mean of the
// estimate is known, no sampling needed.
describe('the weighted likelihood', () => {
  it('is nearer to the truth on average than map, and makes Rasch scores of 1 symmetric', () => {
    const rasch: Item[] = [-1.5, -1, -0.5, 0, 0, 0.5, 1, 1.5].map((b) => ({ model: '1pl', b }));
    const truth = 1;
    const bias = { wle: 0, map: 0 };
    for (let pattern = 0; pattern < 256; pattern++) {
      const row = rasch.map((_item, i) => (pattern >> i) & 1);
      let log = 0;
      rasch.forEach((item, i) => (log += curve(item, truth).logP[row[i] ?? 0] ?? 0));
      for (const method of ['wle', 'map'] as const) {
        const found = estimateAbility(rasch, row, { method });
        bias[method] += Math.exp(log) * ((found.theta ?? 0) - truth);
      }
    }
    expect(Math.abs(bias.wle)).toBeLessThan(0.03);
    expect(bias.map).toBeLessThan(-0.25);
  });

  it('solves l(theta) + log(information) / 2 for two parameters, as Jeffreys’ prior does', () => {
    const row = [1, 1, 0];
    const found = estimateAbility(twoParameter, row, { method: 'wle' });
    const height = (theta: number): number => {
      let log = Math.log(testInformation(twoParameter, theta).information) / 2;
      twoParameter.forEach((item, i) => (log += curve(item, theta).logP[row[i] ?? 0] ?? 0));
      return log;
    };
    const best = found.theta ?? 0;
    expect((height(best + 1e-4) - height(best - 1e-4)) / 2e-4).toBeCloseTo(0, 6);
  });
});

describe('what cannot be computed with', () => {
  it('is refused by its code', () => {
    const ml = { method: 'ml' } as const;
    expect(refusal(() => estimateAbility([], [], ml))).toBe('empty');
    expect(refusal(() => estimateAbility(twoParameter, [1], ml))).toBe('lengths-differ');
    expect(refusal(() => estimateAbility(twoParameter, [1, 2, 0], ml))).toBe('out-of-range');
    expect(refusal(() => estimateAbility(twoParameter, [1, Number.NaN, 0], ml))).toBe('not-finite');
    expect(
      refusal(() => estimateAbility([{ model: '3pl', a: 1, b: 0, c: 0.5, d: 0.4 }], [1], ml)),
    ).toBe('invalid-item');
    expect(refusal(() => estimateAbility([{ model: 'graded', a: 1, b: [1, 0] }], [1], ml))).toBe(
      'invalid-item',
    );
  });
});
