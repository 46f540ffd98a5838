import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { noNaN } from '../testing/no-nan.ts';
import { refusal } from '../testing/refusal.ts';
import { vector } from '../testing/vector.ts';
import { intraclass } from './intraclass.ts';
import { markerAgreement } from './marker-agreement.ts';
import { markerSeverity } from './marker-severity.ts';
import { kappaOfTable, weightedKappa } from './weighted-kappa.ts';

type Numbers = Record<string, number>;
interface Published {
  sas: { table: number[][]; unweighted: Numbers; linear: Numbers };
  anxiety: { one: number[]; other: number[]; categories: number[] } & Record<
    'unweighted' | 'linear' | 'quadratic',
    Numbers
  >;
  wine: { marks: number[][] } & Numbers;
}

const published = vector<Published>('agreement');
const near = (numbers: Numbers, digits: number): unknown =>
  Object.fromEntries(
    Object.entries(numbers).map(([name, value]) => [name, expect.closeTo(value, digits)]),
  );

describe('weighted kappa', () => {
  it('has the values, standard errors and tests that SAS prints', () => {
    const { table, unweighted, linear } = published.sas;
    expect(kappaOfTable(table, 'none')).toMatchObject(near(unweighted, 4) as object);
    expect(kappaOfTable(table, 'linear')).toMatchObject(near(linear, 4) as object);
  });

  it('has the values that irr has, by each weighting', () => {
    const { one, other, categories, unweighted, linear, quadratic } = published.anxiety;
    const place = (all: number[]): number[] => all.map((value) => categories.indexOf(value));
    const found = (weights: 'none' | 'linear' | 'quadratic') =>
      weightedKappa(place(one), place(other), categories.length, weights);
    expect(found('none')).toMatchObject(near(unweighted, 6) as object);
    expect(found('linear')).toMatchObject(near(linear, 6) as object);
    expect(found('quadratic')).toMatchObject(near(quadratic, 6) as object);
  });

  it('is 1 for full agreement, null where chance agrees always, and never NaN', () => {
    expect(weightedKappa([0, 1, 2], [0, 1, 2], 3).kappa).toBeCloseTo(1, 12);
    expect(weightedKappa([1, 1], [1, 1], 3)).toMatchObject({ kappa: null, p: null, observed: 1 });
    const category = fc.integer({ min: 0, max: 3 });
    fc.assert(
      fc.property(fc.array(fc.tuple(category, category), { minLength: 1 }), (pairs) => {
        for (const weights of ['none', 'linear', 'quadratic'] as const) {
          const one = pairs.map(([value]) => value);
          const other = pairs.map(([, value]) => value);
          const found = weightedKappa(one, other, 4, weights);
          expect(noNaN(found)).toBe(true);
          expect(weightedKappa(other, one, 4, weights).kappa ?? 0).toBeCloseTo(found.kappa ?? 0, 9);
        }
      }),
    );
    expect(refusal(() => weightedKappa([4], [0], 4))).toBe('out-of-range');
    expect(
      refusal(() =>
        kappaOfTable(
          [
            [1, 0],
            [0, 1],
          ],
          [[1]],
        ),
      ),
    ).toBe('lengths-differ');
  });
});

describe('intraclass correlations', () => {
  it('are those that psych has for wine by four judges', () => {
    const { marks, ...expected } = published.wine;
    expect(intraclass(marks)).toEqual(near(expected, 3));
  });

  it('forgive leniency only as consistency', () => {
    const lenient = [1, 2, 3, 4].map((mark) => [mark, mark + 2]);
    expect(intraclass(lenient).consistency).toBeCloseTo(1, 12);
    expect(intraclass(lenient).agreement ?? 1).toBeLessThan(0.6);
    expect(
      intraclass([
        [3, 3],
        [3, 3],
      ]).agreement,
    ).toBeNull();
  });
});

describe('markers', () => {
  const truth = { A: 0.5, B: -0.75, C: 0.25 };
  // A chain: A and B share works, B and C do, A and C never.
  const chain = [
    ['1', 10, 'A'],
    ['1', 10, 'B'],
    ['2', 7, 'A'],
    ['2', 7, 'B'],
    ['3', 12, 'B'],
    ['3', 12, 'C'],
    ['4', 5, 'B'],
    ['4', 5, 'C'],
  ] as const;

  it('have the severity that made the marks, though not all marked the same works', () => {
    const found = markerSeverity(
      chain.map(([work, fair, marker]) => ({ work, marker, mark: fair - truth[marker] })),
    );
    for (const { marker, severity, standardError, residual } of found.markers) {
      expect(severity).toBeCloseTo(truth[marker as keyof typeof truth], 12);
      expect(standardError).toBeCloseTo(0, 9);
      expect(residual).toBeCloseTo(0, 9);
    }
    expect(found.works.map(({ fairMark }) => fairMark)).toEqual(
      [10, 7, 12, 5].map((fair) => expect.closeTo(fair, 12)),
    );
    expect(found.degreesOfFreedom).toBe(2);
  });

  it('come out as R’s lm has them for marks of some works by some markers', () => {
    const expected = vector<{
      markings: [string, string, number][];
      severity: Record<string, number>;
      standardError: Record<string, number>;
      residual: Record<string, number>;
      fairMarks: number[];
      residualDeviation: number;
      degreesOfFreedom: number;
    }>('markers');
    const found = markerSeverity(
      expected.markings.map(([work, marker, mark]) => ({ work, marker, mark })),
    );
    expect(found).toMatchObject({
      residualDeviation: expect.closeTo(expected.residualDeviation, 8),
      degreesOfFreedom: expected.degreesOfFreedom,
    });
    expect(found.markers).toHaveLength(4);
    for (const { marker, severity, standardError, residual } of found.markers) {
      expect(severity).toBeCloseTo(expected.severity[marker] ?? 0, 8);
      expect(standardError).toBeCloseTo(expected.standardError[marker] ?? 0, 8);
      expect(residual).toBeCloseTo(expected.residual[marker] ?? 0, 8);
    }
    expect(found.works.map(({ fairMark }) => fairMark)).toEqual(
      expected.fairMarks.map((mark) => expect.closeTo(mark, 7)),
    );
  });

  it('have, when all marked all, the standard error of a two-way table', () => {
    const marks = published.wine.marks;
    const found = markerSeverity(
      marks.flatMap((row, work) =>
        row.map((mark, marker) => ({ work: `${work}`, marker: `${marker}`, mark })),
      ),
    );
    // sigma sqrt((k - 1) / (k n)) for k markers of n works each.
    const expected = (found.residualDeviation ?? 0) * Math.sqrt(3 / (4 * 8));
    for (const { standardError } of found.markers) expect(standardError).toBeCloseTo(expected, 12);
    let sum = 0;
    for (const { severity } of found.markers) sum += severity;
    expect(sum).toBeCloseTo(0, 12);
  });

  it('that share no work cannot be compared, and one marking each leaves no error', () => {
    const apart = [
      { work: '1', marker: 'A', mark: 3 },
      { work: '2', marker: 'B', mark: 4 },
    ];
    expect(refusal(() => markerSeverity(apart))).toBe('not-connected');
    expect(refusal(() => markerSeverity([]))).toBe('empty');
    const once = markerSeverity(apart.map((row) => ({ ...row, work: '1' })));
    expect(once).toMatchObject({ degreesOfFreedom: 0, residualDeviation: null });
    expect(once.markers[0]).toMatchObject({
      severity: expect.closeTo(0.5, 12),
      standardError: null,
    });
  });

  it('agree exactly, within the tolerance, or not', () => {
    expect(markerAgreement([3, 4, 0.1, 9], [3, 6, 0.4, 5], 0.3)).toMatchObject({
      works: 4,
      exact: 0.25,
      withinTolerance: 0.5,
      meanDifference: expect.closeTo(0.425, 12),
    });
  });
});
