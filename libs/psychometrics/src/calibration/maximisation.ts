import { at } from '../numbers/check.ts';
import { solve } from '../numbers/cholesky.ts';
import type { Column } from './data.ts';
import { boundsOf, inOrder, scoresAt } from './parameters.ts';
import type { Parameters } from './parameters.ts';

/** A normal prior on the logit of the lower asymptote. */
export interface GuessPrior {
  readonly mean: number;
  readonly sd: number;
}

export interface Objective {
  readonly value: number;
  readonly gradient: number[];
  /** Expected information of the complete data: positive semidefinite at any parameters. */
  readonly information: number[][];
}

/** The expected complete-data log likelihood of one item, with its prior. */
export function objective(
  column: Column,
  parameters: Parameters,
  counts: Float64Array,
  theta: readonly number[],
  prior: GuessPrior | null,
): Objective {
  const n = parameters.length;
  const gradient = Array.from({ length: n }, () => 0);
  const information = gradient.map(() => gradient.map(() => 0));
  let value = 0;
  theta.forEach((t, q) => {
    const { logP, by } = scoresAt(column.model, parameters, t);
    let persons = 0;
    logP.forEach((log, k) => {
      const count = at(counts, k * theta.length + q);
      if (count === 0) return;
      persons += count;
      value += count * log;
      by[k]?.forEach((d, j) => (gradient[j] = at(gradient, j) + count * d));
    });
    if (persons === 0) return;
    logP.forEach((log, k) => {
      const expected = persons * Math.exp(log);
      const own = by[k] ?? [];
      information.forEach((row, i) => {
        for (let j = 0; j < n; j++) row[j] = at(row, j) + expected * at(own, i) * at(own, j);
      });
    });
  });
  if (column.model === '3pl' && prior) {
    const away = (at(parameters, 2) - prior.mean) / prior.sd;
    value -= 0.5 * away * away;
    gradient[2] = at(gradient, 2) - away / prior.sd;
    const row = information[2] ?? [];
    row[2] = at(row, 2) + 1 / prior.sd ** 2;
  }
  return { value, gradient, information };
}

const STEPS = 4;
const HALVINGS = 30;

/** The maximisation step of one item: Fisher scoring that never goes down and keeps to the bounds. */
export function maximised(
  column: Column,
  from: Parameters,
  counts: Float64Array,
  theta: readonly number[],
  prior: GuessPrior | null,
): Parameters {
  let parameters = from;
  let here = objective(column, parameters, counts, theta, prior);
  for (let i = 0; i < STEPS; i++) {
    const step = direction(column, parameters, here);
    if (step === null) return parameters;
    let size = 1;
    let next = parameters;
    let there = here;
    for (let j = 0; j < HALVINGS; j++, size /= 2) {
      next = clamped(column, parameters, step, size);
      if (!inOrder(column.model, next)) continue;
      there = objective(column, next, counts, theta, prior);
      if (there.value >= here.value) break;
    }
    if (!(there.value > here.value) || !inOrder(column.model, next)) return parameters;
    parameters = next;
    here = there;
    if (step.every((value) => Math.abs(value) < 1e-7)) break;
  }
  return parameters;
}

/** Newton's step over the parameters that no bound holds back. */
function direction(column: Column, parameters: Parameters, here: Objective): number[] | null {
  const free = parameters.map((value, j) => {
    const [low, high] = boundsOf(column.model, j);
    const pull = at(here.gradient, j);
    return !((value <= low && pull < 0) || (value >= high && pull > 0));
  });
  const indices = [...free.keys()].filter((j) => free[j]);
  const step = solve(
    indices.map((i) =>
      indices.map((j) => at(here.information[i] ?? [], j) * (i === j ? 1 + 1e-9 : 1)),
    ),
    indices.map((j) => at(here.gradient, j)),
  );
  if (step === null) return null;
  const full = parameters.map(() => 0);
  indices.forEach((j, place) => (full[j] = at(step, place)));
  return full;
}

function clamped(column: Column, from: Parameters, step: number[], size: number): Parameters {
  return from.map((value, j) => {
    const [low, high] = boundsOf(column.model, j);
    return Math.min(high, Math.max(low, value + size * at(step, j)));
  });
}
