// QTI ASI information model, "Expressions"; the rows of substring are the standard's own example.
import { operator } from '../../testing/operator.ts';

operator('qti-string-match', {
  values: [
    "case-sensitive=\"true\" | 'abc' 'abc' => true",
    "case-sensitive=\"true\" | 'abc' 'ABC' => false",
    "case-sensitive=\"false\" | 'abc' 'ABC' => true",
    "case-sensitive=\"false\" | 'ҶАВОБ' 'ҷавоб' => true",
    "case-sensitive=\"true\" | 'abc' 'ab' => false",
    'case-sensitive="true" substring="true" | \'Shell\' \'hell\' => true',
    'case-sensitive="true" substring="true" | \'hell\' \'Shell\' => false',
    'case-sensitive="false" substring="true" | \'Shell\' \'HELL\' => true',
  ],
  nulls: [
    'case-sensitive="true" | NULL \'a\' => NULL',
    'case-sensitive="true" | \'a\' noString => NULL',
    "case-sensitive=\"true\" | '' 'a' => NULL",
  ],
  cardinalities: [
    'case-sensitive="true" | texts \'a\' => refused',
    'case-sensitive="true" | #A \'A\' => refused',
    "'a' 'a' => refused missing-attribute",
  ],
  empty: 'no container',
  numbers: ['case-sensitive="true" | 1 \'1\' => refused'],
});

operator('qti-substring', {
  values: [
    "case-sensitive=\"true\" | 'Hell' 'Shell' => false",
    "case-sensitive=\"false\" | 'Hell' 'Shell' => true",
    "case-sensitive=\"true\" | 'hell' 'Shell' => true",
    "case-sensitive=\"true\" | 'Shell' 'hell' => false",
    "'hell' 'Shell' => true",
  ],
  nulls: [
    'case-sensitive="true" | NULL \'a\' => NULL',
    'case-sensitive="true" | \'a\' noString => NULL',
    "case-sensitive=\"true\" | 'a' '' => NULL",
  ],
  cardinalities: [
    'case-sensitive="true" | texts \'a\' => refused',
    'case-sensitive="true" | #A \'A\' => refused',
  ],
  empty: 'no container',
  numbers: ['case-sensitive="true" | 1 \'1\' => refused'],
});

operator('qti-pattern-match', {
  values: [
    'pattern="[a-c]+" | \'abc\' => true',
    'pattern="[a-c]+" | \'abcd\' => false',
    'pattern="b" | \'abc\' => false',
    'pattern="^b$" | \'b\' => false',
    'pattern="\\d{2}" | \'42\' => true',
    'pattern="(a|b)*" | \'c\' => false',
    'pattern="[a" | \'a\' => refused pattern-refused',
    'pattern="(?=a)a" | \'a\' => refused pattern-refused',
    'pattern="{nothing}" | \'a\' => refused pattern-refused',
  ],
  nulls: [
    'pattern="a*" | NULL => NULL',
    'pattern="a*" | noString => NULL',
    'pattern="a*" | \'\' => NULL',
    'pattern="{noString}" | \'a\' => NULL',
  ],
  cardinalities: [
    'pattern="a" | texts => refused',
    'pattern="a" | #A => refused',
    "'a' => refused missing-attribute",
  ],
  empty: 'no container',
  numbers: ['pattern="1" | 1 => refused'],
});

operator('qti-inside', {
  values: [
    'shape="rect" coords="0,0,10,5" | @10,5 => true',
    'shape="rect" coords="0,0,10,5" | @11,5 => false',
    'shape="rect" coords="10,5,0,0" | @1,1 => true',
    'shape="circle" coords="5,5,5" | @5,10 => true',
    'shape="circle" coords="5,5,5" | @9,9 => false',
    'shape="ellipse" coords="10,5,10,5" | @20,5 => true',
    'shape="ellipse" coords="10,5,10,5" | @19,8 => false',
    'shape="poly" coords="0,0,10,0,0,10" | @3,3 => true',
    'shape="poly" coords="0,0,10,0,0,10" | @6,6 => false',
    'shape="poly" coords="0,0,10,0,0,10" | @5,5 => true',
    'shape="poly" coords="0,8,7,4,2,2,8,-4,-2,1" | @1,1 => true',
    'shape="default" coords="" | @1000,1000 => true',
    'shape="rect" coords="4,4,6,6" | points => true',
    'shape="rect" coords="6,6,8,8" | points => false',
    'shape="star" coords="1,1" | @1,1 => refused wrong-value',
  ],
  nulls: [
    'shape="rect" coords="0,0,1,1" | NULL => NULL',
    'shape="rect" coords="0,0,1,1" | noPoint => NULL',
  ],
  cardinalities: [
    'shape="rect" coords="0,0,1,1" | record => refused',
    'shape="rect" coords="0,0,1,1" | bag => refused',
    'shape="rect" coords="0,0,1,1" | \'1\' => refused',
  ],
  empty: ['shape="rect" coords="0,0,1,1" | emptyPoints => NULL'],
  numbers: ['shape="rect" coords="0,0,1,1" | 1 => refused'],
});
