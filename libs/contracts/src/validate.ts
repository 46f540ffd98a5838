import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import { type AnyContract, contracts, type EventData, type EventName } from './contracts.ts';
import type { JsonSchema } from './json-schema.ts';

// A writer may send nothing that the schema does not name: a stray field could carry a person's
// name or an answer key into a topic. A reader accepts additions, so that writers can move first.
type Side = 'writer' | 'reader';

const isSchema = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const closed = (schema: unknown): unknown => {
  if (Array.isArray(schema)) return schema.map(closed);
  if (!isSchema(schema)) return schema;
  const inner = Object.fromEntries(Object.entries(schema).map(([key, one]) => [key, closed(one)]));
  return schema['type'] === 'object' ? { ...inner, additionalProperties: false } : inner;
};

const ajv = new Ajv({
  strict: true,
  allErrors: false,
  allowUnionTypes: true,
  validateFormats: true,
});
formats.default(ajv);

const compile = (side: Side): ReadonlyMap<string, ValidateFunction> =>
  new Map(
    contracts.map(({ name, data }: AnyContract) => {
      const schema = side === 'writer' ? closed(data) : data;
      return [name, ajv.compile(isSchema(schema) ? schema : {})];
    }),
  );

const validators: Readonly<Record<Side, ReadonlyMap<string, ValidateFunction>>> = {
  writer: compile('writer'),
  reader: compile('reader'),
};

const problem = (side: Side, name: EventName, data: unknown): string | null => {
  const validate = validators[side].get(name);
  if (!validate) return `there is no event named ${name}`;
  if (validate(data)) return null;
  const first = validate.errors?.[0];
  const extra = first?.keyword === 'additionalProperties' ? first.params['additionalProperty'] : '';
  // The path and the rule, never the value: this text goes to logs and dead letters.
  return `${name}: data${first?.instancePath ?? ''} ${first?.message ?? 'is invalid'}${extra ? ` (${extra})` : ''}`;
};

/** Why a writer may not send this, or null. */
export const writerProblem = (name: EventName, data: unknown): string | null =>
  problem('writer', name, data);

/** Whether what arrived can be read as that event's data; see `readerProblem` for the reason. */
export const isReadable = <N extends EventName>(name: N, data: unknown): data is EventData<N> =>
  readerProblem(name, data) === null;

/** Why a reader cannot take this, or null. */
export const readerProblem = (name: EventName, data: unknown): string | null =>
  problem('reader', name, data);
