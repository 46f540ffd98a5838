import { PsychometricsError } from '../error.ts';
import { at, checkNumbers, checkSameLength } from '../numbers/check.ts';
import { normalCdf } from '../numbers/normal.ts';
import { categoryOf, classificationOf } from './classification.ts';
import type { Classification } from './classification.ts';
import { checkAscending } from './livingston-lewis.ts';

/**
 * Accuracy and consistency of decisions by cuts on theta (Rudner 2001, 2005): each ability's error is
 * normal with its own standard error. For persons give their estimates; for a population its points
 * with `weights`, which need not sum to 1. A theta of at least the cut reaches it. All in the unit of
 * theta. Throws 'empty' (without thetas or cuts, or where all weigh 0), 'lengths-differ', 'not-finite',
 * and 'out-of-range' for errors that are not above 0, weights below 0, or cuts that do not ascend.
 */
export function rudner(
  thetas: readonly number[],
  errors: readonly number[],
  cuts: readonly number[],
  weights?: readonly number[],
): Classification {
  checkNumbers(thetas, 'thetas');
  checkNumbers(errors, 'errors', 1e-9);
  checkSameLength(errors, thetas, 'errors and thetas');
  const given = weights ?? thetas.map(() => 1);
  checkNumbers(given, 'weights', 0);
  checkSameLength(given, thetas, 'weights and thetas');
  checkAscending(cuts, 'cuts', -1e9, 1e9);
  let total = 0;
  for (const weight of given) total += weight;
  if (total <= 0) throw new PsychometricsError('empty', 'nobody is counted');
  const parts = thetas.map((theta, i) => {
    // P(below each cut), then differences; both tails are taken from their own side.
    const z = cuts.map((cut) => (cut - theta) / at(errors, i));
    const edges = [-Infinity, ...z, Infinity];
    const observed = edges.slice(1).map((to, k) => between(at(edges, k), to));
    return { weight: at(given, i) / total, truly: categoryOf(theta, cuts), observed };
  });
  return classificationOf(parts, cuts.length + 1);
}

function between(from: number, to: number): number {
  if (from > 0) return between(-to, -from);
  const low = from === -Infinity ? 0 : normalCdf(from);
  return (to === Infinity ? 1 : normalCdf(to)) - low;
}
