// Have an item's parameters moved since the old calibration? Both sides are to be on one scale (link).
import { PsychometricsError } from '../error.ts';
import type { ItemErrors } from '../calibration/standard-errors.ts';
import type { Item } from '../irt/item.ts';
import { checkItem } from '../irt/item.ts';
import { at, checkNumbers, checkSameLength, finite } from '../numbers/check.ts';
import { solve } from '../numbers/cholesky.ts';
import { chiSquareTail } from '../numbers/gamma.ts';
import { median } from '../numbers/moments.ts';

/** Of one item. */
export interface RobustZ {
  /** New minus old. */
  readonly difference: number;
  /** (difference - median) / (0.74 interquartile range); null where the range is 0. */
  readonly z: number | null;
  /** |z| > 1.645. */
  readonly drifted: boolean;
}

const LIMIT = 1.645;

/**
 * Of difficulties, or of logarithms of slopes (Huynh and Meyer 2010): items against each other. By item,
 * both sides on one scale. Throws 'empty', 'lengths-differ', 'not-finite' and 'out-of-range'.
 */
export function robustZ(newValues: readonly number[], oldValues: readonly number[]): RobustZ[] {
  checkNumbers(newValues, 'newValues');
  checkNumbers(oldValues, 'oldValues');
  checkSameLength(newValues, oldValues, 'newValues and oldValues');
  const differences = newValues.map((value, i) => value - at(oldValues, i));
  const centre = median(differences);
  const spread = 0.74 * (quantile(differences, 0.75) - quantile(differences, 0.25));
  return differences.map((difference) => {
    const z = spread < 1e-12 ? null : finite((difference - centre) / spread);
    return { difference, z, drifted: z !== null && Math.abs(z) > LIMIT };
  });
}

/** Linear between the ordered values, as in R's default (type 7) and spreadsheets. */
function quantile(values: readonly number[], p: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * p;
  const low = Math.floor(place);
  const high = Math.min(low + 1, sorted.length - 1);
  return at(sorted, low) + (place - low) * (at(sorted, high) - at(sorted, low));
}

/** An item with how sure its parameters are. */
export interface Estimated {
  readonly item: Item;
  /** Of [a, b..., c], as standardErrors gives it; brought to the scale like the item. */
  readonly covariance: ItemErrors['covariance'];
}

/** df is 2 for right-or-wrong items, else a slope and each threshold. */
export type WaldDrift =
  | {
      readonly outcome: 'tested';
      readonly chiSquare: number;
      readonly df: number;
      readonly p: number;
    }
  | { readonly outcome: 'not-positive-definite' };

/**
 * Lord's (1980, ch. 14) chi-square for an item calibrated twice: the difference of slope and
 * difficulties, weighed by both covariances. A lower asymptote is left out, as Lord did. Both on one scale.
 * Throws for an item as Item says, 'invalid-item' for two models or numbers of thresholds, 'lengths-differ'
 * for a covariance that is too small, 'not-finite' and 'out-of-range' for its numbers.
 */
export function waldDrift(one: Estimated, other: Estimated): WaldDrift {
  const [left, right] = [parametersOf(one), parametersOf(other)];
  if (one.item.model !== other.item.model || left.length !== right.length) {
    throw new PsychometricsError('invalid-item', 'the two calibrations are of different models');
  }
  const difference = left.map((value, i) => value - at(right, i));
  const entry = ({ covariance }: Estimated, i: number, j: number): number =>
    at(covariance[i] ?? [], j);
  const both = difference.map((_value, i) =>
    difference.map((_other, j) => entry(one, i, j) + entry(other, i, j)),
  );
  both.forEach((row, i) => checkNumbers(row, `covariance[${i}]`));
  const weighed = solve(both, difference);
  if (weighed === null) return { outcome: 'not-positive-definite' };
  let chiSquare = 0;
  difference.forEach((value, i) => (chiSquare += value * at(weighed, i)));
  // Variances next to nothing are none.
  if (!Number.isFinite(chiSquare)) return { outcome: 'not-positive-definite' };
  const df = difference.length;
  return { outcome: 'tested', chiSquare, df, p: chiSquareTail(Math.max(0, chiSquare), df) };
}

function parametersOf({ item }: Estimated): number[] {
  checkItem(item);
  return [item.a ?? 1, ...(typeof item.b === 'number' ? [item.b] : item.b)];
}
