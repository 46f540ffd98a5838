import { at } from '../numbers/check.ts';
import { correlation, mean, standardDeviation } from '../numbers/moments.ts';
import type { StopReason } from './stop.ts';

/** One person's test; abilities in the items' unit. */
export interface SimulatedTest {
  /** The ability that answered. */
  readonly truth: number;
  readonly theta: number;
  readonly standardError: number;
  /** Places in the bank, in the order given. */
  readonly administered: readonly number[];
  readonly responses: readonly number[];
  readonly reason: StopReason;
  readonly decision: 'pass' | 'fail' | null;
  /** Where an SPRT that was cut off inclined; null elsewhere. */
  readonly leaning: boolean | null;
}

/** What a bank and its rules would do, over all simulated persons. */
export interface SimulationReport {
  readonly persons: number;
  /** Mean of estimate - truth, and root of the mean square, in theta. */
  readonly bias: number;
  readonly rmse: number;
  readonly meanStandardError: number;
  /** Of estimate and truth; null when one doesn't vary. */
  readonly correlation: number | null;
  /** In items. */
  readonly length: {
    readonly mean: number;
    readonly standardDeviation: number | null;
    readonly least: number;
    readonly most: number;
  };
  /** By place in the bank: the share of persons who were given it, 0..1. */
  readonly exposure: readonly number[];
  readonly maxExposure: number;
  /** Items that nobody was given. */
  readonly unused: number;
  /** The mean share of items that two persons have in common (Chen, Ankenmann and Spray 2003). */
  readonly overlap: number | null;
  readonly stoppedBy: Readonly<Record<StopReason, number>>;
  /** Shares of all persons; null without a cut. */
  readonly decisions: {
    readonly pass: number;
    readonly correct: number;
    readonly falsePass: number;
    readonly falseFail: number;
  } | null;
  readonly tests: readonly SimulatedTest[];
}

export function reportOf(
  tests: readonly SimulatedTest[],
  bank: number,
  cut: number | null,
): SimulationReport {
  const errors = tests.map(({ theta, truth }) => theta - truth);
  const lengths = tests.map(({ administered }) => administered.length);
  const uses = Array.from({ length: bank }, () => 0);
  const stoppedBy = { sprt: 0, interval: 0, precision: 0, length: 0, bank: 0 };
  for (const { administered, reason } of tests) {
    for (const index of administered) uses[index] = at(uses, index) + 1;
    stoppedBy[reason]++;
  }
  const exposure = uses.map((count) => count / tests.length);
  return {
    persons: tests.length,
    bias: mean(errors),
    rmse: Math.sqrt(mean(errors.map((error) => error * error))),
    meanStandardError: mean(tests.map(({ standardError }) => standardError)),
    correlation: correlation(
      tests.map(({ theta }) => theta),
      tests.map(({ truth }) => truth),
    ),
    length: {
      mean: mean(lengths),
      standardDeviation: standardDeviation(lengths),
      least: Math.min(...lengths),
      most: Math.max(...lengths),
    },
    exposure,
    maxExposure: Math.max(...exposure),
    unused: uses.filter((count) => count === 0).length,
    overlap: overlapOf(uses, tests.length, mean(lengths)),
    stoppedBy,
    decisions: cut === null ? null : decisionsOf(tests, cut),
    tests,
  };
}

/** Pairs of persons with an item in common, over all pairs, per item of a test of mean length. */
function overlapOf(uses: readonly number[], persons: number, length: number): number | null {
  if (persons < 2 || length === 0) return null;
  let pairs = 0;
  for (const count of uses) pairs += count * (count - 1);
  return pairs / (persons * (persons - 1) * length);
}

function decisionsOf(
  tests: readonly SimulatedTest[],
  cut: number,
): NonNullable<SimulationReport['decisions']> {
  let pass = 0;
  let falsePass = 0;
  let falseFail = 0;
  for (const { truth, theta, decision, leaning } of tests) {
    const passes = decision === null ? (leaning ?? theta >= cut) : decision === 'pass';
    if (passes) pass++;
    if (passes && truth < cut) falsePass++;
    if (!passes && truth >= cut) falseFail++;
  }
  const n = tests.length;
  return {
    pass: pass / n,
    correct: (n - falsePass - falseFail) / n,
    falsePass: falsePass / n,
    falseFail: falseFail / n,
  };
}
