import {
  boolean,
  integer,
  list,
  sameScalar,
  single,
  type BaseType,
  type ListValue,
  type Scalar,
  type Value,
} from '../model/value.ts';
import type { NumberOrVariable } from '../model/expression.ts';
import { isNumeric } from '../expressions/numeric.ts';
import { comparable, remainder } from './comparing.ts';
import { resolveWhole, type Apply } from './environment.ts';

const asList = (value: Value | null | undefined): ListValue | undefined =>
  value?.cardinality === 'multiple' || value?.cardinality === 'ordered' ? value : undefined;

// Threat: a container that is put into itself, again and again.
const MAX_ELEMENTS = 100_000;

/** NULL operands are left out, containers opened; NULL when nothing is left or base types differ. */
export function collect(
  cardinality: 'multiple' | 'ordered',
  operands: readonly (Value | null)[],
): ListValue | null {
  let baseType: BaseType | undefined;
  const values: Scalar[] = [];
  for (const operand of operands) {
    if (operand === null) continue;
    if (operand.cardinality === 'record') return null;
    if (baseType !== undefined && operand.baseType !== baseType) {
      if (!isNumeric(baseType) || !isNumeric(operand.baseType)) return null;
      baseType = 'float';
    } else baseType = operand.baseType;
    if (operand.cardinality === 'single') values.push(operand.value);
    else if (operand.cardinality !== cardinality) return null;
    else for (const value of operand.values) values.push(value);
    if (values.length > MAX_ELEMENTS) return null;
  }
  return baseType === undefined ? null : list(cardinality, baseType, values);
}

export const multiple: Apply<unknown> = (operands) => collect('multiple', operands);
export const ordered: Apply<unknown> = (operands) => collect('ordered', operands);

export const containerSize: Apply<unknown> = ([container]) => {
  if (container === null || container === undefined) return integer(0);
  const found = asList(container);
  return found ? integer(found.values.length) : null;
};

/** Counts from 1. */
export const index: Apply<{ n: NumberOrVariable }> = ([container], { n }, environment) => {
  const [found, at] = [asList(container), resolveWhole(n, environment)];
  if (found?.cardinality !== 'ordered' || at === undefined || at < 1) return null;
  const value = found.values[at - 1];
  return value === undefined ? null : single(found.baseType, value);
};

export const fieldValue: Apply<{ field: string }> = ([record], { field }) =>
  record?.cardinality === 'record' && Object.hasOwn(record.fields, field)
    ? (record.fields[field] ?? null)
    : null;

export const random: Apply<unknown> = ([container], _, { random: draw }) => {
  const found = asList(container);
  const value = found?.values[draw.below(found.values.length)];
  return found === undefined || value === undefined ? null : single(found.baseType, value);
};

export const member: Apply<unknown> = ([element, container]) => {
  const found = asList(container);
  if (element?.cardinality !== 'single' || found === undefined) return null;
  if (!comparable(element.baseType, found.baseType)) return null;
  return boolean(found.values.some((value) => sameScalar(found.baseType, value, element.value)));
};

/** Takes away every instance of the first operand from the second. */
export const deleted: Apply<unknown> = ([element, container]) => {
  const found = asList(container);
  if (element?.cardinality !== 'single' || found === undefined) return null;
  if (!comparable(element.baseType, found.baseType)) return null;
  const left = found.values.filter((value) => !sameScalar(found.baseType, value, element.value));
  return list(found.cardinality, found.baseType, left);
};

/** [A,B,C] contains [C,A], not [B,B]; ordered, the second must be an unbroken part of the first. */
export const contains: Apply<unknown> = ([first, second]) => {
  const [whole, part] = [asList(first), asList(second)];
  if (whole === undefined || part === undefined || whole.cardinality !== part.cardinality)
    return null;
  if (!comparable(whole.baseType, part.baseType)) return null;
  if (whole.cardinality === 'multiple') return boolean(remainder(whole, part) !== undefined);
  const fitsAt = (start: number): boolean =>
    part.values.every((value, i) => {
      const other = whole.values[start + i];
      return other !== undefined && sameScalar(whole.baseType, other, value);
    });
  return boolean(whole.values.some((_, start) => fitsAt(start)));
};
