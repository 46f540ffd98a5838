// QTI ASI information model, "Expressions". Numbers of mathOperator and statsOperator are those of
// oat-sa/qti-sdk's tests; where the standard's text says otherwise (log(0), signum), the text counts.
import { operator } from '../../testing/operator.ts';

const folding = {
  nulls: ['NULL => NULL', '1 NULL => NULL', 'noInteger 1 => NULL', 'noFloat => NULL'],
  cardinalities: ["'a' 1 => refused", 'yes => refused', 'record => refused', 'letters => refused'],
  empty: ['emptyBag => NULL', 'emptyRow 1 => NULL'],
} as const;

operator('qti-sum', {
  ...folding,
  values: [
    '1 => 1',
    '1 2 3 => 6',
    '-1 1 => 0',
    'bag 4 => 10',
    'row => 6',
    '=> refused wrong-value',
  ],
  numbers: [
    '1 2.5 => 3.5',
    '1.5 1.5 => 3.0',
    'floats 1 => 3.0',
    // 0.7 + 0.1 is 0.7999999999999999 in binary.
    '0.7 0.1 => 0.8',
    '0.1 0.2 => 0.3',
    '9007199254740991 1 => NULL',
    '1e308 1e308 => NULL',
  ],
});

operator('qti-product', {
  ...folding,
  values: ['1 => 1', '2 3 4 => 24', 'bag => 6', '-2 3 => -6', '0 -2 => 0'],
  numbers: ['2 2.5 => 5.0', '3000000000 4000000000 => NULL', '1e200 1e200 => NULL'],
});

operator('qti-min', {
  ...folding,
  values: ['1 => 1', '3 1 2 => 1', 'bag => 1', '0 row => 0'],
  numbers: ['1 0.5 => 0.5', '1 2.5 => 1.0', 'floats 1 => 0.5'],
});

operator('qti-max', {
  ...folding,
  values: ['1 => 1', '3 1 2 => 3', 'bag => 3', '9 row => 9'],
  numbers: ['1 0.5 => 1.0', '1 2.5 => 2.5', 'floats 1 => 1.5'],
});

operator('qti-gcd', {
  ...folding,
  nulls: ['NULL => NULL', '1 NULL => NULL', 'noInteger 1 => NULL'],
  values: [
    '12 18 => 6',
    '0 0 => 0',
    '0 5 => 5',
    '-12 18 => 6',
    '7 => 7',
    '(multiple 12 18) 4 => 2',
  ],
  numbers: ['12 18.0 => refused', 'floats => refused'],
});

operator('qti-lcm', {
  ...folding,
  nulls: ['NULL => NULL', '1 NULL => NULL', 'noInteger 1 => NULL'],
  values: [
    '4 6 => 12',
    '0 6 => 0',
    '-4 6 => 12',
    '7 => 7',
    '(multiple 4 6) 9 => 36',
    '4 6 21 => 84',
  ],
  numbers: ['4 6.0 => refused', '9007199254740991 9007199254740990 => NULL'],
});

const two = {
  nulls: ['NULL 1 => NULL', '1 NULL => NULL', 'noInteger 1 => NULL'],
  cardinalities: [
    'bag 1 => refused',
    '1 row => refused',
    'yes 1 => refused',
    '1 => refused wrong-value',
  ],
  empty: 'no container',
} as const;

operator('qti-subtract', {
  ...two,
  values: ['3 2 => 1', '2 3 => -1', '1 1 => 0'],
  numbers: [
    '3 0.5 => 2.5',
    '0.3 0.1 => 0.2',
    '0.8 0.7 => 0.1',
    '2.5 0.5 => 2.0',
    '-9007199254740991 1 => NULL',
  ],
});

operator('qti-divide', {
  ...two,
  values: [
    '6 2 => 3.0',
    '1 4 => 0.25',
    '1 0 => NULL',
    '1 0.0 => NULL',
    '0 0 => NULL',
    '0 5 => 0.0',
  ],
  numbers: ['1 2.5 => 0.4', '-1 2 => -0.5', '1e308 1e-308 => NULL'],
});

operator('qti-power', {
  ...two,
  values: [
    '0 0 => 1.0',
    '256 0 => 1.0',
    '0 2 => 0.0',
    '2 8 => 256.0',
    '2 -1 => 0.5',
    '-20 3.4 => NULL',
    '0 -1 => NULL',
  ],
  numbers: [
    '4 0.5 => 2.0',
    '2 100000000 => NULL',
    '-2 333333333 => NULL',
    '20 3.4 => about 26515.632139',
  ],
});

operator('qti-integer-divide', {
  ...two,
  values: ['7 2 => 3', '-7 2 => -4', '7 -2 => -4', '-7 -2 => 3', '7 0 => NULL', '0 5 => 0'],
  numbers: ['7 2.0 => refused', '7.0 2 => refused'],
});

operator('qti-integer-modulus', {
  ...two,
  values: [
    '7 2 => 1',
    '-7 2 => 1',
    '7 -2 => -1',
    '-7 -2 => -1',
    '7 0 => NULL',
    '6 3 => 0',
    '-6 3 => 0',
  ],
  numbers: ['7 2.0 => refused', '7.0 2 => refused'],
});

const one = {
  nulls: ['NULL => NULL', 'noFloat => NULL'],
  cardinalities: [
    'floats => refused',
    'row => refused',
    "'a' => refused",
    '1.0 1.0 => refused wrong-value',
  ],
  empty: 'no container',
} as const;

operator('qti-round', {
  ...one,
  values: [
    '6.8 => 7',
    '6.5 => 7',
    '6.49 => 6',
    '-6.5 => -6',
    '-6.51 => -7',
    '-0.5 => 0',
    '0.49999999999999994 => 0',
  ],
  // An integer beyond those that are exact is none.
  numbers: ['3 => 3', '-0.2 => 0', '1e300 => NULL', '9007199254740991 => 9007199254740991'],
});

operator('qti-truncate', {
  ...one,
  values: ['6.8 => 6', '-6.8 => -6', '0.9 => 0', '-0.9 => 0'],
  numbers: ['3 => 3', '-3 => -3'],
});

operator('qti-integer-to-float', {
  nulls: ['NULL => NULL', 'noInteger => NULL'],
  cardinalities: ['bag => refused', 'row => refused', 'yes => refused'],
  empty: 'no container',
  values: ['3 => 3.0', '-7 => -7.0', '0 => 0.0'],
  numbers: ['3.0 => refused', 'half => refused'],
});

operator('qti-round-to', {
  values: [
    'figures="3" | 1239451 => 1240000.0',
    'figures="3" | 12.1257 => 12.1',
    'figures="3" | 0.0681 => 0.0681',
    'figures="3" | -12.1257 => -12.1',
    'figures="3" | 5 => 5.0',
    'figures="3" | 0 => 0.0',
    'rounding-mode="decimalPlaces" figures="0" | 3.4 => 3.0',
    'rounding-mode="decimalPlaces" figures="0" | 3.5 => 4.0',
    'rounding-mode="decimalPlaces" figures="2" | 1.95583 => 1.96',
    'rounding-mode="decimalPlaces" figures="2" | 5.045 => 5.05',
    'rounding-mode="decimalPlaces" figures="2" | 5.055 => 5.06',
    'rounding-mode="decimalPlaces" figures="2" | 1.005 => 1.01',
    'rounding-mode="decimalPlaces" figures="1" | -0.04 => 0.0',
    'rounding-mode="decimalPlaces" figures="0" | INF => INF',
    'figures="three" | 1239451 => 1240000.0',
    'figures="0" | 3.4 => NULL',
    'rounding-mode="decimalPlaces" figures="-1" | 3.4 => NULL',
  ],
  nulls: [
    'figures="1" | NULL => NULL',
    'figures="1" | noFloat => NULL',
    'figures="noInteger" | 3.4 => NULL',
  ],
  cardinalities: [
    'figures="1" | floats => refused',
    'figures="1" | yes => refused',
    'figures="nothing" | 1.0 => refused unknown-identifier',
    '1.0 => refused missing-attribute',
  ],
  empty: 'no container',
  numbers: [
    'figures="2" | 125 => 130.0',
    'figures="half" | 3.4 => NULL',
    'figures="0.5" | 3.4 => refused wrong-value',
  ],
});

operator('qti-math-operator', {
  values: [
    'name="sin" | 1.5708 => about 1',
    'name="cos" | 25 => about 0.99120281',
    'name="tan" | 2.65 => about -0.53543566',
    'name="sec" | 1.48352986 => about 11.473713',
    'name="csc" | 0.55274577 => about 1.904667',
    'name="cot" | 2.09 => about -0.571505',
    'name="asin" | 1 => about 1.570796',
    'name="acos" | 0.3 => about 1.266103673',
    'name="atan" | 2 => about 1.107148718',
    'name="atan2" | 25 0 => about 1.570796',
    'name="atan2" | 0 -25 => about 3.141593',
    'name="atan2" | -10 0 => about -1.570796',
    'name="atan2" | INF INF => about 0.785398',
    'name="atan2" | INF -INF => about 2.356194',
    'name="asec" | -5 => about 1.7721542',
    'name="acsc" | -5 => about -0.201358',
    'name="acot" | -5 => about -0.197396',
    'name="acot" | 0 => about 1.570796',
    'name="sinh" | 5 => about 74.203210578',
    'name="cosh" | 1 => about 1.543081',
    'name="tanh" | -1.5 => about -0.905148253645',
    'name="sech" | 1 => about 0.648054',
    'name="sech" | 0 => 1.0',
    'name="csch" | 1 => about 0.850918',
    'name="coth" | -2.1 => about -1.030451',
    'name="log" | 112 => about 2.049218',
    'name="ln" | 10 => about 2.302585',
    'name="exp" | 3 => about 20.085537',
    'name="exp" | -INF => 0.0',
    'name="abs" | -25.3 => 25.3',
    'name="abs" | -24 => 24.0',
    'name="signum" | -0.1 => -1',
    'name="signum" | 25 => 1',
    'name="signum" | 0 => 0',
    'name="floor" | -3.14 => -4',
    'name="floor" | 9.999 => 9',
    'name="ceil" | -3.14 => -3',
    'name="ceil" | -0.5 => 0',
    'name="toDegrees" | 2.1 => about 120.321137',
    'name="toRadians" | 90 => about 1.570796',
    // Outside of the function's domain.
    'name="asin" | 2 => NULL',
    'name="acos" | 1.1 => NULL',
    'name="asec" | 0.45 => NULL',
    'name="acsc" | -0.45 => NULL',
    'name="log" | -0.5 => NULL',
    'name="log" | 0 => NULL',
    'name="ln" | 0 => NULL',
    'name="csc" | 0 => NULL',
    'name="cot" | 0 => NULL',
    'name="csch" | 0 => NULL',
    'name="coth" | 0 => NULL',
    'name="asec" | 0 => NULL',
    'name="sin" | INF => NULL',
    'name="exp" | 1000 => NULL',
    'name="sqrt" | 4 => refused wrong-value',
  ],
  nulls: [
    'name="sin" | NULL => NULL',
    'name="atan2" | 1 noFloat => NULL',
    'name="abs" | noInteger => NULL',
  ],
  cardinalities: [
    'name="ceil" | floats => refused',
    'name="ceil" | yes => refused',
    'name="atan2" | 0.0 => refused wrong-value',
    'name="atan2" | 0.0 0.0 0.0 => refused wrong-value',
    'name="sin" | 0.0 0.0 => refused wrong-value',
  ],
  empty: 'no container',
  numbers: ['name="abs" | 3 => 3.0', 'name="floor" | 10 => 10', 'name="ceil" | 10.0 => 10'],
});

operator('qti-stats-operator', {
  values: [
    'name="mean" | (ordered 10.0 20.0 30.0) => 20.0',
    'name="sampleVariance" | (multiple 600 470 170 430 300) => 27130.0',
    'name="sampleSD" | (ordered 600 470 170 430 300) => about 164.711869',
    'name="popVariance" | (multiple 600 470 170 430 300) => 21704.0',
    'name="popSD" | (ordered 600.0 470.0 170.0 430.0 300.0) => about 147.322775',
    'name="sampleVariance" | (ordered 10.0) => NULL',
    'name="sampleSD" | (ordered 10) => NULL',
    'name="popVariance" | (ordered 10) => 0.0',
    'name="popSD" | (ordered 10) => 0.0',
    'name="mode" | bag => refused wrong-value',
  ],
  nulls: ['name="mean" | NULL => NULL', 'name="popSD" | NULL => NULL'],
  cardinalities: [
    'name="mean" | half => refused',
    'name="mean" | record => refused',
    'name="mean" | points => refused',
    'name="mean" | texts => refused',
  ],
  empty: ['name="mean" | emptyBag => NULL', 'name="popSD" | emptyRow => NULL'],
  numbers: [
    'name="mean" | (multiple 1 2.5) => 1.75',
    'name="mean" | (multiple 0) => 0.0',
    'name="mean" | (multiple 1e308 1e308) => NULL',
    'name="popSD" | (multiple 1e308 -1e308) => NULL',
    'name="popVariance" | (multiple INF 1.0) => NULL',
  ],
});
