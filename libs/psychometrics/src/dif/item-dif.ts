import { PsychometricsError } from '../error.ts';
import { at, checkCount, checkRectangle, checkSameLength } from '../numbers/check.ts';
import { mantelHaenszel } from './mantel-haenszel.ts';
import type { MantelHaenszel } from './mantel-haenszel.ts';

/** By what the groups are matched. */
export interface DifOptions {
  /**
   * Items, as columns from 0, whose sum matches the groups, with the studied item always among them; all
   * if absent.
   */
  readonly anchor?: readonly number[];
  /** Leave significant items (p < .05) out of the sum, again and again until none changes. */
  readonly purify?: boolean;
  /** Of purification; 10 if absent. */
  readonly iterations?: number;
}

/** By item, in the order of the columns. */
export interface ItemDif {
  /** 'iteration-limit': purification did not settle, and the last round is given. */
  readonly outcome: 'settled' | 'iteration-limit';
  /** Rounds of purification; 0 without. */
  readonly rounds: number;
  readonly items: readonly MantelHaenszel[];
  /** Those whose sum matched the groups in the end. */
  readonly anchor: readonly number[];
}

const LEVEL = 0.05;

/**
 * Mantel and Haenszel's procedure for right-or-wrong items, groups matched on their number right
 * (Holland and Thayer 1988). `focal` says who is in the focal group. Null is not presented: such a
 * person counts only for items whose whole matching sum he was presented. `scores` is persons by items,
 * `focal` by person. Throws 'empty', 'ragged', 'lengths-differ', 'not-finite', 'out-of-range' for a score
 * that is neither 0 nor 1, an anchor that is no column or iterations outside of 1..1000, and 'too-few'
 * where one group is empty.
 */
export function itemDif(
  scores: readonly (readonly (0 | 1 | null)[])[],
  focal: readonly boolean[],
  options: DifOptions = {},
): ItemDif {
  const width = checkRectangle(scores, 'scores');
  checkSameLength(focal, scores, 'focal and scores');
  scores.forEach((row, person) =>
    row.forEach((score, item) => {
      if (score !== null) checkCount(score, `scores[${person}][${item}]`, 0, 1);
    }),
  );
  if (!focal.includes(true) || !focal.includes(false)) {
    throw new PsychometricsError('too-few', 'one of the two groups is empty');
  }
  const start = options.anchor ?? Array.from({ length: width }, (_, item) => item);
  start.forEach((item, i) => checkCount(item, `anchor[${i}]`, 0, width - 1));
  const limit = checkCount(options.iterations ?? 10, 'iterations', 1, 1000);
  let anchor = [...new Set(start)].toSorted((a, b) => a - b);
  let items = round(scores, focal, anchor);
  if (options.purify !== true) return { outcome: 'settled', rounds: 0, items, anchor };
  for (let rounds = 1; rounds <= limit; rounds++) {
    const kept = start.filter((item) => (items[item]?.p ?? 1) >= LEVEL).toSorted((a, b) => a - b);
    if (kept.join() === anchor.join())
      return { outcome: 'settled', rounds: rounds - 1, items, anchor };
    anchor = kept;
    items = round(scores, focal, anchor);
  }
  return { outcome: 'iteration-limit', rounds: limit, items, anchor };
}

function round(
  scores: readonly (readonly (0 | 1 | null)[])[],
  focal: readonly boolean[],
  anchor: readonly number[],
): MantelHaenszel[] {
  return Array.from({ length: scores[0]?.length ?? 0 }, (_, item) => {
    const matching = anchor.includes(item) ? anchor : [...anchor, item];
    const strata = new Map<number, [number, number, number, number]>();
    scores.forEach((row, person) => {
      let sum = 0;
      for (const other of matching) {
        const score = row[other] ?? null;
        if (score === null) return;
        sum += score;
      }
      const stratum = strata.get(sum) ?? [0, 0, 0, 0];
      const cell = (focal[person] === true ? 2 : 0) + (row[item] === 1 ? 0 : 1);
      stratum[cell] = at(stratum, cell) + 1;
      strata.set(sum, stratum);
    });
    return mantelHaenszel([...strata.values()]);
  });
}
