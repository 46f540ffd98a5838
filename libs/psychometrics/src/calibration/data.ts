import { PsychometricsError } from '../error.ts';
import type { Response } from '../ability/ability.ts';
import { at, checkCount, checkNumber, checkRectangle, checkSameLength } from '../numbers/check.ts';
import { blocksOf } from './blocks.ts';
import type { Blocks } from './blocks.ts';
import { parameterCount } from './parameters.ts';
import type { Model } from './parameters.ts';

export type Refusal = 'no-responses' | 'no-variation' | 'category-not-observed';

/** An item's place in the tables of the expectation step. */
export interface Column {
  readonly item: number;
  readonly model: Model;
  readonly categories: number;
  readonly parameters: number;
  /** Responses, by category, with the persons' weights. */
  readonly observed: readonly number[];
}

/** Distinct rows with the number of persons behind each; -1 is a response that is missing by design. */
export interface Data {
  readonly rows: Int16Array;
  readonly weights: Float64Array;
  readonly count: number;
  readonly width: number;
  readonly persons: number;
  readonly columns: readonly Column[];
  readonly blocks: Blocks;
  readonly refused: readonly { readonly item: number; readonly reason: Refusal }[];
}

const MOST_CATEGORIES = 100;

/**
 * Checks and packs. `counts` says how many persons gave each row. An item's number of categories is
 * one more than its highest observed response.
 */
export function packed(
  responses: readonly (readonly Response[])[],
  models: readonly Model[],
  counts: readonly number[] | undefined,
): Data {
  const width = checkRectangle(responses, 'responses');
  checkSameLength(models, responses[0] ?? [], 'models and the columns of responses');
  if (counts) checkSameLength(counts, responses, 'counts and responses');
  counts?.forEach((count, i) => checkNumber(count, `counts[${i}]`, 0));
  const distinct = new Map<string, { row: readonly Response[]; weight: number }>();
  responses.forEach((row, person) => {
    row.forEach((response, item) => {
      if (response === null) return;
      checkCount(response, `responses[${person}][${item}]`, 0, MOST_CATEGORIES - 1);
    });
    const weight = counts?.[person] ?? 1;
    if (weight === 0 || row.every((response) => response === null)) return;
    const key = row.join();
    const known = distinct.get(key);
    if (known) known.weight += weight;
    else distinct.set(key, { row, weight });
  });
  if (distinct.size === 0) throw new PsychometricsError('empty', 'nobody responded to anything');
  const rows = new Int16Array(distinct.size * width);
  const weights = new Float64Array(distinct.size);
  let p = 0;
  let persons = 0;
  for (const { row, weight } of distinct.values()) {
    rows.set(
      row.map((response) => response ?? -1),
      p * width,
    );
    weights[p++] = weight;
    persons += weight;
  }
  const { columns, refused } = columnsOf(rows, weights, models);
  const blocks = blocksOf(rows, width, columns);
  return { rows, weights, count: p, width, persons, columns, refused, blocks };
}

function columnsOf(
  rows: Int16Array,
  weights: Float64Array,
  models: readonly Model[],
): Pick<Data, 'columns' | 'refused'> {
  const columns: Column[] = [];
  const refused: { item: number; reason: Refusal }[] = [];
  models.forEach((model, item) => {
    const observed: number[] = [];
    weights.forEach((weight, p) => {
      const response = at(rows, p * models.length + item);
      while (response >= observed.length) observed.push(0);
      if (response >= 0) observed[response] = at(observed, response) + weight;
    });
    const binary = model !== 'graded' && model !== 'gpcm';
    if (binary && observed.length > 2) {
      throw new PsychometricsError(
        'out-of-range',
        `item ${item} of model ${model} has a response 2`,
      );
    }
    if (observed.length === 0) refused.push({ item, reason: 'no-responses' });
    else if (observed.filter((count) => count > 0).length < 2) {
      refused.push({ item, reason: 'no-variation' });
    } else if (observed.includes(0)) refused.push({ item, reason: 'category-not-observed' });
    else {
      const categories = observed.length;
      const parameters = parameterCount(model, categories);
      columns.push({ item, model, categories, parameters, observed });
    }
  });
  return { columns, refused };
}
