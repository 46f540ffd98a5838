// One form's marks: a row a person, a column an item.
import { PsychometricsError } from '../error.ts';
import { checkNumber, checkRectangle, checkSameLength } from '../numbers/check.ts';
import { sum } from '../numbers/moments.ts';

/**
 * A mark, or why there is none. Omitted: seen and left out, it counts zero. Not reached: time ended
 * before it; it counts zero in the person's total but says nothing of the item. Not presented:
 * missing by design; it counts nowhere.
 */
export type Mark = number | 'omitted' | 'not-reached' | 'not-presented';

/**
 * Persons by items. What takes one takes the items' maximum marks with it, and throws for a table that is
 * 'empty' or 'ragged', for 'lengths-differ' of columns and maxima, and for a mark that is 'not-finite',
 * outside of 0..maximum ('out-of-range') or an 'unknown-response'.
 */
export type MarkTable = readonly (readonly Mark[])[];

/** Throws unless the table is rectangular and each mark a number of 0..max or a known reason. */
export function checkMarks(marks: MarkTable, maxMarks: readonly number[]): void {
  checkRectangle(marks, 'marks');
  checkSameLength(maxMarks, marks[0] ?? [], 'maxMarks and the columns of marks');
  maxMarks.forEach((max, i) => checkNumber(max, `maxMarks[${i}]`, 0));
  marks.forEach((row, person) =>
    row.forEach((mark, item) => checkMark(mark, `marks[${person}][${item}]`, maxMarks[item])),
  );
}

function checkMark(mark: Mark, name: string, most?: number): void {
  if (typeof mark === 'number') checkNumber(mark, name, 0, most);
  else if (mark !== 'omitted' && mark !== 'not-reached' && mark !== 'not-presented') {
    throw new PsychometricsError('unknown-response', `${name} is ${String(mark)}`);
  }
}

/** What the mark adds to the total. */
export function scored(mark: Mark | undefined): number {
  return typeof mark === 'number' ? mark : 0;
}

/** The rows of those who were presented each item, as numbers. */
export function completeScores(marks: MarkTable): number[][] {
  return marks.filter((row) => !row.includes('not-presented')).map((row) => row.map(scored));
}

/**
 * Each person's sum of marks, what is no number counting zero. Throws 'not-finite', 'out-of-range' for a
 * mark below 0, and 'unknown-response'; rows may differ in length.
 */
export function totalScores(marks: MarkTable): number[] {
  return marks.map((row, person) => {
    row.forEach((mark, item) => checkMark(mark, `marks[${person}][${item}]`));
    return sum(row.map(scored));
  });
}

/**
 * Of the omissions after which nothing was answered the first stays omitted and the others become not
 * reached: not answered, nor the one before, nor any after (TIMSS' rule). `row` is one person's marks in
 * the order of the test. Throws as totalScores does.
 */
export function markTrailingAsNotReached(row: readonly Mark[]): Mark[] {
  row.forEach((mark, item) => checkMark(mark, `row[${item}]`));
  let last = row.length - 1;
  while (last >= 0 && typeof row[last] !== 'number') last--;
  return row.map((mark, i) => (mark === 'omitted' && i > last + 1 ? 'not-reached' : mark));
}
