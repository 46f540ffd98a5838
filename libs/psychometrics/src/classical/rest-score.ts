import { at } from '../numbers/check.ts';
import { scored } from './marks.ts';
import type { MarkTable } from './marks.ts';

/**
 * Each person's marks in all the other items. Where some of them were not presented, the share of
 * the marks that could be had, brought to the scale of all of them, so that forms compare.
 */
export function restScores(marks: MarkTable, maxMarks: readonly number[], item: number): number[] {
  let all = 0;
  maxMarks.forEach((max, i) => {
    if (i !== item) all += max;
  });
  return marks.map((row) => {
    let got = 0;
    let possible = 0;
    let complete = true;
    row.forEach((mark, i) => {
      if (i === item) return;
      if (mark === 'not-presented') complete = false;
      else {
        got += scored(mark);
        possible += at(maxMarks, i);
      }
    });
    if (complete) return got;
    return possible === 0 ? 0 : (got / possible) * all;
  });
}
