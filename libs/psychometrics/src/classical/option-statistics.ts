import { PsychometricsError } from '../error.ts';
import { checkCount, checkSameLength, finite } from '../numbers/check.ts';
import { correlation, mean } from '../numbers/moments.ts';
import { checkMarks } from './marks.ts';
import type { Mark, MarkTable } from './marks.ts';
import { restScores } from './rest-score.ts';

/** What a person chose: the identifiers of one or more options, or why nothing. */
export type Choice = readonly string[] | Exclude<Mark, number>;

/** Of one option. */
export interface OptionStatistics {
  readonly option: string;
  /** Persons. */
  readonly chosen: number;
  /** Of those who reached the item, 0..1. */
  readonly share: number | null;
  /** Mean rest score of those who chose it, in marks. */
  readonly meanRest: number | null;
  /**
   * Point-biserial: Pearson's r of chosen (1 or 0) and the rest score, so that a key is not praised
   * for its own mark (Henrysson 1963). -1..1; null when all chose it, or none.
   */
  readonly pointBiserial: number | null;
}

/**
 * Each option of one item against the rest score, in the order of `options`, then 'omitted' as an
 * option of its own; those who did not reach the item are left out. `choices` is by person, `item` the
 * column of `marks` from 0. Throws as MarkTable says, 'lengths-differ' for choices of other persons,
 * 'out-of-range' for no such column, 'unknown-response' for an option that is not among `options`.
 */
export function optionStatistics(
  choices: readonly Choice[],
  options: readonly string[],
  item: number,
  marks: MarkTable,
  maxMarks: readonly number[],
): OptionStatistics[] {
  checkMarks(marks, maxMarks);
  checkSameLength(choices, marks, 'choices and marks');
  checkCount(item, 'item', 0, maxMarks.length - 1);
  const reached: number[] = [];
  choices.forEach((choice, person) => {
    if (choice !== 'not-reached' && choice !== 'not-presented') reached.push(person);
    if (typeof choice === 'string') return;
    const unknown = choice.find((option) => !options.includes(option));
    if (unknown !== undefined) {
      throw new PsychometricsError('unknown-response', `choices[${person}] has ${unknown}`);
    }
  });
  const rest = restScores(marks, maxMarks, item);
  const restOf = (persons: number[]): number[] => persons.map((person) => rest[person] ?? 0);
  const row = (option: string, has: (choice: Choice | undefined) => boolean): OptionStatistics => {
    const chose = reached.filter((person) => has(choices[person]));
    const indicator = reached.map((person) => (has(choices[person]) ? 1 : 0));
    return {
      option,
      chosen: chose.length,
      share: reached.length === 0 ? null : chose.length / reached.length,
      meanRest: chose.length === 0 ? null : finite(mean(restOf(chose))),
      pointBiserial: correlation(indicator, restOf(reached)),
    };
  };
  return [
    ...options.map((option) =>
      row(option, (choice) => typeof choice !== 'string' && choice?.includes(option) === true),
    ),
    row('omitted', (choice) => choice === 'omitted' || choice?.length === 0),
  ];
}
