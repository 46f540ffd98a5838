// What maps values onto numbers and numbers onto values: mappings of responses, tables of outcomes.
import { foldCase } from '../evaluate/texts-and-points.ts';
import {
  shapes,
  type AreaMapping,
  type LookupTable,
  type MapEntry,
  type Mapping,
} from '../model/declaration.ts';
import { readScalar, writeScalar } from '../model/lexical.ts';
import { isPair, type BaseType, type Scalar } from '../model/value.ts';
import { elementsOf, type XmlElement } from '../xml/element.ts';
import type { Source } from '../xml/source.ts';
import {
  coords,
  extent,
  flag,
  integer,
  number,
  oneOf,
  optional,
  readFields,
  required,
  text,
  withDefault,
} from './fields.ts';

export const boundFields = {
  lowerBound: optional('lower-bound', extent),
  upperBound: optional('upper-bound', extent),
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
  source: required('source-value', extent),
  includeBoundary: withDefault('include-boundary', flag, true),
  target: required('target-value', text),
};

export function childrenOf(
  source: Source,
  element: XmlElement,
  allowed: readonly string[],
): XmlElement[] {
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

export function readMapping(
  source: Source,
  element: XmlElement,
  baseType: BaseType | undefined,
): Mapping {
  const read = readFields(source, element, boundFields);
  const children = childrenOf(source, element, ['qti-map-entry']);
  const seen = new Map<string, number>();
  const entries = children.flatMap((child) => {
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
    if (key === undefined) return [];
    const made = { ...entry.values, key };
    checkRepeated(source, child, baseType, made, seen);
    return [made];
  });
  if (children.length === 0)
    source.problem(element, 'missing-element', 'an empty mapping', 'qti-map-entry');
  return { ...(read?.values ?? { defaultValue: 0 }), entries };
}

/**
 * ASI, "mapping": each entry maps one value onto one float. Of two with the same key, or with the same but
 * for case where neither heeds it, the second says nothing or contradicts.
 */
function checkRepeated(
  source: Source,
  element: XmlElement,
  baseType: BaseType,
  { key, value, caseSensitive }: MapEntry,
  seen: Map<string, number>,
): void {
  const exact = isPair(key) && baseType === 'pair' ? key.toSorted().join(' ') : writeScalar(key);
  const names = [`= ${exact}`];
  if (typeof key === 'string' && !caseSensitive) names.push(`~ ${foldCase(key)}`);
  const before = names.map((name) => seen.get(name)).find((worth) => worth !== undefined);
  for (const name of names) if (!seen.has(name)) seen.set(name, value);
  const said = writeScalar(key);
  if (before === value)
    source.warn(element, 'repeated-key', `${said} is mapped twice, to the same`);
  else if (before !== undefined)
    source.problem(
      element,
      'key-conflict',
      `${said} is mapped to ${before} already`,
      'each key once',
    );
}

export function readAreaMapping(source: Source, element: XmlElement): AreaMapping {
  const read = readFields(source, element, boundFields);
  const entries = childrenOf(source, element, ['qti-area-map-entry']).flatMap((child) => {
    const entry = readFields(source, child, areaEntryFields);
    return entry ? [entry.values] : [];
  });
  return { ...(read?.values ?? { defaultValue: 0 }), entries };
}

export function readTable(source: Source, element: XmlElement, baseType: BaseType): LookupTable {
  const target = (at: XmlElement, given: string): Scalar | undefined => {
    const scalar = readScalar(baseType, given);
    if (scalar === undefined)
      source.problem(at, 'wrong-value', `"${given}" is no ${baseType}`, `a ${baseType}`);
    return scalar;
  };
  const fallback = readFields(source, element, tableFields)?.values.default;
  const initial = fallback === undefined ? null : (target(element, fallback) ?? null);
  if (element.name === 'qti-match-table') {
    const seen = new Set<number>();
    const entries = childrenOf(source, element, ['qti-match-table-entry']).flatMap((child) => {
      const entry = readFields(source, child, matchEntryFields);
      const to = entry && target(child, entry.values.target);
      // ASI, "matchTable": the first entry that fits is taken.
      if (entry && seen.has(entry.values.source)) {
        const message = `${entry.values.source} has a target already, and the first is taken`;
        source.warn(child, 'repeated-key', message);
      }
      if (entry) seen.add(entry.values.source);
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
