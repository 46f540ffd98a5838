// QTI 3.0 ASI Information Model, "Data types" and "Variables": base types, cardinalities, NULL.
export const baseTypes = [
  'identifier',
  'boolean',
  'integer',
  'float',
  'string',
  'point',
  'pair',
  'directedPair',
  'duration',
  'file',
  'uri',
] as const;
/** ASI, "baseType". */
export type BaseType = (typeof baseTypes)[number];

export const cardinalities = ['single', 'multiple', 'ordered', 'record'] as const;
/** ASI, "cardinality". */
export type Cardinality = (typeof cardinalities)[number];

/** Two identifiers; directed or not says the base type. */
export type Pair = readonly [string, string];
/** x and y, in pixels of the picture from its upper left corner. */
export type Point = readonly [number, number];

/** A file is never carried inside a response: it is named by the digest of its content. */
export interface FileReference {
  readonly name: string;
  readonly mediaType: string;
  readonly digest: string;
}

/** Identifier, string, uri: string. Integer, float, duration (seconds): number. */
export type Scalar = string | number | boolean | Pair | Point | FileReference;

/** One value of a base type. */
export interface SingleValue {
  readonly cardinality: 'single';
  readonly baseType: BaseType;
  readonly value: Scalar;
}

/** A container; the order of a multiple one means nothing. */
export interface ListValue {
  readonly cardinality: 'multiple' | 'ordered';
  readonly baseType: BaseType;
  /** Never empty: an empty container is NULL. */
  readonly values: readonly Scalar[];
}

/** Values of any base type by field identifier; a field may be NULL. */
export interface RecordValue {
  readonly cardinality: 'record';
  readonly fields: Readonly<Record<string, SingleValue | null>>;
}

/** null is QTI's NULL. */
export type Value = SingleValue | ListValue | RecordValue;

export const single = (baseType: BaseType, value: Scalar): SingleValue => ({
  cardinality: 'single',
  baseType,
  value,
});

/** Empty containers, and the empty string, are NULL ("Variables", isNull). */
export const list = (
  cardinality: 'multiple' | 'ordered',
  baseType: BaseType,
  values: readonly Scalar[],
): ListValue | null => (values.length === 0 ? null : { cardinality, baseType, values });

export const float = (value: number): SingleValue | null =>
  Number.isNaN(value) ? null : single('float', value);

export const integer = (value: number): SingleValue | null =>
  Number.isNaN(value) ? null : single('integer', value);

export const boolean = (value: boolean): SingleValue => single('boolean', value);

export const isPair = (scalar: Scalar): scalar is Pair =>
  Array.isArray(scalar) && typeof scalar[0] === 'string';

export const isPoint = (scalar: Scalar): scalar is Point =>
  Array.isArray(scalar) && typeof scalar[0] === 'number';

/** Equality of two scalars of one base type: a pair has no direction, a directedPair has. */
export function sameScalar(baseType: BaseType, a: Scalar, b: Scalar): boolean {
  if (isPair(a) && isPair(b)) {
    const straight = a[0] === b[0] && a[1] === b[1];
    return straight || (baseType === 'pair' && a[0] === b[1] && a[1] === b[0]);
  }
  if (isPoint(a) && isPoint(b)) return a[0] === b[0] && a[1] === b[1];
  if (isFile(a) && isFile(b)) return a.digest === b.digest;
  return a === b;
}

const isFile = (scalar: Scalar): scalar is FileReference =>
  typeof scalar === 'object' && 'digest' in scalar;
