import type { Expression, Operator, PlainOperator } from '../model/expression.ts';
import { elementsOf, type XmlElement } from '../xml/element.ts';
import { checkOperands } from './check-operands.ts';
import { readOwn } from './read-own.ts';
import { signatures, type StaticType } from './operators.ts';
import type { Scope } from './scope.ts';

export interface Typed {
  readonly expression: Expression;
  readonly type: StaticType;
}

export const isExpression = (element: XmlElement): boolean =>
  Object.hasOwn(signatures, element.name.slice(4));

/** Reads one expression with everything in it; undefined when something in it was wrong. */
export function readExpression(scope: Scope, element: XmlElement): Typed | undefined {
  const { source } = scope;
  if (element.name === 'qti-custom-operator') {
    const { class: name, definition } = element.attributes;
    source.problem(
      element,
      'custom-operator-refused',
      `the custom operator ${name ?? definition ?? '(without a name)'}`,
    );
    return undefined;
  }
  if (element.vocabulary !== 'qti' || !isExpression(element)) {
    source.problem(
      element,
      'unexpected-element',
      `${element.sourceName} is not an expression of QTI`,
    );
    return undefined;
  }
  const op = element.name.slice(4) as Operator;
  const signature = signatures[op];
  const children = op === 'base-value' ? [] : elementsOf(element);
  const operands = children.map((child) => readExpression(scope, child));
  const own = readOwn(scope, element, op);
  if (
    !checkOperands(
      source,
      element,
      signature,
      operands.map((operand) => operand?.type),
    )
  )
    return undefined;
  if (own === undefined || !operands.every((operand) => operand !== undefined)) return undefined;
  const of = operands.map(({ expression }) => expression);
  const type = own.type ?? signature.result(operands.map((operand) => operand.type));
  if ('expression' in own) return { expression: own.expression, type };
  if ('attributes' in own) return { expression: { op, of, ...own.attributes } as Expression, type };
  return { expression: { op: op as PlainOperator, of }, type };
}

/** The one expression that a rule or a branch begins with. */
export function onlyExpression(scope: Scope, element: XmlElement): Typed | undefined {
  const [first, second] = elementsOf(element);
  if (first === undefined) {
    scope.source.problem(
      element,
      'missing-element',
      `${element.sourceName} has no expression`,
      'an expression',
    );
    return undefined;
  }
  if (second !== undefined) {
    scope.source.problem(
      second,
      'unexpected-element',
      `${second.sourceName} after the expression`,
      'one expression',
    );
  }
  return readExpression(scope, first);
}
