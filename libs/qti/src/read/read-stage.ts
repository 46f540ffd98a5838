// What parts, sections and item references of a test have in common.
import type { BranchRule, SessionControl, TestFeedback, TimeLimits } from '../model/assessment.ts';
import type { RubricNode } from '../model/content.ts';
import type { Expression } from '../model/expression.ts';
import { onlyExpression } from '../expressions/read-expression.ts';
import type { Scope } from '../expressions/scope.ts';
import type { XmlElement } from '../xml/element.ts';
import { remember } from '../xml/source.ts';
import {
  flag,
  identifier,
  number,
  oneOf,
  optional,
  readFields,
  required,
  text,
  whole,
  withDefault,
} from './fields.ts';
import { bodyOf } from './read-body.ts';
import { expectBoolean } from './read-rules.ts';
import type { Reading } from './reading.ts';

export interface TestReading {
  readonly reading: Reading;
  readonly scope: Scope;
}

export type Children = ReadonlyMap<string, readonly XmlElement[]>;

export const stageParts = [
  'qti-pre-condition',
  'qti-branch-rule',
  'qti-item-session-control',
  'qti-time-limits',
];

export const timeFields = {
  minTime: optional('min-time', number),
  maxTime: optional('max-time', number),
  allowLateSubmission: withDefault('allow-late-submission', flag, false),
};
export const controlFields = {
  maxAttempts: optional('max-attempts', whole),
  showFeedback: optional('show-feedback', flag),
  allowReview: optional('allow-review', flag),
  showSolution: optional('show-solution', flag),
  allowComment: optional('allow-comment', flag),
  allowSkipping: optional('allow-skipping', flag),
  validateResponses: optional('validate-responses', flag),
};
export const branchFields = { target: required('target', identifier) };
export const testFeedbackFields = {
  access: required('access', oneOf(['atEnd', 'during'])),
  outcome: required('outcome-identifier', identifier),
  identifier: required('identifier', identifier),
  showHide: required('show-hide', oneOf(['show', 'hide'])),
  title: optional('title', text),
};

interface StageParts {
  readonly preConditions: Expression[];
  readonly branchRules: BranchRule[];
  readonly sessionControl?: SessionControl;
  readonly timeLimits?: TimeLimits;
}

export function readStage(test: TestReading, children: Children): StageParts {
  const { source } = test.reading;
  const control = readOne(test, children, 'qti-item-session-control', (element) => {
    return readFields(source, element, controlFields)?.values;
  });
  const limits = readTimeLimits(test, children);
  return {
    preConditions: (children.get('qti-pre-condition') ?? []).flatMap(
      (element) => readCondition(test, element) ?? [],
    ),
    branchRules: (children.get('qti-branch-rule') ?? []).flatMap((element) => {
      const read = readFields(source, element, branchFields);
      const when = readCondition(test, element);
      return read && when ? [remember({ ...read.values, when }, source, element)] : [];
    }),
    ...(control ? { sessionControl: control } : {}),
    ...(limits ? { timeLimits: limits } : {}),
  };
}

export const readTimeLimits = (test: TestReading, children: Children): TimeLimits | undefined =>
  readOne(test, children, 'qti-time-limits', (element) => {
    const { source } = test.reading;
    const values = readFields(source, element, timeFields)?.values;
    if (values && (values.minTime ?? 0) > (values.maxTime ?? Infinity))
      source.problem(element, 'wrong-value', 'the least time is above the most');
    return values;
  });

function readOne<T>(
  { reading: { source } }: TestReading,
  children: Children,
  name: string,
  read: (element: XmlElement) => T | undefined,
): T | undefined {
  const [first, second] = children.get(name) ?? [];
  if (second) source.problem(second, 'unexpected-element', `a second ${second.sourceName}`, 'one');
  return first && read(first);
}

function readCondition({ scope }: TestReading, element: XmlElement): Expression | undefined {
  const typed = onlyExpression(scope, element);
  return typed && expectBoolean(scope, element, typed.type) ? typed.expression : undefined;
}

export const readRubrics = (
  { reading }: TestReading,
  element: XmlElement,
  children: Children,
): RubricNode[] =>
  reading
    .content({ ...element, children: [...(children.get('qti-rubric-block') ?? [])] })
    .filter((node): node is RubricNode => typeof node === 'object' && node.type === 'rubric');

export function readTestFeedback(
  { reading, scope }: TestReading,
  element: XmlElement,
): TestFeedback[] {
  const { source } = reading;
  const read = readFields(source, element, testFeedbackFields);
  const content = reading.content(bodyOf(element));
  if (!read) return [];
  const { outcome } = read.values;
  if (scope.variables.get(outcome)?.role !== 'outcome') {
    const message = `test feedback names ${outcome}`;
    source.unknownVariable(element, outcome, message, 'an outcome variable of the test');
  }
  return [{ ...read.values, content }];
}
