import {
  externalScorings,
  views,
  type Declaration,
  type OutcomeDeclaration,
  type ResponseDeclaration,
  type TemplateDeclaration,
} from '../model/declaration.ts';
import { baseTypes, cardinalities, type BaseType } from '../model/value.ts';
import type { XmlElement } from '../xml/element.ts';
import { remember, type Source } from '../xml/source.ts';
import {
  baseType as baseTypeForm,
  flag,
  identifier,
  number,
  oneOf,
  optional,
  readFields,
  required,
  someOf,
  text,
  withDefault,
} from './fields.ts';
import { childrenOf, readAreaMapping, readMapping, readTable } from './read-mapping.ts';
import { readDefault, readValue } from './read-value.ts';

export const declarationFields = {
  identifier: required('identifier', identifier),
  cardinality: required('cardinality', oneOf(cardinalities)),
  baseType: optional('base-type', baseTypeForm),
};
export const outcomeFields = {
  ...declarationFields,
  interpretation: optional('interpretation', text),
  longInterpretation: optional('long-interpretation', text),
  view: optional('view', someOf(views)),
  normalMaximum: optional('normal-maximum', number),
  normalMinimum: optional('normal-minimum', number),
  masteryValue: optional('mastery-value', number),
  externalScored: optional('external-scored', oneOf(externalScorings)),
  variableIdentifierRef: optional('variable-identifier-ref', identifier),
};
export const templateFields = {
  ...declarationFields,
  paramVariable: withDefault('param-variable', flag, false),
  mathVariable: withDefault('math-variable', flag, false),
};
/** A record has no base type of its own, everything else must have one. */
function consistent(
  source: Source,
  element: XmlElement,
  declared: { cardinality: string; baseType?: BaseType | undefined },
) {
  if (
    declared.cardinality === 'record'
      ? declared.baseType === undefined
      : declared.baseType !== undefined
  )
    return true;
  const expected =
    declared.cardinality === 'record'
      ? 'no base-type for a record'
      : `one of ${baseTypes.join(', ')}`;
  source.problem(
    element,
    'missing-attribute',
    'base-type and cardinality do not go together',
    expected,
  );
  return false;
}

const named = (children: readonly XmlElement[], name: string): XmlElement | undefined =>
  children.find((child) => child.name === name);

export function readResponse(source: Source, element: XmlElement): ResponseDeclaration | undefined {
  const read = readFields(source, element, declarationFields);
  const allowed = ['qti-default-value', 'qti-correct-response', 'qti-mapping', 'qti-area-mapping'];
  const children = childrenOf(source, element, allowed);
  if (!read || !consistent(source, element, read.values)) return source.unread(element);
  const { values } = read;
  const correct = named(children, 'qti-correct-response');
  const mapping = named(children, 'qti-mapping');
  const area = named(children, 'qti-area-mapping');
  const interpretation = correct?.attributes['interpretation'];
  return remember(
    {
      ...values,
      default: readDefault(source, values, named(children, 'qti-default-value')),
      correct: correct ? readValue(source, values, correct) : null,
      ...(interpretation === undefined ? {} : { interpretation }),
      ...(mapping ? { mapping: readMapping(source, mapping, values.baseType) } : {}),
      ...(area ? { areaMapping: readAreaMapping(source, area) } : {}),
    },
    source,
    element,
  );
}

export function readOutcome(source: Source, element: XmlElement): OutcomeDeclaration | undefined {
  const read = readFields(source, element, outcomeFields);
  const children = childrenOf(source, element, [
    'qti-default-value',
    'qti-match-table',
    'qti-interpolation-table',
  ]);
  if (!read || !consistent(source, element, read.values)) return source.unread(element);
  const { values } = read;
  const table = children.find((child) => child.name.endsWith('-table'));
  const given = table && readTable(source, table, values.baseType ?? 'string');
  const initial = readDefault(source, values, named(children, 'qti-default-value'));
  return remember(
    { ...values, default: initial, ...(given ? { table: given } : {}) },
    source,
    element,
  );
}

export function readTemplate(source: Source, element: XmlElement): TemplateDeclaration | undefined {
  const read = readFields(source, element, templateFields);
  const children = childrenOf(source, element, ['qti-default-value']);
  if (!read || !consistent(source, element, read.values)) return source.unread(element);
  const initial = readDefault(source, read.values, named(children, 'qti-default-value'));
  return remember({ ...read.values, default: initial }, source, element);
}

export function readContext(source: Source, element: XmlElement): Declaration | undefined {
  const read = readFields(source, element, declarationFields);
  const children = childrenOf(source, element, ['qti-default-value']);
  if (!read || !consistent(source, element, read.values)) return source.unread(element);
  return {
    ...read.values,
    default: readDefault(source, read.values, named(children, 'qti-default-value')),
  };
}
