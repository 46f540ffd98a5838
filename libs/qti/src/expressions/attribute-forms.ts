import type { NumberOrVariable } from '../model/expression.ts';
import { isIdentifier, readFloat, writeScalar } from '../model/lexical.ts';
import { identifier, identifiers, optional } from '../read/fields.ts';

export const roundingModes = ['decimalPlaces', 'significantFigures'] as const;

/**
 * integerOrVariableRef, floatOrVariableRef: a number, or a variable's identifier, in 2.x also in braces.
 */
export function readNumberOrVariable(text: string): NumberOrVariable | undefined {
  const value = readFloat(text);
  if (value !== undefined) return value;
  const variable = text.trim().replace(/^\{(.+)\}$/u, '$1');
  return isIdentifier(variable) ? { variable } : undefined;
}

const format = (value: NumberOrVariable): string =>
  typeof value === 'number' ? writeScalar(value) : value.variable;

export const numberOrVariable = {
  expected: 'a finite number or a variable',
  parse: (text: string): NumberOrVariable | undefined => {
    const value = readNumberOrVariable(text);
    return typeof value === 'number' && !Number.isFinite(value) ? undefined : value;
  },
  format,
};

export const wholeOrVariable = {
  ...numberOrVariable,
  expected: 'a whole number or a variable',
  parse: (text: string): NumberOrVariable | undefined => {
    const value = readNumberOrVariable(text);
    return typeof value === 'number' && !Number.isSafeInteger(value) ? undefined : value;
  },
};

export const numbersOrVariables = {
  expected: 'one or two numbers or variables',
  parse: (text: string): readonly NumberOrVariable[] | undefined => {
    const all = text.trim().split(/\s+/u).filter(Boolean).map(readNumberOrVariable);
    // An infinite tolerance is wider than any two numbers are apart, and so is the largest number.
    const kept = all.map((value) => (value === Infinity ? Number.MAX_VALUE : value));
    return kept.every((value) => value !== undefined) ? kept : undefined;
  },
  format: (values: readonly NumberOrVariable[]) => values.map(format).join(' '),
};

export const subsetFields = {
  section: optional('section-identifier', identifier),
  include: optional('include-category', identifiers),
  exclude: optional('exclude-category', identifiers),
};
