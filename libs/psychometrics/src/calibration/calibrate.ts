import { PsychometricsError } from '../error.ts';
import type { Response } from '../ability/ability.ts';
import type { Item } from '../irt/item.ts';
import { at, checkCount, checkNumber } from '../numbers/check.ts';
import { packed } from './data.ts';
import type { Data, Refusal } from './data.ts';
import { expectation, normalQuadrature } from './expectation.ts';
import type { Expectation, Quadrature } from './expectation.ts';
import { maximised } from './maximisation.ts';
import type { GuessPrior } from './maximisation.ts';
import { boundsOf, toItem } from './parameters.ts';
import type { Model, Parameters } from './parameters.ts';
import { maximisedTogether } from './shared-slope.ts';
import { startingValues } from './starting-values.ts';

/** How a calibration is done; what is absent has the default that stands at it. */
export interface CalibrationOptions {
  /** How many persons gave each row; 1 if absent. */
  readonly counts?: readonly number[];
  /** Quadrature points, 61 if absent, from -6 to 6 unless `bounds` says otherwise. */
  readonly points?: number;
  readonly bounds?: readonly [number, number];
  /** The largest change of a parameter at which it stops: 1e-4 if absent. */
  readonly tolerance?: number;
  /** EM cycles at most, 500 if absent. */
  readonly iterations?: number;
  /** The items' scaling constant, 1 if absent. */
  readonly D?: number;
  /** On the logit of a 3pl's c; N(-1.1, 0.5) if absent, null for none. */
  readonly guessPrior?: GuessPrior | null;
}

/**
 * One item, and why there is none: no response, one and the same response, or a category that is never
 * seen.
 */
export type CalibratedItem =
  | { readonly outcome: 'estimated'; readonly item: Item }
  /** The slope or an intercept would go on beyond what is believed: look at the item. */
  | { readonly outcome: 'at-bound'; readonly item: Item }
  | { readonly outcome: Refusal; readonly item: null };

/** The items in the order of the columns, on the scale of abilities that are N(0, 1). */
export interface Calibration {
  /**
   * 'iteration-limit': the last change was still above the tolerance; the items are those of the last
   * cycle.
   */
  readonly outcome: 'converged' | 'iteration-limit';
  readonly iterations: number;
  /** In the last cycle, of any slope (D a), intercept or lower asymptote. */
  readonly largestChange: number;
  /** Of weight above 0 that responded to anything. */
  readonly persons: number;
  /** Marginal, natural logarithm, without the prior. */
  readonly logLikelihood: number;
  readonly freeParameters: number;
  readonly aic: number;
  readonly bic: number;
  readonly items: readonly CalibratedItem[];
  /** What standardErrors and itemFit go on with. */
  readonly state: CalibrationState;
}

export interface CalibrationState {
  readonly data: Data;
  readonly parameters: readonly Parameters[];
  readonly quadrature: Quadrature;
  readonly D: number;
  readonly guessPrior: GuessPrior | null;
}

/**
 * Marginal maximum likelihood by EM (Bock and Aitkin 1981; Muraki 1992 for marks), abilities N(0, 1).
 * A row is a person, a column an item; null is missing by design. The 1pl items share one slope. What does
 * not converge is an `outcome`, of the whole or of an item. Throws 'empty', 'ragged', 'lengths-differ', and
 * 'not-finite' or 'out-of-range' for a response that is no whole number of 0..99 (0..1 for right-or-wrong
 * models), a count below 0, or an option out of its range.
 */
export function calibrate(
  responses: readonly (readonly Response[])[],
  models: readonly Model[],
  options: CalibrationOptions = {},
): Calibration {
  const data = packed(responses, models, options.counts);
  const state = { data, ...settings(options) };
  const limit = checkCount(options.iterations ?? 500, 'iterations', 1, 100_000);
  const tolerance = checkNumber(options.tolerance ?? 1e-4, 'tolerance', 1e-12, 1);
  let parameters = data.columns.map(startingValues);
  let step = expectation(data, parameters, state.quadrature);
  let iterations = 0;
  let largestChange = Infinity;
  while (iterations < limit && largestChange > tolerance) {
    const next = maximisation(state, parameters, step);
    largestChange = change(data, parameters, next);
    parameters = next;
    step = expectation(data, parameters, state.quadrature);
    iterations++;
  }
  const shared = data.columns.filter(({ model }) => model === '1pl').length;
  let free = shared > 0 ? 1 - shared : 0;
  for (const column of data.columns) free += column.parameters;
  return {
    outcome: largestChange <= tolerance ? 'converged' : 'iteration-limit',
    iterations,
    largestChange,
    persons: data.persons,
    logLikelihood: step.logLikelihood,
    freeParameters: free,
    aic: -2 * step.logLikelihood + 2 * free,
    bic: -2 * step.logLikelihood + Math.log(data.persons) * free,
    items: itemsOf(models.length, { ...state, parameters }),
    state: { ...state, parameters },
  };
}

function settings(options: CalibrationOptions): Omit<CalibrationState, 'data' | 'parameters'> {
  const [from, to] = options.bounds ?? [-6, 6];
  checkNumber(from, 'bounds[0]', -20, 20);
  if (checkNumber(to, 'bounds[1]', from, 20) <= from) {
    throw new PsychometricsError('out-of-range', 'bounds: from one point to itself');
  }
  const prior = options.guessPrior === undefined ? { mean: -1.1, sd: 0.5 } : options.guessPrior;
  if (prior) {
    checkNumber(prior.mean, 'guessPrior.mean', -10, 10);
    checkNumber(prior.sd, 'guessPrior.sd', 1e-3, 100);
  }
  return {
    quadrature: normalQuadrature(from, to, checkCount(options.points ?? 61, 'points', 3, 1001)),
    D: checkNumber(options.D ?? 1, 'D', 0.1, 10),
    guessPrior: prior,
  };
}

function maximisation(
  { data, quadrature, guessPrior }: Omit<CalibrationState, 'parameters'>,
  parameters: readonly Parameters[],
  { counts }: Expectation,
): Parameters[] {
  const together = [...data.columns.keys()].filter((c) => data.columns[c]?.model === '1pl');
  const shared = maximisedTogether(
    together.flatMap((c) => data.columns[c] ?? []),
    together.map((c) => parameters[c] ?? []),
    together.map((c) => counts[c] ?? new Float64Array()),
    quadrature.theta,
  );
  return data.columns.map((column, c) => {
    if (column.model === '1pl') return shared[together.indexOf(c)] ?? [];
    const own = counts[c] ?? new Float64Array();
    return maximised(column, parameters[c] ?? [], own, quadrature.theta, guessPrior);
  });
}

/** In the asymptote itself rather than its logit, which may run far where nothing depends on it. */
function change(data: Data, before: readonly Parameters[], after: readonly Parameters[]): number {
  let largest = 0;
  data.columns.forEach(({ model }, c) => {
    after[c]?.forEach((value, j) => {
      const guess = model === '3pl' && j === 2 ? 1 / (2 + 2 * Math.cosh(value)) : 1;
      largest = Math.max(largest, guess * Math.abs(value - at(before[c] ?? [], j)));
    });
  });
  return largest;
}

function itemsOf(count: number, { data, parameters, D }: CalibrationState): CalibratedItem[] {
  const items: CalibratedItem[] = Array.from({ length: count }, () => ({
    outcome: 'no-responses' as const,
    item: null,
  }));
  for (const { item, reason } of data.refused) items[item] = { outcome: reason, item: null };
  data.columns.forEach(({ item, model }, c) => {
    const own = parameters[c] ?? [];
    const held = own.some((value, j) => {
      const [low, high] = boundsOf(model, j);
      return (model !== '3pl' || j < 2) && (value <= low || value >= high);
    });
    items[item] = { outcome: held ? 'at-bound' : 'estimated', item: toItem(model, own, D) };
  });
  return items;
}
