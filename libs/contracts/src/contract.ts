import type { Infer, JsonSchema, Schema } from './json-schema.ts';

export type Contract<N extends string, T> = {
  readonly name: N;
  readonly topic: TopicName;
  readonly summary: string;
  readonly data: Schema<T>;
  /** The field of the data that names the aggregate whose version the event carries; the key, where absent. */
  readonly aggregate?: keyof T & string;
  readonly example: { readonly key: string; readonly version: number; readonly data: T };
};

export type TopicName =
  | 'framework'
  | 'practitioner'
  | 'affiliation'
  | 'agency'
  | 'attainment'
  | 'form'
  | 'attempt'
  | 'result'
  | 'certificate'
  | 'account';

export const contract = <const N extends string, S extends JsonSchema>(
  definition: Omit<Contract<N, Infer<S>>, 'data'> & { readonly data: S },
): Contract<N, Infer<S>> => definition as Contract<N, Infer<S>>;
