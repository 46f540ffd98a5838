// The attributes of each expression (ASI binding), for reading and for writing.
import { shapes } from '../model/declaration.ts';
import { mathFunctions, statistics, type Operator } from '../model/expression.ts';
import {
  baseType,
  coords,
  flag,
  identifier,
  oneOf,
  optional,
  required,
  text,
  withDefault,
  type Fields,
} from '../read/fields.ts';
import {
  numberOrVariable,
  numbersOrVariables,
  roundingModes,
  subsetFields,
  wholeOrVariable,
} from './attribute-forms.ts';

export const ownFields = {
  'base-value': { baseType: required('base-type', baseType) },
  variable: {
    identifier: required('identifier', text),
    weight: optional('weight-identifier', identifier),
  },
  correct: { identifier: required('identifier', identifier) },
  default: { identifier: required('identifier', identifier) },
  'map-response': { identifier: required('identifier', identifier) },
  'map-response-point': { identifier: required('identifier', identifier) },
  'math-constant': { name: required('name', oneOf(['pi', 'e'])) },
  'random-integer': {
    min: withDefault('min', wholeOrVariable, 0),
    max: required('max', wholeOrVariable),
    step: withDefault('step', wholeOrVariable, 1),
  },
  'random-float': {
    min: withDefault('min', numberOrVariable, 0),
    max: required('max', numberOrVariable),
  },
  'any-n': { min: required('min', wholeOrVariable), max: required('max', wholeOrVariable) },
  index: { n: required('n', wholeOrVariable) },
  'field-value': { field: required('field-identifier', identifier) },
  inside: { shape: required('shape', oneOf(shapes)), coords: required('coords', coords) },
  equal: {
    toleranceMode: withDefault('tolerance-mode', oneOf(['exact', 'absolute', 'relative']), 'exact'),
    tolerance: withDefault('tolerance', numbersOrVariables, []),
    includeLowerBound: withDefault('include-lower-bound', flag, true),
    includeUpperBound: withDefault('include-upper-bound', flag, true),
  },
  'equal-rounded': {
    mode: withDefault('rounding-mode', oneOf(roundingModes), 'significantFigures'),
    figures: required('figures', wholeOrVariable),
  },
  'round-to': {
    mode: withDefault('rounding-mode', oneOf(roundingModes), 'significantFigures'),
    figures: required('figures', wholeOrVariable),
  },
  'string-match': {
    caseSensitive: required('case-sensitive', flag),
    substring: withDefault('substring', flag, false),
  },
  substring: { caseSensitive: withDefault('case-sensitive', flag, true) },
  'pattern-match': { pattern: required('pattern', text) },
  repeat: { times: required('number-repeats', wholeOrVariable) },
  'math-operator': { name: required('name', oneOf(mathFunctions)) },
  'stats-operator': { name: required('name', oneOf(statistics)) },
  'number-correct': subsetFields,
  'number-incorrect': subsetFields,
  'number-presented': subsetFields,
  'number-responded': subsetFields,
  'number-selected': subsetFields,
  'outcome-minimum': {
    ...subsetFields,
    outcome: required('outcome-identifier', identifier),
    weight: optional('weight-identifier', identifier),
  },
  'outcome-maximum': {
    ...subsetFields,
    outcome: required('outcome-identifier', identifier),
    weight: optional('weight-identifier', identifier),
  },
  'test-variables': {
    ...subsetFields,
    variable: required('variable-identifier', identifier),
    weight: optional('weight-identifier', identifier),
    baseType: optional('base-type', baseType),
  },
} as const satisfies Partial<Record<Operator, Fields>>;
