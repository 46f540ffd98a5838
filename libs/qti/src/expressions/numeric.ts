import type { BaseType, Value } from '../model/value.ts';

export const isNumeric = (baseType: BaseType | undefined): boolean =>
  baseType === 'integer' || baseType === 'float';

/** The number of a single numeric value; undefined for NULL and for everything else. */
export function numberOf(value: Value | null): number | undefined {
  if (value?.cardinality !== 'single' || !isNumeric(value.baseType)) return undefined;
  return typeof value.value === 'number' ? value.value : undefined;
}

/** All the numbers of values of any cardinality but record; undefined if one is NULL or no number. */
export function numbersOf(
  values: readonly (Value | null)[],
): { numbers: number[]; whole: boolean } | undefined {
  const numbers: number[] = [];
  let whole = true;
  for (const value of values) {
    if (value === null || value.cardinality === 'record' || !isNumeric(value.baseType))
      return undefined;
    if (value.baseType === 'float') whole = false;
    for (const scalar of value.cardinality === 'single' ? [value.value] : value.values) {
      if (typeof scalar !== 'number') return undefined;
      numbers.push(scalar);
    }
  }
  return { numbers, whole };
}
