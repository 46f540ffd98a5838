import { decimal, divides, minus } from '../evaluate/decimal.ts';
import type { ResponseDeclaration } from '../model/declaration.ts';
import { fromPlain } from '../model/plain.ts';
import { writeScalar } from '../model/lexical.ts';
import { isPair, type Scalar, type Value } from '../model/value.ts';
import type { Domain } from './domain.ts';
import type { Scoring } from './scoring.ts';

/** By response identifier, in the plain form of `PlainValue`; what is left out is NULL. */
export type Responses = Readonly<Record<string, unknown>>;

/** Why an answer is not scored. */
export type RefusalCode =
  | 'unknown-variable'
  | 'wrong-type'
  | 'unknown-identifier'
  | 'repeated'
  | 'too-many'
  | 'out-of-range';

/** What is wrong with the answer to one response variable. */
export interface Refusal {
  readonly response: string;
  readonly code: RefusalCode;
  readonly message: string;
}

/**
 * What is wrong with an answer, a refusal for each response variable; empty when it can be scored. The type is
 * that of the declaration (ASI, "responseDeclaration"), the values those that the interaction offers
 * ("simpleChoice", "matchMax", "sliderInteraction" and so on). Throws nothing.
 */
export function checkResponses(scoring: Scoring, responses: Responses): Refusal[] {
  return readResponses(scoring, responses).refusals;
}

export function readResponses(
  { responses: declarations, domains }: Scoring,
  given: Responses,
): { values: Map<string, Value | null>; refusals: Refusal[] } {
  const values = new Map<string, Value | null>();
  const refusals: Refusal[] = [];
  for (const declaration of declarations) {
    const { identifier } = declaration;
    const domain = Object.hasOwn(domains, identifier) ? domains[identifier] : undefined;
    const read = fromPlain(
      declaration,
      Object.hasOwn(given, identifier) ? given[identifier] : null,
    );
    if (!read.ok)
      refusals.push({
        response: identifier,
        code: 'wrong-type',
        message: `expected ${read.expected}`,
      });
    else {
      const value = read.value ?? (domain?.kind === 'end-attempt' ? notPressed : null);
      const refusal = value && (tooMany(value) ?? (domain && outside(domain, declaration, value)));
      if (refusal) refusals.push({ response: identifier, ...refusal });
      values.set(identifier, value);
    }
  }
  for (const name in given) {
    if (!values.has(name) && !declarations.some(({ identifier }) => identifier === name)) {
      refusals.push({
        response: name,
        code: 'unknown-variable',
        message: 'the item has no such response variable',
      });
    }
  }
  return { values, refusals };
}

// ASI, "endAttemptInteraction": true if the button was pressed, otherwise false.
const notPressed: Value = { cardinality: 'single', baseType: 'boolean', value: false };

// Threat: an answer made to be compared for ever, each of its values with each.
export const MAX_VALUES = 1000;

function tooMany(value: Value): Omit<Refusal, 'response'> | undefined {
  if (value.cardinality === 'single') return undefined;
  const { length } = value.cardinality === 'record' ? Object.keys(value.fields) : value.values;
  return length > MAX_VALUES
    ? { code: 'too-many', message: `${length} values, at most ${MAX_VALUES} are read` }
    : undefined;
}

/** Why the interaction doesn't allow the value; undefined where it does. */
export function outside(
  domain: Domain,
  { baseType }: ResponseDeclaration,
  value: Value,
): Omit<Refusal, 'response'> | undefined {
  if (value.cardinality === 'record') return undefined;
  const scalars = value.cardinality === 'single' ? [value.value] : value.values;
  if (domain.max !== undefined && scalars.length > domain.max) {
    return {
      code: 'too-many',
      message: `${scalars.length} values, at most ${domain.max} are allowed`,
    };
  }
  if (domain.choices) return outsideChoices(domain.choices, scalars);
  if (domain.first && domain.second)
    return outsidePairs(domain.first, domain.second, baseType === 'pair', scalars);
  if (domain.mediaTypes) return outsideMediaTypes(domain.mediaTypes, scalars);
  return outsideRange(domain, scalars);
}

function outsideRange(
  { from = -Infinity, to = Infinity, step }: Domain,
  scalars: readonly Scalar[],
): Omit<Refusal, 'response'> | undefined {
  const reachable = (value: number): boolean =>
    step === undefined || divides(decimal(step), minus(decimal(value), decimal(from)));
  const wrong = scalars.find(
    (scalar) => typeof scalar === 'number' && (scalar < from || scalar > to || !reachable(scalar)),
  );
  if (wrong === undefined) return undefined;
  const steps = step === undefined ? '' : ` in steps of ${step}`;
  const message = `${writeScalar(wrong)} is not from ${from} to ${to}${steps}`;
  return { code: 'out-of-range', message };
}

function outsideMediaTypes(
  allowed: readonly string[],
  scalars: readonly Scalar[],
): Omit<Refusal, 'response'> | undefined {
  const fits = (mediaType: string): boolean =>
    allowed.some((one) =>
      one.endsWith('/*') ? mediaType.startsWith(one.slice(0, -1)) : mediaType === one,
    );
  const wrong = scalars.find(
    (scalar) => typeof scalar === 'object' && 'mediaType' in scalar && !fits(scalar.mediaType),
  );
  return wrong === undefined
    ? undefined
    : { code: 'out-of-range', message: `a file of another type than ${allowed.join(', ')}` };
}

function outsideChoices(
  choices: readonly string[],
  scalars: readonly Scalar[],
): Omit<Refusal, 'response'> | undefined {
  const seen = new Set<Scalar>();
  for (const scalar of scalars) {
    if (typeof scalar !== 'string' || !choices.includes(scalar)) {
      return { code: 'unknown-identifier', message: `${writeScalar(scalar)} is no choice` };
    }
    if (seen.has(scalar)) return { code: 'repeated', message: `${scalar} is there twice` };
    seen.add(scalar);
  }
  return undefined;
}

type Uses = Readonly<Record<string, number>>;

function outsidePairs(
  first: Uses,
  second: Uses,
  undirected: boolean,
  scalars: readonly Scalar[],
): Omit<Refusal, 'response'> | undefined {
  const used = new Map<string, number>();
  const seen = new Set<string>();
  const overused = (side: string, uses: Uses, name: string): boolean => {
    const key = undirected ? name : `${side} ${name}`;
    const times = (used.get(key) ?? 0) + 1;
    used.set(key, times);
    const most = uses[name] ?? 0;
    return most > 0 && times > most;
  };
  for (const scalar of scalars) {
    if (!isPair(scalar)) return { code: 'wrong-type', message: 'expected a pair' };
    const [a, b] = scalar;
    if (!Object.hasOwn(first, a) || !Object.hasOwn(second, b)) {
      return { code: 'unknown-identifier', message: `${a} ${b} is no pair of this item` };
    }
    const key = undirected && b < a ? `${b} ${a}` : `${a} ${b}`;
    if (seen.has(key)) return { code: 'repeated', message: `${key} is there twice` };
    seen.add(key);
    if (overused('first', first, a) || overused('second', second, b)) {
      return { code: 'too-many', message: `one of ${a} and ${b} is used more often than allowed` };
    }
  }
  return undefined;
}
