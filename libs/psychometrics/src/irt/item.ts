import { PsychometricsError } from '../error.ts';
import { checkNumber } from '../numbers/check.ts';

/** 1.702 (or 1.7) brings logistic slopes to the normal metric; 1, the default, leaves them. 0.1..10. */
interface Scaled {
  readonly D?: number;
}

/**
 * Rasch (1960); or one-parameter with a slope that the items share, 1 if absent: P = 1 / (1 + exp(-D a
 * (theta - b))).
 */
export interface OneParameter extends Scaled {
  readonly model: '1pl';
  readonly b: number;
  readonly a?: number;
}

/** Birnbaum (1968): P = 1 / (1 + exp(-D a (theta - b))). */
export interface TwoParameter extends Scaled {
  readonly model: '2pl';
  readonly a: number;
  readonly b: number;
}

/**
 * Birnbaum (1968): P = c + (d - c) / (1 + exp(-D a (theta - b))), where c is the lower asymptote and d the
 * upper one (1 if absent; Barton and Lord 1981), 0 <= c < d <= 1.
 */
export interface ThreeParameter extends Scaled {
  readonly model: '3pl';
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d?: number;
}

/** Samejima (1969): b[k] is where category k+1 or higher has the probability one half; ascending. */
export interface Graded extends Scaled {
  readonly model: 'graded';
  readonly a: number;
  readonly b: readonly number[];
}

/** Muraki (1992): b[k] is where categories k and k+1 are equally probable; any order. */
export interface PartialCredit extends Scaled {
  readonly model: 'gpcm';
  readonly a: number;
  readonly b: readonly number[];
}

/**
 * A response is a category 0, 1, ... : for the first three models 0 is wrong and 1 right. b is in the unit
 * of theta, -1000..1000, and a in its inverse, 1e-6..100. What is beyond is refused as 'not-finite' or
 * 'out-of-range'; c >= d, no threshold, or thresholds of a graded item that do not ascend as
 * 'invalid-item'.
 */
export type Item = OneParameter | TwoParameter | ThreeParameter | Graded | PartialCredit;

const FLATTEST = 1e-6;
const STEEPEST = 100;
const FARTHEST = 1000;
const LEAST_GAP = 1e-9;

/** The number of categories of a response, from 2. Checks nothing, throws nothing. */
export function categories(item: Item): number {
  return item.model === 'graded' || item.model === 'gpcm' ? item.b.length + 1 : 2;
}

/** Throws as Item says; returns nothing. */
export function checkItem(item: Item): void {
  const invalid = (what: string): PsychometricsError =>
    new PsychometricsError('invalid-item', `an item of model ${item.model} ${what}`);
  if (item.D !== undefined) checkNumber(item.D, 'D', 0.1, 10);
  checkNumber(item.a ?? 1, 'a', FLATTEST, STEEPEST);
  switch (item.model) {
    case '1pl':
    case '2pl':
      checkNumber(item.b, 'b', -FARTHEST, FARTHEST);
      return;
    case '3pl': {
      checkNumber(item.b, 'b', -FARTHEST, FARTHEST);
      const lower = checkNumber(item.c, 'c', 0, 1);
      if (lower >= checkNumber(item.d ?? 1, 'd', 0, 1)) throw invalid('has c >= d');
      return;
    }
    case 'graded':
    case 'gpcm':
      if (item.b.length === 0) throw invalid('has no threshold');
      item.b.forEach((b, k) => {
        checkNumber(b, `b[${k}]`, -FARTHEST, FARTHEST);
        if (item.model === 'graded' && k > 0 && b - (item.b[k - 1] ?? b) < LEAST_GAP) {
          throw invalid('has thresholds that do not ascend');
        }
      });
      return;
    default:
      throw new PsychometricsError('invalid-item', 'unknown model');
  }
}

export function checkItems(items: readonly Item[]): void {
  if (items.length === 0) throw new PsychometricsError('empty', 'there is no item');
  items.forEach(checkItem);
}

export function checkTheta(theta: number): number {
  return checkNumber(theta, 'theta', -FARTHEST, FARTHEST);
}
