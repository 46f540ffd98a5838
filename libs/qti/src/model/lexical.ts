import type { BaseType, Scalar } from './value.ts';

// XML Schema's lexical forms, as QTI's base types take them over ("Data types").
const INTEGER = /^[+-]?\d+$/u;
const FLOAT = /^(?:[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?|[+-]?INF|NaN)$/u;
// NCName, with the colon that QTI 2.x data has in places refused.
const IDENTIFIER = /^[\p{L}_][\p{L}\p{M}\p{N}_.·-]*$/u;
const POINT = /^\s*([+-]?\d+(?:\.\d+)?)\s+([+-]?\d+(?:\.\d+)?)\s*$/u;

export const isIdentifier = (text: string): boolean => IDENTIFIER.test(text);

/** Undefined where the text is not of that base type's form; a file has no text form. */
export function readScalar(baseType: BaseType, text: string): Scalar | undefined {
  switch (baseType) {
    case 'string':
      return text;
    case 'uri':
      return text.trim();
    case 'identifier': {
      const trimmed = text.trim();
      return isIdentifier(trimmed) ? trimmed : undefined;
    }
    case 'boolean': {
      const trimmed = text.trim();
      if (trimmed === 'true' || trimmed === '1') return true;
      return trimmed === 'false' || trimmed === '0' ? false : undefined;
    }
    case 'integer': {
      const trimmed = text.trim();
      return INTEGER.test(trimmed) && Number.isSafeInteger(Number(trimmed))
        ? Number(trimmed) + 0
        : undefined;
    }
    case 'float':
      return readFinite(text);
    case 'duration': {
      const seconds = readFinite(text);
      return seconds !== undefined && seconds >= 0 ? seconds : undefined;
    }
    case 'point': {
      const [, x, y] = POINT.exec(text) ?? [];
      return x === undefined || y === undefined ? undefined : [Number(x), Number(y)];
    }
    case 'pair':
    case 'directedPair': {
      const [a, b, ...more] = text.trim().split(/\s+/u);
      if (a === undefined || b === undefined || more.length > 0) return undefined;
      return isIdentifier(a) && isIdentifier(b) ? [a, b] : undefined;
    }
    case 'file':
      return undefined;
  }
}

/**
 * xsd:double without the infinite ones: a score has to be finite, and JSON, in which everything is kept,
 * has no infinity. Only constants of expressions may be infinite.
 */
export function readFinite(text: string): number | undefined {
  const value = readFloat(text);
  return Number.isFinite(value) ? value : undefined;
}

/** xsd:double without NaN, which QTI has no use for: NULL says it. */
export function readFloat(text: string): number | undefined {
  const trimmed = text.trim();
  if (!FLOAT.test(trimmed) || trimmed === 'NaN') return undefined;
  if (trimmed.endsWith('INF')) return trimmed.startsWith('-') ? -Infinity : Infinity;
  return Number(trimmed);
}

export function writeScalar(scalar: Scalar): string {
  if (typeof scalar === 'number') {
    if (scalar === Infinity) return 'INF';
    return scalar === -Infinity ? '-INF' : String(scalar);
  }
  if (Array.isArray(scalar)) return scalar.join(' ');
  if (typeof scalar === 'object') return 'digest' in scalar ? scalar.digest : '';
  return String(scalar);
}
