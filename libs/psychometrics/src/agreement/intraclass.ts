import { PsychometricsError } from '../error.ts';
import { at, checkNumbers, checkRectangle, finite } from '../numbers/check.ts';
import { mean, variance } from '../numbers/moments.ts';

/** Shrout and Fleiss (1979) of works by markers; each null when nothing varies. */
export interface Intraclass {
  /** ICC(1,1), ICC(1,k): each work has markers of its own. */
  readonly oneWay: number | null;
  readonly oneWayOfMean: number | null;
  /** ICC(2,1), ICC(2,k): the same markers, drawn from many; leniency counts as disagreement. */
  readonly agreement: number | null;
  readonly agreementOfMean: number | null;
  /** ICC(3,1), ICC(3,k): these markers and no others; leniency is forgiven. */
  readonly consistency: number | null;
  readonly consistencyOfMean: number | null;
}

/**
 * Shrout and Fleiss' (1979) six: a row a work, a column a marker, each work marked by all. Throws 'empty',
 * 'ragged', 'not-finite', 'out-of-range', and 'too-few' without two works and two markers.
 */
export function intraclass(marks: readonly (readonly number[])[]): Intraclass {
  const k = checkRectangle(marks, 'marks');
  marks.forEach((row, i) => checkNumbers(row, `marks[${i}]`));
  const n = marks.length;
  if (n < 2 || k < 2) throw new PsychometricsError('too-few', 'two works and two markers at least');
  const ofWork = marks.map(mean);
  const ofMarker = Array.from({ length: k }, (_, j) => mean(marks.map((row) => at(row, j))));
  const all = mean(ofWork);
  let residual = 0;
  marks.forEach((row, i) =>
    row.forEach((mark, j) => (residual += (mark - at(ofWork, i) - at(ofMarker, j) + all) ** 2)),
  );
  const works = k * (variance(ofWork) ?? 0);
  const markers = n * (variance(ofMarker) ?? 0);
  const error = residual / ((n - 1) * (k - 1));
  const within = (residual + (k - 1) * markers) / (n * (k - 1));
  return {
    oneWay: finite((works - within) / (works + (k - 1) * within)),
    oneWayOfMean: finite((works - within) / works),
    agreement: finite((works - error) / (works + (k - 1) * error + (k * (markers - error)) / n)),
    agreementOfMean: finite((works - error) / (works + (markers - error) / n)),
    consistency: finite((works - error) / (works + (k - 1) * error)),
    consistencyOfMean: finite((works - error) / works),
  };
}
