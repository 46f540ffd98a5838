// Calibration works with a slope s and intercepts d (z = s theta + d) and the logit g of the lower
// asymptote, in which the likelihood is well behaved; items come out with a = s / D and b = -d / s.
import { at } from '../numbers/check.ts';
import { logAdd, logistic, logLogistic, logOneMinusExp, logSum } from '../numbers/log-space.ts';
import type { Item } from '../irt/item.ts';

export type Model = Item['model'];

/** [s, d_1, ..., d_m] and for 3pl [s, d, g]. */
export type Parameters = number[];

export const BOUNDS = { slope: [0.05, 20], intercept: [-40, 40], guess: [-12, 2] } as const;

export function boundsOf(model: Model, index: number): readonly [number, number] {
  if (index === 0) return BOUNDS.slope;
  return model === '3pl' && index === 2 ? BOUNDS.guess : BOUNDS.intercept;
}

export function parameterCount(model: Model, categories: number): number {
  return model === '3pl' ? 3 : categories;
}

/** Graded intercepts have to fall. */
export function inOrder(model: Model, parameters: Parameters): boolean {
  if (model !== 'graded') return true;
  return parameters.every((d, k) => k < 2 || at(parameters, k - 1) - d > 1e-6);
}

export function toItem(model: Model, parameters: Parameters, D: number): Item {
  const scale = D === 1 ? {} : { D };
  const s = at(parameters, 0);
  const b = parameters.slice(1).map((d) => -d / s);
  switch (model) {
    case '1pl':
    case '2pl':
      return { model, a: s / D, b: at(b, 0), ...scale };
    case '3pl':
      return { model, a: s / D, b: at(b, 0), c: logistic(at(parameters, 2)), ...scale };
    case 'graded':
    case 'gpcm':
      return { model, a: s / D, b, ...scale };
  }
}

/** Log probabilities of the categories at theta, and their derivatives by each parameter. */
export interface Scores {
  readonly logP: number[];
  /** [category][parameter]. */
  readonly by: number[][];
}

export function scoresAt(model: Model, parameters: Parameters, theta: number): Scores {
  const s = at(parameters, 0);
  switch (model) {
    case '1pl':
    case '2pl': {
      const z = s * theta + at(parameters, 1);
      const up = logistic(-z);
      const down = -logistic(z);
      return {
        logP: [logLogistic(-z), logLogistic(z)],
        by: [
          [down * theta, down],
          [up * theta, up],
        ],
      };
    }
    case '3pl':
      return guessing(s * theta + at(parameters, 1), at(parameters, 2), theta);
    case 'graded':
      return graded(s, parameters, theta);
    case 'gpcm':
      return partialCredit(s, parameters, theta);
  }
}

function guessing(z: number, g: number, theta: number): Scores {
  const wrong = logLogistic(-g) + logLogistic(-z);
  const right = logAdd(logLogistic(g), logLogistic(-g) + logLogistic(z));
  const down = -logistic(z);
  const up = Math.exp(wrong + logLogistic(z) - right);
  return {
    logP: [wrong, right],
    by: [
      [down * theta, down, -logistic(g)],
      [up * theta, up, Math.exp(wrong + logLogistic(g) - right)],
    ],
  };
}

function graded(s: number, parameters: Parameters, theta: number): Scores {
  const last = parameters.length - 1;
  const logP: number[] = [];
  const by: number[][] = [];
  for (let k = 0; k <= last; k++) {
    const own = Array.from({ length: last + 1 }, () => 0);
    const above = s * theta + (k > 0 ? at(parameters, k) : 0);
    const below = s * theta + (k < last ? at(parameters, k + 1) : 0);
    let log = 0;
    let gap = 0;
    if (k > 0 && k < last) {
      const difference = at(parameters, k + 1) - at(parameters, k);
      log += logOneMinusExp(difference);
      gap = -Math.exp(difference) / Math.expm1(difference);
    }
    if (k > 0) {
      log += logLogistic(above);
      own[k] = logistic(-above) + gap;
      own[0] = at(own, 0) + logistic(-above) * theta;
    }
    if (k < last) {
      log += logLogistic(-below);
      own[k + 1] = -logistic(below) - gap;
      own[0] = at(own, 0) - logistic(below) * theta;
    }
    logP.push(log);
    by.push(own);
  }
  return { logP, by };
}

function partialCredit(s: number, parameters: Parameters, theta: number): Scores {
  const weights = [0];
  for (let k = 1; k < parameters.length; k++) {
    weights.push(at(weights, k - 1) + s * theta + at(parameters, k));
  }
  const total = logSum(weights);
  const logP = weights.map((weight) => weight - total);
  // P(category >= k), and the expected category as their sum.
  const reached = logP.map((_log, k) => Math.exp(logSum(logP.slice(k))));
  let expected = 0;
  for (let k = 1; k < reached.length; k++) expected += at(reached, k);
  const by = logP.map((_log, k) =>
    reached.map((p, j) => (j === 0 ? (k - expected) * theta : (j <= k ? 1 : 0) - p)),
  );
  return { logP, by };
}
