import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { probabilities } from '../irt/information.ts';
import type { Item } from '../irt/item.ts';
import { arbitraryItem } from '../testing/arbitrary-item.ts';
import { refusal } from '../testing/refusal.ts';
import { vector } from '../testing/vector.ts';
import { link, rescaleItem, rescaleTheta } from './link.ts';

type Triple = [number, number, number];
type PartialCredit = [number, number, number[]];
interface Constants {
  A: number;
  B: number;
  criterion: number;
}
interface Vector {
  threeParameter: Record<'new' | 'old', Triple[]> &
    Record<'points' | 'newDensity' | 'oldDensity', number[]> & {
      D: number;
      meanSigma: Constants;
      stockingLord: Constants;
    };
  mixed: Record<'new' | 'old', Triple[]> &
    Record<'newPartialCredit' | 'oldPartialCredit', PartialCredit[]> & {
      D: number;
      meanSigma: Constants;
      stockingLord: Constants;
    };
  rasch: Record<'new' | 'old', number[]> & { meanSigma: number; stockingLord: number };
}

const published = vector<Vector>('linking');
const guessing = (rows: Triple[], D: number): Item[] =>
  rows.map(([a, b, c]) => ({ model: '3pl', a, b, c, D }));
// STUIRT's thresholds are taken from the location: b - step.
const partial = (rows: PartialCredit[], D: number): Item[] =>
  rows.map(([a, b, steps]) => ({ model: 'gpcm', a, b: steps.map((step) => b - step), D }));
const uniform = (from: number, to: number, points: number): [number, number][] =>
  Array.from({ length: points }, (_, i) => [from + ((to - from) * i) / (points - 1), 1]);

function expectConstants(found: ReturnType<typeof link>, constants: Partial<Constants>): void {
  const { A = 1, B = 0, criterion } = constants;
  expect(found).toMatchObject({
    outcome: 'linked',
    A: expect.closeTo(A, 5),
    B: expect.closeTo(B, 5),
    ...(criterion === undefined ? {} : { criterion: expect.closeTo(criterion, 5) }),
  });
}

describe('linking', () => {
  it('has STUIRT’s constants for Kolen and Brennan’s twelve 3PL items', () => {
    const { D, points, newDensity, oldDensity, meanSigma, stockingLord, ...rows } =
      published.threeParameter;
    const sides = [guessing(rows.new, D), guessing(rows.old, D)] as const;
    expectConstants(link(...sides, { method: 'mean-sigma' }), meanSigma);
    const weighted = (density: number[]): [number, number][] =>
      points.map((theta, i) => [theta, density[i] ?? 0]);
    expectConstants(
      link(...sides, {
        method: 'stocking-lord',
        newPopulation: weighted(newDensity),
        oldPopulation: weighted(oldDensity),
      }),
      stockingLord,
    );
  });

  it('has STUIRT’s constants for 3PL and partial credit items together', () => {
    const { D, meanSigma, stockingLord, ...rows } = published.mixed;
    const sides = [
      [...guessing(rows.new, D), ...partial(rows.newPartialCredit, D)],
      [...guessing(rows.old, D), ...partial(rows.oldPartialCredit, D)],
    ] as const;
    const population = uniform(-3, 3, 25);
    expectConstants(link(...sides, { method: 'mean-sigma' }), meanSigma);
    expectConstants(
      link(...sides, {
        method: 'stocking-lord',
        newPopulation: population,
        oldPopulation: population,
      }),
      stockingLord,
    );
  });

  it('has sirt’s shift for Rasch items, whose unit is fixed', () => {
    const rasch = (bs: number[]): Item[] => bs.map((b) => ({ model: '1pl', b }));
    const sides = [rasch(published.rasch.new), rasch(published.rasch.old)] as const;
    const population = uniform(-4, 4, 161);
    expectConstants(link(...sides, { method: 'mean-sigma', fixedScale: true }), {
      B: published.rasch.meanSigma,
    });
    const found = link(...sides, {
      method: 'stocking-lord',
      direction: 'old',
      fixedScale: true,
      newPopulation: population,
      oldPopulation: population,
    });
    expect(found).toMatchObject({ A: 1, B: expect.closeTo(published.rasch.stockingLord, 4) });
  });

  it('finds any shift and unit again, of every model', () => {
    const constants = fc.record({
      A: fc.double({ min: 0.6, max: 1.6, noNaN: true }),
      B: fc.double({ min: -1, max: 1, noNaN: true }),
    });
    const anchor: Item[] = [
      { model: '2pl', a: 1.1, b: -0.7 },
      { model: '3pl', a: 1.4, b: 0.3, c: 0.2 },
      { model: 'graded', a: 1.2, b: [-1, 0.2, 0.9] },
      { model: 'gpcm', a: 0.9, b: [0.5, -0.4] },
    ];
    fc.assert(
      fc.property(constants, (moved) => {
        const old = anchor.map((item) => rescaleItem(item, moved));
        for (const method of ['mean-sigma', 'stocking-lord'] as const) {
          const found = link(anchor, old, { method });
          expect(found).toMatchObject({
            outcome: 'linked',
            A: expect.closeTo(moved.A, 6),
            B: expect.closeTo(moved.B, 6),
          });
        }
      }),
      { numRuns: 25 },
    );
  });

  it('leaves the probabilities as they are when item and ability move together', () => {
    const theta = fc.double({ min: -4, max: 4, noNaN: true });
    fc.assert(
      fc.property(arbitraryItem, theta, (item, at) => {
        fc.pre((item.a ?? 1) > 0.01 && (item.a ?? 1) < 50);
        const moved = { A: 1.3, B: -0.4 };
        const there = probabilities(rescaleItem(item, moved), rescaleTheta(at, moved));
        probabilities(item, at).forEach((p, k) => expect(there[k]).toBeCloseTo(p, 9));
      }),
    );
  });

  it('says where there is no unit, and refuses sides that don’t match', () => {
    const same: Item[] = [0, 0].map((b) => ({ model: '2pl', a: 1, b }));
    expect(link(same, same, { method: 'mean-sigma' })).toEqual({ outcome: 'no-spread' });
    expect(refusal(() => link(same, same.slice(1), { method: 'mean-sigma' }))).toBe(
      'lengths-differ',
    );
    const other: Item[] = [same[0] ?? { model: '1pl', b: 0 }, { model: 'gpcm', a: 1, b: [0, 1] }];
    expect(refusal(() => link(same, other, { method: 'mean-sigma' }))).toBe('invalid-item');
  });
});
