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
}

const builtIn: Readonly<Record<string, StaticType>> = {
  numAttempts: { cardinality: 'single', baseType: 'integer' },
  duration: { cardinality: 'single', baseType: 'duration' },
  completionStatus: { cardinality: 'single', baseType: 'identifier' },
};

/** Undefined = there is no such variable. */
export function typeOfVariable(
  { variables, level }: Scope,
  identifier: string,
): StaticType | undefined {
  const known = variables.get(identifier);
  if (known) {
    const { cardinality, baseType } = known.declaration;
    return baseType === undefined ? { cardinality } : { cardinality, baseType };
  }
  if (level === 'test' && identifier.includes('.'))
    return builtIn[identifier.split('.').at(-1) ?? ''] ?? {};
  return builtIn[identifier];
}

export function responseOf(
  { variables }: Scope,
  identifier: string,
): ResponseDeclaration | undefined {
  const known = variables.get(identifier);
  return known?.role === 'response' ? (known.declaration as ResponseDeclaration) : undefined;
}
