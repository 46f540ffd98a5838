import fc from 'fast-check';
import type { Item } from '../irt/item.ts';

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const slope = between(0.05, 5);
const place = between(-5, 5);
const steps = fc.array(place, { minLength: 1, maxLength: 4 });

/** Items of every model, extreme ones included. */
export const arbitraryItem: fc.Arbitrary<Item> = fc.oneof(
  fc.record({ model: fc.constant('1pl' as const), b: place }),
  fc.record({
    model: fc.constant('2pl' as const),
    a: fc.oneof(slope, between(1e-6, 100)),
    b: place,
  }),
  fc.record({
    model: fc.constant('3pl' as const),
    a: slope,
    b: place,
    c: between(0, 0.5),
    d: between(0.6, 1),
  }),
  fc.record({
    model: fc.constant('graded' as const),
    a: slope,
    b: steps.map((all) => all.toSorted((x, y) => x - y).map((b, k) => b + k * 1e-3)),
  }),
  fc.record({ model: fc.constant('gpcm' as const), a: slope, b: steps }),
);
