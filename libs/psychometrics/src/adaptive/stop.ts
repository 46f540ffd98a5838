import type { Sprt } from './sprt.ts';

/** When a test ends; abilities and their errors in the unit of theta, lengths in items. */
export interface StopRules {
  /** Never stops before, unless the bank is used up; 1 if absent. */
  readonly minLength?: number;
  readonly maxLength: number;
  readonly sprt?: {
    readonly cut: number;
    readonly delta: number;
    readonly falsePass: number;
    readonly falseFail: number;
  };
  readonly interval?: { readonly cut: number; readonly confidence: number };
  /** Stops once the ability's standard error is this small. */
  readonly precision?: number;
}

/** Which rule ended a test. */
export type StopReason = 'sprt' | 'interval' | 'precision' | 'length' | 'bank';

/** Where a test is. */
export interface Progress {
  readonly length: number;
  readonly bankLeft: number;
  readonly theta: number;
  readonly standardError: number;
  /** What sprt and intervalDecision say; 'continue' where the rule is not used. */
  readonly sprt: Sprt['decision'];
  readonly interval: Sprt['decision'];
}

/** Whether it ends, and by what. */
export type Stop =
  | { readonly stop: false }
  | {
      readonly stop: true;
      readonly reason: StopReason;
      /** Null: the rule that stopped it doesn't decide; the ability against the cut has to. */
      readonly decision: 'pass' | 'fail' | null;
    };

/**
 * Decisions first, then precision, then length, then the bank: this library's order, over rules that are
 * known (Wald 1947; Kingsbury and Weiss 1983; fixed precision and length). Checks nothing, throws nothing.
 */
export function stopsAt(progress: Progress, rules: StopRules): Stop {
  if (progress.length >= (rules.minLength ?? 1)) {
    for (const reason of ['sprt', 'interval'] as const) {
      const decision = progress[reason];
      if (rules[reason] && decision !== 'continue') return { stop: true, reason, decision };
    }
    if (rules.precision !== undefined && progress.standardError <= rules.precision) {
      return { stop: true, reason: 'precision', decision: null };
    }
  }
  if (progress.length >= rules.maxLength) return { stop: true, reason: 'length', decision: null };
  if (progress.bankLeft === 0) return { stop: true, reason: 'bank', decision: null };
  return { stop: false };
}
