// Bodies that are wrong in every field that a schema names, and the fields that the refusal has to name.
import type { Schema } from './documents.ts';

export interface Malformed {
  readonly how: string;
  readonly body: unknown;
  /** Paths as in `errors[].field`, each of which is named; where there are none, any one is. */
  readonly fields: readonly string[];
}

export function malformedBodies(schema: Schema): Malformed[] {
  const top = Object.entries(schema.properties ?? {});
  const each = (value: (one: Schema) => unknown): Record<string, unknown> =>
    Object.fromEntries(top.map(([name, one]) => [name, value(one)]));
  const names = top.map(([name]) => name);
  const structured = top.filter(([, one]) => isStructured(one));
  const bodies = [
    { how: 'empty', body: {}, fields: schema.required ?? [] },
    { how: 'of the wrong kinds', body: each(wrongKind), fields: names },
    { how: 'wrong in every leaf', body: each(wrong), fields: leaves(schema, '') },
    { how: 'empty in every part', body: each(hollow), fields: requiredLeaves(schema, '') },
    {
      how: 'with lists in the place of objects',
      body: Object.fromEntries(
        structured.map(([name, one]) => [name, one.type === 'array' ? [[]] : []]),
      ),
      fields: structured.map(([name]) => name),
    },
  ].filter(({ fields }) => fields.length > 0);
  const texts = { how: 'with a NUL in every text', body: each(withNul), fields: [] };
  return [
    ...bodies,
    ...(JSON.stringify(texts.body).includes('\\u0000') ? [texts] : []),
    { how: 'with a member that nobody knows', body: { xyzzy: 1 }, fields: ['xyzzy'] },
  ];
}

const isObject = ({ properties }: Schema): boolean => properties !== undefined;
const isStructured = (schema: Schema): boolean =>
  isObject(schema) || (schema.items !== undefined && isObject(schema.items));

const wrongKind = ({ type }: Schema): unknown => (type === 'string' ? { wrong: true } : 'wrong');

function wrong(schema: Schema): unknown {
  const { properties, items } = schema;
  if (properties) return mapped(properties, wrong);
  if (items && isObject(items)) return [wrong(items)];
  return wrongKind(schema);
}

/** Every object is there and empty. */
function hollow(schema: Schema): unknown {
  const { properties, items } = schema;
  if (properties) return mapped(onlyObjects(properties), hollow);
  return items && isObject(items) ? [hollow(items)] : undefined;
}

function withNul(schema: Schema): unknown {
  const { properties, items, type } = schema;
  if (properties) return mapped(properties, withNul);
  if (items) return [withNul(items)];
  return type === 'string' ? 'a\0b' : undefined;
}

const mapped = (
  properties: Readonly<Record<string, Schema>>,
  value: (one: Schema) => unknown,
): Record<string, unknown> =>
  Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, value(one)]));

const onlyObjects = (properties: Readonly<Record<string, Schema>>): Record<string, Schema> =>
  Object.fromEntries(Object.entries(properties).filter(([, one]) => isStructured(one)));

function leaves({ properties = {} }: Schema, above: string): string[] {
  return Object.entries(properties).flatMap(([name, one]) => {
    const path = above + name;
    if (isObject(one)) return leaves(one, `${path}.`);
    return one.items && isObject(one.items) ? leaves(one.items, `${path}.0.`) : [path];
  });
}

function requiredLeaves({ properties = {}, required = [] }: Schema, above: string): string[] {
  return Object.entries(properties).flatMap(([name, one]) => {
    const path = above + name;
    if (isObject(one)) return requiredLeaves(one, `${path}.`);
    if (one.items && isObject(one.items)) return requiredLeaves(one.items, `${path}.0.`);
    return required.includes(name) ? [path] : [];
  });
}
