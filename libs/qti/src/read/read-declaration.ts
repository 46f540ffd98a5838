import { elementsOf, type XmlElement } from '../xml/element.ts';
import {
  externalScorings,
  shapes,
  views,
  type AreaMapping,
  type LookupTable,
  type Mapping,
  type Declaration,
  type OutcomeDeclaration,
  type ResponseDeclaration,
  type TemplateDeclaration,
} from '../model/declaration.ts';
import { readScalar } from '../model/lexical.ts';
import { baseTypes, cardinalities, type BaseType, type Scalar } from '../model/value.ts';
import { remember, type Source } from '../xml/source.ts';
import {
  baseType as baseTypeForm,
  coords,
  flag,
  identifier,
  integer,
  number,
  oneOf,
  optional,
  readFields,
  required,
  someOf,
  text,
  withDefault,
} from './fields.ts';
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
export const boundFields = {
  lowerBound: optional('lower-bound', number),
  upperBound: optional('upper-bound', number),
  defaultValue: withDefault('default-value', number, 0),
};
export const mapEntryFields = {
  key: required('map-key', text),
  value: required('mapped-value', number),
  caseSensitive: withDefault('case-sensitive', flag, true),
};
export const areaEntryFields = {
  shape: required('shape', oneOf(shapes)),
  coords: required('coords', coords),
  value: required('mapped-value', number),
};
export const tableFields = { default: optional('default-value', text) };
export const matchEntryFields = {
  source: required('source-value', integer),
  target: required('target-value', text),
};
export const interpolationEntryFields = {
  source: required('source-value', number),
  includeBoundary: withDefault('include-boundary', flag, true),
  target: required('target-value', text),
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

function childrenOf(source: Source, element: XmlElement, allowed: readonly string[]): XmlElement[] {
  return elementsOf(element).filter((child) => {
    if (allowed.includes(child.name)) return true;
    source.problem(
      child,
      'unexpected-element',
      `${child.sourceName} is not allowed here`,
      allowed.join(', '),
    );
    return false;
  });
}

const named = (children: readonly XmlElement[], name: string): XmlElement | undefined =>
  children.find((child) => child.name === name);

export function readResponse(source: Source, element: XmlElement): ResponseDeclaration | undefined {
  const read = readFields(source, element, declarationFields);
  const allowed = ['qti-default-value', 'qti-correct-response', 'qti-mapping', 'qti-area-mapping'];
  const children = childrenOf(source, element, allowed);
  if (!read || !consistent(source, element, read.values)) return undefined;
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

function readMapping(source: Source, element: XmlElement, baseType: BaseType | undefined): Mapping {
  const read = readFields(source, element, boundFields);
  const entries = childrenOf(source, element, ['qti-map-entry']).flatMap((child) => {
    const entry = readFields(source, child, mapEntryFields);
    if (!entry || baseType === undefined) return [];
    const key = readScalar(baseType, entry.values.key);
    if (key === undefined)
      source.problem(
        child,
        'wrong-value',
        `"${entry.values.key}" is no ${baseType}`,
        `a ${baseType}`,
      );
    return key === undefined ? [] : [{ ...entry.values, key }];
  });
  if (entries.length === 0)
    source.problem(element, 'missing-element', 'an empty mapping', 'qti-map-entry');
  return { ...(read?.values ?? { defaultValue: 0 }), entries };
}

function readAreaMapping(source: Source, element: XmlElement): AreaMapping {
  const read = readFields(source, element, boundFields);
  const entries = childrenOf(source, element, ['qti-area-map-entry']).flatMap((child) => {
    const entry = readFields(source, child, areaEntryFields);
    return entry ? [entry.values] : [];
  });
  return { ...(read?.values ?? { defaultValue: 0 }), entries };
}

export function readOutcome(source: Source, element: XmlElement): OutcomeDeclaration | undefined {
  const read = readFields(source, element, outcomeFields);
  const children = childrenOf(source, element, [
    'qti-default-value',
    'qti-match-table',
    'qti-interpolation-table',
  ]);
  if (!read || !consistent(source, element, read.values)) return undefined;
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

function readTable(source: Source, element: XmlElement, baseType: BaseType): LookupTable {
  const target = (at: XmlElement, given: string): Scalar | undefined => {
    const scalar = readScalar(baseType, given);
    if (scalar === undefined)
      source.problem(at, 'wrong-value', `"${given}" is no ${baseType}`, `a ${baseType}`);
    return scalar;
  };
  const fallback = readFields(source, element, tableFields)?.values.default;
  const initial = fallback === undefined ? null : (target(element, fallback) ?? null);
  if (element.name === 'qti-match-table') {
    const entries = childrenOf(source, element, ['qti-match-table-entry']).flatMap((child) => {
      const entry = readFields(source, child, matchEntryFields);
      const to = entry && target(child, entry.values.target);
      return entry === undefined || to === undefined ? [] : [{ ...entry.values, target: to }];
    });
    return { kind: 'match', default: initial, entries };
  }
  const entries = childrenOf(source, element, ['qti-interpolation-table-entry']).flatMap(
    (child) => {
      const entry = readFields(source, child, interpolationEntryFields);
      const to = entry && target(child, entry.values.target);
      return entry === undefined || to === undefined ? [] : [{ ...entry.values, target: to }];
    },
  );
  return { kind: 'interpolation', default: initial, entries };
}

export function readTemplate(source: Source, element: XmlElement): TemplateDeclaration | undefined {
  const read = readFields(source, element, templateFields);
  const children = childrenOf(source, element, ['qti-default-value']);
  if (!read || !consistent(source, element, read.values)) return undefined;
  const initial = readDefault(source, read.values, named(children, 'qti-default-value'));
  return remember({ ...read.values, default: initial }, source, element);
}

export function readContext(source: Source, element: XmlElement): Declaration | undefined {
  const read = readFields(source, element, declarationFields);
  const children = childrenOf(source, element, ['qti-default-value']);
  if (!read || !consistent(source, element, read.values)) return undefined;
  return {
    ...read.values,
    default: readDefault(source, read.values, named(children, 'qti-default-value')),
  };
}
