import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Item } from '../irt/item.ts';
import { curve } from '../irt/curve.ts';
import { noNaN } from '../testing/no-nan.ts';
import { refusal } from '../testing/refusal.ts';
import { simulated } from '../testing/simulated.ts';
import { calibrate } from './calibrate.ts';
import { scoresAt, toItem } from './parameters.ts';
import type { Model, Parameters } from './parameters.ts';

const truth: Item[] = [
  ...[-1.5, -0.5, 0, 0.5, 1.5].map((b, i): Item => ({ model: '2pl', a: 0.8 + 0.25 * i, b })),
  ...[-1, 0, 1].map((b): Item => ({ model: '3pl', a: 1.4, b, c: 0.2 })),
  { model: 'graded', a: 1.5, b: [-1.2, 0, 0.9] },
  { model: 'graded', a: 1, b: [-0.5, 0.8] },
  { model: 'gpcm', a: 0.9, b: [-0.8, 0.6] },
  { model: 'gpcm', a: 1.3, b: [0.4, -0.3, 1.1] },
];
const models = truth.map(({ model }) => model);

/** How far apart two items' expected scores are on average over N(0, 1), as a share of the maximum. */
function apart(one: Item, other: Item): number {
  let total = 0;
  let weights = 0;
  for (let theta = -3; theta <= 3; theta += 0.25) {
    const weight = Math.exp(-0.5 * theta * theta);
    const expected = (item: Item): number => {
      const { logP } = curve(item, theta);
      let score = 0;
      logP.forEach((log, k) => (score += (k * Math.exp(log)) / (logP.length - 1)));
      return score;
    };
    total += weight * Math.abs(expected(one) - expected(other));
    weights += weight;
  }
  return total / weights;
}

describe('calibration', () => {
  it('finds every model again, half of the items missing by design', () => {
    const halves = simulated(
      truth,
      4000,
      7,
      (person, item) => (person + item) % 2 === 0 || item < 3,
    );
    const found = calibrate(halves, models, { points: 25, tolerance: 1e-3 });
    expect(found.outcome).toBe('converged');
    truth.forEach((item, i) => {
      const { outcome, item: estimated } = found.items[i] ?? { outcome: '', item: null };
      expect(outcome).toBe('estimated');
      expect(estimated?.model).toBe(item.model);
      expect(estimated && apart(item, estimated)).toBeLessThan(0.035);
    });
  });

  it('never lowers the likelihood from one step to the next, and says when it was stopped', () => {
    const responses = simulated(truth, 300, 3);
    let before = -Infinity;
    for (const iterations of [1, 2, 3, 6]) {
      const found = calibrate(responses, models, { iterations, guessPrior: null, points: 21 });
      expect(found.outcome).toBe('iteration-limit');
      expect(found.iterations).toBe(iterations);
      expect(found.logLikelihood).toBeGreaterThanOrEqual(before - 1e-7);
      before = found.logLikelihood;
    }
  });

  it('gives slopes in the unit of D', () => {
    const responses = simulated(truth.slice(0, 5), 500, 5);
    const one = calibrate(responses, models.slice(0, 5));
    const scaled = calibrate(responses, models.slice(0, 5), { D: 1.7 });
    one.items.forEach(({ item }, i) => {
      expect((scaled.items[i]?.item?.a ?? 0) * 1.7).toBeCloseTo(item?.a ?? 0, 10);
    });
  });

  it('names the items that nothing can be said of, and goes on with the others', () => {
    const rows = simulated(truth.slice(0, 3), 200, 1).map((row, p) => [
      ...row,
      1,
      null,
      p % 2 === 0 ? 0 : 2,
    ]);
    const found = calibrate(rows, ['2pl', '2pl', '2pl', '2pl', '2pl', 'graded']);
    expect(found.items.map(({ outcome }) => outcome)).toEqual([
      'estimated',
      'estimated',
      'estimated',
      'no-variation',
      'no-responses',
      'category-not-observed',
    ]);
  });

  it('holds an item that goes against the others at its bound, and says so', () => {
    const rows = simulated(truth.slice(0, 5), 400, 9).map((row) => {
      const right = row.filter((response) => response === 1).length;
      return [...row, right >= 3 ? 0 : 1];
    });
    const found = calibrate(rows, ['2pl', '2pl', '2pl', '2pl', '2pl', '2pl']);
    expect(found.items[5]).toMatchObject({ outcome: 'at-bound', item: { a: 0.05 } });
  });

  it('lets no NaN out of any table of responses', () => {
    const cell = fc.option(fc.integer({ min: 0, max: 1 }), { freq: 5 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 12 }),
        fc.constantFrom<Model>('1pl', '2pl', '3pl', 'graded', 'gpcm'),
        (rows, model) => {
          fc.pre(rows.some((row) => row.some((response) => response !== null)));
          const { state: _state, ...found } = calibrate(rows, [model, '2pl', model], {
            iterations: 12,
            points: 11,
          });
          expect(noNaN(found)).toBe(true);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('refuses what it cannot read, by its code', () => {
    expect(refusal(() => calibrate([], ['2pl']))).toBe('empty');
    expect(refusal(() => calibrate([[null]], ['2pl']))).toBe('empty');
    expect(refusal(() => calibrate([[1, 0]], ['2pl']))).toBe('lengths-differ');
    expect(refusal(() => calibrate([[2], [0]], ['2pl']))).toBe('out-of-range');
    expect(refusal(() => calibrate([[0.5], [0]], ['2pl']))).toBe('out-of-range');
    expect(refusal(() => calibrate([[1], [0]], ['2pl'], { counts: [1] }))).toBe('lengths-differ');
  });
});

describe('the parameters that calibration works with', () => {
  it('have the derivatives that differences give, and the probabilities of the item they become', () => {
    const h = 1e-5;
    const cases: [Model, Parameters][] = [
      ['2pl', [1.3, -0.4]],
      ['3pl', [1.6, 0.7, -1.2]],
      ['graded', [1.2, 1.5, 0.2, -0.9]],
      ['gpcm', [0.9, 0.5, -0.8, 0.3]],
    ];
    for (const [model, parameters] of cases) {
      for (const theta of [-3, -0.4, 1.1, 4]) {
        const { logP, by } = scoresAt(model, parameters, theta);
        const other = curve(toItem(model, parameters, 1), theta).logP;
        logP.forEach((log, k) => expect(log).toBeCloseTo(other[k] ?? 0, 10));
        parameters.forEach((_value, j) => {
          const moved = (by: number) =>
            scoresAt(
              model,
              parameters.map((value, i) => (i === j ? value + by : value)),
              theta,
            ).logP;
          const [up, down] = [moved(h), moved(-h)];
          by.forEach((row, k) => {
            expect(row[j]).toBeCloseTo(((up[k] ?? 0) - (down[k] ?? 0)) / (2 * h), 6);
          });
        });
      }
    }
  });
});
