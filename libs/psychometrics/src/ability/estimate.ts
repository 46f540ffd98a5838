import { PsychometricsError } from '../error.ts';
import type { Ability, AbilityOptions, Response } from './ability.ts';
import { curve } from '../irt/curve.ts';
import type { Curve } from '../irt/curve.ts';
import { categories, checkItems } from '../irt/item.ts';
import type { Item } from '../irt/item.ts';
import { checkCount, checkNumber, checkSameLength } from '../numbers/check.ts';
import { expectedAPosteriori } from './expected-a-posteriori.ts';
import { highest } from './highest.ts';
import { likelihoodAt, posteriorAt, weightedAt } from './score-function.ts';

/**
 * The ability behind the responses, with its standard error: 1 / sqrt(information) for ml and wle,
 * 1 / sqrt(information + 1 / prior variance) for map, the posterior's deviation for eap (Bock and
 * Mislevy 1982). All right or all wrong: ml has no finite value and says 'at-bound'; map and eap are
 * finite by their prior; wle is finite for one and two parameters. `responses` is by item. Whatever the
 * method does not settle is an `outcome`. Throws for an item as Item says, 'empty' without items,
 * 'lengths-differ', and 'not-finite' or 'out-of-range' for a response that is no category of its item, a
 * prior SD outside of 0.001..100, bounds beyond -1000..1000 or of no width, points outside of 2..10001.
 */
export function estimateAbility(
  items: readonly Item[],
  responses: readonly Response[],
  options: AbilityOptions,
): Ability {
  checkItems(items);
  checkSameLength(responses, items, 'responses and items');
  const prior = options.prior ?? { mean: 0, sd: 1 };
  checkNumber(prior.mean, 'prior.mean', -100, 100);
  checkNumber(prior.sd, 'prior.sd', 1e-3, 100);
  const [from, to] = options.bounds ?? [prior.mean - 6 * prior.sd, prior.mean + 6 * prior.sd];
  checkNumber(from, 'bounds[0]', -1000, 1000);
  checkNumber(to, 'bounds[1]', from, 1000);
  if (from === to) throw new PsychometricsError('out-of-range', 'bounds: from one point to itself');
  const given: { item: Item; response: number }[] = [];
  items.forEach((item, i) => {
    const response = responses[i] ?? null;
    if (response === null) return;
    checkCount(response, `responses[${i}]`, 0, categories(item) - 1);
    given.push({ item, response });
  });
  const curvesAt = (theta: number): { curve: Curve; response: number }[] =>
    given.map(({ item, response }) => ({ curve: curve(item, theta), response }));
  // Without asymptotes each item's log likelihood is concave (Samejima 1969); Warm's term is tame.
  const concave = given.every(({ item }) => item.model !== '3pl');
  const stride = concave ? (options.method === 'wle' ? 0.25 : Infinity) : 0.05;
  switch (options.method) {
    case 'eap': {
      const points = checkCount(options.points ?? 61, 'points', 2, 10_001);
      return expectedAPosteriori(curvesAt, prior, { from, to, points });
    }
    case 'map':
      return highest((theta) => posteriorAt(curvesAt(theta), theta, prior), from, to, stride);
    case 'ml':
    case 'wle': {
      if (given.length === 0) return { outcome: 'no-responses', theta: null, se: null };
      const slope = options.method === 'ml' ? likelihoodAt : weightedAt;
      return highest((theta) => slope(curvesAt(theta)), from, to, stride);
    }
    default:
      throw new PsychometricsError('out-of-range', 'unknown method');
  }
}
