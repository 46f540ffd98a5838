// What an item or a test says at an ability. theta is in the items' own unit (prior SD 1 by custom). Each
// function throws for an item as Item says, for a theta that is 'not-finite' or outside of -1000..1000
// ('out-of-range'), and for a test without items ('empty').
import { at } from '../numbers/check.ts';
import { curve, informationOf } from './curve.ts';
import { categories, checkItem, checkItems, checkTheta } from './item.ts';
import type { Item } from './item.ts';

/**
 * The probability of each category by the item's model (the formulas at Item's kinds), which sum to 1;
 * [wrong, right] for right-or-wrong items. Throws as Item says, or for theta beyond -1000..1000.
 */
export function probabilities(item: Item, theta: number): number[] {
  return logProbabilities(item, theta).map((log) => Math.exp(log));
}

/** Natural logarithms of the probabilities, always finite. Throws as probabilities. */
export function logProbabilities(item: Item, theta: number): number[] {
  checkItem(item);
  return [...curve(item, checkTheta(theta)).logP];
}

/** The expected category, 0 to categories - 1: the sum of k P(k) (Lord 1980). Throws as probabilities. */
export function expectedScore(item: Item, theta: number): number {
  let total = 0;
  probabilities(item, theta).forEach((p, k) => (total += k * p));
  return total;
}

/**
 * The test characteristic curve: the expected sum of categories (the true score; Lord 1980).
 * Throws as probabilities, and 'empty' without items.
 */
export function expectedTotal(items: readonly Item[], theta: number): number {
  checkItems(items);
  let total = 0;
  for (const item of items) total += expectedScore(item, theta);
  return total;
}

/**
 * Fisher's information of one item at theta (Lord 1980, ch. 5; Samejima 1969; Muraki 1993), >= 0, per
 * squared unit of theta. Throws as probabilities.
 */
export function information(item: Item, theta: number): number {
  checkItem(item);
  return informationOf(curve(item, checkTheta(theta)));
}

/** Of a test at one theta. */
export interface TestInformation {
  /** Per squared unit of theta. */
  readonly information: number;
  /** 1 / sqrt(information), in units of theta; null where there is no information. */
  readonly se: number | null;
}

/** The items' information added up, by local independence (Lord 1980, ch. 5). Throws as expectedTotal. */
export function testInformation(items: readonly Item[], theta: number): TestInformation {
  checkItems(items);
  let total = 0;
  for (const item of items) total += information(item, theta);
  const se = 1 / Math.sqrt(total);
  return { information: total, se: Number.isFinite(se) ? se : null };
}

/**
 * The distribution of the sum of categories at theta, from 0 to its maximum (Lord and Wingersky
 * 1984; Thissen, Pommerich, Billeaud and Williams 1995 for several categories): [sum], its probability.
 * Throws as expectedTotal.
 */
export function scoreDistribution(items: readonly Item[], theta: number): number[] {
  checkItems(items);
  let sums = [1];
  for (const item of items) {
    const own = probabilities(item, theta);
    const next = Array.from({ length: sums.length + categories(item) - 1 }, () => 0);
    sums.forEach((p, score) => {
      own.forEach((q, k) => (next[score + k] = at(next, score + k) + p * q));
    });
    sums = next;
  }
  return sums;
}

/**
 * The standard error of the sum of categories at theta, in marks: the root of its variance, which is the
 * items' added up (Lord 1980). Throws as expectedTotal.
 */
export function scoreSem(items: readonly Item[], theta: number): number {
  checkItems(items);
  let total = 0;
  for (const item of items) {
    const centre = expectedScore(item, theta);
    probabilities(item, theta).forEach((p, k) => (total += p * (k - centre) ** 2));
  }
  return Math.sqrt(total);
}
