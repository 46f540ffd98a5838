import type { Declaration } from '../model/declaration.ts';
import type { BaseType, Scalar, Value } from '../model/value.ts';

/**
 * A value as a variable of that declaration holds it. An integer is a float, a whole float an integer;
 * everything else of another type is NULL.
 */
export function convert(
  value: Value | null,
  { cardinality, baseType }: Omit<Declaration, 'default'>,
): Value | null {
  if (value === null || value.cardinality !== cardinality) return null;
  if (value.cardinality === 'record' || value.baseType === baseType) return value;
  if (baseType === undefined) return null;
  if (value.cardinality === 'single') {
    const scalar = convertScalar(value.value, value.baseType, baseType);
    return scalar === undefined ? null : { ...value, baseType, value: scalar };
  }
  const scalars = value.values.map((scalar) => convertScalar(scalar, value.baseType, baseType));
  return scalars.every((scalar) => scalar !== undefined)
    ? { ...value, baseType, values: scalars }
    : null;
}

function convertScalar(scalar: Scalar, from: BaseType, to: BaseType): Scalar | undefined {
  if (typeof scalar !== 'number') return undefined;
  if (from === 'integer' && to === 'float') return scalar;
  return from === 'float' && to === 'integer' && Number.isInteger(scalar) ? scalar : undefined;
}
