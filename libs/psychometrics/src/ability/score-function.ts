import type { Curve } from '../irt/curve.ts';
import { informationOf } from '../irt/curve.ts';
import { at } from '../numbers/check.ts';

/** What a search for the best theta needs at one theta. */
export interface Slope {
  /** The derivative whose falling zero is sought. */
  readonly slope: number;
  /** What the estimate's standard error is made of. */
  readonly information: number;
}

export type Answered = readonly { readonly curve: Curve; readonly response: number }[];

export function likelihoodAt(answered: Answered): Slope {
  let slope = 0;
  let information = 0;
  for (const { curve, response } of answered) {
    slope += at(curve.d1, response);
    information += informationOf(curve);
  }
  return { slope, information };
}

export function posteriorAt(
  answered: Answered,
  theta: number,
  prior: { readonly mean: number; readonly sd: number },
): Slope {
  const { slope, information } = likelihoodAt(answered);
  const precision = 1 / (prior.sd * prior.sd);
  return {
    slope: slope - (theta - prior.mean) * precision,
    information: information + precision,
  };
}

/**
 * Warm (1989): the likelihood's slope plus J / (2 I), where I is the sum over items and categories of
 * P'^2 / P and J that of P' P'' / P. Both vanish far out while their ratio does not, so the ratio is
 * a mean of P''/P' = (d2 + d1^2) / d1 by weights that are kept as logarithms.
 */
export function weightedAt(answered: Answered): Slope {
  const { slope, information } = likelihoodAt(answered);
  let largest = -Infinity;
  for (const { curve } of answered) {
    for (let k = 0; k < curve.logP.length; k++) largest = Math.max(largest, logWeight(curve, k));
  }
  let weights = 0;
  let weighted = 0;
  for (const { curve } of answered) {
    for (let k = 0; k < curve.logP.length; k++) {
      const first = at(curve.d1, k);
      if (first === 0) continue;
      const weight = Math.exp(logWeight(curve, k) - largest);
      weights += weight;
      weighted += weight * ((at(curve.d2, k) + first * first) / first);
    }
  }
  return { slope: weights === 0 ? slope : slope + weighted / (2 * weights), information };
}

function logWeight({ logP, d1 }: Curve, k: number): number {
  return at(logP, k) + 2 * Math.log(Math.abs(at(d1, k)));
}
