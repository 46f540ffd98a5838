// A short notation for operands and values, so that a table of an operator's cases can be read:
//   3  integer    2.5 3.0  float    true  boolean    'abc'  string    #A  identifier    5s  duration
//   A>B  directedPair    A~B  pair    @1,2  point    NULL    {1 2}  multiple    [1 2]  ordered
//   name  variable    (sum 1 2)  expression
import { writeScalar } from '../src/model/lexical.ts';
import {
  list,
  single,
  type BaseType,
  type Scalar,
  type SingleValue,
  type Value,
} from '../src/model/value.ts';

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

export const tokensOf = (text: string): string[] =>
  [...text.matchAll(/'[^']*'|[(){}[\]]|[^\s(){}[\]]+/gu)].map(([token]) => token);

const forms: readonly (readonly [BaseType, RegExp, (text: string) => Scalar])[] = [
  ['string', /^'.*'$/u, (text) => text.slice(1, -1)],
  ['boolean', /^(?:true|false)$/u, (text) => text === 'true'],
  ['integer', /^-?\d+$/u, Number],
  ['duration', /^[\d.]+s$/u, (text) => Number(text.slice(0, -1))],
  ['float', /^-?(?:[\d.]+(?:e-?\d+)?|INF)$/u, (text) => Number(text.replace('INF', 'Infinity'))],
  ['identifier', /^#/u, (text) => text.slice(1)],
  ['directedPair', /^\w+>\w+$/u, (text) => pair(text.split('>'))],
  ['pair', /^\w+~\w+$/u, (text) => pair(text.split('~'))],
  ['point', /^@/u, (text) => point(text.slice(1).split(',').map(Number))],
];

const pair = ([a = '', b = '']: readonly string[]): Scalar => [a, b];
const point = ([x = 0, y = 0]: readonly number[]): Scalar => [x, y];

export function constant(token: string): SingleValue | undefined {
  const [baseType, , read] = forms.find(([, form]) => form.test(token)) ?? [];
  return baseType && read ? single(baseType, read(token)) : undefined;
}

const xmlText = (token: string): string => {
  const scalar = constant(token)?.value;
  return scalar === undefined ? '' : escape(writeScalar(scalar));
};

/** The XML of operands; `rename` changes the variables' names. */
export function operandsXml(text: string, rename: (name: string) => string): string {
  const tokens = tokensOf(text);
  const one = (): string => {
    const token = tokens.shift() ?? '';
    if (token === 'NULL') return '<qti-null/>';
    if (token === '(') {
      const name = tokens.shift() ?? '';
      let inside = '';
      while (tokens[0] !== ')') inside += one();
      tokens.shift();
      return `<qti-${name}>${inside}</qti-${name}>`;
    }
    const value = constant(token);
    if (value)
      return `<qti-base-value base-type="${value.baseType}">${xmlText(token)}</qti-base-value>`;
    return `<qti-variable identifier="${rename(token)}"/>`;
  };
  let all = '';
  while (tokens.length > 0) all += one();
  return all;
}

export function valueOf(text: string): Value | null {
  const [first, ...rest] = tokensOf(text);
  if (first === undefined || first === 'NULL') return null;
  if (first !== '{' && first !== '[') {
    const value = constant(first);
    if (!value) throw new Error(`${first} is no value`);
    return value;
  }
  const values = rest.slice(0, -1).map((token) => constant(token));
  const [one] = values;
  if (!one) return null;
  const scalars = values.map((value) => value?.value ?? '');
  return list(first === '{' ? 'multiple' : 'ordered', one.baseType, scalars);
}
