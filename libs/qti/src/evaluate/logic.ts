// Three-valued logic (ASI, "and", "or", "not", "anyN"): NULL where the answer hangs on a NULL.
import { boolean, type Value } from '../model/value.ts';
import { resolveWhole, type Apply } from './environment.ts';
import type { NumberOrVariable } from '../model/expression.ts';

const truth = (value: Value | null | undefined): boolean | null =>
  value?.cardinality === 'single' && typeof value.value === 'boolean' ? value.value : null;

export const and: Apply<unknown> = (operands) => {
  const truths = operands.map(truth);
  if (truths.includes(false)) return boolean(false);
  return truths.includes(null) ? null : boolean(true);
};

export const or: Apply<unknown> = (operands) => {
  const truths = operands.map(truth);
  if (truths.includes(true)) return boolean(true);
  return truths.includes(null) ? null : boolean(false);
};

export const not: Apply<unknown> = ([operand]) => {
  const value = truth(operand);
  return value === null ? null : boolean(!value);
};

export const anyN: Apply<{ min: NumberOrVariable; max: NumberOrVariable }> = (
  operands,
  expression,
  environment,
) => {
  const min = resolveWhole(expression.min, environment);
  const max = resolveWhole(expression.max, environment);
  if (min === undefined || max === undefined) return null;
  const truths = operands.map(truth);
  const yes = truths.filter((value) => value === true).length;
  const unknown = truths.filter((value) => value === null).length;
  if (yes > max || yes + unknown < min) return boolean(false);
  return yes >= min && yes + unknown <= max ? boolean(true) : null;
};

/** A container without elements and a string without characters are NULL too. */
export const isNull: Apply<unknown> = ([operand]) => {
  if (operand === null || operand === undefined) return boolean(true);
  if (operand.cardinality === 'single') return boolean(operand.value === '');
  if (operand.cardinality === 'record') return boolean(Object.keys(operand.fields).length === 0);
  return boolean(operand.values.length === 0);
};
