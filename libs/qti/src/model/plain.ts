// Values as plain JSON, the way a page sends and a database keeps them: a scalar, a list of scalars for
// multiple and ordered, an object for a record, null for NULL. A pair is ['A', 'B'], a point [10, 20].
import type { Declaration } from './declaration.ts';
import {
  list,
  single,
  type BaseType,
  type FileReference,
  type Scalar,
  type SingleValue,
  type Value,
} from './value.ts';
import { readFinite, readScalar } from './lexical.ts';

/** A value as JSON (ASI, "Data types"): see at the top of this file; numbers are finite. */
export type PlainValue =
  | Scalar
  | readonly Scalar[]
  | { readonly [field: string]: Scalar | null }
  | null;

/** NULL is null, and so is what holds a number that isn't finite: JSON has none. */
export function toPlain(value: Value | null): PlainValue {
  if (value === null || !isFiniteValue(value)) return null;
  if (value.cardinality === 'single') return value.value;
  if (value.cardinality !== 'record') return value.values;
  return Object.fromEntries(
    Object.entries(value.fields).map(([name, field]) => [name, field?.value ?? null]),
  );
}

function isFiniteValue(value: Value): boolean {
  if (value.cardinality === 'record')
    return Object.values(value.fields).every((field) => field === null || isFiniteValue(field));
  const scalars = value.cardinality === 'single' ? [value.value] : value.values;
  return scalars.every((scalar) => typeof scalar !== 'number' || Number.isFinite(scalar));
}

export type FromPlain =
  | { readonly ok: true; readonly value: Value | null }
  | { readonly ok: false; readonly expected: string };

/** Reads plain JSON as the declaration says; nothing is converted but text in a base type's own form. */
export function fromPlain(
  { cardinality, baseType = 'string' }: Omit<Declaration, 'default' | 'identifier'>,
  given: unknown,
): FromPlain {
  if (given === null || given === undefined) return { ok: true, value: null };
  if (cardinality === 'record') return readRecord(given);
  if (cardinality === 'single') {
    const scalar = scalarOf(baseType, given);
    if (scalar === undefined) return { ok: false, expected: `one ${baseType}` };
    return { ok: true, value: scalar === '' ? null : single(baseType, scalar) };
  }
  if (!Array.isArray(given)) return { ok: false, expected: `a list of ${baseType}` };
  const scalars = given.map((part: unknown) => scalarOf(baseType, part));
  return scalars.every((scalar) => scalar !== undefined)
    ? { ok: true, value: list(cardinality, baseType, scalars) }
    : { ok: false, expected: `a list of ${baseType}` };
}

function readRecord(given: unknown): FromPlain {
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    return { ok: false, expected: 'an object' };
  const fields: [string, SingleValue | null][] = [];
  for (const [name, field] of Object.entries(given)) {
    const read = fieldOf(field);
    if (read === undefined)
      return { ok: false, expected: 'an object of numbers, texts and truth values' };
    fields.push([name, read]);
  }
  // From entries, so that a field called __proto__ is a field like any other.
  return {
    ok: true,
    value:
      fields.length === 0 ? null : { cardinality: 'record', fields: Object.fromEntries(fields) },
  };
}

function fieldOf(field: unknown): SingleValue | null | undefined {
  if (field === null || field === '') return null;
  if (typeof field === 'string') return single('string', field);
  if (typeof field === 'boolean') return single('boolean', field);
  if (typeof field !== 'number' || !Number.isFinite(field)) return undefined;
  return single(Number.isInteger(field) ? 'integer' : 'float', field);
}

function scalarOf(baseType: BaseType, given: unknown): Scalar | undefined {
  switch (baseType) {
    case 'integer':
      return typeof given === 'number'
        ? Number.isSafeInteger(given)
          ? given
          : undefined
        : fromText(baseType, given);
    case 'float':
    case 'duration':
      return typeof given === 'number'
        ? Number.isFinite(given)
          ? given
          : undefined
        : fromText(baseType, given);
    case 'boolean':
      return typeof given === 'boolean' ? given : undefined;
    case 'string':
    case 'identifier':
    case 'uri':
      return fromText(baseType, given);
    case 'pair':
    case 'directedPair':
      if (Array.isArray(given) && given.length === 2) {
        const [a, b]: unknown[] = given;
        return typeof a === 'string' && typeof b === 'string' ? [a, b] : undefined;
      }
      return fromText(baseType, given);
    case 'point':
      if (Array.isArray(given) && given.length === 2) {
        const [x, y]: unknown[] = given;
        return isFinitePoint(x, y) ? [x as number, y as number] : undefined;
      }
      return fromText(baseType, given);
    case 'file':
      return isFile(given)
        ? { name: given.name, mediaType: given.mediaType, digest: given.digest }
        : undefined;
  }
}

const fromText = (baseType: BaseType, given: unknown): Scalar | undefined =>
  typeof given === 'string' ? readScalar(baseType, given) : undefined;

const isFinitePoint = (x: unknown, y: unknown): boolean => Number.isFinite(x) && Number.isFinite(y);

function isFile(given: unknown): given is FileReference {
  if (typeof given !== 'object' || given === null) return false;
  const { name, mediaType, digest } = given as Partial<FileReference>;
  return typeof name === 'string' && typeof mediaType === 'string' && typeof digest === 'string';
}

/**
 * A number as people type it: decimal point or comma, spaces between groups, a true minus sign (this
 * library's own rule over xsd:double). null where it is none, or not finite. Throws nothing.
 */
export function typedNumber(text: string): number | null {
  const compact = text
    .replace(/[\s\u00a0\u202f]/gu, '')
    .replace('\u2212', '-')
    .replace(',', '.');
  return readFinite(compact) ?? null;
}
