import { ownFields } from '../expressions/own-fields.ts';
import type { Expression } from '../model/expression.ts';
import { writeScalar } from '../model/lexical.ts';
import { writeFields, type Fields } from '../read/fields.ts';
import { escapeText, tag } from './xml.ts';

export function writeExpression(expression: Expression): string {
  const name = `qti-${expression.op}`;
  const operands = 'of' in expression ? expression.of.map(writeExpression) : [];
  if (expression.op === 'base-value') {
    const { value, infinite } = expression;
    if (infinite !== undefined) return tag(name, { 'base-type': 'float' }, infinite);
    // Only the empty string reads as NULL.
    if (value?.cardinality !== 'single') return tag(name, { 'base-type': 'string' });
    return tag(name, { 'base-type': value.baseType }, escapeText(writeScalar(value.value)));
  }
  const fields: Fields | undefined =
    expression.op in ownFields ? ownFields[expression.op as keyof typeof ownFields] : undefined;
  if (fields === undefined) return tag(name, {}, ...operands);
  const { subset, pattern, ...own } = expression as Expression & {
    subset?: object;
    pattern?: unknown;
  };
  const values: Record<string, unknown> = { ...own, ...subset };
  if (pattern !== undefined)
    values['pattern'] =
      typeof pattern === 'string' ? pattern : `{${(pattern as { variable: string }).variable}}`;
  return tag(name, writeFields(fields, values), ...operands);
}
