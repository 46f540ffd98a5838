import { PsychometricsError } from '../error.ts';
import { at, checkNumber, finite } from '../numbers/check.ts';
import { invert } from '../numbers/cholesky.ts';

/** One mark: which marker gave it to which work. Any names; a work is one answer to one task. */
export interface Marking {
  readonly work: string;
  readonly marker: string;
  readonly mark: number;
}

/** Of one marker. */
export interface MarkerSeverity {
  readonly marker: string;
  readonly works: number;
  /** In marks, against the mean of the markers: positive gives less for the same work. */
  readonly severity: number;
  /** Null when no marking is left over to tell the error from. */
  readonly standardError: number | null;
  /** Root mean square of what severity doesn't explain, in marks: how erratic the marker is. */
  readonly residual: number;
}

/** In the order in which markers and works first occur. */
export interface Severities {
  readonly markers: readonly MarkerSeverity[];
  /** Each work's mark as by a marker of mean severity. */
  readonly works: readonly { readonly work: string; readonly fairMark: number }[];
  /** Residual standard deviation in marks; null without degrees of freedom. */
  readonly residualDeviation: number | null;
  readonly degreesOfFreedom: number;
}

/**
 * Least squares of mark = work - severity (Braun 1988): works need not have all the markers, but
 * the markers must be connected by shared works, else nobody can tell a severe marker from weak work.
 * Throws 'empty', 'not-connected', and 'not-finite' or 'out-of-range' for a mark.
 */
export function markerSeverity(markings: readonly Marking[]): Severities {
  if (markings.length === 0) throw new PsychometricsError('empty', 'there is no marking');
  const workNames = [...new Set(markings.map(({ work }) => work))];
  const markerNames = [...new Set(markings.map(({ marker }) => marker))];
  const workAt = new Map(workNames.map((name, w) => [name, w]));
  const markerAt = new Map(markerNames.map((name, j) => [name, j]));
  const rows = markings.map(({ work, marker, mark }, i) => ({
    work: workAt.get(work) ?? 0,
    marker: markerAt.get(marker) ?? 0,
    mark: checkNumber(mark, `markings[${i}].mark`),
  }));
  const byWork: (typeof rows)[] = workNames.map(() => []);
  for (const row of rows) byWork[row.work]?.push(row);
  checkConnected(byWork, markerNames.length);
  const markers = markerNames.length;
  const meanOf = byWork.map((own) => own.reduce((sum, { mark }) => sum + mark, 0) / own.length);
  // Normal equations after the works are taken out; the ones hold the sum of severities at 0.
  const normal = Array.from({ length: markers }, () => Array.from({ length: markers }, () => 1));
  const right = Array.from({ length: markers }, () => 0);
  byWork.forEach((own, w) => {
    for (const one of own) {
      right[one.marker] = at(right, one.marker) - (one.mark - at(meanOf, w));
      const row = normal[one.marker] ?? [];
      row[one.marker] = at(row, one.marker) + 1;
      for (const other of own) row[other.marker] = at(row, other.marker) - 1 / own.length;
    }
  });
  const inverse = invert(normal);
  if (inverse === null) throw new PsychometricsError('not-connected', 'no solution');
  const severity = inverse.map((row) =>
    row.reduce((sum, value, j) => sum + value * at(right, j), 0),
  );
  const fair = byWork.map(
    (own, w) =>
      at(meanOf, w) + own.reduce((sum, { marker }) => sum + at(severity, marker), 0) / own.length,
  );
  const squares = markerNames.map(() => ({ sum: 0, count: 0 }));
  let residuals = 0;
  for (const { work, marker, mark } of rows) {
    const residual = (mark - at(fair, work) + at(severity, marker)) ** 2;
    residuals += residual;
    const own = squares[marker];
    if (own) {
      own.sum += residual;
      own.count++;
    }
  }
  const freedom = rows.length - workNames.length - markers + 1;
  const error = freedom > 0 ? Math.sqrt(residuals / freedom) : null;
  return {
    markers: markerNames.map((marker, j) => ({
      marker,
      works: squares[j]?.count ?? 0,
      severity: at(severity, j),
      standardError:
        error === null
          ? null
          : finite(error * Math.sqrt(Math.max(0, at(inverse[j] ?? [], j) - 1 / markers ** 2))),
      residual: Math.sqrt((squares[j]?.sum ?? 0) / (squares[j]?.count ?? 1)),
    })),
    works: workNames.map((work, w) => ({ work, fairMark: at(fair, w) })),
    residualDeviation: error,
    degreesOfFreedom: freedom,
  };
}

function checkConnected(byWork: readonly (readonly { marker: number }[])[], markers: number): void {
  const group = Array.from({ length: markers }, (_, j) => j);
  for (const own of byWork) {
    const first = at(group, own[0]?.marker ?? 0);
    for (const { marker } of own) {
      const joined = at(group, marker);
      group.forEach((value, j) => {
        if (value === joined) group[j] = first;
      });
    }
  }
  if (new Set(group).size > 1) {
    throw new PsychometricsError('not-connected', 'some markers share no work with the others');
  }
}
