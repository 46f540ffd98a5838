// The gamma function and the chi-square distribution.
import { at } from './check.ts';

// Lanczos' approximation with g = 7 and nine terms (Godfrey 2001), to about 15 digits.
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313,
  -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6,
  1.5056327351493116e-7,
];

/** For x > 0. */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  let series = at(LANCZOS, 0);
  for (let i = 1; i < LANCZOS.length; i++) series += at(LANCZOS, i) / (x - 1 + i);
  const t = x + 6.5;
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(series);
}

const TERMS = 10_000;

/** The upper tail Q(a, x) of the regularised incomplete gamma function, a > 0, x >= 0. */
export function gammaUpper(a: number, x: number): number {
  if (x <= 0) return 1;
  const scale = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x < a + 1) {
    // Series for the lower tail (Abramowitz and Stegun 6.5.29).
    let term = 1 / a;
    let total = term;
    for (let n = 1; n < TERMS && Math.abs(term) > Math.abs(total) * 1e-17; n++) {
      term *= x / (a + n);
      total += term;
    }
    return Math.min(1, Math.max(0, 1 - total * scale));
  }
  // Lentz' evaluation of the continued fraction (6.5.31).
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < TERMS; n++) {
    const numerator = -n * (n - a);
    b += 2;
    d = 1 / (numerator * d + b || 1e-300);
    c = b + numerator / c || 1e-300;
    fraction *= c * d;
    if (Math.abs(c * d - 1) < 1e-16) break;
  }
  return Math.min(1, Math.max(0, fraction * scale));
}

/** The probability that chi-square with df degrees of freedom is at least as large. */
export function chiSquareTail(value: number, df: number): number {
  return gammaUpper(df / 2, value / 2);
}
