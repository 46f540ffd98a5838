import { curve } from '../irt/curve.ts';
import type { Item } from '../irt/item.ts';
import { at } from '../numbers/check.ts';
import { solve } from '../numbers/cholesky.ts';

export interface Weighted {
  readonly theta: readonly number[];
  /** Their sum is 1. */
  readonly weights: readonly number[];
}

interface Side {
  readonly items: readonly Item[];
  readonly population: Weighted;
}

interface Start {
  readonly both: boolean;
  readonly fixedScale: boolean;
  readonly A: number;
  readonly B: number;
}

const ITERATIONS = 200;
const LEAST_SCALE = 1e-3;

/**
 * The A and B that bring the test characteristic curves together in weighted least squares, by
 * Levenberg's and Marquardt's method with exact derivatives.
 */
export function closest(from: Side, to: Side, start: Start) {
  let constants = [start.A, start.B];
  let here = distance(from, to, start, constants);
  let damping = 1e-4;
  for (let i = 0; i < ITERATIONS; i++) {
    const { normal, pull } = here;
    const damped = normal.map((row, j) =>
      row.map((value, k) => (j === k ? value * (1 + damping) + 1e-15 : value)),
    );
    const step = start.fixedScale ? [0, at(pull, 1) / at(damped[1] ?? [], 1)] : solve(damped, pull);
    if (step === null || !step.every(Number.isFinite))
      return { outcome: 'iteration-limit' as const };
    const next = constants.map((value, j) => value + at(step, j));
    const moved = Math.max(...step.map(Math.abs));
    const there = at(next, 0) < LEAST_SCALE ? null : distance(from, to, start, next);
    if (there !== null && there.value <= here.value) {
      constants = next;
      here = there;
      damping = Math.max(1e-12, damping / 10);
      if (moved < 1e-10) break;
    } else {
      damping *= 10;
      // No direction leads further down: this is the bottom, to rounding.
      if (damping > 1e12) break;
    }
    if (i === ITERATIONS - 1) return { outcome: 'iteration-limit' as const };
  }
  const [A = 1, B = 0] = constants;
  return { outcome: 'linked' as const, A, B, criterion: here.value };
}

/** The weighted sum of squares, its normal equations and what pulls. */
function distance(from: Side, to: Side, { both }: Start, constants: readonly number[]) {
  const [A = 1, B = 0] = constants;
  const normal = [
    [0, 0],
    [0, 0],
  ];
  const pull = [0, 0];
  let value = 0;
  const add = (weight: number, residual: number, byA: number, byB: number): void => {
    value += weight * residual * residual;
    const by = [byA, byB];
    normal.forEach((row, j) => {
      pull[j] = at(pull, j) - weight * residual * at(by, j);
      row.forEach((sum, k) => (row[k] = sum + weight * at(by, j) * at(by, k)));
    });
  };
  to.population.theta.forEach((theta, q) => {
    // A new item moved to the old scale is the new item seen from the ability moved back.
    const back = (theta - B) / A;
    const old = total(to.items, theta);
    const moved = total(from.items, back);
    const weight = at(to.population.weights, q);
    add(weight, old.score - moved.score, (moved.slope * back) / A, moved.slope / A);
  });
  if (both) {
    from.population.theta.forEach((theta, q) => {
      const own = total(from.items, theta);
      const moved = total(to.items, A * theta + B);
      const weight = at(from.population.weights, q);
      add(weight, own.score - moved.score, -moved.slope * theta, -moved.slope);
    });
  }
  return { value, normal, pull };
}

function total(items: readonly Item[], theta: number): { score: number; slope: number } {
  let score = 0;
  let slope = 0;
  for (const item of items) {
    const { logP, d1 } = curve(item, theta);
    logP.forEach((log, k) => {
      const part = k * Math.exp(log);
      score += part;
      slope += part * at(d1, k);
    });
  }
  return { score, slope };
}
