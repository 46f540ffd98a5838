// An element's own attributes as a table: reading, checking and writing come from the same lines.
import { isIdentifier, readFinite, readFloat, writeScalar } from '../model/lexical.ts';
import type { Attributes } from '../model/content.ts';
import { baseTypes, type BaseType } from '../model/value.ts';
import type { XmlElement } from '../xml/element.ts';
import type { Source } from '../xml/source.ts';
import { readGlobal } from '../content/global-attributes.ts';

export interface Field<T> {
  readonly attribute: string;
  readonly required: boolean;
  readonly fallback: T | undefined;
  readonly expected: string;
  /** Undefined = not of this form. */
  readonly parse: (text: string) => T | undefined;
  format(value: T & {}): string;
}

export type Fields = Readonly<Record<string, Field<unknown>>>;
export type Read<F extends Fields> = {
  -readonly [K in keyof F]: F[K] extends Field<infer T> ? T : never;
};

interface Form<T> {
  readonly expected: string;
  readonly parse: (text: string) => T | undefined;
  readonly format?: (value: T) => string;
}

export const text: Form<string> = { expected: 'text', parse: (value) => value };
export const identifier: Form<string> = {
  expected: 'an identifier',
  parse: (value) => (isIdentifier(value.trim()) ? value.trim() : undefined),
};
export const uri: Form<string> = {
  expected: 'an address',
  parse: (value) => value.trim() || undefined,
};
const flags: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['1', true],
  ['false', false],
  ['0', false],
]);
export const flag: Form<boolean> = {
  expected: 'true or false',
  parse: (value) => flags.get(value.trim()),
};
export const whole: Form<number> = {
  expected: 'a whole number of 0 or more',
  parse: (value) => (/^\s*\+?\d{1,9}\s*$/u.test(value) ? Number(value) : undefined),
};
export const integer: Form<number> = {
  expected: 'a whole number',
  parse: (value) => (/^\s*[+-]?\d{1,15}\s*$/u.test(value) ? Number(value) : undefined),
};
export const number: Form<number> = {
  expected: 'a number',
  parse: readFinite,
  format: writeScalar,
};
/** A bound at infinity bounds no finite number, and neither does the largest of them. */
export const extent: Form<number> = {
  ...number,
  parse: (value) => {
    const read = readFloat(value);
    return read && Math.min(Number.MAX_VALUE, Math.max(-Number.MAX_VALUE, read));
  },
};
export const words: Form<readonly string[]> = {
  expected: 'words with spaces between them',
  parse: (value) => value.trim().split(/\s+/u).filter(Boolean),
  format: (value) => value.join(' '),
};
export const identifiers: Form<readonly string[]> = {
  expected: 'identifiers with spaces between them',
  parse: (value) => {
    const all = value.trim().split(/\s+/u).filter(Boolean);
    return all.every(isIdentifier) ? all : undefined;
  },
  format: (value) => value.join(' '),
};
export const coords: Form<readonly number[]> = {
  expected: 'numbers with commas between them',
  parse: (value) => {
    if (value.trim() === '') return [];
    const all = value
      .split(/[\s,]+/u)
      .filter(Boolean)
      .map((part) => readFinite(part.replace(/%$/u, '')));
    return all.every((part) => part !== undefined) ? all : undefined;
  },
  format: (value) => value.map(writeScalar).join(','),
};
export const point: Form<readonly [number, number]> = {
  expected: 'two numbers',
  parse: (value) => {
    const [x, y, more] = value
      .trim()
      .split(/[\s,]+/u)
      .map(readFinite);
    return x === undefined || y === undefined || more !== undefined ? undefined : [x, y];
  },
  format: (value) => value.join(' '),
};
export const oneOf = <const T extends string>(all: readonly T[]): Form<T> => ({
  expected: `one of ${all.join(', ')}`,
  parse: (value) => all.find((allowed) => allowed === value.trim()),
});
export const someOf = <const T extends string>(all: readonly T[]): Form<readonly T[]> => ({
  expected: `some of ${all.join(', ')}`,
  parse: (value) => {
    const found = value
      .trim()
      .split(/\s+/u)
      .map((word) => all.find((allowed) => allowed === word));
    return found.every((word) => word !== undefined) ? found : undefined;
  },
  format: (value) => value.join(' '),
});

/** Some writers of 3.0 made kebab-case of the value, too, as names are. */
export const baseType: Form<BaseType> = {
  ...oneOf(baseTypes),
  parse: (value) =>
    value.trim() === 'directed-pair' ? 'directedPair' : oneOf(baseTypes).parse(value),
};

const makeField = <T extends {}>(
  attribute: string,
  { expected, parse, format = String }: Form<T>,
  must: boolean,
  fallback: T | undefined,
): Field<T> => ({ attribute, required: must, fallback, expected, parse, format });

export const required = <T extends {}>(attribute: string, form: Form<T>): Field<T> =>
  makeField(attribute, form, true, undefined);

export const optional = <T extends {}>(attribute: string, form: Form<T>): Field<T | undefined> =>
  makeField(attribute, form, false, undefined);

export const withDefault = <T extends {}>(
  attribute: string,
  form: Form<T>,
  fallback: T,
): Field<T> => makeField(attribute, form, false, fallback);

const attributeIndex = new WeakMap<Fields, ReadonlyMap<string, string>>();

function indexOf(fields: Fields): ReadonlyMap<string, string> {
  const known = attributeIndex.get(fields);
  if (known) return known;
  const made = new Map(Object.entries(fields).map(([key, { attribute }]) => [attribute, key]));
  attributeIndex.set(fields, made);
  return made;
}

/**
 * Reads the table's attributes; what is left goes to `attributes` if it is global, and is reported
 * otherwise. Undefined when something required is missing or wrong: it has been reported then.
 */
export function readFields<F extends Fields>(
  source: Source,
  element: XmlElement,
  fields: F,
): { values: Read<F>; attributes: Attributes } | undefined {
  const index = indexOf(fields);
  const values: Record<string, unknown> = {};
  const attributes: Record<string, string> = {};
  let complete = true;
  // In the table's order, so that the order of a document's attributes leaves no trace.
  for (const key in fields) {
    const { attribute, required: must, fallback, expected, parse } = fields[key] as Field<unknown>;
    const given = element.attributes[attribute];
    const value = given === undefined ? fallback : parse(given);
    if (value !== undefined) values[key] = value;
    else if (given !== undefined) {
      source.problem(element, 'wrong-value', `${attribute}="${given}"`, expected);
      complete = false;
    } else if (must) {
      source.problem(element, 'missing-attribute', `${attribute} is missing`, expected);
      complete = false;
    }
  }
  for (const name in element.attributes) {
    if (index.has(name)) continue;
    if (!readGlobal(source, element, name, element.attributes[name] ?? '', attributes)) {
      const message = `${name} is not an attribute of ${element.sourceName}`;
      source.problem(element, 'unknown-attribute', message, [...index.keys()].join(', '));
    }
  }
  return complete ? { values: values as Read<F>, attributes } : undefined;
}

/** The attributes to write: what differs from its default, and what the standard requires. */
export function writeFields<F extends Fields>(
  fields: F,
  values: Readonly<Partial<Record<keyof F, unknown>>>,
): Record<string, string> {
  const written: Record<string, string> = {};
  for (const key in fields) {
    const value = values[key];
    const field = fields[key] as Field<unknown>;
    if (value !== undefined && value !== null && (field.required || value !== field.fallback)) {
      written[field.attribute] = field.format(value);
    }
  }
  return written;
}
