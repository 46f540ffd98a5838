import { PsychometricsError } from '../error.ts';
import type { Response } from '../ability/ability.ts';
import { curve } from '../irt/curve.ts';
import { categories, checkItem, checkTheta } from '../irt/item.ts';
import type { Item } from '../irt/item.ts';
import { at, checkCount, checkNumber, checkSameLength } from '../numbers/check.ts';
import { normalQuantile } from '../numbers/normal.ts';

/** What is tested, and how often it may err. */
export interface SprtRule {
  /** On theta. */
  readonly cut: number;
  /** Half of the indifference region, in theta: the hypotheses are cut - delta and cut + delta. */
  readonly delta: number;
  /** The probability of passing at cut - delta. */
  readonly falsePass: number;
  /** The probability of failing at cut + delta. */
  readonly falseFail: number;
}

/** The test after these responses. */
export interface Sprt {
  readonly decision: 'pass' | 'fail' | 'continue';
  /** log of the likelihood at cut + delta over that at cut - delta. */
  readonly logRatio: number;
  /** Wald's bounds: fail at or below, pass at or above. */
  readonly lower: number;
  readonly upper: number;
}

/**
 * Wald's (1947) sequential probability ratio test of mastery (Reckase 1983; Eggen 1999). Items and
 * responses in one order. Throws for an item as Item says, 'lengths-differ', and 'not-finite' or
 * 'out-of-range' for a response that is no category, a cut beyond -1000..1000, a delta that is not above
 * 0, or an error outside of 1e-9..0.5.
 */
export function sprt(items: readonly Item[], responses: readonly Response[], rule: SprtRule): Sprt {
  const bounds = sprtBounds(rule);
  checkSameLength(responses, items, 'responses and items');
  let logRatio = 0;
  items.forEach((item, i) => {
    checkItem(item);
    const response = responses[i] ?? null;
    if (response === null) return;
    checkCount(response, `responses[${i}]`, 0, categories(item) - 1);
    logRatio += logRatioOf(item, response, rule);
  });
  return { decision: decide(logRatio, bounds), logRatio, ...bounds };
}

export function sprtBounds(rule: SprtRule): { lower: number; upper: number } {
  checkTheta(rule.cut);
  checkNumber(rule.delta, 'delta', 1e-6, 100);
  const [pass, fail] = [
    checkNumber(rule.falsePass, 'falsePass', 1e-9, 0.5),
    checkNumber(rule.falseFail, 'falseFail', 1e-9, 0.5),
  ];
  if (pass + fail >= 1) throw new PsychometricsError('out-of-range', 'the errors sum to 1');
  return { lower: Math.log(fail / (1 - pass)), upper: Math.log((1 - fail) / pass) };
}

export function logRatioOf(item: Item, response: number, { cut, delta }: SprtRule): number {
  const above = curve(item, cut + delta).logP;
  return at(above, response) - at(curve(item, cut - delta).logP, response);
}

export function decide(
  logRatio: number,
  { lower, upper }: { lower: number; upper: number },
): Sprt['decision'] {
  if (logRatio >= upper) return 'pass';
  return logRatio <= lower ? 'fail' : 'continue';
}

/**
 * By a two-sided normal interval about the ability: pass or fail once it leaves the cut on one side
 * (Kingsbury and Weiss 1983, adaptive mastery testing). Throws 'not-finite', and 'out-of-range' for
 * abilities beyond -1000..1000, a standard error below 0 or a confidence outside of 0.5..1.
 */
export function intervalDecision(
  theta: number,
  standardError: number,
  { cut, confidence }: { readonly cut: number; readonly confidence: number },
): Sprt['decision'] {
  checkTheta(theta);
  checkTheta(cut);
  checkNumber(standardError, 'standardError', 0);
  checkNumber(confidence, 'confidence', 0.5, 1 - 1e-9);
  const half = normalQuantile((1 + confidence) / 2) * standardError;
  if (theta - half > cut) return 'pass';
  return theta + half < cut ? 'fail' : 'continue';
}
