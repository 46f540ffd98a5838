import { PsychometricsError } from '../error.ts';
import { at, checkNumber, checkNumbers, checkSameLength } from '../numbers/check.ts';
import { logGamma } from '../numbers/gamma.ts';
import { classificationOf } from './classification.ts';
import type { Classification, Part } from './classification.ts';
import { betaOf, trueMoments, trueScorePieces } from './true-score.ts';
import type { TrueScores } from './true-score.ts';

/** Total marks of a group on one form. */
export interface ScoreDistribution {
  /** In marks, in any order; one a person, or one with its count. */
  readonly scores: readonly number[];
  /** Persons with each score; 1 each if absent. */
  readonly counts?: readonly number[];
  /** The least and the most marks that the test allows, not those that were seen. */
  readonly least?: number;
  readonly most: number;
  /** Of the scores, 0 < r < 1: alpha, say. */
  readonly reliability: number;
}

/** The categories ascend from 0, one more than there are cuts. */
export type LivingstonLewis =
  | ({
      readonly outcome: 'estimated';
      /** Right-or-wrong items of one difficulty that would be as reliable. */
      readonly effectiveLength: number;
      readonly trueScores: TrueScores;
    } & Classification)
  /** No variance, or no true variance, is left to speak of. */
  | { readonly outcome: 'no-spread' };

/**
 * Accuracy and consistency of decisions by cuts on total marks (Livingston and Lewis 1995), without
 * their final adjustment of the observed margins. A score of at least the cut reaches it; `trueCuts`
 * are proportions of the marks, 0..1, those of the cuts if absent. Throws 'empty', 'lengths-differ', and
 * 'not-finite' or 'out-of-range' for a score or cut outside of least..most, cuts that do not ascend, a
 * count below 0, or a reliability outside of 0.000001..0.999999.
 */
export function livingstonLewis(
  distribution: ScoreDistribution,
  cuts: readonly number[],
  trueCuts?: readonly number[],
): LivingstonLewis {
  const { scores, most, reliability } = distribution;
  const least = distribution.least ?? 0;
  const counts = distribution.counts ?? scores.map(() => 1);
  checkDistribution(distribution, least, counts, cuts);
  const share = (score: number): number => (score - least) / (most - least);
  const truly = trueCuts ?? cuts.map(share);
  checkSameLength(truly, cuts, 'trueCuts and cuts');
  checkAscending(truly, 'trueCuts', 0, 1);
  const n = effectiveLength(scores, counts, least, most, reliability);
  if (n === null) return { outcome: 'no-spread' };
  const scaled = scores.map((score) => n * share(score));
  const trueScores = betaOf(trueMoments(scaled, counts, n));
  if (trueScores === null) return { outcome: 'no-spread' };
  const reaches = cuts.map((cut) => Math.ceil(n * share(cut) - 1e-9));
  const ways = logWays(n);
  const parts: Part[] = [];
  trueScorePieces(trueScores, truly).forEach((piece, category) => {
    for (const { t, weight } of piece) {
      parts.push({ weight, truly: category, observed: observedAt(t, ways, reaches) });
    }
  });
  return {
    outcome: 'estimated',
    effectiveLength: n,
    trueScores,
    ...classificationOf(parts, cuts.length + 1),
  };
}

/** Livingston and Lewis' equation 1, rounded; at least as many items as there are moments. */
function effectiveLength(
  scores: readonly number[],
  counts: readonly number[],
  least: number,
  most: number,
  reliability: number,
): number | null {
  let total = 0;
  let sum = 0;
  scores.forEach((score, i) => {
    total += at(counts, i);
    sum += at(counts, i) * score;
  });
  const mean = sum / total;
  let squares = 0;
  scores.forEach((score, i) => (squares += at(counts, i) * (score - mean) ** 2));
  const variance = squares / total;
  if (!(variance > 1e-12)) return null;
  const length =
    ((mean - least) * (most - mean) - reliability * variance) / (variance * (1 - reliability));
  return Number.isFinite(length) ? Math.min(100_000, Math.max(4, Math.round(length))) : null;
}

/** log of n over x, for each x. */
function logWays(n: number): Float64Array {
  const whole = logGamma(n + 1);
  return Float64Array.from(
    { length: n + 1 },
    (_, x) => whole - logGamma(x + 1) - logGamma(n - x + 1),
  );
}

// So many standard deviations, and scores, about its mean a binomial has all its probability but 1e-25.
const REACH = 15;

/** By category, the binomial probability of a score there. */
function observedAt(t: number, ways: Float64Array, reaches: readonly number[]): number[] {
  const categories = Array.from({ length: reaches.length + 1 }, () => 0);
  const n = ways.length - 1;
  const [up, down] = [Math.log(t), Math.log1p(-t)];
  const far = REACH * (1 + Math.sqrt(n * t * (1 - t)));
  const last = Math.min(n, Math.ceil(n * t + far));
  let reached = 0;
  for (let x = Math.max(0, Math.floor(n * t - far)); x <= last; x++) {
    while (reached < reaches.length && x >= at(reaches, reached)) reached++;
    const log = at(ways, x) + (x === 0 ? 0 : x * up) + (x === n ? 0 : (n - x) * down);
    categories[reached] = at(categories, reached) + Math.exp(log);
  }
  return categories;
}

function checkDistribution(
  { scores, most, reliability }: ScoreDistribution,
  least: number,
  counts: readonly number[],
  cuts: readonly number[],
): void {
  checkNumber(least, 'least');
  if (checkNumber(most, 'most', least) === least) {
    throw new PsychometricsError('out-of-range', 'most: no marks can be had');
  }
  checkNumbers(scores, 'scores', least);
  scores.forEach((score, i) => checkNumber(score, `scores[${i}]`, least, most));
  checkSameLength(counts, scores, 'counts and scores');
  checkNumbers(counts, 'counts', 0);
  if (!counts.some((count) => count > 0))
    throw new PsychometricsError('empty', 'nobody is counted');
  checkNumber(reliability, 'reliability', 1e-6, 1 - 1e-6);
  checkAscending(cuts, 'cuts', least, most);
}

export function checkAscending(
  cuts: readonly number[],
  name: string,
  least: number,
  most: number,
): void {
  checkNumbers(cuts, name);
  cuts.forEach((cut, i) => {
    checkNumber(cut, `${name}[${i}]`, least, most);
    if (i > 0 && cut <= at(cuts, i - 1)) {
      throw new PsychometricsError('out-of-range', `${name} must ascend`);
    }
  });
}
