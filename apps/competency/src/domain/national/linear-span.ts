// Which sums follow from which others: Gaussian elimination over a prime field, exact in doubles.

/** The largest prime below 2^26, so that every product stays below 2^53. */
const PRIME = 67_108_859;

const times = (a: number, b: number) => (a * b) % PRIME;
const minus = (a: number, b: number) => (a - b + PRIME) % PRIME;

function inverse(value: number): number {
  let [result, base, exponent] = [1, value, PRIME - 2];
  while (exponent > 0) {
    if (exponent % 2 === 1) result = times(result, base);
    base = times(base, base);
    exponent = Math.floor(exponent / 2);
  }
  return result;
}

interface Row {
  vector: Float64Array;
  /** Which of the given sums, and how often, make this row. */
  made: Float64Array;
}

/**
 * Takes known sums over `cells` unknowns (each a list of cell indices) and answers for another sum
 * which of the known ones, together, give it away; undefined when they do not.
 */
export function spanOf(known: readonly (readonly number[])[], cells: number) {
  const rows = new Map<number, Row>();

  const reduce = (row: Row): number => {
    for (let at = 0; at < cells; at++) {
      const factor = row.vector[at] ?? 0;
      if (factor === 0) continue;
      const pivot = rows.get(at);
      if (pivot === undefined) return at;
      subtract(row.vector, pivot.vector, factor);
      subtract(row.made, pivot.made, factor);
    }
    return -1;
  };

  const vectorOf = (sum: readonly number[]) => {
    const vector = new Float64Array(cells);
    for (const cell of sum) vector[cell] = 1;
    return vector;
  };

  known.forEach((sum, index) => {
    const made = new Float64Array(known.length);
    made[index] = 1;
    const row = { vector: vectorOf(sum), made };
    const at = reduce(row);
    if (at < 0) return;
    const scale = inverse(row.vector[at] ?? 1);
    rows.set(at, {
      vector: row.vector.map((value) => times(value, scale)),
      made: row.made.map((value) => times(value, scale)),
    });
  });

  return (sum: readonly number[]): number[] | undefined => {
    const row = { vector: vectorOf(sum), made: new Float64Array(known.length) };
    if (reduce(row) >= 0) return undefined;
    return [...row.made.keys()].filter((index) => row.made[index] !== 0);
  };
}

function subtract(target: Float64Array, source: Float64Array, factor: number): void {
  for (let at = 0; at < target.length; at++) {
    const value = source[at] ?? 0;
    if (value !== 0) target[at] = minus(target[at] ?? 0, times(factor, value));
  }
}
