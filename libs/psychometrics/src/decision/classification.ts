import { at } from '../numbers/check.ts';

/**
 * How sure a classification by cuts is (accuracy and consistency as Livingston and Lewis 1995 define them;
 * kappa: Cohen 1960). Categories ascend; with one cut 0 is fail and 1 pass.
 */
export interface Classification {
  /** The probability that the category is the true one, 0..1. */
  readonly accuracy: number;
  /** [true category][category]: joint probabilities, which sum to 1. */
  readonly confusion: readonly (readonly number[])[];
  /** The probability that a category too high is given; with one cut: passes and shouldn't. */
  readonly falseHigh: number;
  /** And too low; with one cut: fails and shouldn't. */
  readonly falseLow: number;
  /** The probability that a second, independent administration gives the same category, 0..1. */
  readonly consistency: number;
  /** The same if the two had nothing to do with each other. */
  readonly chanceConsistency: number;
  /** (consistency - chance) / (1 - chance); null when there is only chance. */
  readonly kappa: number | null;
}

/** One kind of person: how probable, truly where, and observed where how probably. */
export interface Part {
  readonly weight: number;
  readonly truly: number;
  readonly observed: readonly number[];
}

/** The parts' weights sum to 1. */
export function classificationOf(parts: Iterable<Part>, categories: number): Classification {
  const confusion = Array.from({ length: categories }, () =>
    Array.from({ length: categories }, () => 0),
  );
  const marginal = Array.from({ length: categories }, () => 0);
  let consistency = 0;
  for (const { weight, truly, observed } of parts) {
    const row = confusion[truly] ?? [];
    observed.forEach((p, k) => {
      row[k] = at(row, k) + weight * p;
      marginal[k] = at(marginal, k) + weight * p;
      consistency += weight * p * p;
    });
  }
  let accuracy = 0;
  let falseHigh = 0;
  let falseLow = 0;
  confusion.forEach((row, truly) => {
    row.forEach((p, k) => {
      if (k === truly) accuracy += p;
      else if (k > truly) falseHigh += p;
      else falseLow += p;
    });
  });
  let chance = 0;
  for (const p of marginal) chance += p * p;
  return {
    accuracy,
    confusion,
    falseHigh,
    falseLow,
    consistency,
    chanceConsistency: chance,
    kappa: chance >= 1 - 1e-12 ? null : (consistency - chance) / (1 - chance),
  };
}

/** The category of a value: how many cuts it has reached. */
export function categoryOf(value: number, cuts: readonly number[]): number {
  return cuts.filter((cut) => value >= cut).length;
}
