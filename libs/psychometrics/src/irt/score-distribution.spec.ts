import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { arbitraryItem } from '../testing/arbitrary-item.ts';
import { vector } from '../testing/vector.ts';
import { probabilities, scoreDistribution, scoreSem } from './information.ts';
import type { Item } from './item.ts';

interface At {
  theta: number;
  distribution: number[];
  se: number;
}

const published = vector<{
  kolenBrennan: { right: number[]; distribution: number[] };
  binary: Record<'a' | 'b' | 'c', number[]> & { at: At[] };
  polytomous: { a: number[]; b: number[][]; at: (At & { model: 'graded' | 'gpcm' })[] };
}>('score-distribution');

function holds(items: Item[], { theta, distribution, se }: At): void {
  const near = distribution.map((p) => expect.closeTo(p, 9));
  expect(scoreDistribution(items, theta)).toEqual(near);
  expect(scoreSem(items, theta)).toBeCloseTo(se, 7);
}

describe('the distribution of the score', () => {
  it('is that of Kolen and Brennan’s example, and its spread the standard error', () => {
    const { right, distribution } = published.kolenBrennan;
    // A Rasch item at 0 whose difficulty gives this probability.
    const items = right.map((p): Item => ({ model: '1pl', b: Math.log((1 - p) / p) }));
    expect(scoreDistribution(items, 0)).toEqual(distribution.map((p) => expect.closeTo(p, 6)));
    let [mean, square] = [0, 0];
    distribution.forEach((p, score) => {
      mean += p * score;
      square += p * score * score;
    });
    expect(scoreSem(items, 0)).toBeCloseTo(Math.sqrt(square - mean * mean), 6);
  });

  it.each(published.binary.at)('is pyequate’s for six 3PL items at $theta', (at) => {
    const { a, b, c } = published.binary;
    holds(
      a.map((slope, i) => ({ model: '3pl', a: slope, b: b[i] ?? 0, c: c[i] ?? 0, D: 1.7 })),
      at,
    );
  });

  it.each(published.polytomous.at)('is mirt’s for three $model items at $theta', (at) => {
    const { a, b } = published.polytomous;
    holds(
      a.map((slope, i) => ({ model: at.model, a: slope, b: b[i] ?? [] })),
      at,
    );
  });

  it('adds up each pattern of answers, whatever the models', () => {
    const theta = fc.double({ min: -4, max: 4, noNaN: true });
    const items = fc.array(arbitraryItem, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(items, theta, (test, at) => {
        let patterns = [{ sum: 0, p: 1 }];
        for (const item of test) {
          const own = probabilities(item, at);
          patterns = patterns.flatMap(({ sum, p }) =>
            own.map((q, category) => ({ sum: sum + category, p: p * q })),
          );
        }
        const found = scoreDistribution(test, at);
        let variance = 0;
        let mean = 0;
        for (const { sum, p } of patterns) mean += p * sum;
        for (const { sum, p } of patterns) variance += p * (sum - mean) ** 2;
        found.forEach((p, score) => {
          let total = 0;
          for (const pattern of patterns) if (pattern.sum === score) total += pattern.p;
          expect(p).toBeCloseTo(total, 12);
        });
        expect(scoreSem(test, at) ** 2).toBeCloseTo(variance, 9);
      }),
    );
  });
});
