import { at } from '../numbers/check.ts';
import { addToColumns, blockTables } from './blocks.ts';
import type { Data } from './data.ts';
import { scoresAt } from './parameters.ts';
import type { Parameters } from './parameters.ts';

/** Abilities that stand for the population, with the logarithms of their shares. */
export interface Quadrature {
  readonly theta: readonly number[];
  readonly logWeight: readonly number[];
}

/** Equidistant points, weighted by the normal density. */
export function normalQuadrature(from: number, to: number, points: number): Quadrature {
  const width = (to - from) / (points - 1);
  const theta = Array.from({ length: points }, (_, i) => from + width * i);
  let total = 0;
  for (const t of theta) total += Math.exp(-0.5 * t * t);
  return { theta, logWeight: theta.map((t) => -0.5 * t * t - Math.log(total)) };
}

export interface Expectation {
  readonly logLikelihood: number;
  /** [column]: expected persons in (category, point), category by category. */
  readonly counts: readonly Float64Array[];
}

/** [column]: log P of (category, point), category by category. */
export function logTables(
  data: Data,
  parameters: readonly Parameters[],
  { theta }: Quadrature,
): Float64Array[] {
  const points = theta.length;
  return data.columns.map(({ model, categories }, c) => {
    const table = new Float64Array(categories * points);
    theta.forEach((t, q) => {
      const { logP } = scoresAt(model, parameters[c] ?? [], t);
      for (let k = 0; k < categories; k++) table[k * points + q] = at(logP, k);
    });
    return table;
  });
}

/**
 * One row's posterior over the points, into `posterior`; returns the row's log likelihood. All of it
 * in logarithms until the largest term is taken out, so that a hundred items don't underflow.
 * `sums` are the block tables.
 */
export function posteriorOf(
  { blocks: { codes } }: Data,
  row: number,
  sums: readonly Float64Array[],
  logWeight: Float64Array,
  posterior: Float64Array,
): number {
  const points = logWeight.length;
  posterior.set(logWeight);
  for (let block = 0; block < sums.length; block++) {
    // Inner loops read without at(): the bounds are the table's own.
    const own = sums[block]!;
    const offset = codes[row * sums.length + block]! * points;
    for (let q = 0; q < points; q++) posterior[q]! += own[offset + q]!;
  }
  let largest = -Infinity;
  for (let q = 0; q < points; q++) if (posterior[q]! > largest) largest = posterior[q]!;
  let total = 0;
  for (let q = 0; q < points; q++) {
    // e^-36 is less than the rounding of the largest term.
    const below = posterior[q]! - largest;
    total += posterior[q] = below < -36 ? 0 : Math.exp(below);
  }
  for (let q = 0; q < points; q++) posterior[q]! /= total;
  return largest + Math.log(total);
}

/** The expectation step of Bock and Aitkin (1981). */
export function expectation(
  data: Data,
  parameters: readonly Parameters[],
  quadrature: Quadrature,
): Expectation {
  const points = quadrature.theta.length;
  const tables = logTables(data, parameters, quadrature);
  const sums = blockTables(data.blocks, tables, points);
  const counted = sums.map((own) => new Float64Array(own.length));
  const logWeight = Float64Array.from(quadrature.logWeight);
  const posterior = new Float64Array(points);
  const { codes } = data.blocks;
  let logLikelihood = 0;
  for (let row = 0; row < data.count; row++) {
    const weight = at(data.weights, row);
    logLikelihood += weight * posteriorOf(data, row, sums, logWeight, posterior);
    let first = 0;
    let last = points;
    while (posterior[first] === 0) first++;
    while (posterior[last - 1] === 0) last--;
    for (let q = first; q < last; q++) posterior[q]! *= weight;
    for (let block = 0; block < counted.length; block++) {
      const own = counted[block]!;
      const offset = codes[row * counted.length + block]! * points;
      for (let q = first; q < last; q++) own[offset + q]! += posterior[q]!;
    }
  }
  const counts = tables.map((table) => new Float64Array(table.length));
  addToColumns(data.blocks, counted, counts, points);
  return { logLikelihood, counts };
}
