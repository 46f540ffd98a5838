import { at, checkNumber, checkNumbers, checkSameLength } from '../numbers/check.ts';
import { correlation, mean, standardDeviation } from '../numbers/moments.ts';

/** Of two markers. */
export interface MarkerAgreement {
  readonly works: number;
  /** Shares, 0..1. */
  readonly exact: number;
  readonly withinTolerance: number;
  /** First marker minus second, in marks. */
  readonly meanDifference: number;
  /** In marks, divided by n - 1; null for one work. */
  readonly differenceDeviation: number | null;
  /** Pearson's r, -1..1; null where one of the two gave the same mark always. */
  readonly correlation: number | null;
}

/**
 * How two markers of the same works agree, by plain counts and moments; whatever exceeds the tolerance (in
 * marks, a distance of just as much is within) needs adjudication. By work. Throws 'empty',
 * 'lengths-differ', 'not-finite', and 'out-of-range' for a tolerance below 0.
 */
export function markerAgreement(
  one: readonly number[],
  other: readonly number[],
  tolerance: number,
): MarkerAgreement {
  checkNumbers(one, 'one');
  checkNumbers(other, 'other');
  checkSameLength(one, other, 'the two markers');
  checkNumber(tolerance, 'tolerance', 0);
  const differences = one.map((mark, i) => mark - at(other, i));
  const share = (most: number): number =>
    differences.filter((difference) => Math.abs(difference) <= most).length / one.length;
  return {
    works: one.length,
    exact: share(0),
    // A mark of 0.1 and one of 0.4 are 0.3 apart, whatever the doubles say.
    withinTolerance: share(tolerance + 1e-9),
    meanDifference: mean(differences),
    differenceDeviation: standardDeviation(differences),
    correlation: correlation(one, other),
  };
}
