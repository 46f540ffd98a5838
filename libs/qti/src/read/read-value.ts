import { readScalar } from '../model/lexical.ts';
import {
  list,
  single,
  type BaseType,
  type Cardinality,
  type SingleValue,
  type Value,
} from '../model/value.ts';
import { elementsOf, textOf, type XmlElement } from '../xml/element.ts';
import type { Source } from '../xml/source.ts';
import { baseType as baseTypeForm, identifier, optional, readFields, text } from './fields.ts';

interface Declared {
  readonly cardinality: Cardinality;
  readonly baseType?: BaseType | undefined;
}

export const valueFields = {
  field: optional('field-identifier', identifier),
  baseType: optional('base-type', baseTypeForm),
};

export const readDefault = (
  source: Source,
  declared: Declared,
  element: XmlElement | undefined,
): Value | null => (element === undefined ? null : readValue(source, declared, element));

/** The value that the qti-value children give a declaration of that type. */
export function readValue(source: Source, declared: Declared, element: XmlElement): Value | null {
  readFields(source, element, { interpretation: optional('interpretation', text) });
  const fields = new Map<string, SingleValue | null>();
  const found: SingleValue[] = [];
  for (const child of elementsOf(element)) {
    if (child.name !== 'qti-value') {
      source.problem(
        child,
        'unexpected-element',
        `${child.sourceName} is not allowed here`,
        'qti-value',
      );
      continue;
    }
    const read = readFields(source, child, valueFields);
    if (!read) continue;
    const baseType = declared.baseType ?? read.values.baseType ?? 'string';
    const given = textOf(child);
    const scalar = readScalar(baseType, given);
    if (scalar === undefined) {
      source.problem(child, 'wrong-value', `"${given}" is no ${baseType}`, `a ${baseType}`);
      continue;
    }
    if (declared.cardinality !== 'record') found.push(single(baseType, scalar));
    else if (read.values.field === undefined) {
      source.problem(child, 'missing-attribute', 'field-identifier is missing', 'an identifier');
    } else if (fields.has(read.values.field)) {
      const message = `the field ${read.values.field} is there twice`;
      source.problem(child, 'duplicate-identifier', message, 'each field once');
    } else fields.set(read.values.field, scalar === '' ? null : single(baseType, scalar));
  }
  return assemble(source, declared, element, found, fields);
}

function assemble(
  source: Source,
  { cardinality, baseType }: Declared,
  element: XmlElement,
  found: readonly SingleValue[],
  fields: ReadonlyMap<string, SingleValue | null>,
): Value | null {
  if (cardinality === 'record')
    return fields.size === 0 ? null : { cardinality, fields: Object.fromEntries(fields) };
  if (cardinality === 'single') {
    if (found.length > 1)
      source.problem(element, 'wrong-type', `${found.length} values`, 'one value, as it is single');
    const [first] = found;
    return first === undefined || first.value === '' ? null : first;
  }
  return list(
    cardinality,
    baseType ?? 'string',
    found.map(({ value }) => value),
  );
}
