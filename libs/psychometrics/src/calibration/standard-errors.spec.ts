import { describe, expect, it } from '@jest/globals';
import type { Item } from '../irt/item.ts';
import { noNaN } from '../testing/no-nan.ts';
import { simulated } from '../testing/simulated.ts';
import { calibrate } from './calibrate.ts';
import type { CalibrationState } from './calibrate.ts';
import { expectation } from './expectation.ts';
import { itemFit } from './item-fit.ts';
import { observedInformation, placesOf } from './observed-information.ts';
import { standardErrors } from './standard-errors.ts';

const truth: Item[] = [
  { model: '1pl', b: -0.5 },
  { model: '1pl', b: 0.6 },
  { model: '2pl', a: 1.3, b: 0.2 },
  { model: '3pl', a: 1.5, b: 0.3, c: 0.2 },
  { model: 'graded', a: 1.4, b: [-0.8, 0.7] },
  { model: 'gpcm', a: 1.1, b: [0.4, -0.3] },
];
const models = truth.map(({ model }) => model);
const responses = simulated(truth, 300, 11, (person, item) => (person + item) % 4 !== 0);
const found = calibrate(responses, models, { points: 19, tolerance: 1e-4 });

/** The marginal log likelihood with its prior, as a function of the parameters. */
function height(state: CalibrationState, moves: readonly (readonly [number, number])[]): number {
  const places = placesOf(state);
  const parameters = state.parameters.map((own, c) =>
    own.map((value, j) => {
      let moved = value;
      for (const [place, by] of moves) if (places[c]?.[j] === place) moved += by;
      return moved;
    }),
  );
  const guess = parameters[3]?.[2] ?? 0;
  const away = (guess + 1.1) / 0.5;
  return expectation(state.data, parameters, state.quadrature).logLikelihood - 0.5 * away * away;
}

describe('standard errors', () => {
  it('rest on the curvature of the marginal likelihood itself, for every model', () => {
    const { state } = found;
    const information = observedInformation(state, placesOf(state));
    const h = 1e-3;
    information.forEach((row, i) => {
      row.forEach((value, j) => {
        if (j > i) return;
        const second =
          (height(state, [
            [i, h],
            [j, h],
          ]) -
            height(state, [
              [i, h],
              [j, -h],
            ]) -
            height(state, [
              [i, -h],
              [j, h],
            ]) +
            height(state, [
              [i, -h],
              [j, -h],
            ])) /
          (4 * h * h);
        expect(Math.abs(value + second)).toBeLessThan(2e-3 * (1 + Math.abs(value)));
      });
    });
  });

  it('are in the unit of the item: b by the delta method, one slope for the 1pl items', () => {
    const errors = standardErrors(found);
    expect(errors.outcome).toBe('computed');
    expect(noNaN(errors)).toBe(true);
    const [first, second, , guessing, graded] = errors.items ?? [];
    expect(first?.a).toBe(second?.a);
    expect(guessing?.c).toBeGreaterThan(0);
    expect(graded?.b).toHaveLength(2);
    for (const one of errors.items ?? []) {
      expect(one?.a).toBeGreaterThan(0.02);
      expect(one?.a).toBeLessThan(1.5);
    }
  });

  it('cannot be had where nothing pins a parameter down, and say so', () => {
    const rows = [
      [1, 0],
      [0, 1],
      [1, 1],
    ];
    const loose = calibrate(rows, ['3pl', '3pl'], { guessPrior: null, iterations: 3 });
    expect(standardErrors(loose)).toEqual({ outcome: 'not-positive-definite', items: null });
  });
});

describe('the fit of items', () => {
  it('is within chance for data from the model, for every model and with items missing', () => {
    for (const one of itemFit(found)) {
      expect(one?.df).toBeGreaterThan(0);
      expect(one?.p).toBeGreaterThan(0.001);
    }
  });

  it('falls for an item that doesn’t follow the model', () => {
    const rows = simulated(
      Array.from({ length: 8 }, (_, i): Item => ({ model: '2pl', a: 1.5, b: (i - 4) / 3 })),
      1500,
      4,
    ).map((row) => {
      const right = row.filter((response) => response === 1).length;
      // Right in the middle, wrong at both ends.
      return [...row, right > 2 && right < 6 ? 1 : 0];
    });
    const fit = itemFit(
      calibrate(
        rows,
        Array.from({ length: 9 }, () => '2pl' as const),
      ),
    );
    expect(fit[8]?.p).toBeLessThan(1e-10);
  });
});
