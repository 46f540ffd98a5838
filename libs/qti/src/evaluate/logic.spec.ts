// QTI ASI information model, "Expressions": and, or, not, anyN, isNull, match. The rows of anyN are the
// standard's own example.
import { operator } from '../../testing/operator.ts';

operator('qti-and', {
  values: [
    'true => true',
    'true true true => true',
    'true false => false',
    'false false => false',
    'yes (not no) => true',
  ],
  nulls: [
    'true NULL => NULL',
    'NULL NULL => NULL',
    'false NULL => false',
    'NULL false => false',
    'noBoolean true => NULL',
  ],
  cardinalities: ['truths true => refused', 'three true => refused', 'record => refused'],
  empty: 'no container',
  numbers: ['1 true => refused', '1.0 true => refused'],
});

operator('qti-or', {
  values: ['false => false', 'false true => true', 'true true => true', 'false false => false'],
  nulls: [
    'false NULL => NULL',
    'NULL NULL => NULL',
    'true NULL => true',
    'NULL true => true',
    'noBoolean false => NULL',
  ],
  cardinalities: ['truths false => refused', 'three false => refused', 'record => refused'],
  empty: 'no container',
  numbers: ['1 false => refused'],
});

operator('qti-not', {
  values: ['true => false', 'false => true', '(or no yes) => false'],
  nulls: ['NULL => NULL', 'noBoolean => NULL'],
  cardinalities: ['truths => refused', 'three => refused', 'true true => refused wrong-value'],
  empty: 'no container',
  numbers: ['0 => refused'],
});

operator('qti-any-n', {
  values: [
    'min="1" max="2" | true false false => true',
    'min="1" max="2" | true true true => false',
    'min="2" max="3" | true false false => false',
    'min="0" max="0" | false => true',
    'min="three" max="3" | true true true => true',
  ],
  nulls: [
    'min="3" max="4" | true true false NULL => NULL',
    'min="3" max="4" | true false false NULL => false',
    'min="3" max="4" | true true true NULL => true',
    'min="1" max="1" | true NULL => NULL',
    'min="noInteger" max="1" | true => NULL',
  ],
  cardinalities: [
    'min="1" max="1" | truths => refused',
    'min="1" max="1" | three => refused',
    'min="nothing" max="1" | true => refused unknown-identifier',
  ],
  empty: 'no container',
  numbers: ['min="0.5" max="1" | true => refused wrong-value'],
});

operator('qti-is-null', {
  values: ['three => false', '#A => false', "'' => true", 'record => false', 'no => false'],
  nulls: ['NULL => true', 'noString => true', 'noPoint => true'],
  cardinalities: 'any',
  empty: ['emptyBag => true', 'emptyPath => true', 'emptyRecord => true', 'bag => false'],
  numbers: ['0 => false', '0.0 => false', 'noInteger => true', 'noFloat => true'],
});

operator('qti-match', {
  values: [
    '#A #A => true',
    '#A #B => false',
    "'a' 'A' => false",
    'true true => true',
    'A>B A>B => true',
    'A>B B>A => false',
    'A~B B~A => true',
    'A~B A~C => false',
    '@1,2 @1,2 => true',
    '@1,2 @2,1 => false',
    'letters (multiple #C #A #B) => true',
    'letters (multiple #A #B) => false',
    'letters (multiple #A #B #B) => false',
    '(multiple #A #A #B) (multiple #A #B #B) => false',
    'path (ordered #A #B #C) => true',
    'path (ordered #C #B #A) => false',
    '(multiple A~B C~D) (multiple D~C B~A) => true',
    '(multiple A>B) (multiple B>A) => false',
    'record record => true',
  ],
  nulls: ['NULL NULL => NULL', '#A NULL => NULL', 'noIdentifier #A => NULL'],
  cardinalities: [
    '#A letters => refused',
    'letters path => refused',
    "'a' #A => refused",
    'record letters => refused',
    'times times => refused',
  ],
  empty: ['emptyLetters letters => NULL', 'emptyLetters emptyLetters => NULL'],
  numbers: ['3 3 => true', '3 3.0 => true', '3 3.5 => false', 'three 4 => false'],
});
