import { PsychometricsError } from '../error.ts';
import {
  at,
  checkNumber,
  checkNumbers,
  checkRectangle,
  checkSameLength,
  finite,
} from '../numbers/check.ts';
import { correlation, mean, median, standardDeviation, sum, variance } from '../numbers/moments.ts';

/** One judge, in the order of the rows. */
export interface AngoffJudge {
  /** The marks that this judge expects of a borderline candidate. */
  readonly cut: number;
  /**
   * Distance from the judges' median in robust deviations: 0.6745 (cut - median) / MAD (Iglewicz and
   * Hoaglin 1993); null where at least half of the judges agree to the mark.
   */
  readonly robustZ: number | null;
  /** |robustZ| > 3.5: to be heard, not to be struck out in silence. */
  readonly outlying: boolean;
  /** Pearson's r of this judge's ratings with the mean of the other judges', as shares of the marks. */
  readonly agreement: number | null;
}

/** What a study comes to. */
export interface Angoff {
  /** Mean of the judges' cuts, in marks. */
  readonly cut: number;
  /** The cut as a share of all marks, 0..1. */
  readonly share: number;
  /** In marks. */
  readonly medianCut: number;
  /** Between judges, in marks, divided by n - 1; null for one judge. */
  readonly standardDeviation: number | null;
  /** Of the mean over judges like these: SD / sqrt(judges). */
  readonly standardError: number | null;
  /**
   * Over judges and items like these (Brennan and Lockwood 1980; two-way random effects), in marks.
   * Null with one judge or one item.
   */
  readonly standardErrorOverItems: number | null;
  readonly judges: readonly AngoffJudge[];
  /** By item, over the judges, in marks. */
  readonly items: readonly {
    readonly mean: number;
    readonly standardDeviation: number | null;
    readonly least: number;
    readonly most: number;
  }[];
}

/**
 * A modified Angoff study (Angoff 1971): `ratings` has a row a judge, a column an item, the marks that
 * a borderline candidate is expected to get; a probability where the item has one mark. Give the last
 * round's ratings. Throws 'empty', 'ragged', 'lengths-differ', and 'not-finite' or 'out-of-range' for a
 * rating outside of 0..maximum or a maximum that is not above 0.
 */
export function angoff(
  ratings: readonly (readonly number[])[],
  maxMarks: readonly number[],
): Angoff {
  checkRectangle(ratings, 'ratings');
  checkSameLength(maxMarks, ratings[0] ?? [], 'maxMarks and the columns of ratings');
  maxMarks.forEach((most, item) => checkNumber(most, `maxMarks[${item}]`, 1e-9));
  ratings.forEach((row, judge) => {
    checkNumbers(row, `ratings[${judge}]`, 0);
    row.forEach((rating, item) =>
      checkNumber(rating, `ratings[${judge}][${item}]`, 0, maxMarks[item]),
    );
  });
  const cuts = ratings.map(sum);
  const deviation = standardDeviation(cuts);
  return {
    cut: mean(cuts),
    share: mean(cuts) / sum(maxMarks),
    medianCut: median(cuts),
    standardDeviation: deviation,
    standardError: deviation === null ? null : deviation / Math.sqrt(cuts.length),
    standardErrorOverItems: errorOverItems(ratings),
    judges: judgesOf(ratings, maxMarks, cuts),
    items: maxMarks.map((_most, item) => {
      const own = ratings.map((row) => at(row, item));
      return {
        mean: mean(own),
        standardDeviation: standardDeviation(own),
        least: Math.min(...own),
        most: Math.max(...own),
      };
    }),
  };
}

const OUTLYING = 3.5;

function judgesOf(
  ratings: readonly (readonly number[])[],
  maxMarks: readonly number[],
  cuts: readonly number[],
): AngoffJudge[] {
  const centre = median(cuts);
  const spread = median(cuts.map((cut) => Math.abs(cut - centre)));
  return cuts.map((cut, judge) => {
    const robustZ = spread < 1e-12 ? null : finite((0.6745 * (cut - centre)) / spread);
    const others = ratings.filter((_row, other) => other !== judge);
    const own = maxMarks.map((most, item) => at(ratings[judge] ?? [], item) / most);
    const rest = maxMarks.map((most, item) =>
      others.length === 0 ? 0 : mean(others.map((row) => at(row, item))) / most,
    );
    return {
      cut,
      robustZ,
      outlying: robustZ !== null && Math.abs(robustZ) > OUTLYING,
      agreement: correlation(own, rest),
    };
  });
}

/**
 * The variance of the grand mean of a judges-by-items table, both random: (MSj + MSi - MSji) / (n k);
 * the negative it may come out as by chance is 0. Times the items squared it is that of the cut.
 */
function errorOverItems(ratings: readonly (readonly number[])[]): number | null {
  const judges = ratings.length;
  const items = ratings[0]?.length ?? 0;
  if (judges < 2 || items < 2) return null;
  const byJudge = ratings.map(mean);
  const byItem = Array.from({ length: items }, (_, item) =>
    mean(ratings.map((row) => at(row, item))),
  );
  const all = mean(byJudge);
  let residual = 0;
  ratings.forEach((row, judge) => {
    row.forEach((rating, item) => {
      residual += (rating - at(byJudge, judge) - at(byItem, item) + all) ** 2;
    });
  });
  const ofJudges = items * (variance(byJudge) ?? 0);
  const ofItems = judges * (variance(byItem) ?? 0);
  const ofBoth = residual / ((judges - 1) * (items - 1));
  const squared = Math.max(0, ofJudges + ofItems - ofBoth) / (judges * items);
  if (!Number.isFinite(squared)) throw new PsychometricsError('not-finite', 'ratings overflow');
  return items * Math.sqrt(squared);
}
