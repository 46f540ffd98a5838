import { gammaUpper } from './gamma.ts';
import { root } from './root.ts';

/** The standard normal distribution function, exact in both tails (erfc by the incomplete gamma). */
export function normalCdf(z: number): number {
  const tail = gammaUpper(0.5, (z * z) / 2) / 2;
  return z < 0 ? tail : 1 - tail;
}

/** The probability of as large an absolute value. */
export function normalTwoSided(z: number): number {
  return gammaUpper(0.5, (z * z) / 2);
}

/** For 0 < p < 1. */
export function normalQuantile(p: number): number {
  return root((z) => normalCdf(z) - p, -40, 40, 1e-14).x;
}
