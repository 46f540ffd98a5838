// Probabilities near 0 and 1 keep their digits as logarithms.

/** log(1 / (1 + e^-z)), without overflow. */
export function logLogistic(z: number): number {
  return z < 0 ? z - Math.log1p(Math.exp(z)) : -Math.log1p(Math.exp(-z));
}

export function logistic(z: number): number {
  return z < 0 ? Math.exp(z) / (1 + Math.exp(z)) : 1 / (1 + Math.exp(-z));
}

/** log(e^x + e^y); either may be -Infinity. */
export function logAdd(x: number, y: number): number {
  const larger = Math.max(x, y);
  if (larger === -Infinity) return -Infinity;
  return larger + Math.log1p(Math.exp(Math.min(x, y) - larger));
}

export function logSum(values: Iterable<number>): number {
  let total = -Infinity;
  for (const value of values) total = logAdd(total, value);
  return total;
}

/** log(1 - e^x) for x < 0 (Maechler 2012, "Accurately computing log(1 - exp(-|a|))"). */
export function logOneMinusExp(x: number): number {
  return x > -Math.LN2 ? Math.log(-Math.expm1(x)) : Math.log1p(-Math.exp(x));
}
