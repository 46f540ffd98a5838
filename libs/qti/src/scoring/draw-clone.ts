// Template processing (ASI, "Item templates"): the values of one clone, drawn from a stored seed.
import { evaluate } from '../evaluate/evaluate.ts';
import type { Environment } from '../evaluate/environment.ts';
import { seededRandom } from '../evaluate/random.ts';
import type { TemplateDeclaration } from '../model/declaration.ts';
import { fromPlain, toPlain, type PlainValue } from '../model/plain.ts';
import type { TemplateRule } from '../model/rule.ts';
import type { Value } from '../model/value.ts';
import { convert } from './convert.ts';
import type { Scoring } from './scoring.ts';

export interface Clone {
  readonly variables: ReadonlyMap<string, Value | null>;
  readonly correct: ReadonlyMap<string, Value | null>;
  readonly initial: ReadonlyMap<string, Value | null>;
  readonly declaredInitial: (identifier: string) => Value | null | undefined;
}

// ASI, "templateConstraint": after so many tries the defaults stand.
const MAX_TRIES = 100;

class Unmet extends Error {}

/** Of a test: what its template defaults give template variables in the place of their own defaults. */
export type TemplateDefaults = Readonly<Record<string, unknown>>;

/** The same seed gives the same clone, on every machine. */
export function drawClone(scoring: Scoring, seed: string, given: TemplateDefaults = {}): Clone {
  const declaredInitial = (identifier: string): Value | null | undefined =>
    [...scoring.responses, ...scoring.outcomes, ...scoring.templates, ...scoring.contexts].find(
      (declaration) => declaration.identifier === identifier,
    )?.default;
  const defaults = (): Map<string, Value | null> =>
    new Map(scoring.templates.map((template) => [template.identifier, defaultOf(template, given)]));
  const random = seededRandom(`${seed}\n${scoring.identifier}\ntemplate`);
  for (let tries = 0; tries < MAX_TRIES && scoring.templateRules.length > 0; tries += 1) {
    const clone = {
      variables: defaults(),
      correct: new Map(),
      initial: new Map(),
      declaredInitial,
    };
    const environment: Environment = {
      variable: (identifier) => clone.variables.get(identifier) ?? null,
      correct: (identifier) =>
        scoring.responses.find((response) => response.identifier === identifier)?.correct ?? null,
      initial: (identifier) => declaredInitial(identifier) ?? null,
      response: () => undefined,
      random,
    };
    try {
      run(scoring.templateRules, scoring, clone, environment);
      return clone;
    } catch (error) {
      if (!(error instanceof Unmet)) throw error;
    }
  }
  return { variables: defaults(), correct: new Map(), initial: new Map(), declaredInitial };
}

function defaultOf(template: TemplateDeclaration, given: TemplateDefaults): Value | null {
  if (!Object.hasOwn(given, template.identifier)) return template.default;
  const read = fromPlain(template, given[template.identifier]);
  return read.ok ? read.value : template.default;
}

interface Drawing {
  readonly variables: Map<string, Value | null>;
  readonly correct: Map<string, Value | null>;
  readonly initial: Map<string, Value | null>;
}

/** False once an exit rule was met. */
function run(
  rules: readonly TemplateRule[],
  scoring: Scoring,
  clone: Drawing,
  environment: Environment,
): boolean {
  for (const rule of rules) {
    if (rule.rule === 'exit') return false;
    if (rule.rule === 'condition') {
      const branch = rule.branches.find(({ when }) => isTrue(evaluate(when, environment)));
      if (!run(branch?.rules ?? rule.otherwise, scoring, clone, environment)) return false;
    } else if (rule.rule === 'template-constraint') {
      if (!isTrue(evaluate(rule.value, environment))) throw new Unmet();
    } else set(rule, evaluate(rule.value, environment), scoring, clone);
  }
  return true;
}

function set(
  { rule, identifier }: { readonly rule: string; readonly identifier: string },
  value: Value | null,
  { templates, responses, outcomes }: Scoring,
  clone: Drawing,
): void {
  const declaration = [...templates, ...responses, ...outcomes].find(
    (one) => one.identifier === identifier,
  );
  if (declaration === undefined) return;
  const converted = convert(value, declaration);
  if (rule === 'set-template-value') clone.variables.set(identifier, converted);
  else if (rule === 'set-correct-response') clone.correct.set(identifier, converted);
  else clone.initial.set(identifier, converted);
}

export const isTrue = (value: Value | null): boolean =>
  value?.cardinality === 'single' && value.value === true;

/**
 * What a browser may know of a clone (ASI, "Item templates"): the template variables that are `shown`, the
 * delivery's `templates`. The same seed gives the same, on every machine; a name that the item doesn't have
 * is null. Throws nothing.
 */
export function cloneValues(
  scoring: Scoring,
  shown: readonly string[],
  seed: string,
  given: TemplateDefaults = {},
): Record<string, PlainValue> {
  const { variables } = drawClone(scoring, seed, given);
  return Object.fromEntries(
    shown.map((identifier) => [identifier, toPlain(variables.get(identifier) ?? null)]),
  );
}
