import type { Area } from '../model/declaration.ts';
import type { TextOrVariable } from '../model/expression.ts';
import { boolean, isPoint, type Value } from '../model/value.ts';
import { compilePattern } from '../pattern/compile-pattern.ts';
import { insideArea } from './areas.ts';
import type { Apply } from './environment.ts';

const textOf = (value: Value | null | undefined): string | undefined =>
  value?.cardinality === 'single' && typeof value.value === 'string' ? value.value : undefined;

/** Case is folded the same in every place, whatever the machine's language. */
export const foldCase = (text: string): string => text.normalize('NFC').toLowerCase();

export const stringMatch: Apply<{ caseSensitive: boolean; substring: boolean }> = (
  [first, second],
  expression,
) => {
  const [a, b] = [textOf(first), textOf(second)];
  if (a === undefined || b === undefined) return null;
  const [x, y] = expression.caseSensitive ? [a, b] : [foldCase(a), foldCase(b)];
  return boolean(expression.substring ? x.includes(y) : x === y);
};

/** True if the first is somewhere in the second. */
export const substring: Apply<{ caseSensitive: boolean }> = (
  [first, second],
  { caseSensitive },
) => {
  const [part, whole] = [textOf(first), textOf(second)];
  if (part === undefined || whole === undefined) return null;
  return boolean(caseSensitive ? whole.includes(part) : foldCase(whole).includes(foldCase(part)));
};

export const patternMatch: Apply<{ pattern: TextOrVariable }> = (
  [operand],
  { pattern },
  { variable },
) => {
  const text = textOf(operand);
  const expression = typeof pattern === 'string' ? pattern : textOf(variable(pattern.variable));
  if (text === undefined || expression === undefined) return null;
  const compiled = compilePattern(expression);
  return compiled.ok ? boolean(compiled.matches(text)) : null;
};

/** Of a container: true if one of its points is inside. */
export const inside: Apply<Area> = ([operand], area) => {
  if (!operand || operand.cardinality === 'record' || operand.baseType !== 'point') return null;
  const points = operand.cardinality === 'single' ? [operand.value] : operand.values;
  return boolean(points.some((point) => isPoint(point) && insideArea(area, point)));
};
