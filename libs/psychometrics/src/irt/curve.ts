// The kernel under all of irt/ and ability/: a category's log probability and its derivatives.
import { logAdd, logistic, logLogistic, logOneMinusExp, logSum } from '../numbers/log-space.ts';
import { at } from '../numbers/check.ts';
import type { Graded, Item, PartialCredit } from './item.ts';

/** By category: log P, and the first and second derivative of log P by theta. */
export interface Curve {
  readonly logP: readonly number[];
  readonly d1: readonly number[];
  readonly d2: readonly number[];
}

/** The item is taken as checked. */
export function curve(item: Item, theta: number): Curve {
  const slope = (item.a ?? 1) * (item.D ?? 1);
  switch (item.model) {
    case '1pl':
    case '2pl':
      return dichotomous(slope, theta - item.b, 0, 1);
    case '3pl':
      return dichotomous(slope, theta - item.b, item.c, item.d ?? 1);
    case 'graded':
      return graded(slope, theta, item);
    case 'gpcm':
      return partialCredit(slope, theta, item);
  }
}

/** P = c + (d - c) / (1 + exp(-slope * distance)). */
function dichotomous(slope: number, distance: number, c: number, d: number): Curve {
  const z = slope * distance;
  const span = Math.log(d - c);
  const up = logLogistic(z);
  const down = logLogistic(-z);
  const right = logAdd(Math.log(c), span + up);
  const wrong = logAdd(Math.log1p(-d), span + down);
  // log of P', and P''/P'.
  const rise = span + Math.log(slope) + up + down;
  const bend = slope * (logistic(-z) - logistic(z));
  const d1 = [-Math.exp(rise - wrong), Math.exp(rise - right)];
  return {
    logP: [wrong, right],
    d1,
    d2: d1.map((first) => first * bend - first * first),
  };
}

/**
 * P(k) = L(z_k) - L(z_k+1) with z_0 = Infinity, z_m+1 = -Infinity and L the logistic, which is
 * L(z_k) L(-z_k+1) (1 - exp(z_k+1 - z_k)): nothing is subtracted that could cancel.
 */
function graded(slope: number, theta: number, item: Graded): Curve {
  const last = item.b.length;
  const logP: number[] = [];
  const d1: number[] = [];
  const d2: number[] = [];
  for (let k = 0; k <= last; k++) {
    const above = k === 0 ? null : slope * (theta - at(item.b, k - 1));
    const below = k === last ? null : slope * (theta - at(item.b, k));
    let log =
      above !== null && below !== null
        ? logOneMinusExp(slope * (at(item.b, k - 1) - at(item.b, k)))
        : 0;
    let first = 0;
    let second = 0;
    if (above !== null) {
      log += logLogistic(above);
      first += logistic(-above);
      second += logistic(above) * logistic(-above);
    }
    if (below !== null) {
      log += logLogistic(-below);
      first -= logistic(below);
      second += logistic(below) * logistic(-below);
    }
    logP.push(log);
    d1.push(slope * first);
    d2.push(-slope * slope * second);
  }
  return { logP, d1, d2 };
}

/** P(k) in proportion to exp of the sum over j <= k of slope (theta - b_j). */
function partialCredit(slope: number, theta: number, item: PartialCredit): Curve {
  const weights = [0];
  for (const b of item.b) weights.push(at(weights, weights.length - 1) + slope * (theta - b));
  const total = logSum(weights);
  const logP = weights.map((weight) => weight - total);
  let expected = 0;
  logP.forEach((log, k) => (expected += k * Math.exp(log)));
  let spread = 0;
  logP.forEach((log, k) => (spread += (k - expected) ** 2 * Math.exp(log)));
  return {
    logP,
    d1: logP.map((_log, k) => slope * (k - expected)),
    d2: logP.map(() => -slope * slope * spread),
  };
}

/** Fisher's information: the sum over categories of P (d log P / d theta) squared. */
export function informationOf({ logP, d1 }: Curve): number {
  let total = 0;
  logP.forEach((log, k) => (total += Math.exp(log) * at(d1, k) ** 2));
  return total;
}

/** The same, without building the curve: adaptive selection asks it of a whole bank at each step. */
export function informationAt(item: Item, theta: number): number {
  if (item.model === 'graded' || item.model === 'gpcm') return informationOf(curve(item, theta));
  const slope = (item.a ?? 1) * (item.D ?? 1);
  const z = slope * (theta - item.b);
  const [up, down] = [logLogistic(z), logLogistic(-z)];
  if (item.model !== '3pl') return slope * slope * Math.exp(up + down);
  const span = Math.log((item.d ?? 1) - item.c);
  const right = logAdd(Math.log(item.c), span + up);
  const wrong = logAdd(Math.log1p(-(item.d ?? 1)), span + down);
  return slope * slope * Math.exp(2 * (span + up + down) - right - wrong);
}
