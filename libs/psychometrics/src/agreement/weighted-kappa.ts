import { PsychometricsError } from '../error.ts';
import { at, checkCount, checkNumber, checkRectangle, checkSameLength } from '../numbers/check.ts';
import { normalTwoSided } from '../numbers/normal.ts';

/**
 * How much agreement a pair of categories is, 1 on the diagonal: with d = |i - j| / (k - 1) linear is 1 - d
 * and quadratic 1 - d^2 (Fleiss and Cohen 1973); or one's own, 0..1, [first's category][second's].
 */
export type KappaWeights = 'none' | 'linear' | 'quadratic' | readonly (readonly number[])[];

/** Cohen's kappa, at most 1. */
export interface Kappa {
  /** Null when chance alone would agree always. */
  readonly kappa: number | null;
  /** For an interval about kappa (Fleiss, Cohen and Everitt 1969). */
  readonly standardError: number | null;
  /** For the test of kappa = 0, and its two-sided p. */
  readonly standardErrorAtZero: number | null;
  readonly p: number | null;
  /** Weighted, 0..1. */
  readonly observed: number;
  readonly byChance: number;
}

/**
 * From the two markers' categories of each work, 0 to categories - 1 (Cohen 1968). By work. Throws
 * 'lengths-differ', 'not-finite', 'out-of-range' for fewer than two or more than 1000 categories or for one
 * that isn't among them, 'empty' without works, and for weights as kappaOfTable.
 */
export function weightedKappa(
  one: readonly number[],
  other: readonly number[],
  categories: number,
  weights: KappaWeights = 'linear',
): Kappa {
  checkCount(categories, 'categories', 2, 1000);
  checkSameLength(one, other, 'the two markers');
  const table = Array.from({ length: categories }, () =>
    Array.from({ length: categories }, () => 0),
  );
  one.forEach((category, i) => {
    const row = table[checkCount(category, `one[${i}]`, 0, categories - 1)] ?? [];
    const column = checkCount(at(other, i), `other[${i}]`, 0, categories - 1);
    row[column] = at(row, column) + 1;
  });
  return kappaOfTable(table, weights);
}

/**
 * From the counts of [first marker's category][second marker's] (Cohen 1968). Throws 'empty', 'ragged',
 * 'lengths-differ' for a table or weights that are not square or not of one size, and 'not-finite' or
 * 'out-of-range' for a count below 0, a weight outside of 0..1 or one below 1 on the diagonal.
 */
export function kappaOfTable(
  table: readonly (readonly number[])[],
  weights: KappaWeights = 'linear',
): Kappa {
  const n = checkRectangle(table, 'table');
  checkSameLength(table, table[0] ?? [], 'rows and columns of the table');
  let total = 0;
  table.forEach((row) => row.forEach((count) => (total += checkNumber(count, 'a count', 0))));
  if (total === 0) throw new PsychometricsError('empty', 'the table counts nothing');
  const w = weightsOf(weights, n);
  const p = table.map((row) => row.map((count) => count / total));
  const rows = p.map((row) => row.reduce((a, b) => a + b, 0));
  const columns = p.map((_row, j) => p.reduce((sum, row) => sum + at(row, j), 0));
  const meanOfRow = w.map((row) =>
    row.reduce((sum, weight, j) => sum + weight * at(columns, j), 0),
  );
  const meanOfColumn = w.map((_row, j) =>
    w.reduce((sum, row, i) => sum + at(row, j) * at(rows, i), 0),
  );
  const over = (term: (i: number, j: number) => number): number => {
    let sum = 0;
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) sum += term(i, j);
    return sum;
  };
  const weight = (i: number, j: number): number => at(w[i] ?? [], j);
  const own = (i: number, j: number): number => at(p[i] ?? [], j);
  const both = (i: number, j: number): number => at(meanOfRow, i) + at(meanOfColumn, j);
  const observed = over((i, j) => own(i, j) * weight(i, j));
  const byChance = over((i, j) => at(rows, i) * at(columns, j) * weight(i, j));
  if (1 - byChance < 1e-12) {
    return {
      kappa: null,
      standardError: null,
      standardErrorAtZero: null,
      p: null,
      observed,
      byChance,
    };
  }
  const kappa = (observed - byChance) / (1 - byChance);
  const scale = total * (1 - byChance) ** 2;
  const spread = over((i, j) => own(i, j) * (weight(i, j) - both(i, j) * (1 - kappa)) ** 2);
  const spreadAtZero = over(
    (i, j) => at(rows, i) * at(columns, j) * (weight(i, j) - both(i, j)) ** 2,
  );
  const root = (value: number): number => Math.sqrt(Math.max(0, value) / scale);
  const atZero = root(spreadAtZero - byChance ** 2);
  return {
    kappa,
    standardError: root(spread - (kappa - byChance * (1 - kappa)) ** 2),
    standardErrorAtZero: atZero,
    p: atZero > 0 ? normalTwoSided(kappa / atZero) : null,
    observed,
    byChance,
  };
}

function weightsOf(weights: KappaWeights, n: number): readonly (readonly number[])[] {
  if (typeof weights === 'string') {
    return Array.from({ length: n }, (_, i) =>
      Array.from({ length: n }, (_, j) => {
        const apart = Math.abs(i - j) / Math.max(1, n - 1);
        if (weights === 'none') return i === j ? 1 : 0;
        return weights === 'linear' ? 1 - apart : 1 - apart * apart;
      }),
    );
  }
  checkRectangle(weights, 'weights');
  checkSameLength(weights, weights[0] ?? [], 'rows and columns of weights');
  if (weights.length !== n) {
    throw new PsychometricsError('lengths-differ', `weights for ${weights.length}, not ${n}`);
  }
  weights.forEach((row, i) =>
    row.forEach((value, j) => checkNumber(value, `weights[${i}][${j}]`, i === j ? 1 : 0, 1)),
  );
  return weights;
}
