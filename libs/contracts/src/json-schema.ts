// A few typed builders of JSON Schema, so that an event's type and its schema are one text and cannot differ.

export type JsonSchema = { readonly [keyword: string]: unknown };

declare const typed: unique symbol;
export type Schema<T> = JsonSchema & { readonly [typed]?: T };
export type Infer<S> = S extends Schema<infer T> ? T : never;

type Optional<T> = Schema<T> & { readonly 'x-optional': true };
type Fields = { readonly [field: string]: JsonSchema };
type OptionalKeys<F> = { [K in keyof F]: F[K] extends { 'x-optional': true } ? K : never }[keyof F];
type ObjectOf<F> = { readonly [K in Exclude<keyof F, OptionalKeys<F>>]: Infer<F[K]> } & {
  readonly [K in OptionalKeys<F>]?: Infer<F[K]>;
};

export const string: Schema<string> = { type: 'string', minLength: 1 };
export const uuid: Schema<string> = { type: 'string', format: 'uuid' };
export const instant: Schema<string> = { type: 'string', format: 'date-time' };
export const legalDate: Schema<string> = { type: 'string', format: 'date' };
export const integer: Schema<number> = { type: 'integer', minimum: 0 };
export const positive: Schema<number> = { type: 'integer', minimum: 1 };
export const number: Schema<number> = { type: 'number' };
export const boolean: Schema<boolean> = { type: 'boolean' };
export const nothing: Schema<null> = { type: 'null' };
export const digest: Schema<string> = { type: 'string', minLength: 16, maxLength: 200 };
export const base64: Schema<string> = { type: 'string', pattern: '^[A-Za-z0-9+/_-]+={0,2}$' };

export const oneOf = <const V extends readonly string[]>(...values: V): Schema<V[number]> => ({
  type: 'string',
  enum: values,
});

export const nullable = <T>(schema: Schema<T>): Schema<T | null> => ({
  anyOf: [schema, { type: 'null' }],
});

export const optional = <T>(schema: Schema<T>): Optional<T> => ({ ...schema, 'x-optional': true });

export const list = <T>(items: Schema<T>): Schema<readonly T[]> => ({ type: 'array', items });

export const object = <const F extends Fields>(fields: F): Schema<ObjectOf<F>> => ({
  type: 'object',
  properties: Object.fromEntries(
    Object.entries(fields).map(([name, { 'x-optional': _, ...schema }]) => [name, schema]),
  ),
  required: Object.keys(fields).filter((name) => fields[name]?.['x-optional'] !== true),
});

export const words = object({ en: string, ru: string, tg: string });

export const evidenceKind = oneOf('exam', 'practical', 'portfolio', 'panel', 'course');

export const language = oneOf('en', 'ru', 'tg');

/** Who acted, as the audit trail names people: the account, and the person whose it is. Never a name. */
export const hand = object({ account: string, person: nullable(uuid) });
