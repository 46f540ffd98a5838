import { at } from './check.ts';

/** A symmetric matrix as rows. */
export type Matrix = readonly (readonly number[])[];

/** The lower triangle L with L L' the matrix; null when it isn't positive definite. */
export function cholesky(matrix: Matrix): Float64Array | null {
  const n = matrix.length;
  const lower = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    const row = matrix[i] ?? [];
    for (let j = 0; j <= i; j++) {
      let rest = at(row, j);
      for (let k = 0; k < j; k++) rest -= at(lower, i * n + k) * at(lower, j * n + k);
      if (i !== j) lower[i * n + j] = rest / at(lower, j * n + j);
      // Relative to the diagonal: what is left after rounding is not a curvature.
      else if (rest > 1e-13 * Math.abs(at(row, i)) && Number.isFinite(rest)) {
        lower[i * n + i] = Math.sqrt(rest);
      } else return null;
    }
  }
  return lower;
}

/** x with matrix x = right; null when the matrix isn't positive definite. */
export function solve(matrix: Matrix, right: readonly number[]): number[] | null {
  const lower = cholesky(matrix);
  return lower === null ? null : solveBy(lower, right);
}

function solveBy(lower: Float64Array, right: readonly number[]): number[] {
  const n = right.length;
  const x = [...right];
  for (let i = 0; i < n; i++) {
    let rest = at(x, i);
    for (let k = 0; k < i; k++) rest -= at(lower, i * n + k) * at(x, k);
    x[i] = rest / at(lower, i * n + i);
  }
  for (let i = n - 1; i >= 0; i--) {
    let rest = at(x, i);
    for (let k = i + 1; k < n; k++) rest -= at(lower, k * n + i) * at(x, k);
    x[i] = rest / at(lower, i * n + i);
  }
  return x;
}

/** The inverse; null when the matrix isn't positive definite. */
export function invert(matrix: Matrix): number[][] | null {
  const lower = cholesky(matrix);
  if (lower === null) return null;
  return matrix.map((_row, i) =>
    solveBy(
      lower,
      matrix.map((_other, j) => (i === j ? 1 : 0)),
    ),
  );
}
