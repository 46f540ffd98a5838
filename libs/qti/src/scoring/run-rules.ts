import { evaluate } from '../evaluate/evaluate.ts';
import type { Environment } from '../evaluate/environment.ts';
import { lookUp } from '../evaluate/mapping.ts';
import { numberOf } from '../expressions/numeric.ts';
import type { OutcomeDeclaration } from '../model/declaration.ts';
import type { ResponseRule } from '../model/rule.ts';
import { single, type Value } from '../model/value.ts';
import { convert } from './convert.ts';
import { isTrue } from './draw-clone.ts';

/** Runs response or outcome rules over the outcome variables; false once an exit rule was met. */
export function runRules(
  rules: readonly ResponseRule[],
  declarations: ReadonlyMap<string, OutcomeDeclaration>,
  outcomes: Map<string, Value | null>,
  environment: Environment,
): boolean {
  for (const rule of rules) {
    switch (rule.rule) {
      case 'exit':
        return false;
      case 'fragment':
        if (!runRules(rule.rules, declarations, outcomes, environment)) return false;
        break;
      case 'condition': {
        const branch = rule.branches.find(({ when }) => isTrue(evaluate(when, environment)));
        if (!runRules(branch?.rules ?? rule.otherwise, declarations, outcomes, environment))
          return false;
        break;
      }
      case 'set-outcome-value':
        outcomes.set(
          rule.identifier,
          assigned(rule.identifier, declarations, evaluate(rule.value, environment)),
        );
        break;
      case 'lookup-outcome-value': {
        const declaration = declarations.get(rule.identifier);
        if (declaration?.table && declaration.baseType !== undefined) {
          const source =
            numberOf(evaluate(rule.value, environment)) ??
            secondsOf(evaluate(rule.value, environment));
          outcomes.set(rule.identifier, lookUp(declaration.table, declaration.baseType, source));
        }
        break;
      }
    }
  }
  return true;
}

const secondsOf = (value: Value | null): number | undefined =>
  value?.cardinality === 'single' &&
  value.baseType === 'duration' &&
  typeof value.value === 'number'
    ? value.value
    : undefined;

function assigned(
  identifier: string,
  declarations: ReadonlyMap<string, OutcomeDeclaration>,
  value: Value | null,
): Value | null {
  const declaration = declarations.get(identifier);
  if (declaration) return convert(value, declaration);
  // completionStatus need not be declared (ASI, "Built-in outcome variables").
  return value?.cardinality === 'single' ? single('identifier', value.value) : null;
}
