import type { Scope } from '../expressions/scope.ts';
import { say } from '../expressions/check-operands.ts';
import { responseOf } from '../expressions/scope.ts';
import type { AreaMapping, Declaration, Mapping } from '../model/declaration.ts';
import {
  standardTemplates,
  type ResponseProcessing,
  type StandardTemplate,
} from '../model/rule.ts';
import { standardTemplate, templateOutcomes } from '../scoring/standard-templates.ts';
import { elementsOf, type XmlElement } from '../xml/element.ts';
import { optional, readFields, text } from './fields.ts';
import { readResponseRules } from './read-rules.ts';

export const processingFields = {
  template: optional('template', text),
  templateLocation: optional('template-location', text),
};

/** Rules in the item win over a template that is named beside them (ASI, responseProcessing). */
export function readProcessing(scope: Scope, element: XmlElement): ResponseProcessing {
  const read = readFields(scope.source, element, processingFields);
  const rules = readResponseRules(scope, element);
  const address = read?.values.template ?? read?.values.templateLocation;
  if (elementsOf(element).length > 0 || address === undefined) return { rules };
  const template = standardTemplate(address);
  if (template === undefined) {
    const known = standardTemplates.join(', ');
    scope.source.problem(
      element,
      'template-refused',
      `${address} is not a standard template`,
      `${known}, or the rules themselves`,
    );
    return { rules };
  }
  checkTemplate(scope, element, template);
  return { template, rules: [] };
}

function checkTemplate(scope: Scope, element: XmlElement, template: StandardTemplate): void {
  const { source, variables } = scope;
  const response = responseOf(scope, 'RESPONSE');
  if (response === undefined) {
    const message = `${template} needs a response variable RESPONSE`;
    source.unknownVariable(element, 'RESPONSE', message, 'RESPONSE');
    return;
  }
  for (const outcome of templateOutcomes[template]) {
    const variable = variables.get(outcome);
    if (variable?.role !== 'outcome') {
      const message = `${template} needs an outcome variable ${outcome}`;
      source.unknownVariable(element, outcome, message, outcome);
    } else checkOutcome(scope, element, variable.declaration);
  }
  if (template.includes('match')) {
    // A template rule may still set the correct response of a clone.
    const cloned = [...variables.values()].some(({ role }) => role === 'template');
    if (response.correct === null && !cloned) {
      source.warn(element, 'not-scored', 'RESPONSE has no correct response: nothing can match it');
    }
    return;
  }
  const wanted = template === 'map_response_point' ? 'qti-area-mapping' : 'qti-mapping';
  const mapping = template === 'map_response_point' ? response.areaMapping : response.mapping;
  if (mapping === undefined) {
    source.problem(element, 'missing-element', `${template} needs a mapping of RESPONSE`, wanted);
  } else checkMapped(scope, element, mapping);
}

function checkOutcome(
  { source }: Scope,
  element: XmlElement,
  { identifier, cardinality, baseType }: Declaration,
): void {
  const wanted = identifier.endsWith('SCORE') ? ['float', 'integer'] : ['identifier'];
  if (cardinality === 'single' && baseType !== undefined && wanted.includes(baseType)) return;
  const message = `${identifier} is ${say({ cardinality, ...(baseType ? { baseType } : {}) })}`;
  source.problem(element, 'wrong-type', message, `single ${wanted.join(' or ')}`);
}

/** A float that is no whole number cannot be given to an integer: it would be NULL, and score nothing. */
function checkMapped(
  { source, variables }: Scope,
  element: XmlElement,
  { lowerBound = 0, upperBound = 0, defaultValue, entries }: Mapping | AreaMapping,
): void {
  if (variables.get('SCORE')?.declaration.baseType !== 'integer') return;
  const values = [...entries.map(({ value }) => value), defaultValue, lowerBound, upperBound];
  const broken = values.find((value) => !Number.isInteger(value));
  if (broken === undefined) return;
  const message = `SCORE is an integer, and the mapping gives ${broken}`;
  source.problem(element, 'wrong-type', message, 'a SCORE of base-type float');
}
