import type { AreaMapping, Bounds, LookupTable, Mapping } from '../model/declaration.ts';
import {
  isPoint,
  sameScalar,
  single,
  type BaseType,
  type Scalar,
  type SingleValue,
  type Value,
} from '../model/value.ts';
import { insideArea } from './areas.ts';
import { total } from './decimal.ts';
import { foldCase } from './texts-and-points.ts';

const bounded = (
  value: number,
  { lowerBound = -Infinity, upperBound = Infinity }: Bounds,
): number => Math.min(Math.max(value, lowerBound), upperBound);

/**
 * ASI, "mapResponse": the mapped value, of a container the sum of them, an element that is there twice
 * counted once, within the bounds. What has no entry is worth the default; NULL is worth what the empty
 * key is, if there is one.
 */
export function mapResponse(mapping: Mapping, value: Value | null): number | undefined {
  if (value === null) {
    const empty = mapping.entries.find(({ key }) => key === '');
    return bounded(empty?.value ?? mapping.defaultValue, mapping);
  }
  if (value.cardinality === 'record') return undefined;
  const { baseType } = value;
  const scalars = value.cardinality === 'single' ? [value.value] : distinct(baseType, value.values);
  return bounded(total(scalars.map((scalar) => mapScalar(mapping, baseType, scalar))), mapping);
}

const distinct = (baseType: BaseType, values: readonly Scalar[]): readonly Scalar[] =>
  values.filter(
    (value, i) => values.findIndex((other) => sameScalar(baseType, value, other)) === i,
  );

function mapScalar({ entries, defaultValue }: Mapping, baseType: BaseType, scalar: Scalar): number {
  const exact = entries.find(({ key }) => sameScalar(baseType, key, scalar));
  if (exact) return exact.value;
  if (typeof scalar !== 'string') return defaultValue;
  const folded = foldCase(scalar);
  const loose = entries.find(
    ({ key, caseSensitive }) =>
      !caseSensitive && typeof key === 'string' && foldCase(key) === folded,
  );
  return loose?.value ?? defaultValue;
}

/** ASI, "mapResponsePoint": each area counts once, however many points are in it. */
export function mapResponsePoint(mapping: AreaMapping, value: Value | null): number | undefined {
  if (value === null) return bounded(mapping.defaultValue, mapping);
  if (value.cardinality === 'record') return undefined;
  const used = new Set<number>();
  const worth: number[] = [];
  for (const point of value.cardinality === 'single' ? [value.value] : value.values) {
    if (!isPoint(point)) return undefined;
    const at = mapping.entries.findIndex((area) => insideArea(area, point));
    const area = mapping.entries[at];
    if (area === undefined) worth.push(mapping.defaultValue);
    else if (!used.has(at)) {
      used.add(at);
      worth.push(area.value);
    }
  }
  return bounded(total(worth), mapping);
}

/** ASI, "matchTable" and "interpolationTable": the target of a number, else the table's default. */
export function lookUp(
  table: LookupTable,
  baseType: BaseType,
  source: number | undefined,
): SingleValue | null {
  const target = source === undefined ? undefined : targetOf(table, source);
  const chosen = target ?? table.default;
  return chosen === null ? null : single(baseType, chosen);
}

function targetOf(table: LookupTable, source: number): Scalar | undefined {
  if (table.kind === 'match') return table.entries.find((entry) => entry.source === source)?.target;
  // Entries come with their lower bound, from the highest down.
  return table.entries.find((entry) =>
    entry.includeBoundary ? source >= entry.source : source > entry.source,
  )?.target;
}
