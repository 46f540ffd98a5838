import { at } from '../numbers/check.ts';
import { logSum } from '../numbers/log-space.ts';
import type { Ability } from './ability.ts';
import type { Answered } from './score-function.ts';

/**
 * Mean and deviation of the posterior over equidistant points (Bock and Mislevy 1982), by the
 * trapezoidal rule: the two ends count half.
 */
export function expectedAPosteriori(
  curvesAt: (theta: number) => Answered,
  prior: { readonly mean: number; readonly sd: number },
  grid: { readonly from: number; readonly to: number; readonly points: number },
): Ability {
  const width = (grid.to - grid.from) / (grid.points - 1);
  const thetas = Array.from({ length: grid.points }, (_, i) => grid.from + width * i);
  const logs = thetas.map((theta, i) => {
    const z = (theta - prior.mean) / prior.sd;
    let log = -0.5 * z * z;
    if (i === 0 || i === grid.points - 1) log -= Math.LN2;
    for (const { curve, response } of curvesAt(theta)) log += at(curve.logP, response);
    return log;
  });
  const total = logSum(logs);
  let mean = 0;
  thetas.forEach((theta, i) => (mean += theta * Math.exp(at(logs, i) - total)));
  let spread = 0;
  thetas.forEach((theta, i) => (spread += (theta - mean) ** 2 * Math.exp(at(logs, i) - total)));
  return { outcome: 'estimated', theta: mean, se: Math.sqrt(spread) };
}
