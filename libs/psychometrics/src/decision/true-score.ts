// The distribution of true proportions behind observed scores: a beta distribution between a lower
// and an upper bound (Lord 1965; Hanson 1991).
import { at } from '../numbers/check.ts';
import { logLogistic } from '../numbers/log-space.ts';
import { panels } from '../numbers/integrate.ts';
import { root } from '../numbers/root.ts';

/**
 * The beta distribution of true proportions of the marks (Lord 1965; Hanson 1991), its bounds within
 * 0..1.
 */
export interface TrueScores {
  readonly alpha: number;
  readonly beta: number;
  readonly lower: number;
  readonly upper: number;
  /** How many moments are met: 4, or fewer where the bounds would leave 0..1. */
  readonly moments: 4 | 3 | 2;
}

interface Moments {
  readonly mean: number;
  readonly variance: number;
  readonly skewness: number;
  readonly kurtosis: number;
}

/** The true proportions' moments from the factorial moments of scores 0..n (Lord 1965). */
export function trueMoments(
  scores: readonly number[],
  weights: readonly number[],
  n: number,
): Moments {
  let total = 0;
  const raw = [0, 0, 0, 0];
  scores.forEach((score, i) => {
    const weight = at(weights, i);
    total += weight;
    let falling = weight;
    for (let r = 0; r < 4; r++) {
      falling *= (score - r) / (n - r);
      raw[r] = at(raw, r) + falling;
    }
  });
  const [m1 = 0, m2 = 0, m3 = 0, m4 = 0] = raw.map((value) => value / total);
  const variance = m2 - m1 * m1;
  return {
    mean: m1,
    variance,
    skewness: (m3 - 3 * m1 * m2 + 2 * m1 ** 3) / variance ** 1.5,
    kurtosis: (m4 - 4 * m1 * m3 + 6 * m1 * m1 * m2 - 3 * m1 ** 4) / variance ** 2,
  };
}

/** Null when not even two moments can be met: no variance is left for true scores. */
export function betaOf(moments: Moments): TrueScores | null {
  if (!(moments.variance > 0) || !(moments.mean > 0 && moments.mean < 1)) return null;
  const four = fourMoments(moments);
  if (four && four.lower >= 0 && four.upper <= 1) return four;
  const bounds: [number, number | null][] = [];
  // The bound that left 0..1 is put back first.
  if (!four || four.upper > 1) bounds.push([1, null]);
  bounds.push([0, 0]);
  for (const [fixed] of bounds) {
    const three = threeMoments(moments, fixed === 1 ? 'upper' : 'lower');
    if (three) return three;
  }
  return twoMoments(moments, 0, 1, 2);
}

function fourMoments({ mean, variance, skewness, kurtosis }: Moments): TrueScores | null {
  const g = skewness * skewness;
  const sum = (6 * (kurtosis - g - 1)) / (6 + 3 * g - 2 * kurtosis);
  if (!(sum > 0) || !Number.isFinite(sum)) return null;
  const lean = ((sum + 2) * skewness) / Math.sqrt((sum + 2) ** 2 * g + 16 * (sum + 1));
  const alpha = (sum / 2) * (1 - lean);
  const beta = (sum / 2) * (1 + lean);
  if (!(alpha > 0 && beta > 0)) return null;
  const width = Math.sqrt((variance * sum * sum * (sum + 1)) / (alpha * beta));
  const lower = mean - (width * alpha) / sum;
  return { alpha, beta, lower, upper: lower + width, moments: 4 };
}

function twoMoments(
  { mean, variance }: Moments,
  lower: number,
  upper: number,
  moments: 3 | 2,
): TrueScores | null {
  const width = upper - lower;
  const m = (mean - lower) / width;
  const sum = (m * (1 - m) * width * width) / variance - 1;
  const alpha = m * sum;
  const beta = (1 - m) * sum;
  return alpha > 0 && beta > 0 && Number.isFinite(sum)
    ? { alpha, beta, lower, upper, moments }
    : null;
}

/** One bound at 0 or 1, the other where the skewness is met; null where it never is. */
function threeMoments(moments: Moments, fixed: 'lower' | 'upper'): TrueScores | null {
  const { mean, skewness } = moments;
  const fit = (bound: number): TrueScores | null =>
    fixed === 'upper' ? twoMoments(moments, bound, 1, 3) : twoMoments(moments, 0, bound, 3);
  const excess = (bound: number): number | null => {
    const found = fit(bound);
    if (found === null) return null;
    const { alpha, beta } = found;
    const sum = alpha + beta;
    const own = (2 * (beta - alpha) * Math.sqrt(sum + 1)) / ((sum + 2) * Math.sqrt(alpha * beta));
    return own - skewness;
  };
  const [from, to] = fixed === 'upper' ? [0, mean] : [1, mean];
  const steps = 400;
  for (let i = 0; i < steps; i++) {
    const [a, b] = [i, i + 1].map((k) => from + ((to - from) * k) / steps);
    const [left, right] = [excess(a ?? 0), excess(b ?? 0)];
    if (left === null || right === null || left * right > 0) continue;
    return fit(root((x) => excess(x) ?? 0, a ?? 0, b ?? 0).x);
  }
  return null;
}

/**
 * Points of true proportion with their weights, which sum to 1, in pieces between the cuts. On the
 * logit of the proportion the density has no singularity and falls off exponentially at both ends.
 */
export function trueScorePieces(
  { alpha, beta, lower, upper }: TrueScores,
  cuts: readonly number[],
): { t: number; weight: number }[][] {
  const log = (y: number): number => alpha * logLogistic(y) + beta * logLogistic(-y);
  const mode = Math.log(alpha / beta);
  const end = (direction: 1 | -1): number => {
    let y = mode;
    for (let step = 0.01; log(mode) - log(y) < 45; step *= 1.2) y += direction * step;
    return y;
  };
  const [first, last] = [end(-1), end(1)];
  const inside = cuts.map((cut) => {
    const x = (cut - lower) / (upper - lower);
    if (x <= 0) return first;
    return x >= 1 ? last : Math.min(last, Math.max(first, Math.log(x / (1 - x))));
  });
  const edges = [first, ...inside, last];
  const middle = Math.min(1, Math.sqrt((alpha + beta) / (alpha * beta)));
  let total = 0;
  const pieces = edges.slice(1).map((to, i) => {
    const from = at(edges, i);
    return stretches(from, to).flatMap(([start, stop]) => {
      const width = stop <= -FAR ? 1 / alpha : start >= FAR ? 1 / beta : middle;
      const count = Math.min(5000, Math.ceil((stop - start) / width));
      return panels(start, stop, count).map(({ x, weight }) => {
        const own = weight * Math.exp(log(x) - log(mode));
        total += own;
        return { t: lower + (upper - lower) * Math.exp(logLogistic(x)), weight: own };
      });
    });
  });
  return pieces.map((piece) => piece.map(({ t, weight }) => ({ t, weight: weight / total })));
}

/** Beyond this logit the proportion is at its bound to all digits, and only the density still falls. */
const FAR = 40;

function stretches(from: number, to: number): [number, number][] {
  const edges = [from, ...[-FAR, FAR].filter((edge) => from < edge && edge < to), to];
  return edges.slice(1).flatMap((stop, i): [number, number][] => {
    const start = at(edges, i);
    return stop > start ? [[start, stop]] : [];
  });
}
