import { at } from '../numbers/check.ts';
import type { Column } from './data.ts';
import { objective } from './maximisation.ts';
import { BOUNDS } from './parameters.ts';
import type { Parameters } from './parameters.ts';

const STEPS = 4;
const HALVINGS = 30;

/**
 * The maximisation step of items that share one slope. Their information is an arrow (the slope meets
 * every intercept, intercepts don't meet), so the slope's step comes from a Schur complement.
 */
export function maximisedTogether(
  columns: readonly Column[],
  from: readonly Parameters[],
  counts: readonly Float64Array[],
  theta: readonly number[],
): Parameters[] {
  const all = (parameters: readonly Parameters[]) =>
    columns.map((column, c) =>
      objective(column, parameters[c] ?? [], counts[c] ?? new Float64Array(), theta, null),
    );
  const value = (objectives: ReturnType<typeof all>): number => {
    let total = 0;
    for (const one of objectives) total += one.value;
    return total;
  };
  let parameters = from.map((one) => [...one]);
  let here = all(parameters);
  for (let i = 0; i < STEPS; i++) {
    let pull = 0;
    let curvature = 0;
    const parts = here.map(({ gradient, information }) => {
      const [first = [], second = []] = information;
      const part = {
        gradient: at(gradient, 1),
        own: at(second, 1) * (1 + 1e-9) + 1e-12,
        cross: at(first, 1),
      };
      pull += at(gradient, 0) - (part.cross * part.gradient) / part.own;
      curvature += at(first, 0) - (part.cross * part.cross) / part.own;
      return part;
    });
    const slope = curvature > 0 ? pull / curvature : 0;
    let next = parameters;
    let there = here;
    let size = 1;
    for (let j = 0; j < HALVINGS; j++, size /= 2) {
      const s = within(BOUNDS.slope, at(parameters[0] ?? [1], 0) + size * slope);
      next = parameters.map((one, c) => {
        const part = parts[c] ?? { gradient: 0, own: 1, cross: 0 };
        const step = (part.gradient - part.cross * slope) / part.own;
        return [s, within(BOUNDS.intercept, at(one, 1) + size * step)];
      });
      there = all(next);
      if (value(there) >= value(here)) break;
    }
    if (!(value(there) > value(here))) return parameters;
    parameters = next;
    here = there;
  }
  return parameters;
}

function within([low, high]: readonly [number, number], value: number): number {
  return Math.min(high, Math.max(low, value));
}
