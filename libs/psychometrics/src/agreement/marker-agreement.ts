import { at, checkNumber, checkNumbers, checkSameLength } from '../numbers/check.ts';
import { correlation, mean, standardDeviation } from '../numbers/moments.ts';

export interface MarkerAgreement {
  readonly works: number;
  /** Shares, 0..1. */
  readonly exact: number;
  readonly withinTolerance: number;
  /** First marker minus second, in marks. */
  readonly meanDifference: number;
  readonly differenceDeviation: number | null;
  readonly correlation: number | null;
}

/** How two markers of the same works agree; whatever exceeds the tolerance needs adjudication. */
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
