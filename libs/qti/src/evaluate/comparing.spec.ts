// QTI ASI information model, "Expressions". The rows of equalRounded and of the durations are the
// standard's own examples; numbers beside them follow oat-sa/qti-sdk's tests where they have the case.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { operator } from '../../testing/operator.ts';
import { compare, decimal, minus, plus, times } from './decimal.ts';

const comparison = {
  nulls: ['NULL 1 => NULL', '1 NULL => NULL', 'noInteger 1 => NULL', '1.0 noFloat => NULL'],
  cardinalities: [
    'bag 1 => refused',
    '1 row => refused',
    'yes 1 => refused',
    'record 1 => refused',
  ],
  empty: 'no container',
} as const;

operator('qti-gt', {
  ...comparison,
  values: ['3 2 => true', '2 2 => false', '2 3 => false', '-1 -2 => true', 'INF 5 => true'],
  numbers: ['3 2.5 => true', '2.5 3 => false', '2 2.0 => false'],
});

operator('qti-gte', {
  ...comparison,
  values: ['3 2 => true', '2 2 => true', '2 3 => false', '-INF -INF => true'],
  numbers: ['3 2.5 => true', '2.5 3 => false', '2 2.0 => true'],
});

operator('qti-lt', {
  ...comparison,
  values: ['3 2 => false', '2 2 => false', '2 3 => true', '-INF 0 => true'],
  numbers: ['3 2.5 => false', '2.5 3 => true', '2 2.0 => false'],
});

operator('qti-lte', {
  ...comparison,
  values: ['3 2 => false', '2 2 => true', '2 3 => true', '0 INF => true'],
  numbers: ['3 2.5 => false', '2.5 3 => true', '2 2.0 => true'],
});

operator('qti-equal', {
  values: [
    '1 1 => true',
    '1 2 => false',
    'tolerance-mode="exact" | 0.1 0.1 => true',
    'tolerance-mode="absolute" tolerance="0.1" | 0.7 0.8 => true',
    'tolerance-mode="absolute" tolerance="0.1" | 0.7 0.81 => false',
    'tolerance-mode="absolute" tolerance="0.1 0.2" | 0.7 0.9 => true',
    'tolerance-mode="absolute" tolerance="0.1 0.2" | 0.7 0.5 => false',
    'tolerance-mode="absolute" tolerance="half" | 10 10.5 => true',
    'tolerance-mode="absolute" tolerance="half" | 10 10.6 => false',
    'tolerance-mode="relative" tolerance="5" | 10 10.5 => true',
    'tolerance-mode="relative" tolerance="5 1" | 10 10.5 => false',
    'tolerance-mode="absolute" tolerance="1" include-lower-bound="false" | 5 4 => false',
    'tolerance-mode="absolute" tolerance="1" include-upper-bound="false" | 5 6 => false',
    'tolerance-mode="relative" tolerance="10" | -10 -11 => true',
    'tolerance-mode="relative" tolerance="10" include-upper-bound="false" | -10 -11 => false',
    'tolerance-mode="absolute" tolerance="1" | INF INF => true',
    'tolerance-mode="absolute" tolerance="1" | INF 5 => false',
    'tolerance-mode="absolute" tolerance="INF" | 1 5 => true',
    'tolerance-mode="absolute" | 1 1 => refused wrong-value',
    'tolerance-mode="absolute" tolerance="1 2 3" | 1 1 => refused wrong-value',
    'tolerance-mode="absolute" tolerance="-1" | 1 1 => refused wrong-value',
    'tolerance-mode="nearly" | 1 1 => refused wrong-value',
  ],
  nulls: [
    'NULL 1 => NULL',
    '1 noFloat => NULL',
    'NULL NULL => NULL',
    'tolerance-mode="absolute" tolerance="noFloat" | 1 1 => NULL',
    'tolerance-mode="absolute" tolerance="1 noFloat" | 1 1 => NULL',
  ],
  cardinalities: ['bag 1 => refused', 'yes 1 => refused', '1 1 1 => refused wrong-value'],
  empty: 'no container',
  numbers: ['2 2.0 => true', '2 2.5 => false', 'three 3.0 => true'],
});

operator('qti-equal-rounded', {
  values: [
    'rounding-mode="significantFigures" figures="2" | 1.56 1.6 => true',
    'rounding-mode="significantFigures" figures="3" | 1.56 1.6 => false',
    'rounding-mode="decimalPlaces" figures="1" | 2.449 2.4 => true',
    'rounding-mode="decimalPlaces" figures="2" | 2.449 2.4 => false',
    'rounding-mode="decimalPlaces" figures="0" | 6.5 7 => true',
    'rounding-mode="significantFigures" figures="2" | 175.0 184.9 => true',
    'figures="three" | 3.175 3.183 => true',
    'rounding-mode="decimalPlaces" figures="2" | 1.005 1.01 => true',
    'rounding-mode="significantFigures" figures="0" | 1.0 1.0 => NULL',
    'rounding-mode="decimalPlaces" figures="-1" | 1.0 1.0 => NULL',
  ],
  nulls: [
    'figures="2" | NULL 1.0 => NULL',
    'figures="2" | 1.0 noFloat => NULL',
    'figures="noInteger" | 1.0 1.0 => NULL',
  ],
  cardinalities: [
    'figures="2" | floats 1.0 => refused',
    'figures="2" | \'a\' 1.0 => refused',
    'figures="nothing" | 1.0 1.0 => refused unknown-identifier',
    '1.0 1.0 => refused missing-attribute',
  ],
  empty: 'no container',
  numbers: ['figures="1" | 2 2.04 => true', 'figures="1.5" | 2 2 => refused wrong-value'],
});

operator('qti-duration-lt', {
  values: ['9s 10s => true', '10s 10s => false', '11s 10s => false'],
  nulls: ['NULL 10s => NULL', '10s noDuration => NULL'],
  cardinalities: ['times 10s => refused', 'yes 10s => refused'],
  empty: 'no container',
  numbers: ['9 10s => refused', '9.0 10s => refused'],
});

operator('qti-duration-gte', {
  values: ['9s 10s => false', '10s 10s => true', '11s 10s => true'],
  nulls: ['NULL 10s => NULL', '10s noDuration => NULL'],
  cardinalities: ['times 10s => refused', 'yes 10s => refused'],
  empty: 'no container',
  numbers: ['9 10s => refused', '9.0 10s => refused'],
});

describe('exact decimals', () => {
  const cents = fc.integer({ min: -1_000_000, max: 1_000_000 });

  it('add, subtract and multiply hundredths as whole numbers do', () => {
    fc.assert(
      fc.property(cents, cents, cents, (a, b, c) => {
        const [x, y, z] = [decimal(a / 100), decimal(b / 100), decimal(c / 100)];
        expect(compare(plus(x, y), z)).toBe(Math.sign(a + b - c) + 0);
        expect(compare(minus(x, y), z)).toBe(Math.sign(a - b - c) + 0);
        expect(compare(times(x, y), z)).toBe(Math.sign(a * b - c * 100) + 0);
      }),
    );
  });

  it('keep every finite number', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => {
        const { digits, exponent } = decimal(x);
        expect(Number(`${digits}e${exponent}`)).toBe(x + 0);
      }),
    );
  });
});
