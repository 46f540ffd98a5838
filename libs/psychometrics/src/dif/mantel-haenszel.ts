import { checkCount, checkRectangle, finite } from '../numbers/check.ts';
import { chiSquareTail } from '../numbers/gamma.ts';
import { normalCdf } from '../numbers/normal.ts';

/**
 * Counts of persons of one matching score: right and wrong in the reference group, then in the focal
 * group.
 */
export type Stratum = readonly [
  referenceRight: number,
  referenceWrong: number,
  focalRight: number,
  focalWrong: number,
];

/**
 * The Educational Testing Service's (Zieky 1993). A: negligible, B: slight to moderate, C: moderate to
 * large.
 */
export type EtsClass = 'A' | 'B' | 'C';

/** Of one item; null where the tables do not say it. */
export interface MantelHaenszel {
  /** Above 1: the item is easier for the reference group at equal score. Null where not to be had. */
  readonly commonOddsRatio: number | null;
  /** MH D-DIF, -2.35 ln(odds ratio), in ETS deltas: negative is harder for the focal group. */
  readonly delta: number | null;
  /** Of delta (Phillips and Holland 1987; Robins, Breslow and Greenland 1986). */
  readonly standardError: number | null;
  /** With the continuity correction, one degree of freedom (Mantel and Haenszel 1959). */
  readonly chiSquare: number | null;
  readonly p: number | null;
  readonly etsClass: EtsClass | null;
  /** In the strata in which both groups and both answers occur. */
  readonly persons: number;
}

const DELTA = -2.35;

/**
 * Holland and Thayer (1988) from the tables of the strata; of none everything is null. Throws 'ragged',
 * and 'not-finite' or 'out-of-range' for a count that is no whole number from 0.
 */
export function mantelHaenszel(strata: readonly Stratum[]): MantelHaenszel {
  if (strata.length > 0) checkRectangle(strata, 'strata');
  let same = 0;
  let cross = 0;
  let excess = 0;
  let spread = 0;
  let persons = 0;
  for (const [a, b, c, d] of strata) {
    for (const count of [a, b, c, d]) checkCount(count, 'a count', 0);
    const total = a + b + c + d;
    if ((a + b) * (c + d) * (a + c) * (b + d) === 0) continue;
    persons += total;
    same += (a * d) / total;
    cross += (b * c) / total;
    excess += a - ((a + b) * (a + c)) / total;
    spread += ((a + b) * (c + d) * (a + c) * (b + d)) / (total * total * (total - 1));
  }
  const chiSquare = spread > 0 ? finite(Math.max(0, Math.abs(excess) - 0.5) ** 2 / spread) : null;
  const p = chiSquare === null ? null : chiSquareTail(chiSquare, 1);
  if (same === 0 || cross === 0) {
    const none = { commonOddsRatio: null, delta: null, standardError: null, etsClass: null };
    return { ...none, chiSquare, p, persons };
  }
  const ratio = same / cross;
  let variance = 0;
  for (const [a, b, c, d] of strata) {
    const total = a + b + c + d;
    if (total > 0) variance += ((a * d + ratio * b * c) * (a + d + ratio * (b + c))) / total ** 2;
  }
  const standardError = Math.abs(DELTA) * Math.sqrt(variance / (2 * same * same));
  const delta = DELTA * Math.log(ratio);
  return {
    commonOddsRatio: ratio,
    delta,
    standardError,
    chiSquare,
    p,
    etsClass: etsClass(delta, standardError, p),
    persons,
  };
}

const LEVEL = 0.05;

/**
 * The classes of the Educational Testing Service (Zieky 1993; Zwick 2012): A where |delta| < 1 or
 * not significantly different from 0; C where |delta| >= 1.5 and significantly above 1; else B.
 */
function etsClass(delta: number, standardError: number, p: number | null): EtsClass {
  const size = Math.abs(delta);
  if (size < 1 || p === null || p >= LEVEL) return 'A';
  const above = standardError > 0 ? normalCdf((1 - size) / standardError) : 0;
  return size >= 1.5 && above < LEVEL ? 'C' : 'B';
}
