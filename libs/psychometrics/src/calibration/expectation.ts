import { at } from '../numbers/check.ts';
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
 */
export function posteriorOf(
  data: Data,
  row: number,
  tables: readonly Float64Array[],
  { logWeight }: Quadrature,
  posterior: Float64Array,
): number {
  const points = logWeight.length;
  posterior.set(logWeight);
  for (let c = 0; c < tables.length; c++) {
    const table = tables[c];
    const response = data.rows[row * data.width + (data.columns[c]?.item ?? 0)] ?? -1;
    if (response < 0 || table === undefined) continue;
    const offset = response * points;
    // Inner loops read without at(): the bounds are the table's own.
    for (let q = 0; q < points; q++) posterior[q]! += table[offset + q]!;
  }
  let largest = -Infinity;
  for (let q = 0; q < points; q++) if (posterior[q]! > largest) largest = posterior[q]!;
  let total = 0;
  for (let q = 0; q < points; q++) total += posterior[q] = Math.exp(posterior[q]! - largest);
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
  const counts = tables.map((table) => new Float64Array(table.length));
  const posterior = new Float64Array(points);
  let logLikelihood = 0;
  for (let row = 0; row < data.count; row++) {
    const weight = at(data.weights, row);
    logLikelihood += weight * posteriorOf(data, row, tables, quadrature, posterior);
    let first = 0;
    let last = points;
    while (posterior[first]! < 1e-14) first++;
    while (posterior[last - 1]! < 1e-14) last--;
    for (let q = first; q < last; q++) posterior[q]! *= weight;
    for (let c = 0; c < counts.length; c++) {
      const response = data.rows[row * data.width + (data.columns[c]?.item ?? 0)] ?? -1;
      const count = counts[c];
      if (response < 0 || count === undefined) continue;
      const offset = response * points;
      for (let q = first; q < last; q++) count[offset + q]! += posterior[q]!;
    }
  }
  return { logLikelihood, counts };
}
