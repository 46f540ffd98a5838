// Every expression of QTI 3.0.1 (ASI binding, expression group): how many operands it has, of which
// type, and what type comes out. `same` = all operands must share a base type.
import type { Operator } from '../model/expression.ts';
import { baseTypes, type BaseType, type Cardinality } from '../model/value.ts';

/** What is known before anything is evaluated; absent = could be any. */
export interface StaticType {
  readonly cardinality?: Cardinality;
  readonly baseType?: BaseType;
}

export interface Operand {
  readonly cardinalities: readonly Cardinality[];
  readonly baseTypes: readonly BaseType[];
}

export interface Signature {
  readonly min: number;
  readonly max: number;
  /** By position; the last one stands for all that follow. */
  readonly operands: readonly Operand[];
  readonly same?: boolean;
  readonly result: (operands: readonly StaticType[]) => StaticType;
}

const one: readonly Cardinality[] = ['single'];
const lists: readonly Cardinality[] = ['multiple', 'ordered'];
const any: readonly Cardinality[] = ['single', 'multiple', 'ordered', 'record'];
const notRecord: readonly Cardinality[] = ['single', 'multiple', 'ordered'];
const numeric: readonly BaseType[] = ['integer', 'float'];

const operand = (
  cardinalities: readonly Cardinality[],
  allowed: readonly BaseType[] = baseTypes,
): Operand => ({
  cardinalities,
  baseTypes: allowed,
});

// Durations are truncated, so that their equality means nothing (ASI, "match", "member", "contains").
const equatable = baseTypes.filter((baseType) => baseType !== 'duration');

const bool: StaticType = { cardinality: 'single', baseType: 'boolean' };
const whole: StaticType = { cardinality: 'single', baseType: 'integer' };
const real: StaticType = { cardinality: 'single', baseType: 'float' };

/** Integer if all are, float if one is, unknown as long as one is unknown. */
const numericResult = (operands: readonly StaticType[]): StaticType => {
  if (operands.some(({ baseType }) => baseType === 'float')) return real;
  return operands.every(({ baseType }) => baseType === 'integer')
    ? whole
    : { cardinality: 'single' };
};
const elementOf = ([container]: readonly StaticType[]): StaticType => ({
  ...container,
  cardinality: 'single',
});
const containerOf =
  (cardinality: Cardinality) =>
  (operands: readonly StaticType[]): StaticType => ({
    ...operands.find(({ baseType }) => baseType !== undefined),
    cardinality,
  });

const fixed = (
  min: number,
  max: number,
  operands: readonly Operand[],
  result: StaticType,
): Signature => ({
  min,
  max,
  operands,
  result: () => result,
});
const leaf = (result: StaticType): Signature => fixed(0, 0, [], result);

const logic = fixed(1, Infinity, [operand(one, ['boolean'])], bool);
const compare = fixed(2, 2, [operand(one, numeric)], bool);
const compareDurations = fixed(2, 2, [operand(one, ['duration'])], bool);
const strings = fixed(2, 2, [operand(one, ['string'])], bool);
const totals: Signature = {
  min: 1,
  max: Infinity,
  operands: [operand(notRecord, numeric)],
  result: numericResult,
};
const divisors = fixed(1, Infinity, [operand(notRecord, ['integer'])], whole);
const wholeDivision = fixed(2, 2, [operand(one, ['integer'])], whole);
const toWhole = fixed(1, 1, [operand(one, numeric)], whole);

export const signatures: Readonly<Record<Operator, Signature>> = {
  'base-value': leaf({}),
  null: leaf({}),
  variable: leaf({}),
  correct: leaf({}),
  default: leaf({}),
  'map-response': leaf(real),
  'map-response-point': leaf(real),
  'math-constant': leaf(real),
  'random-integer': leaf(whole),
  'random-float': leaf(real),
  'number-correct': leaf(whole),
  'number-incorrect': leaf(whole),
  'number-presented': leaf(whole),
  'number-responded': leaf(whole),
  'number-selected': leaf(whole),
  'outcome-minimum': leaf({ cardinality: 'multiple', baseType: 'float' }),
  'outcome-maximum': leaf({ cardinality: 'multiple', baseType: 'float' }),
  'test-variables': leaf({ cardinality: 'multiple' }),
  and: logic,
  or: logic,
  not: fixed(1, 1, [operand(one, ['boolean'])], bool),
  'any-n': logic,
  'is-null': fixed(1, 1, [operand(any)], bool),
  match: { ...fixed(2, 2, [operand(any, equatable)], bool), same: true },
  member: {
    ...fixed(2, 2, [operand(one, equatable), operand(lists, equatable)], bool),
    same: true,
  },
  contains: { ...fixed(2, 2, [operand(lists, equatable)], bool), same: true },
  delete: {
    min: 2,
    max: 2,
    operands: [operand(one, equatable), operand(lists, equatable)],
    same: true,
    result: ([, container]) => container ?? {},
  },
  multiple: {
    min: 0,
    max: Infinity,
    operands: [operand(['single', 'multiple'])],
    same: true,
    result: containerOf('multiple'),
  },
  ordered: {
    min: 0,
    max: Infinity,
    operands: [operand(['single', 'ordered'])],
    same: true,
    result: containerOf('ordered'),
  },
  repeat: {
    min: 1,
    max: Infinity,
    operands: [operand(['single', 'ordered'])],
    same: true,
    result: containerOf('ordered'),
  },
  'container-size': fixed(1, 1, [operand(lists)], whole),
  random: { min: 1, max: 1, operands: [operand(lists)], result: elementOf },
  index: { min: 1, max: 1, operands: [operand(['ordered'])], result: elementOf },
  'field-value': fixed(1, 1, [operand(['record'])], { cardinality: 'single' }),
  sum: totals,
  product: totals,
  min: totals,
  max: totals,
  gcd: divisors,
  lcm: divisors,
  subtract: { min: 2, max: 2, operands: [operand(one, numeric)], result: numericResult },
  divide: fixed(2, 2, [operand(one, numeric)], real),
  power: fixed(2, 2, [operand(one, numeric)], real),
  'integer-divide': wholeDivision,
  'integer-modulus': wholeDivision,
  'integer-to-float': fixed(1, 1, [operand(one, ['integer'])], real),
  round: toWhole,
  truncate: toWhole,
  'round-to': fixed(1, 1, [operand(one, numeric)], real),
  gt: compare,
  gte: compare,
  lt: compare,
  lte: compare,
  equal: compare,
  'equal-rounded': compare,
  'duration-lt': compareDurations,
  'duration-gte': compareDurations,
  'string-match': strings,
  substring: strings,
  'pattern-match': fixed(1, 1, [operand(one, ['string'])], bool),
  inside: fixed(1, 1, [operand(notRecord, ['point'])], bool),
  'math-operator': fixed(1, 2, [operand(one, numeric)], real),
  'stats-operator': fixed(1, 1, [operand(lists, numeric)], real),
};
