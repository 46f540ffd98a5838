import { describe, expect, it } from '@jest/globals';
import { unreadable } from './unreadable.ts';

const fields = (value: unknown, field = ''): string[] =>
  unreadable(value, field).map((error) => error.field);

describe('what cannot be kept', () => {
  it('is U+0000 and half a surrogate pair, in texts and in names, wherever they are', () => {
    expect(fields({ a: 'x\0', b: [{ c: '\ud83d' }], d: 'Роҳиев 😀', e: 7, f: null })).toEqual([
      'a',
      'b.0.c',
    ]);
    expect(fields({ 'a\0': 1 })).toEqual(['a\0']);
    expect(fields('\0', 'digest')).toEqual(['digest']);
  });

  it('is what lies deeper than anything that is read here, however deep', () => {
    const nested = (levels: number): unknown =>
      JSON.parse(`${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`);
    expect(fields(nested(64))).toEqual([]);
    expect(fields(nested(65))).toHaveLength(1);
    expect(fields(nested(100_000))).toHaveLength(1);
  });

  it('is told of by its first fields only', () => {
    expect(fields(Array.from({ length: 5000 }, () => '\0'))).toHaveLength(20);
  });
});
