// A new calibration brought to an old scale: theta_old = A theta_new + B.
import { PsychometricsError } from '../error.ts';
import { categories, checkItems } from '../irt/item.ts';
import type { Item } from '../irt/item.ts';
import { checkNumber, checkNumbers, checkRectangle, checkSameLength } from '../numbers/check.ts';
import { mean, standardDeviation } from '../numbers/moments.ts';
import { closest } from './closest.ts';
import type { Weighted } from './closest.ts';

/** How the constants are sought. */
export interface LinkingOptions {
  /** Marco (1977) by the spread of difficulties; Stocking and Lord (1983) by the test curves. */
  readonly method: 'mean-sigma' | 'stocking-lord';
  /** A stays 1: for Rasch items, whose unit is the same on both sides. */
  readonly fixedScale?: boolean;
  /** stocking-lord: over the old scale alone, as its authors, or over both (Kim and Kolen 2007). */
  readonly direction?: 'old' | 'both';
  /** Abilities with their weights; -4 to 4 by 0.2 under N(0, 1) if absent. */
  readonly oldPopulation?: readonly (readonly [theta: number, weight: number])[];
  readonly newPopulation?: readonly (readonly [theta: number, weight: number])[];
}

/** A is without a unit, B in the unit of the old theta. */
export type Linking =
  | {
      readonly outcome: 'linked';
      readonly A: number;
      readonly B: number;
      /** stocking-lord: mean squared distance of the curves, in squared marks; else null. */
      readonly criterion: number | null;
    }
  /** The difficulties are all the same on one side, so that there is no unit. */
  | { readonly outcome: 'no-spread' }
  /** stocking-lord: 200 steps did not reach a bottom, or led nowhere; there are no constants. */
  | { readonly outcome: 'iteration-limit' };

/**
 * Marco's (1977) mean and sigma or Stocking and Lord's (1983) test curves. The two sides have to be the
 * same items in the same order: the anchor. Throws for an item as Item says, 'empty', 'lengths-differ',
 * 'invalid-item' where the sides differ in categories, 'ragged' for a population that is not of pairs, and
 * 'not-finite' or 'out-of-range' for its numbers, a sum of weights of 0, or an unknown method.
 */
export function link(
  newItems: readonly Item[],
  oldItems: readonly Item[],
  options: LinkingOptions,
): Linking {
  checkItems(newItems);
  checkItems(oldItems);
  checkSameLength(newItems, oldItems, 'newItems and oldItems');
  newItems.forEach((item, i) => {
    const other = oldItems[i];
    if (other === undefined || categories(item) !== categories(other)) {
      throw new PsychometricsError('invalid-item', `item ${i} has other categories on each side`);
    }
  });
  const start = meanSigma(newItems, oldItems, options.fixedScale === true);
  if (options.method === 'mean-sigma') return start ?? { outcome: 'no-spread' };
  if (options.method !== 'stocking-lord') {
    throw new PsychometricsError('out-of-range', 'unknown method');
  }
  return closest(
    { items: newItems, population: populationOf(options.newPopulation, 'newPopulation') },
    { items: oldItems, population: populationOf(options.oldPopulation, 'oldPopulation') },
    {
      both: options.direction !== 'old',
      fixedScale: options.fixedScale === true,
      A: start?.A ?? 1,
      B: start?.B ?? 0,
    },
  );
}

/** Of items of several categories each threshold counts. */
function meanSigma(newItems: readonly Item[], oldItems: readonly Item[], fixed: boolean) {
  const from = newItems.flatMap(({ b }) => b);
  const to = oldItems.flatMap(({ b }) => b);
  const A = fixed ? 1 : (standardDeviation(to) ?? 0) / (standardDeviation(from) ?? 0);
  if (!Number.isFinite(A) || A <= 0) return null;
  return { outcome: 'linked' as const, A, B: mean(to) - A * mean(from), criterion: null };
}

function populationOf(
  given: readonly (readonly [number, number])[] | undefined,
  name: string,
): Weighted {
  const rows = given ?? normalPopulation();
  if (checkRectangle(rows, name) !== 2) {
    throw new PsychometricsError('ragged', `${name} is made of pairs`);
  }
  const theta = rows.map(([t]) => t);
  const weights = rows.map(([, weight]) => weight);
  checkNumbers(theta, `${name}: theta`);
  checkNumbers(weights, `${name}: weights`, 0);
  let total = 0;
  for (const weight of weights) total += weight;
  if (total <= 0) throw new PsychometricsError('out-of-range', `${name} weighs nothing`);
  return { theta, weights: weights.map((weight) => weight / total) };
}

function normalPopulation(): [number, number][] {
  return Array.from({ length: 41 }, (_, i) => {
    const theta = -4 + 0.2 * i;
    return [theta, Math.exp(-0.5 * theta * theta)];
  });
}

/**
 * The item on the old scale: a / A, A b + B; asymptotes stay (Kolen and Brennan 2004). Throws for an item
 * as Item says, 'not-finite', and 'out-of-range' for A outside of 0.001..1000 or B of -1000..1000.
 */
export function rescaleItem(item: Item, { A, B }: { A: number; B: number }): Item {
  checkItems([item]);
  checkNumber(A, 'A', 1e-3, 1e3);
  checkNumber(B, 'B', -1e3, 1e3);
  const moved = (b: number): number => A * b + B;
  const a = (item.a ?? 1) / A;
  if (item.model === 'graded' || item.model === 'gpcm') {
    return { ...item, a, b: item.b.map(moved) };
  }
  return { ...item, a, b: moved(item.b) };
}

/**
 * An ability on the old scale, A theta + B; its standard error is to be multiplied by A. Throws as
 * rescaleItem.
 */
export function rescaleTheta(theta: number, { A, B }: { A: number; B: number }): number {
  checkNumber(theta, 'theta');
  return checkNumber(A, 'A', 1e-3, 1e3) * theta + checkNumber(B, 'B', -1e3, 1e3);
}
