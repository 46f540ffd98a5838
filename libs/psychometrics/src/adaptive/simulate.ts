import { PsychometricsError } from '../error.ts';
import { curve, informationAt } from '../irt/curve.ts';
import { checkTheta } from '../irt/item.ts';
import { at, checkCount, checkNumber } from '../numbers/check.ts';
import { drawFrom, seededRandom } from '../numbers/random.ts';
import type { Random } from '../numbers/random.ts';
import { estimateOf, LikelihoodTables, logPrior } from './posterior.ts';
import type { Prior } from './posterior.ts';
import { reportOf } from './report.ts';
import type { SimulatedTest, SimulationReport } from './report.ts';
import { checkBank, selectChecked } from './select-item.ts';
import type { BankItem, SelectionRules } from './select-item.ts';
import { decide, intervalDecision, logRatioOf, sprtBounds } from './sprt.ts';
import { stopsAt } from './stop.ts';
import type { StopRules } from './stop.ts';

/** Rules as for a real test, and the seed. */
export interface SimulationOptions {
  readonly selection: SelectionRules;
  readonly stop: StopRules;
  /** Of the ability, which is estimated by EAP all along; N(0, 1) if absent. */
  readonly prior?: Prior;
  /** The pass mark for decisions; that of the stop rules if absent, null for none. */
  readonly cut?: number | null;
  /** 0..4294967295. */
  readonly seed: number;
}

/**
 * Adaptive tests of simulated persons with these true abilities: the same for the same seed. Ability by EAP
 * over 81 points (Bock and Mislevy 1982), the next item as selectItem, the end as stopsAt, responses drawn
 * from the items' own models. Throws as selectItem and sprt do, 'empty' without persons, and 'out-of-range'
 * for a length beyond the bank, a precision, confidence, prior, cut or seed that is none.
 */
export function simulateAdaptive(
  bank: readonly BankItem[],
  thetas: readonly number[],
  options: SimulationOptions,
): SimulationReport {
  checkBank(bank, options.selection);
  if (thetas.length === 0) throw new PsychometricsError('empty', 'there is nobody to simulate');
  thetas.forEach(checkTheta);
  const prior = options.prior ?? { mean: 0, sd: 1 };
  checkNumber(prior.mean, 'prior.mean', -100, 100);
  checkNumber(prior.sd, 'prior.sd', 1e-3, 100);
  checkStop(options.stop, bank.length);
  const { sprt, interval } = options.stop;
  const cut = options.cut === undefined ? (sprt?.cut ?? interval?.cut ?? null) : options.cut;
  if (cut !== null) checkTheta(cut);
  const tables = new LikelihoodTables(
    bank.map(({ item }) => item),
    prior,
  );
  const random = seededRandom(options.seed);
  const { at: target } = options.selection;
  const atCut =
    target === 'ability' ? null : bank.map(({ item }) => informationAt(item, target.cut));
  const tests = thetas.map((theta) =>
    oneTest({ bank, tables, atCut, prior, options, random }, theta),
  );
  return reportOf(tests, bank.length, cut);
}

interface Setting {
  readonly bank: readonly BankItem[];
  readonly tables: LikelihoodTables;
  /** Information at the cut, which doesn't change; null when it is asked for at the ability. */
  readonly atCut: readonly number[] | null;
  readonly prior: Prior;
  readonly options: SimulationOptions;
  readonly random: Random;
}

function oneTest(setting: Setting, truth: number): SimulatedTest {
  const { bank, tables, atCut, prior, options, random } = setting;
  const { sprt, interval } = options.stop;
  const bounds = sprt ? sprtBounds(sprt) : null;
  const posterior = logPrior(tables.theta, prior);
  const administered: number[] = [];
  const responses: number[] = [];
  let estimate = { theta: prior.mean, standardError: prior.sd };
  let logRatio = 0;
  for (;;) {
    const progress = {
      length: administered.length,
      bankLeft: bank.length - administered.length,
      ...estimate,
      sprt: bounds ? decide(logRatio, bounds) : ('continue' as const),
      interval: interval
        ? intervalDecision(estimate.theta, estimate.standardError, interval)
        : ('continue' as const),
    };
    const stop = stopsAt(progress, options.stop);
    const { theta } = estimate;
    const informationOf = (index: number): number => {
      const item = bank[index]?.item;
      return item ? (atCut?.[index] ?? informationAt(item, theta)) : 0;
    };
    const next = stop.stop
      ? null
      : selectChecked(bank, administered, informationOf, options.selection, random);
    if (stop.stop || next?.outcome !== 'selected') {
      const { reason, decision } = stop.stop ? stop : { reason: 'bank' as const, decision: null };
      const leaning =
        bounds && decision === null ? logRatio >= (bounds.lower + bounds.upper) / 2 : null;
      return { truth, ...estimate, administered, responses, reason, decision, leaning };
    }
    const item = bank[next.index]?.item;
    if (item === undefined) throw new PsychometricsError('out-of-range', 'no such item');
    const response = drawFrom(
      curve(item, truth).logP.map((log) => Math.exp(log)),
      random,
    );
    administered.push(next.index);
    responses.push(response);
    const logP = tables.logP(next.index, response);
    for (let q = 0; q < posterior.length; q++) posterior[q] = at(posterior, q) + at(logP, q);
    estimate = estimateOf(posterior, tables.theta);
    if (sprt) logRatio += logRatioOf(item, response, sprt);
  }
}

function checkStop(stop: StopRules, bank: number): void {
  checkCount(stop.maxLength, 'maxLength', 1, bank);
  checkCount(stop.minLength ?? 1, 'minLength', 1, stop.maxLength);
  if (stop.precision !== undefined) checkNumber(stop.precision, 'precision', 1e-6, 100);
  if (stop.interval) checkNumber(stop.interval.confidence, 'confidence', 0.5, 1 - 1e-9);
}
