// EM and Louis' formula against a general optimiser and its numerical Hessian.
import { describe, expect, it } from '@jest/globals';
import { vector } from '../testing/vector.ts';
import { calibrate } from './calibrate.ts';
import type { Model } from './parameters.ts';
import { standardErrors } from './standard-errors.ts';

interface Expected {
  a: number;
  b: number[];
  c?: number;
  se: number[];
}

const published = vector<{
  mixed: { models: Model[]; logLikelihood: number; items: Expected[]; rows: string[] };
  threeParameter: Expected[];
  shared: Expected[];
}>('calibrations');
const { counts } = vector<{ counts: number[] }>('lsat7');
const patterns = counts.map((_count, p) => [16, 8, 4, 2, 1].map((bit) => (p & bit ? 1 : 0)));

const near = (value: number): unknown => expect.closeTo(value, 4);

function compare(
  responses: number[][],
  models: readonly Model[],
  weights: number[],
  expected: readonly Expected[],
): number {
  const options = { counts: weights, tolerance: 1e-7, iterations: 2000 };
  const found = calibrate(responses, models, options);
  expect(found.outcome).toBe('converged');
  const errors = standardErrors(found);
  expected.forEach(({ a, b, c, se }, i) => {
    const { item } = found.items[i] ?? {};
    const own = errors.items?.[i];
    const parameters = item && [item.a, ...[item.b].flat(), ...('c' in item ? [item.c] : [])];
    expect(parameters).toEqual([a, ...b, ...(c === undefined ? [] : [c])].map(near));
    expect(own && [own.a, ...own.b, ...(own.c === null ? [] : [own.c])]).toEqual(se.map(near));
  });
  return found.logLikelihood;
}

describe('calibration and its standard errors', () => {
  it('of graded, partial credit and right-or-wrong items together are those of the optimiser', () => {
    const { models, logLikelihood, items, rows } = published.mixed;
    const split = rows.map((row) => row.split(' '));
    const responses = split.map(([pattern = '']) => [...pattern].map(Number));
    const weights = split.map(([, count]) => Number(count));
    expect(compare(responses, models, weights, items)).toBeCloseTo(logLikelihood, 4);
  });

  it('of three parameters with a prior on guessing are those of the optimiser', () => {
    const models = published.threeParameter.map((): Model => '3pl');
    compare(patterns, models, counts, published.threeParameter);
  });

  it('of one slope for all are those of the optimiser', () => {
    const models = published.shared.map((): Model => '1pl');
    compare(patterns, models, counts, published.shared);
  });
});
