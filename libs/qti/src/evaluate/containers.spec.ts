// QTI ASI information model, "Expressions"; the rows of delete, contains and ordered are its own examples.
import { describe, expect, it } from '@jest/globals';
import { operator } from '../../testing/operator.ts';
import { valueOf } from '../../testing/notation.ts';
import { seededRandom } from './random.ts';
import { evaluate } from './evaluate.ts';

operator('qti-multiple', {
  values: [
    '#A #B (multiple #C #D) => {#A #B #C #D}',
    '#A => {#A}',
    '#A #A => {#A #A}',
    "'a' texts => {'a' 'a' 'b'}",
  ],
  nulls: [
    '=> NULL',
    'NULL => NULL',
    'NULL noInteger => NULL',
    '#A NULL noIdentifier #B => {#A #B}',
  ],
  cardinalities: [
    'row 1 => refused',
    "#A 'a' => refused",
    'record => refused',
    '1 true => refused',
  ],
  empty: ['emptyBag => NULL', 'emptyBag 1 => {1}'],
  numbers: ['1 2 => {1 2}', '1 2.5 => {1.0 2.5}', '1.0 2.0 => {1.0 2.0}'],
});

operator('qti-ordered', {
  values: [
    '#A #B (ordered #C #D) => [#A #B #C #D]',
    '#B #A => [#B #A]',
    'path #A => [#A #B #C #A]',
  ],
  nulls: ['=> NULL', 'NULL => NULL', '#A NULL noIdentifier #B => [#A #B]'],
  cardinalities: ['bag 1 => refused', "#A 'a' => refused", 'record => refused'],
  empty: ['emptyRow => NULL', 'emptyRow 1 => [1]'],
  numbers: ['1 2 => [1 2]', '1 2.5 => [1.0 2.5]'],
});

operator('qti-repeat', {
  values: [
    'number-repeats="1" | 1 2 3 => [1 2 3]',
    'number-repeats="2" | 1 2 3 => [1 2 3 1 2 3]',
    'number-repeats="2" | row (ordered 4) => [1 2 3 4 1 2 3 4]',
    'number-repeats="three" | #A => [#A #A #A]',
    'number-repeats="0" | 1 => NULL',
    'number-repeats="-1" | 1 => NULL',
    'number-repeats="100000" | 1 => NULL',
  ],
  nulls: [
    'number-repeats="2" | NULL => NULL',
    'number-repeats="2" | 1 noInteger => [1 1]',
    'number-repeats="noInteger" | 1 => NULL',
  ],
  cardinalities: [
    'number-repeats="2" | bag => refused',
    'number-repeats="2" | record => refused',
    'number-repeats="2" | #A \'a\' => refused',
    'number-repeats="2" | => refused wrong-value',
  ],
  empty: ['number-repeats="2" | emptyRow => NULL', 'number-repeats="2" | emptyRow 1 => [1 1]'],
  numbers: [
    'number-repeats="1" | 1 2.5 => [1.0 2.5]',
    'number-repeats="1.5" | 1 => refused wrong-value',
  ],
});

operator('qti-container-size', {
  values: ['letters => 3', '(multiple #A #A) => 2', 'path => 3'],
  nulls: ['NULL => 0'],
  cardinalities: ['#A => refused', 'record => refused'],
  empty: ['emptyBag => 0', 'emptyPath => 0'],
  numbers: ['bag => 3', 'floats => 2'],
});

operator('qti-index', {
  values: [
    'n="1" | path => #A',
    'n="3" | path => #C',
    'n="4" | path => NULL',
    'n="0" | path => NULL',
    'n="three" | row => 3',
  ],
  nulls: ['n="1" | NULL => NULL', 'n="noInteger" | path => NULL'],
  cardinalities: [
    'n="1" | letters => refused',
    'n="1" | #A => refused',
    'n="1" | record => refused',
    'n="nothing" | path => refused unknown-identifier',
  ],
  empty: ['n="1" | emptyPath => NULL'],
  numbers: ['n="half" | row => NULL', 'n="1.5" | row => refused wrong-value'],
});

operator('qti-field-value', {
  values: ['field-identifier="x" | record => 7', 'field-identifier="toString" | record => NULL'],
  nulls: ['field-identifier="x" | NULL => NULL', 'field-identifier="y" | record => NULL'],
  cardinalities: [
    'field-identifier="x" | bag => refused',
    'field-identifier="x" | three => refused',
    'record => refused missing-attribute',
  ],
  empty: ['field-identifier="x" | emptyRecord => NULL'],
  numbers: 'no numbers',
});

operator('qti-random', {
  values: ['(multiple #A) => #A', "(ordered 'a' 'a') => 'a'"],
  nulls: ['NULL => NULL'],
  cardinalities: ['#A => refused', 'record => refused'],
  empty: ['emptyBag => NULL', 'emptyPath => NULL'],
  numbers: ['(multiple 5) => 5', '(ordered 5.5) => 5.5'],
});

describe('qti-random', () => {
  it('takes each element about as often, and the same for the same seed', () => {
    const draw = (seed: string): unknown[] => {
      const environment = {
        variable: () => valueOf('[1 2 3 4]'),
        correct: () => null,
        initial: () => null,
        response: () => undefined,
        random: seededRandom(seed),
      };
      return Array.from({ length: 4000 }, () => {
        const drawn = evaluate(
          { op: 'random', of: [{ op: 'variable', identifier: 'X' }] },
          environment,
        );
        return drawn?.cardinality === 'single' ? drawn.value : undefined;
      });
    };
    const drawn = draw('a');
    expect(draw('a')).toEqual(drawn);
    expect(draw('b')).not.toEqual(drawn);
    for (const value of [1, 2, 3, 4]) {
      const times = drawn.filter((one) => one === value).length;
      expect(Math.abs(times - 1000)).toBeLessThan(120);
    }
  });
});

operator('qti-member', {
  values: [
    '#A letters => true',
    '#D letters => false',
    '#B path => true',
    'A~B (multiple B~A) => true',
    'A>B (multiple B>A) => false',
    "'A' texts => false",
    "'a' texts => true",
  ],
  nulls: ['NULL letters => NULL', 'noIdentifier letters => NULL', '#A NULL => NULL'],
  cardinalities: [
    'letters letters => refused',
    '#A #A => refused',
    "'A' letters => refused",
    '#A record => refused',
    '1s times => refused',
  ],
  empty: ['#A emptyLetters => NULL', '1 emptyRow => NULL'],
  numbers: ['3 bag => true', '3.0 bag => true', '0.5 floats => true', '1 floats => false'],
});

operator('qti-delete', {
  values: [
    '#A (multiple #B #A #C #A) => {#B #C}',
    '#A path => [#B #C]',
    '#D letters => {#A #B #C}',
    '#A (multiple #A #A) => NULL',
    'B~A (multiple A~B A~C) => {A~C}',
  ],
  nulls: ['NULL letters => NULL', '#A NULL => NULL', 'noIdentifier path => NULL'],
  cardinalities: [
    'letters letters => refused',
    '#A #A => refused',
    "'A' letters => refused",
    '#A record => refused',
    '1s times => refused',
  ],
  empty: ['#A emptyLetters => NULL'],
  numbers: ['2 row => [1 3]', '2.0 row => [1 3]', '1.5 floats => {0.5}'],
});

operator('qti-contains', {
  values: [
    'letters (multiple #C #A) => true',
    'letters (multiple #B #B) => false',
    '(multiple #A #B #B #C) (multiple #B #B) => true',
    'path (ordered #C #A) => false',
    'path (ordered #B #C) => true',
    'path (ordered #A #C) => false',
    'path path => true',
    '(multiple #A) letters => false',
    '(multiple A~B) (multiple B~A) => true',
  ],
  nulls: ['NULL letters => NULL', 'letters NULL => NULL'],
  cardinalities: [
    'letters path => refused',
    'letters #A => refused',
    'letters texts => refused',
    'record record => refused',
    'times times => refused',
  ],
  empty: ['letters emptyLetters => NULL', 'emptyPath path => NULL'],
  numbers: ['bag (multiple 1 3) => true', 'bag (multiple 1.0 3.5) => false'],
});
