import { say } from '../expressions/check-operands.ts';
import { isNumeric } from '../expressions/numeric.ts';
import type { StaticType } from '../expressions/operators.ts';
import { isExpression, onlyExpression, readExpression } from '../expressions/read-expression.ts';
import { typeOfVariable, type Scope } from '../expressions/scope.ts';
import type { Branch, OutcomeRule, ResponseRule, TemplateRule } from '../model/rule.ts';
import { elementsOf, type XmlElement } from '../xml/element.ts';
import { remember } from '../xml/source.ts';
import { identifier, readFields, required } from './fields.ts';

type Family = 'response' | 'outcome' | 'template';
type AnyRule = ResponseRule | TemplateRule;

const exits = {
  response: 'qti-exit-response',
  outcome: 'qti-exit-test',
  template: 'qti-exit-template',
} as const;

const settings: Readonly<Record<Family, readonly string[]>> = {
  response: ['set-outcome-value', 'lookup-outcome-value'],
  outcome: ['set-outcome-value', 'lookup-outcome-value'],
  template: ['set-template-value', 'set-correct-response', 'set-default-value'],
};

export const readResponseRules = (scope: Scope, parent: XmlElement): ResponseRule[] =>
  readRules(scope, elementsOf(parent), 'response') as ResponseRule[];

export const readOutcomeRules = (scope: Scope, parent: XmlElement): OutcomeRule[] =>
  readRules(scope, elementsOf(parent), 'outcome') as OutcomeRule[];

export const readTemplateRules = (scope: Scope, parent: XmlElement): TemplateRule[] =>
  readRules(scope, elementsOf(parent), 'template') as TemplateRule[];

function readRules(scope: Scope, elements: readonly XmlElement[], family: Family): AnyRule[] {
  return elements.flatMap((element) => {
    const rule = readRule(scope, element, family);
    return rule ? [remember(rule, scope.source, element)] : [];
  });
}

function readRule(scope: Scope, element: XmlElement, family: Family): AnyRule | undefined {
  const { source } = scope;
  const name = element.name;
  if (name === `qti-${family}-condition`) return readCondition(scope, element, family);
  if (name === exits[family]) return { rule: 'exit' };
  if (family !== 'template' && name === `qti-${family}-processing-fragment`) {
    return {
      rule: 'fragment',
      rules: readRules(scope, elementsOf(element), family) as ResponseRule[],
    };
  }
  if (family === 'template' && name === 'qti-template-constraint') {
    const typed = readBoolean(scope, element);
    return typed && { rule: 'template-constraint', value: typed };
  }
  const kind = name.slice(4);
  if (settings[family].includes(kind)) return readSetting(scope, element, kind);
  if (name === 'include' || name === 'qti-include') {
    source.problem(
      element,
      'include-refused',
      'included files are not followed',
      'the rules themselves',
    );
    return undefined;
  }
  const expected = [
    `qti-${family}-condition`,
    exits[family],
    ...settings[family].map((setting) => `qti-${setting}`),
  ];
  source.problem(
    element,
    'unexpected-element',
    `${element.sourceName} is no rule of ${family} processing`,
    expected.join(', '),
  );
  return undefined;
}

function readCondition(scope: Scope, element: XmlElement, family: Family): AnyRule | undefined {
  const branches: Branch<AnyRule>[] = [];
  let otherwise: AnyRule[] = [];
  // A branch that cannot be read has been there all the same.
  let begun = false;
  let stage = 0;
  for (const child of elementsOf(element)) {
    const order = [`qti-${family}-if`, `qti-${family}-else-if`, `qti-${family}-else`].indexOf(
      child.name,
    );
    if (order < 0 || order < stage || (order === 0 && begun) || (order > 0 && !begun)) {
      scope.source.problem(
        child,
        'unexpected-element',
        `${child.sourceName} is not allowed here`,
        'if, else-if, else in this order',
      );
      continue;
    }
    stage = order;
    begun = true;
    if (order === 2) otherwise = readRules(scope, elementsOf(child), family);
    else {
      const branch = readBranch(scope, child, family);
      if (branch) branches.push(branch);
    }
  }
  if (elementsOf(element).length === 0) {
    scope.source.problem(
      element,
      'missing-element',
      `${element.sourceName} is empty`,
      `qti-${family}-if`,
    );
  }
  return { rule: 'condition', branches, otherwise } as AnyRule;
}

function readBranch(
  scope: Scope,
  element: XmlElement,
  family: Family,
): Branch<AnyRule> | undefined {
  const [first, ...rest] = elementsOf(element);
  if (first === undefined || (!isExpression(first) && first.name !== 'qti-custom-operator')) {
    scope.source.problem(
      first ?? element,
      'missing-element',
      `${element.sourceName} has no condition`,
      'an expression',
    );
    readRules(scope, first ? [first, ...rest] : [], family);
    return undefined;
  }
  const typed = readExpression(scope, first);
  const rules = readRules(scope, rest, family);
  if (!typed) return undefined;
  return expectBoolean(scope, first, typed.type) ? { when: typed.expression, rules } : undefined;
}

function readBoolean(scope: Scope, element: XmlElement) {
  const typed = onlyExpression(scope, element);
  return typed && expectBoolean(scope, element, typed.type) ? typed.expression : undefined;
}

export function expectBoolean({ source }: Scope, element: XmlElement, type: StaticType): boolean {
  const fits =
    (type.baseType ?? 'boolean') === 'boolean' && (type.cardinality ?? 'single') === 'single';
  if (!fits) source.problem(element, 'wrong-type', `is ${say(type)}`, 'single boolean');
  return fits;
}

function readSetting(scope: Scope, element: XmlElement, kind: string): AnyRule | undefined {
  const { source, variables } = scope;
  const read = readFields(source, element, { identifier: required('identifier', identifier) });
  const typed = onlyExpression(scope, element);
  if (!read) return undefined;
  const name = read.values.identifier;
  const role = variables.get(name)?.role ?? (name === 'completionStatus' ? 'outcome' : undefined);
  const wanted = targetRoles[kind] ?? [];
  if (role === undefined || !wanted.includes(role)) {
    source.unknownVariable(
      element,
      name,
      `${name} is no ${wanted.join(' or ')} variable`,
      `a declared ${wanted.join(' or ')} variable`,
    );
    return undefined;
  }
  if (!typed) return undefined;
  if (kind === 'lookup-outcome-value') {
    const declared = variables.get(name)?.declaration;
    if (declared === undefined || !('table' in declared)) {
      source.problem(
        element,
        'missing-element',
        `${name} has no table`,
        'qti-match-table or qti-interpolation-table',
      );
      return undefined;
    }
    return { rule: kind, identifier: name, value: typed.expression };
  }
  const target = typeOfVariable(scope, name) ?? {};
  return assignable(scope, element, target, typed.type)
    ? ({ rule: kind, identifier: name, value: typed.expression } as AnyRule)
    : undefined;
}

const targetRoles: Readonly<Record<string, readonly string[]>> = {
  'set-outcome-value': ['outcome'],
  'lookup-outcome-value': ['outcome'],
  'set-template-value': ['template'],
  'set-correct-response': ['response'],
  'set-default-value': ['response', 'outcome'],
};

function assignable(
  { source }: Scope,
  element: XmlElement,
  target: StaticType,
  given: StaticType,
): boolean {
  const sameCardinality =
    target.cardinality === undefined ||
    given.cardinality === undefined ||
    target.cardinality === given.cardinality;
  const sameBase =
    target.baseType === undefined ||
    given.baseType === undefined ||
    target.baseType === given.baseType;
  if (sameCardinality && sameBase) return true;
  if (sameCardinality && isNumeric(target.baseType) && isNumeric(given.baseType)) {
    if (target.baseType === 'integer')
      source.warn(element, 'mixed-number-types', 'a float is given to an integer');
    return true;
  }
  source.problem(element, 'wrong-type', `is ${say(given)}`, say(target));
  return false;
}
