import { PsychometricsError } from '../error.ts';
import { checkNumber } from '../numbers/check.ts';
import { chiSquareTail } from '../numbers/gamma.ts';
import { normalTwoSided } from '../numbers/normal.ts';

/** Counts of one period's answers to one item, from comparable groups. */
export interface Period {
  readonly right: number;
  readonly answered: number;
}

/** By period in the order given, taken as one step apart. */
export interface FacilityDrift {
  /** Shares, 0..1. */
  readonly facilities: readonly number[];
  /** Pearson's chi-square of equal facilities, periods - 1 degrees of freedom. */
  readonly chiSquare: number | null;
  readonly p: number | null;
  /** Cochran (1954) and Armitage (1955): z of a steady rise; an item that leaks gets easier. */
  readonly trend: number | null;
  readonly trendP: number | null;
}

/**
 * Has an item become easier or harder over the periods? Null where all were right, or all wrong. Throws
 * 'too-few' for one period, and 'not-finite' or 'out-of-range' where fewer than one answered or the right
 * are not of 0..answered.
 */
export function facilityDrift(periods: readonly Period[]): FacilityDrift {
  if (periods.length < 2) throw new PsychometricsError('too-few', 'drift needs two periods');
  let right = 0;
  let total = 0;
  let places = 0;
  periods.forEach(({ right: r, answered }, t) => {
    checkNumber(answered, `periods[${t}].answered`, 1);
    checkNumber(r, `periods[${t}].right`, 0, answered);
    right += r;
    total += answered;
    places += t * answered;
  });
  const facilities = periods.map(({ right: r, answered }) => r / answered);
  const share = right / total;
  const spread = share * (1 - share);
  if (spread === 0) return { facilities, chiSquare: null, p: null, trend: null, trendP: null };
  let chiSquare = 0;
  let rise = 0;
  let scatter = 0;
  periods.forEach(({ right: r, answered }, t) => {
    const excess = r - answered * share;
    chiSquare += (excess * excess) / (answered * spread);
    rise += (t - places / total) * excess;
    scatter += answered * (t - places / total) ** 2;
  });
  const trend = rise / Math.sqrt(spread * scatter);
  return {
    facilities,
    chiSquare,
    p: chiSquareTail(chiSquare, periods.length - 1),
    trend,
    trendP: normalTwoSided(trend),
  };
}
