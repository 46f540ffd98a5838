// Arguments that nobody means well with, for each exported function: empty, ragged and constant tables,
// numbers at the ends of the doubles and beyond, and what is right now and then.
import fc from 'fast-check';

const hostile = fc.constantFrom(
  Number.NaN,
  Infinity,
  -Infinity,
  1e308,
  -1e308,
  1e154,
  1e9,
  -1e9,
  1000,
  -1000,
  Number.MIN_VALUE,
  1e-300,
  -0,
);
const tame = fc.constantFrom(0, 1, 2, 3, 0.5, -1, 0.25, 0.999999, 1e-6);
/** Mostly what a caller means, so that most calls come past the first check. */
const number = fc.oneof(
  { weight: 8, arbitrary: tame },
  { weight: 4, arbitrary: fc.double({ min: -4, max: 4, noNaN: true }) },
  { weight: 1, arbitrary: hostile },
);
const count = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 4 }) },
  { weight: 1, arbitrary: hostile },
);
const share = fc.oneof(
  { weight: 8, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }) },
  { weight: 1, arbitrary: number },
);
const numbers = fc.array(number, { maxLength: 6 });
const counts = fc.array(count, { maxLength: 6 });

/** Rows of one length, and now and then not; constant columns and rows among them. */
const table = <T>(cell: fc.Arbitrary<T>, wide = 4, high = 7): fc.Arbitrary<T[][]> =>
  fc.oneof(
    {
      weight: 8,
      arbitrary: fc
        .tuple(fc.integer({ min: 1, max: wide }), fc.integer({ min: 1, max: high }))
        .chain(([width, rows]) =>
          fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
            minLength: rows,
            maxLength: rows,
          }),
        ),
    },
    {
      weight: 2,
      arbitrary: cell.map((one) => [
        [one, one, one],
        [one, one, one],
      ]),
    },
    { weight: 1, arbitrary: fc.array(fc.array(cell, { maxLength: wide }), { maxLength: high }) },
  );

const widthOf = (rows: readonly (readonly unknown[])[]): number => rows[0]?.length ?? 0;
const mark = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom<unknown>(0, 1, 2, 0.5, 'omitted', 'not-reached') },
  { weight: 1, arbitrary: fc.constantFrom<unknown>('not-presented', 'nonsense', null, 3) },
  { weight: 1, arbitrary: hostile },
);
const most = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(2, 1, 3) },
  { weight: 1, arbitrary: hostile },
);
const marked = table(mark).chain((rows) =>
  fc.tuple(
    fc.constant(rows),
    fc.array(most, { minLength: widthOf(rows), maxLength: widthOf(rows) }),
  ),
);

const slope = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(1, 0.3, 2.5) },
  { weight: 2, arbitrary: fc.constantFrom(1e-6, 100, 0.05, 20) },
  { weight: 1, arbitrary: number },
);
const place = fc.oneof(
  { weight: 6, arbitrary: fc.double({ min: -3, max: 3, noNaN: true }) },
  { weight: 2, arbitrary: fc.constantFrom(-1000, 1000, 40, -40) },
  { weight: 1, arbitrary: number },
);
const item = fc.oneof(
  fc.record({ model: fc.constant('1pl'), b: place }),
  fc.record({
    model: fc.constant('2pl'),
    a: slope,
    b: place,
    D: fc.constantFrom(1, 1.702, 10, 0.1),
  }),
  fc.record({
    model: fc.constant('3pl'),
    a: slope,
    b: place,
    c: fc.oneof(share, fc.constantFrom(0, 0.999999)),
    d: fc.constantFrom(1, 0.5, 1 - 1e-12),
  }),
  fc.record({
    model: fc.constantFrom('graded', 'gpcm'),
    a: slope,
    b: fc
      .array(place, { minLength: 1, maxLength: 3 })
      .map((all) => all.toSorted((x, y) => x - y).map((b, k) => b + k * 1e-8)),
  }),
  fc.constantFrom<unknown>({ model: 'rasch', b: 0 }, { model: 'graded', a: 1, b: [] }),
);
const items = fc.array(item, { maxLength: 5 });
const answered = items.chain((all) =>
  fc.tuple(
    fc.constant(all),
    fc.array(fc.oneof(fc.constantFrom(0, 1, null), count), {
      minLength: all.length,
      maxLength: all.length,
    }),
  ),
);
const theta = place;
const prior = fc.record({
  mean: fc.oneof(fc.constantFrom(0, 100, -100), place),
  sd: fc.oneof(fc.constantFrom(1, 1e-3, 100), number),
});
const rule = fc.record({
  cut: place,
  delta: fc.oneof(fc.constantFrom(0.3, 1e-6, 100), number),
  falsePass: fc.oneof(fc.constantFrom(0.05, 0.5, 1e-9), number),
  falseFail: fc.oneof(fc.constantFrom(0.05, 0.5, 1e-9), number),
});
const bank = fc.oneof(
  fc.array(fc.record({ item, content: fc.constantFrom('a', 'b') }), { maxLength: 4 }),
  fc.constant([
    { item: { model: '2pl', a: 100, b: -1000 }, content: 'a' },
    { item: { model: '3pl', a: 1, b: 0, c: 0.2 }, content: 'b' },
    { item: { model: 'gpcm', a: 1, b: [1, -1] }, content: 'b' },
  ]),
);
const selection = fc.record({
  at: fc.oneof(fc.constant('ability'), fc.record({ cut: place })),
  randomesque: fc.oneof(fc.constantFrom(1, 2), count),
});
const cuts = fc.oneof(
  fc.array(place, { maxLength: 3 }).map((all) => all.toSorted((x, y) => x - y)),
  numbers,
);
const sameLength = <T, U>(one: fc.Arbitrary<T>, other: fc.Arbitrary<U>): fc.Arbitrary<[T[], U[]]> =>
  fc
    .integer({ min: 0, max: 6 })
    .chain((n) =>
      fc.tuple(
        fc.array(one, { minLength: n, maxLength: n }),
        fc.array(other, { minLength: n, maxLength: n }),
      ),
    );
const models = fc.constantFrom('1pl', '2pl', '3pl', 'graded', 'gpcm');
const calibrated = table(
  fc.oneof(fc.constantFrom<unknown>(0, 1, 0, 1, 0, 1, 2, null), count),
  4,
  12,
).chain((rows) =>
  fc.tuple(
    fc.constant(rows),
    fc.array(models, { minLength: widthOf(rows), maxLength: widthOf(rows) }),
    fc.record(
      {
        counts: fc.array(count, { minLength: rows.length, maxLength: rows.length }),
        points: fc.oneof(fc.constantFrom(3, 21), count),
        iterations: fc.oneof(fc.constantFrom(1, 30), count),
        tolerance: fc.oneof(fc.constantFrom(1e-4, 1e-12), number),
        guessPrior: fc.oneof(fc.constant(null), prior),
      },
      { requiredKeys: ['iterations', 'points'] },
    ),
  ),
);
const random = (): number => 0.5;

/** By name of the exported function: the arguments that it is tried with. */
export const hostileArguments = {
  binomialSem: fc.tuple(number, count),
  conditionalSem: marked,
  keatsSem: fc.tuple(number, count, number, number),
  kr21: fc.tuple(count, fc.record({ mean: number, variance: number })),
  itemStatistics: marked,
  markTrailingAsNotReached: fc.tuple(fc.array(mark, { maxLength: 5 })),
  totalScores: marked,
  optionStatistics: marked.chain(([rows, maxMarks]) =>
    fc.tuple(
      fc.array(
        fc.oneof(
          fc.array(fc.constantFrom('A', 'B', 'Z'), { maxLength: 2 }),
          fc.constantFrom('omitted', 'not-reached', 'not-presented'),
        ),
        { minLength: rows.length, maxLength: rows.length },
      ),
      fc.constant(['A', 'B']),
      count,
      fc.constant(rows),
      fc.constant(maxMarks),
    ),
  ),
  testStatistics: marked,
  expectedScore: fc.tuple(item, theta),
  expectedTotal: fc.tuple(items, theta),
  information: fc.tuple(item, theta),
  logProbabilities: fc.tuple(item, theta),
  probabilities: fc.tuple(item, theta),
  scoreDistribution: fc.tuple(items, theta),
  scoreSem: fc.tuple(items, theta),
  testInformation: fc.tuple(items, theta),
  categories: fc.tuple(item),
  checkItem: fc.tuple(item),
  estimateAbility: answered.chain(([all, responses]) =>
    fc.tuple(
      fc.constant(all),
      fc.constant(responses),
      fc.record(
        {
          method: fc.constantFrom('ml', 'map', 'wle', 'eap', 'other'),
          prior,
          bounds: fc.oneof(fc.constant([-4, 4]), fc.tuple(place, place)),
          points: fc.oneof(fc.constantFrom(2, 33), count),
        },
        { requiredKeys: ['method'] },
      ),
    ),
  ),
  calibrate: calibrated,
  itemFit: calibrated,
  standardErrors: calibrated,
  link: fc
    .integer({ min: 0, max: 4 })
    .chain((n) =>
      fc.tuple(
        fc.array(item, { minLength: n, maxLength: n }),
        fc.array(item, { minLength: n, maxLength: n }),
        fc.record({ method: fc.constantFrom('mean-sigma', 'stocking-lord') }),
      ),
    ),
  rescaleItem: fc.tuple(item, fc.record({ A: number, B: number })),
  rescaleTheta: fc.tuple(theta, fc.record({ A: number, B: number })),
  angoff: table(share).chain((rows) =>
    fc.tuple(
      fc.constant(rows),
      fc.array(most, { minLength: widthOf(rows), maxLength: widthOf(rows) }),
    ),
  ),
  livingstonLewis: fc.tuple(
    fc.record(
      {
        scores: fc.oneof(
          {
            weight: 6,
            arbitrary: fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 1, maxLength: 8 }),
          },
          { weight: 1, arbitrary: numbers },
        ),
        least: fc.constantFrom(0, 0, -1, Number.NaN),
        most: fc.oneof(
          { weight: 6, arbitrary: fc.constantFrom(10, 20) },
          { weight: 1, arbitrary: number },
        ),
        reliability: fc.oneof(
          { weight: 6, arbitrary: fc.constantFrom(0.9, 0.5, 1e-6, 1 - 1e-6) },
          { weight: 1, arbitrary: number },
        ),
      },
      { requiredKeys: ['scores', 'most', 'reliability'] },
    ),
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom([5], [3, 7], [0], [10]) },
      { weight: 1, arbitrary: cuts },
    ),
  ),
  rudner: sameLength(place, fc.oneof(fc.constantFrom(0.3, 1e-9, 1e9), number)).chain(
    ([thetas, errors]) => fc.tuple(fc.constant(thetas), fc.constant(errors), cuts),
  ),
  intraclass: fc.tuple(table(number)),
  markerAgreement: sameLength(number, number).chain(([one, other]) =>
    fc.tuple(fc.constant(one), fc.constant(other), number),
  ),
  markerSeverity: fc.tuple(
    fc.array(
      fc.record({
        work: fc.constantFrom('1', '2', '__proto__'),
        marker: fc.constantFrom('a', 'b', 'constructor'),
        mark: number,
      }),
      { maxLength: 8 },
    ),
  ),
  kappaOfTable: fc.tuple(table(count), fc.constantFrom('none', 'linear', 'quadratic', [[1]], [])),
  weightedKappa: sameLength(count, count).chain(([one, other]) =>
    fc.tuple(
      fc.constant(one),
      fc.constant(other),
      count,
      fc.constantFrom('none', 'linear', 'quadratic', 'cubic', [[1, 0]]),
    ),
  ),
  itemDif: table(fc.oneof(fc.constantFrom<unknown>(0, 1, 0, 1, null), count), 4, 10).chain((rows) =>
    fc.tuple(
      fc.constant(rows),
      fc.array(fc.boolean(), { minLength: rows.length, maxLength: rows.length }),
      fc.record(
        { purify: fc.boolean(), iterations: count, anchor: counts },
        { requiredKeys: ['purify'] },
      ),
    ),
  ),
  mantelHaenszel: fc.tuple(
    fc.array(fc.tuple(count, count, count, count) as fc.Arbitrary<unknown>, { maxLength: 4 }),
  ),
  facilityDrift: fc.tuple(fc.array(fc.record({ right: count, answered: count }), { maxLength: 4 })),
  robustZ: sameLength(number, number),
  waldDrift: fc.tuple(item, item, table(number, 4, 4)).map(([one, other, covariance]) => [
    { item: one, covariance },
    { item: other, covariance },
  ]),
  selectItem: fc.tuple(bank, counts, theta, selection, fc.constant(random)),
  sprt: answered.chain(([all, responses]) =>
    fc.tuple(fc.constant(all), fc.constant(responses), rule),
  ),
  intervalDecision: fc.tuple(
    theta,
    number,
    fc.record({ cut: place, confidence: fc.oneof(fc.constantFrom(0.5, 0.95, 1 - 1e-9), share) }),
  ),
  stopsAt: fc.tuple(
    fc.record({
      length: count,
      bankLeft: count,
      theta,
      standardError: number,
      sprt: fc.constantFrom('pass', 'fail', 'continue'),
      interval: fc.constantFrom('pass', 'fail', 'continue'),
    }),
    fc.record({ maxLength: count, minLength: count, precision: number }),
  ),
  simulateAdaptive: fc.tuple(
    bank,
    fc.array(theta, { maxLength: 3 }),
    fc.record(
      {
        selection: fc.oneof(
          fc.constantFrom<unknown>({ at: 'ability' }, { at: { cut: 0 } }),
          selection,
        ),
        stop: fc.oneof(
          fc.constantFrom<unknown>(
            { maxLength: 1 },
            { maxLength: 3, precision: 1e-6 },
            { maxLength: 3, interval: { cut: 1000, confidence: 0.95 } },
            { maxLength: 3, sprt: { cut: -1000, delta: 100, falsePass: 1e-9, falseFail: 0.5 } },
          ),
          fc.record({ maxLength: count, minLength: count, precision: number, sprt: rule }),
        ),
        prior,
        cut: fc.oneof(fc.constant(null), place),
        seed: fc.oneof(fc.constant(7), count),
      },
      { requiredKeys: ['selection', 'stop', 'seed'] },
    ),
  ),
  normalRandom: fc.tuple(fc.constant(random)),
  seededRandom: fc.tuple(number),
} satisfies Record<string, fc.Arbitrary<unknown[]>>;
