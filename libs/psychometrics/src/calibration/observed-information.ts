import { at } from '../numbers/check.ts';
import { blockTables } from './blocks.ts';
import type { CalibrationState } from './calibrate.ts';
import { expectation, logTables, posteriorOf } from './expectation.ts';
import { objective } from './maximisation.ts';
import { inOrder, scoresAt } from './parameters.ts';
import type { Parameters } from './parameters.ts';

/** [column][parameter]: the row of the information; 1pl items share that of the slope. */
export function placesOf({ data }: CalibrationState): number[][] {
  let next = 0;
  let shared: number | null = null;
  return data.columns.map(({ model, parameters }) =>
    Array.from({ length: parameters }, (_, j) => {
      if (model !== '1pl' || j > 0) return next++;
      return (shared ??= next++);
    }),
  );
}

/**
 * Minus the second derivatives of the marginal log likelihood (and of the prior), by Louis' (1982)
 * formula: expected curvature of the complete data, less what not knowing the abilities takes away.
 */
export function observedInformation(
  state: CalibrationState,
  places: readonly number[][],
): number[][] {
  const { data, parameters, quadrature } = state;
  const size = Math.max(...places.flat()) + 1;
  const information = Array.from({ length: size }, () => Array.from({ length: size }, () => 0));
  const add = (i: number, j: number, value: number): void => {
    const row = information[i] ?? [];
    row[j] = at(row, j) + value;
  };
  const { counts } = expectation(data, parameters, quadrature);
  data.columns.forEach((column, c) => {
    const own = places[c] ?? [];
    const gradient = (moved: Parameters): number[] =>
      objective(column, moved, counts[c] ?? new Float64Array(), quadrature.theta, state.guessPrior)
        .gradient;
    curvature(parameters[c] ?? [], gradient, (p) => inOrder(column.model, p)).forEach((row, i) =>
      row.forEach((value, j) => add(at(own, i), at(own, j), value)),
    );
  });
  const unknown = uncertainty(state, places, size);
  information.forEach((row, i) => {
    for (let j = 0; j < size; j++) {
      row[j] = at(row, j) - at(unknown, Math.max(i, j) * size + Math.min(i, j));
    }
  });
  return information;
}

/** Minus the second derivatives, by central differences of the exact first ones, made symmetric. */
function curvature(
  parameters: Parameters,
  gradient: (moved: Parameters) => number[],
  allowed: (moved: Parameters) => boolean,
): number[][] {
  const rows = parameters.map((value, i) => {
    let step = 1e-4 * Math.max(1, Math.abs(value));
    const moved = (by: number): Parameters => parameters.map((v, j) => (i === j ? v + by : v));
    while (!allowed(moved(step)) || !allowed(moved(-step))) step /= 4;
    const up = gradient(moved(step));
    return gradient(moved(-step)).map((down, j) => (down - at(up, j)) / (2 * step));
  });
  return rows.map((row, i) => row.map((value, j) => (value + at(rows[j] ?? [], i)) / 2));
}

/** The lower triangle of the sum over persons of the posterior covariance of their scores. */
function uncertainty(
  { data, parameters, quadrature }: CalibrationState,
  places: readonly number[][],
  size: number,
): Float64Array {
  const { theta } = quadrature;
  const points = theta.length;
  const sums = blockTables(data.blocks, logTables(data, parameters, quadrature), points);
  const byPoint = data.columns.map(({ model }, c) =>
    theta.map((t) => scoresAt(model, parameters[c] ?? [], t).by),
  );
  const logWeight = Float64Array.from(quadrature.logWeight);
  const posterior = new Float64Array(points);
  const total = new Float64Array(size * size);
  const scores = new Float64Array(size);
  const mean = new Float64Array(size);
  const scoresOf = (row: number, q: number): void => {
    scores.fill(0);
    data.columns.forEach(({ item }, c) => {
      const response = at(data.rows, row * data.width + item);
      if (response < 0) return;
      const own = byPoint[c]?.[q]?.[response] ?? [];
      places[c]?.forEach((place, j) => (scores[place]! += at(own, j)));
    });
  };
  for (let row = 0; row < data.count; row++) {
    const weight = at(data.weights, row);
    posteriorOf(data, row, sums, logWeight, posterior);
    mean.fill(0);
    for (let q = 0; q < points; q++) {
      const share = posterior[q]!;
      if (share < 1e-10) continue;
      scoresOf(row, q);
      for (let i = 0; i < size; i++) mean[i]! += share * scores[i]!;
    }
    for (let q = 0; q < points; q++) {
      const share = posterior[q]!;
      if (share < 1e-10) continue;
      scoresOf(row, q);
      for (let i = 0; i < size; i++) {
        const left = weight * share * (scores[i]! - mean[i]!);
        if (left === 0) continue;
        for (let j = 0; j <= i; j++) total[i * size + j]! += left * (scores[j]! - mean[j]!);
      }
    }
  }
  return total;
}
