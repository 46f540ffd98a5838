// What an expression has beside its operands: attributes, or a value in its text.
import type { Expression, Operator } from '../model/expression.ts';
import { readFloat, readScalar } from '../model/lexical.ts';
import { single } from '../model/value.ts';
import { compilePattern } from '../pattern/compile-pattern.ts';
import { readFields, type Fields, type Read } from '../read/fields.ts';
import { elementsOf, textOf, type XmlElement } from '../xml/element.ts';
import type { StaticType } from './operators.ts';
import { ownFields } from './own-fields.ts';
import { responseOf, typeOfVariable, type Scope } from './scope.ts';

/** A finished leaf, or the attributes that go beside the operands, or nothing of its own. */
export type Own =
  | { readonly expression: Expression; readonly type?: StaticType }
  | { readonly attributes: Readonly<Record<string, unknown>>; readonly type?: StaticType }
  | { readonly type?: StaticType };

type Owning = keyof typeof ownFields;
type Values<K extends Owning> = Read<(typeof ownFields)[K]>;

export function readOwn(scope: Scope, element: XmlElement, op: Operator): Own | undefined {
  if (!(op in ownFields)) {
    return readFields(scope.source, element, {}) && (op === 'null' ? { expression: { op } } : {});
  }
  const read = readFields<Fields>(scope.source, element, ownFields[op as Owning]);
  if (!read) return undefined;
  const values = read.values;
  for (const value of Object.values(values)) {
    for (const part of Array.isArray(value) ? value : [value]) {
      if (!isReference(part)) continue;
      if (typeOfVariable(scope, part.variable) === undefined) {
        const message = `no variable ${part.variable} is declared`;
        scope.source.unknownVariable(element, part.variable, message);
        return undefined;
      }
    }
  }
  const finish = finishers[op as Owning];
  return finish ? finish(scope, element, op, values as never) : { attributes: values };
}

const isReference = (value: unknown): value is { variable: string } =>
  typeof value === 'object' && value !== null && 'variable' in value;

function readBaseValue(
  { source }: Scope,
  element: XmlElement,
  _: Operator,
  { baseType }: Values<'base-value'>,
): Own | undefined {
  const stray = elementsOf(element)[0];
  if (stray)
    source.problem(stray, 'unexpected-element', `${stray.sourceName} in a base value`, 'text');
  const given = textOf(element);
  const type = { cardinality: 'single', baseType } as const;
  const number = baseType === 'float' ? readFloat(given) : undefined;
  if (number !== undefined && !Number.isFinite(number)) {
    const infinite = number > 0 ? 'INF' : '-INF';
    return { expression: { op: 'base-value', value: null, infinite }, type };
  }
  const scalar = readScalar(baseType, given);
  if (scalar === undefined) {
    source.problem(element, 'wrong-value', `"${given}" is no ${baseType}`, `a ${baseType}`);
    return undefined;
  }
  // The empty string is NULL, in a constant as in a response.
  const value = scalar === '' ? null : single(baseType, scalar);
  return { expression: { op: 'base-value', value }, type };
}

function readReference(
  scope: Scope,
  element: XmlElement,
  op: Operator,
  { identifier: name, weight }: Values<'variable'>,
): Own | undefined {
  const type = typeOfVariable(scope, name);
  if (type === undefined) {
    scope.source.unknownVariable(element, name, `no variable ${name} is declared`);
    return undefined;
  }
  if (op === 'correct' && scope.level === 'item' && responseOf(scope, name) === undefined) {
    scope.source.problem(
      element,
      'wrong-type',
      `${name} is no response variable`,
      'a response variable',
    );
    return undefined;
  }
  if (op === 'correct' || op === 'default') return { expression: { op, identifier: name }, type };
  const weighted = weight === undefined ? {} : { weight };
  return { expression: { op: 'variable', identifier: name, ...weighted }, type };
}

function readMapping(
  scope: Scope,
  element: XmlElement,
  op: Operator,
  { identifier: name }: Values<'map-response'>,
): Own | undefined {
  const declaration = responseOf(scope, name);
  if (declaration === undefined) {
    const message = `no response variable ${name} is declared`;
    scope.source.unknownVariable(element, name, message);
    return undefined;
  }
  const table = op === 'map-response' ? declaration.mapping : declaration.areaMapping;
  if (table === undefined) {
    const wanted = op === 'map-response' ? 'qti-mapping' : 'qti-area-mapping';
    scope.source.problem(element, 'missing-element', `${name} has no mapping`, wanted);
    return undefined;
  }
  return { expression: { op, identifier: name } as Expression };
}

function readPattern(
  scope: Scope,
  element: XmlElement,
  _: Operator,
  { pattern }: Values<'pattern-match'>,
): Own | undefined {
  // ASI, "Using template variables in operator attributes values": a name that is not declared is text.
  const variable = /^\{([^{}]+)\}$/u.exec(pattern)?.[1];
  if (variable !== undefined && typeOfVariable(scope, variable) !== undefined)
    return { attributes: { pattern: { variable } } };
  if (variable !== undefined && scope.source.isUnread(variable)) return undefined;
  const compiled = compilePattern(pattern);
  if (!compiled.ok) {
    scope.source.problem(
      element,
      'pattern-refused',
      `${pattern}: ${compiled.reason}`,
      "XML Schema's regular expression",
    );
    return undefined;
  }
  return { attributes: { pattern } };
}

function readEqual(
  { source }: Scope,
  element: XmlElement,
  _: Operator,
  values: Values<'equal'>,
): Own | undefined {
  if (
    values.toleranceMode !== 'exact' &&
    (values.tolerance.length === 0 || values.tolerance.length > 2)
  ) {
    source.problem(element, 'wrong-value', `${values.tolerance.length} tolerances`, 'one or two');
    return undefined;
  }
  if (values.tolerance.some((one) => typeof one === 'number' && one < 0)) {
    source.problem(element, 'wrong-value', 'a tolerance below 0', '0 or more');
    return undefined;
  }
  return { attributes: values };
}

function readMath(
  { source }: Scope,
  element: XmlElement,
  _: Operator,
  values: Values<'math-operator'>,
): Own | undefined {
  const wanted = values.name === 'atan2' ? 2 : 1;
  const given = elementsOf(element).length;
  if (given !== wanted) {
    source.problem(
      element,
      'wrong-value',
      `${values.name} with ${given} operands`,
      `${wanted} operands`,
    );
    return undefined;
  }
  const whole = ['floor', 'ceil', 'signum'].includes(values.name);
  return {
    attributes: values,
    type: { cardinality: 'single', baseType: whole ? 'integer' : 'float' },
  };
}

function readTestExpression(
  { source, level }: Scope,
  element: XmlElement,
  op: Operator,
  { section, include, exclude, ...rest }: Values<'test-variables'>,
): Own | undefined {
  if (level === 'item') {
    source.problem(
      element,
      'unexpected-element',
      `${element.sourceName} stands in an item`,
      'only in a test',
    );
    return undefined;
  }
  const subset = {
    ...(section === undefined ? {} : { section }),
    ...(include === undefined ? {} : { include }),
    ...(exclude === undefined ? {} : { exclude }),
  };
  return { expression: { op, subset, ...rest } as Expression };
}

const leaf = (_: Scope, __: XmlElement, op: Operator, values: object): Own => ({
  expression: { op, ...values } as Expression,
});

type Finish = (scope: Scope, element: XmlElement, op: Operator, values: never) => Own | undefined;

// The table that gives the values has the same keys, so each gets its own.
const finishers: Readonly<Partial<Record<Owning, Finish>>> = {
  'base-value': readBaseValue,
  variable: readReference,
  correct: readReference,
  default: readReference,
  'map-response': readMapping,
  'map-response-point': readMapping,
  'pattern-match': readPattern,
  equal: readEqual,
  'math-operator': readMath,
  'math-constant': leaf,
  'random-integer': leaf,
  'random-float': leaf,
  'number-correct': readTestExpression,
  'number-incorrect': readTestExpression,
  'number-presented': readTestExpression,
  'number-responded': readTestExpression,
  'number-selected': readTestExpression,
  'outcome-minimum': readTestExpression,
  'outcome-maximum': readTestExpression,
  'test-variables': readTestExpression,
};
