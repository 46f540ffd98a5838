import { runRules } from '../scoring/run-rules.ts';
import { initialOutcome } from '../scoring/session.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import { toPlain, type PlainValue } from '../model/plain.ts';
import type { AssessmentTest, TestFeedback } from '../model/assessment.ts';
import type { Value } from '../model/value.ts';
import type { Outcomes } from '../scoring/score.ts';
import type { Plan } from './plan-test.ts';
import { refsOf, testEnvironment, type ItemResults } from './test-environment.ts';

/**
 * Runs a test's outcome processing over the results of its items (ASI, "outcomeProcessing"): always from
 * the beginning, so that it can be run after each item and once more at the end. The outcomes by identifier;
 * what is infinite is null. `seed` draws what is random in the rules. Throws nothing.
 */
export const scoreTest = (
  test: AssessmentTest,
  plan: Plan,
  results: ItemResults,
  seed: string,
): Outcomes =>
  Object.fromEntries(
    [...testOutcomes(test, plan, results, seed)].map(([name, value]) => [name, toPlain(value)]),
  );

export function testOutcomes(
  test: AssessmentTest,
  plan: Plan,
  results: ItemResults,
  seed: string,
): Map<string, Value | null> {
  const outcomes = new Map(
    test.outcomes.map((outcome) => [outcome.identifier, initialOutcome(outcome)] as const),
  );
  const declarations = new Map(test.outcomes.map((outcome) => [outcome.identifier, outcome]));
  const environment = testEnvironment(test, plan, results, outcomes, seed);
  runRules(test.processing, declarations, outcomes, environment);
  return outcomes;
}

/**
 * What the test gives an item's template variables (ASI, "templateDefault"), from what is known when the item
 * begins. `key` is the planned item's; of one that isn't in the plan nothing. Throws nothing.
 */
export function templateDefaults(
  test: AssessmentTest,
  plan: Plan,
  key: string,
  results: ItemResults,
  seed: string,
): Record<string, PlainValue> {
  const item = plan.items.find((planned) => planned.key === key)?.item ?? '';
  const outcomes = testOutcomes(test, plan, results, seed);
  const environment = testEnvironment(test, plan, results, outcomes, `${seed}\n${key}`);
  const defaults = refsOf(test).get(item)?.templateDefaults ?? [];
  return Object.fromEntries(
    defaults.map(({ template, value }) => [template, toPlain(evaluate(value, environment))]),
  );
}

/**
 * The feedback that outcomes call for, during the test or at its end (ASI, "testFeedback"): the test's own,
 * or that of the part with this identifier. Throws nothing.
 */
export const testFeedback = (
  { feedback, parts }: AssessmentTest,
  outcomes: Outcomes,
  access: TestFeedback['access'],
  part?: string,
): TestFeedback[] =>
  (part === undefined ? feedback : (parts.find((one) => one.identifier === part)?.feedback ?? []))
    .filter((one) => one.access === access)
    .filter(({ outcome, identifier, showHide }) => {
      const value = outcomes[outcome];
      const present = Array.isArray(value) ? value.includes(identifier) : value === identifier;
      return present === (showHide === 'show');
    });
