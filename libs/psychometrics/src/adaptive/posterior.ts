// The ability so far, kept as a posterior over fixed points and updated answer by answer.
import { curve } from '../irt/curve.ts';
import type { Item } from '../irt/item.ts';
import { at } from '../numbers/check.ts';

const POINTS = 81;

/** A normal distribution, in the unit of theta. */
export interface Prior {
  readonly mean: number;
  readonly sd: number;
}

export interface Estimate {
  readonly theta: number;
  readonly standardError: number;
}

/** [item][category][point], made when first asked for. */
export class LikelihoodTables {
  readonly theta: readonly number[];
  readonly #items: readonly Item[];
  readonly #tables = new Map<number, Float64Array[]>();

  constructor(items: readonly Item[], prior: Prior) {
    this.#items = items;
    this.theta = Array.from(
      { length: POINTS },
      (_, q) => prior.mean + prior.sd * (-5 + (10 * q) / (POINTS - 1)),
    );
  }

  logP(index: number, response: number): Float64Array {
    const known = this.#tables.get(index)?.[response];
    if (known) return known;
    const item = this.#items[index];
    const rows = item ? this.theta.map((theta) => curve(item, theta).logP) : [];
    const tables = (rows[0] ?? []).map((_log, k) => Float64Array.from(rows, (row) => at(row, k)));
    this.#tables.set(index, tables);
    return tables[response] ?? new Float64Array(POINTS);
  }
}

export function logPrior(theta: readonly number[], { mean, sd }: Prior): Float64Array {
  return Float64Array.from(theta, (t) => -0.5 * ((t - mean) / sd) ** 2);
}

/** Mean and deviation of the posterior whose logarithm, but for a constant, is given. */
export function estimateOf(logPosterior: Float64Array, theta: readonly number[]): Estimate {
  let largest = -Infinity;
  for (const log of logPosterior) largest = Math.max(largest, log);
  let total = 0;
  let sum = 0;
  let squares = 0;
  for (let q = 0; q < theta.length; q++) {
    const weight = Math.exp(at(logPosterior, q) - largest);
    const t = at(theta, q);
    total += weight;
    sum += weight * t;
    squares += weight * t * t;
  }
  const mean = sum / total;
  return { theta: mean, standardError: Math.sqrt(Math.max(0, squares / total - mean * mean)) };
}
