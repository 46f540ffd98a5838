// Tables of an operator's cases. Each table has to say what happens with NULL, with operands of the
// wrong cardinality, with empty containers, and with an integer beside a float.
import { describe, expect, it } from '@jest/globals';
import type { Environment } from '../src/evaluate/environment.ts';
import { evaluate } from '../src/evaluate/evaluate.ts';
import { seededRandom } from '../src/evaluate/random.ts';
import { readExpression } from '../src/expressions/read-expression.ts';
import type { Scope } from '../src/expressions/scope.ts';
import type { Expression } from '../src/model/expression.ts';
import type { Value } from '../src/model/value.ts';
import type { DeclaredVariable } from '../src/read/reading.ts';
import { readXml } from '../src/xml/read-xml.ts';
import { writeExpression } from '../src/write/write-expression.ts';
import { Source } from '../src/xml/source.ts';
import { operandsXml, valueOf } from './notation.ts';

/** attributes | operands => value, or "refused" and the code of the problem. */
type Case = string;

export interface Cases {
  readonly values: readonly Case[];
  readonly nulls: readonly Case[];
  /** Refused when the item is read; where the type is not known then, NULL when it is evaluated. */
  readonly cardinalities: readonly Case[] | 'any';
  readonly empty: readonly Case[] | 'no container';
  readonly numbers: readonly Case[] | 'no numbers';
}

const variables: Readonly<Record<string, string>> = {
  yes: 'single boolean true',
  no: 'single boolean false',
  noBoolean: 'single boolean NULL',
  three: 'single integer 3',
  noInteger: 'single integer NULL',
  half: 'single float 0.5',
  noFloat: 'single float NULL',
  noString: 'single string NULL',
  noIdentifier: 'single identifier NULL',
  noPoint: 'single point NULL',
  noDuration: 'single duration NULL',
  bag: 'multiple integer {1 2 3}',
  row: 'ordered integer [1 2 3]',
  emptyBag: 'multiple integer NULL',
  emptyRow: 'ordered integer NULL',
  floats: 'multiple float {0.5 1.5}',
  letters: 'multiple identifier {#A #B #C}',
  path: 'ordered identifier [#A #B #C]',
  emptyLetters: 'multiple identifier NULL',
  emptyPath: 'ordered identifier NULL',
  texts: "multiple string {'a' 'b'}",
  points: 'multiple point {@1,1 @5,5}',
  emptyPoints: 'multiple point NULL',
  truths: 'multiple boolean {true false}',
  times: 'multiple duration {1s 2s}',
  record: 'record',
  emptyRecord: 'record NULL',
};

const record: Value = {
  cardinality: 'record',
  fields: { x: { cardinality: 'single', baseType: 'integer', value: 7 }, y: null },
};

const declared = new Map<string, DeclaredVariable>();
const values = new Map<string, Value | null>();
for (const [identifier, said] of Object.entries(variables)) {
  const [cardinality = '', baseType] = said.split(' ');
  const text = said.split(' ').slice(2).join(' ');
  const known = cardinality === 'record' ? {} : { baseType };
  const declaration = { identifier, cardinality, ...known, default: null };
  declared.set(identifier, {
    role: 'outcome',
    declaration: declaration as DeclaredVariable['declaration'],
  });
  values.set(identifier, said === 'record' ? record : text === '' ? null : valueOf(text));
}

const environment: Environment = {
  variable: (name) => values.get(name.replace('ITEM.', '')) ?? null,
  correct: () => null,
  initial: () => null,
  response: () => undefined,
  random: seededRandom('operator'),
};

interface Attempted {
  readonly expression?: Expression | undefined;
  readonly codes: readonly string[];
}

function attempt(name: string, attributes: string, operands: string, typed: boolean): Attempted {
  const inside = operandsXml(operands, (variable) => (typed ? variable : `ITEM.${variable}`));
  return read(`<${name} ${attributes}>${inside}</${name}>`, typed);
}

function read(xml: string, typed: boolean): Attempted {
  const source = new Source('expression.xml', xml);
  const root = readXml(xml, source);
  const scope: Scope = { source, variables: declared, level: typed ? 'item' : 'test' };
  const found = root && readExpression(scope, root);
  return { expression: found?.expression, codes: source.problems.map(({ code }) => code) };
}

function run(name: string, row: Case): void {
  const [left = '', expected = ''] = row.split('=>').map((part) => part.trim());
  const [operands = '', attributes = ''] = left
    .split(/(?:^|\s)\|(?:\s|$)/u)
    .map((part) => part.trim())
    .toReversed();
  const tried = attempt(name, attributes, operands, true);
  const [refused, code] = expected.split(' ');
  if (refused === 'refused') {
    expect([...new Set(tried.codes)]).toEqual([code ?? 'wrong-type']);
    if (code !== undefined) return;
    // What is refused by its declared type is NULL where the type shows only at run time.
    const untyped = attempt(name, attributes, operands, false);
    if (untyped.expression) expect(evaluate(untyped.expression, environment)).toBeNull();
    return;
  }
  expect(tried.codes).toEqual([]);
  if (!tried.expression) throw new Error('nothing was read');
  // What is written reads back as the same.
  expect(read(writeExpression(tried.expression), true)).toEqual({
    expression: tried.expression,
    codes: [],
  });
  const result = evaluate(tried.expression, environment);
  if (expected.startsWith('about ')) {
    const close = result?.cardinality === 'single' ? result.value : undefined;
    expect(result?.cardinality === 'single' && result.baseType).toBe('float');
    expect(close).toBeCloseTo(Number(expected.slice(6)), 5);
  } else expect(result).toEqual(valueOf(expected));
}

/** Declares the cases of one expression of the standard, by its name in QTI 3.0. */
export function operator(name: string, cases: Cases): void {
  describe(name, () => {
    for (const [kind, rows] of Object.entries(cases)) {
      if (!Array.isArray(rows)) continue;
      it.each(rows as Case[])(`${kind}: %s`, (row) => run(name, row));
    }
  });
}
