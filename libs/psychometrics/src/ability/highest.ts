import { at } from '../numbers/check.ts';
import { root } from '../numbers/root.ts';
import type { Ability } from './ability.ts';
import type { Slope } from './score-function.ts';

const MOST_STEPS = 4000;

interface Top {
  readonly height: number;
  readonly where: 'lower' | 'upper' | readonly [number, number];
}

/**
 * Where a curve that is known by its slope is highest. With a lower asymptote it may have several
 * tops (Samejima 1973), so the whole range is walked and the slope added up; the highest top is then
 * closed in on. Where there is one top for certain, one stride over everything is enough.
 */
export function highest(
  slopeAt: (theta: number) => Slope,
  from: number,
  to: number,
  stride: number,
): Ability {
  const steps = Math.min(MOST_STEPS, Math.max(1, Math.ceil((to - from) / stride)));
  const width = (to - from) / steps;
  const slopes = Array.from(
    { length: steps + 1 },
    (_, i) => slopeAt(i === steps ? to : from + width * i).slope,
  );
  let best: Top = { height: at(slopes, 0) > 0 ? -Infinity : 0, where: 'lower' };
  let height = 0;
  for (let i = 0; i < steps; i++) {
    const here = at(slopes, i);
    const next = at(slopes, i + 1);
    if (here > 0 && next <= 0) {
      const top = height + ((here * here) / (here - next)) * (width / 2);
      const left = from + width * i;
      if (top > best.height) best = { height: top, where: [left, Math.min(to, left + width)] };
    }
    height += ((here + next) / 2) * width;
  }
  if (at(slopes, steps) > 0 && height > best.height) best = { height, where: 'upper' };
  if (best.where === 'lower' || best.where === 'upper') {
    const theta = best.where === 'lower' ? from : to;
    return { outcome: 'at-bound', bound: best.where, theta, se: null };
  }
  const found = root((theta) => slopeAt(theta).slope, ...best.where);
  const se = 1 / Math.sqrt(slopeAt(found.x).information);
  return found.outcome === 'found' && Number.isFinite(se)
    ? { outcome: 'estimated', theta: found.x, se }
    : { outcome: 'iteration-limit', theta: found.x, se: null };
}
