import type { Expression } from '../model/expression.ts';
import { float, integer, type Value } from '../model/value.ts';
import * as comparing from './comparing.ts';
import * as containers from './containers.ts';
import { resolve, resolveWhole, type Apply, type Environment } from './environment.ts';
import * as logic from './logic.ts';
import { mapResponse, mapResponsePoint } from './mapping.ts';
import * as numbers from './numbers.ts';
import * as texts from './texts-and-points.ts';

type Leaf = Exclude<Expression, { readonly of: readonly Expression[] }>;
type Nested = Extract<Expression, { readonly of: readonly Expression[] }>;
type OperatorOf<Op extends Nested['op']> = Extract<Nested, { readonly op: Op }>;

// ASI, "repeat", may be as often as one likes, and inside of another: beyond this it is NULL.
const MAX_REPEATS = 10_000;

const operators: { readonly [Op in Exclude<Nested['op'], 'repeat'>]: Apply<OperatorOf<Op>> } = {
  and: logic.and,
  or: logic.or,
  not: logic.not,
  'any-n': logic.anyN,
  'is-null': logic.isNull,
  match: comparing.match,
  gt: comparing.gt,
  gte: comparing.gte,
  lt: comparing.lt,
  lte: comparing.lte,
  equal: comparing.equal,
  'equal-rounded': comparing.equalRounded,
  'duration-lt': comparing.durationLt,
  'duration-gte': comparing.durationGte,
  multiple: containers.multiple,
  ordered: containers.ordered,
  'container-size': containers.containerSize,
  index: containers.index,
  'field-value': containers.fieldValue,
  random: containers.random,
  member: containers.member,
  delete: containers.deleted,
  contains: containers.contains,
  sum: numbers.sum,
  product: numbers.product,
  min: numbers.min,
  max: numbers.max,
  gcd: numbers.gcd,
  lcm: numbers.lcm,
  subtract: numbers.subtract,
  divide: numbers.divide,
  power: numbers.power,
  'integer-divide': numbers.integerDivide,
  'integer-modulus': numbers.integerModulus,
  'integer-to-float': numbers.integerToFloat,
  round: numbers.round,
  truncate: numbers.truncate,
  'round-to': numbers.roundTo,
  'math-operator': numbers.mathOperator,
  'stats-operator': numbers.statsOperator,
  'string-match': texts.stringMatch,
  substring: texts.substring,
  'pattern-match': texts.patternMatch,
  inside: texts.inside,
};

/** The value of an expression. What the standard calls NULL, and what has the wrong type, is null. */
export function evaluate(expression: Expression, environment: Environment): Value | null {
  if (!('of' in expression)) return evaluateLeaf(expression, environment);
  if (expression.op === 'repeat') return repeat(expression, environment);
  const apply = operators[expression.op] as Apply<Nested>;
  const operands = expression.of.map((operand) => evaluate(operand, environment));
  return apply(operands, expression, environment);
}

function evaluateLeaf(expression: Leaf, environment: Environment): Value | null {
  if ('subset' in expression) return evaluateCount(expression, environment);
  switch (expression.op) {
    case 'base-value':
      if (expression.infinite === undefined) return expression.value;
      return float(expression.infinite === 'INF' ? Infinity : -Infinity);
    case 'null':
      return null;
    case 'variable':
      return environment.variable(expression.identifier, expression.weight);
    case 'correct':
      return environment.correct(expression.identifier);
    case 'default':
      return environment.initial(expression.identifier);
    case 'map-response': {
      const mapping = environment.response(expression.identifier)?.mapping;
      const mapped = mapping && mapResponse(mapping, environment.variable(expression.identifier));
      return mapped === undefined ? null : float(mapped);
    }
    case 'map-response-point': {
      const mapping = environment.response(expression.identifier)?.areaMapping;
      const mapped =
        mapping && mapResponsePoint(mapping, environment.variable(expression.identifier));
      return mapped === undefined ? null : float(mapped);
    }
    case 'math-constant':
      return float(expression.name === 'pi' ? Math.PI : Math.E);
    case 'random-integer':
      return randomInteger(expression, environment);
    case 'random-float':
      return randomFloat(expression, environment);
  }
}

function evaluateCount(
  expression: Extract<Leaf, { readonly subset: object }>,
  { items }: Environment,
): Value | null {
  if (items === undefined) return null;
  const { subset } = expression;
  switch (expression.op) {
    case 'number-correct':
      return integer(items.count('correct', subset));
    case 'number-incorrect':
      return integer(items.count('incorrect', subset));
    case 'number-presented':
      return integer(items.count('presented', subset));
    case 'number-responded':
      return integer(items.count('responded', subset));
    case 'number-selected':
      return integer(items.count('selected', subset));
    case 'outcome-minimum':
      return items.bound('minimum', subset, expression.outcome, expression.weight);
    case 'outcome-maximum':
      return items.bound('maximum', subset, expression.outcome, expression.weight);
    case 'test-variables':
      return items.variables(subset, expression.variable, expression.weight, expression.baseType);
  }
}

function randomInteger(
  expression: Extract<Leaf, { readonly op: 'random-integer' }>,
  environment: Environment,
): Value | null {
  const min = resolveWhole(expression.min, environment);
  const max = resolveWhole(expression.max, environment);
  const step = resolveWhole(expression.step, environment);
  if (min === undefined || max === undefined || step === undefined || step <= 0 || max < min)
    return null;
  const steps = Math.floor((max - min) / step) + 1;
  return Number.isSafeInteger(steps) ? integer(min + step * environment.random.below(steps)) : null;
}

function randomFloat(
  expression: Extract<Leaf, { readonly op: 'random-float' }>,
  environment: Environment,
): Value | null {
  const min = resolve(expression.min, environment);
  const max = resolve(expression.max, environment);
  if (min === undefined || max === undefined || max < min) return null;
  const drawn = min + (max - min) * environment.random.fraction();
  return Number.isFinite(drawn) ? float(drawn) : null;
}

/** Evaluates its operands anew each time, so that random ones differ. */
function repeat(expression: OperatorOf<'repeat'>, environment: Environment): Value | null {
  const times = resolveWhole(expression.times, environment);
  if (times === undefined || times < 1) return null;
  const outer = repeated;
  if (outer * times * expression.of.length > MAX_REPEATS) return null;
  repeated = outer * times;
  try {
    const values: (Value | null)[] = [];
    for (let i = 0; i < times; i += 1) {
      for (const operand of expression.of) values.push(evaluate(operand, environment));
    }
    return containers.collect('ordered', values);
  } finally {
    repeated = outer;
  }
}

/** How often what is evaluated just now is repeated by all that is around it. */
let repeated = 1;
