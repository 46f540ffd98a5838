import type { ResponseDeclaration } from '../model/declaration.ts';
import type { DeclaredVariable } from '../read/reading.ts';
import type { Source } from '../xml/source.ts';
import type { StaticType } from './operators.ts';

/** What expressions and rules may refer to where they stand. */
export interface Scope {
  readonly source: Source;
  readonly variables: ReadonlyMap<string, DeclaredVariable>;
  /** In a test, item variables are written ITEM.VARIABLE, and the items' types are not known. */
  readonly level: 'item' | 'test';
  /** Of a test: the identifiers of its item references; without them any is taken. */
  readonly items?: ReadonlySet<string>;
}

const builtIn: ReadonlyMap<string, StaticType> = new Map([
  ['numAttempts', { cardinality: 'single', baseType: 'integer' }],
  ['duration', { cardinality: 'single', baseType: 'duration' }],
  ['completionStatus', { cardinality: 'single', baseType: 'identifier' }],
]);

/** Undefined = there is no such variable. */
export function typeOfVariable(
  { variables, level, items }: Scope,
  identifier: string,
): StaticType | undefined {
  const known = variables.get(identifier);
  if (known) {
    const { cardinality, baseType } = known.declaration;
    return baseType === undefined ? { cardinality } : { cardinality, baseType };
  }
  if (level === 'test' && identifier.includes('.')) {
    if (items && !splitItemVariable(identifier, items)) return undefined;
    return builtIn.get(identifier.split('.').at(-1) ?? '') ?? {};
  }
  return builtIn.get(identifier);
}

/**
 * ITEM.VARIABLE, or ITEM.2.VARIABLE for the second time that an item was selected (ASI, "variable").
 * Identifiers may have dots themselves, so the longest item that fits is meant.
 */
export function splitItemVariable(
  name: string,
  items: ReadonlySet<string>,
): { readonly item: string; readonly instance?: number; readonly variable: string } | undefined {
  const item = [...items]
    .filter((one) => name.startsWith(`${one}.`))
    .toSorted((a, b) => b.length - a.length)[0];
  if (item === undefined) return undefined;
  const rest = name.slice(item.length + 1);
  const [, instance, variable] = /^(\d+)\.(.+)$/u.exec(rest) ?? [];
  return instance === undefined || variable === undefined
    ? { item, variable: rest }
    : { item, instance: Number(instance), variable };
}

export function responseOf(
  { variables }: Scope,
  identifier: string,
): ResponseDeclaration | undefined {
  const known = variables.get(identifier);
  return known?.role === 'response' ? (known.declaration as ResponseDeclaration) : undefined;
}
