import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { CredentialsError } from '../credentials-error.ts';
import { utf8 } from './bytes.ts';
import { parseJson } from './strict-json.ts';

const refusal = (file: string | Uint8Array): string => {
  try {
    parseJson(file);
    return 'read';
  } catch (error) {
    if (error instanceof CredentialsError && error.code === 'malformed-json') return error.message;
    throw error;
  }
};

describe('a file from a stranger', () => {
  it('is read as JSON.stringify wrote it, compact or spread, as text or as bytes', () => {
    const json = fc.jsonValue({ maxDepth: 6 }).filter((made) => {
      return !JSON.stringify(made).includes('__proto__');
    });
    fc.assert(
      fc.property(json, fc.nat(3), (value, spaces) => {
        const compact = JSON.stringify(value);
        const spread = JSON.stringify(value, null, spaces);
        for (const file of [compact, spread, utf8(spread)]) {
          expect(JSON.stringify(parseJson(file))).toBe(compact);
        }
      }),
    );
    expect(parseJson(utf8('\ufeff{"a":1}'))).toEqual({ a: 1 });
  });

  it('is read by itself, whatever file was read before: V8 may take one name for another', () => {
    const before = '{"h":[],"\\\\":0}';
    for (const name of ['"', '\n', '\u0000', 'A', '\\', '€']) {
      const written = `\\u${name.charCodeAt(0).toString(16).padStart(4, '0')}`;
      for (const file of [JSON.stringify({ h: 1, [name]: 2 }), `{"h":1,"${written}":2}`]) {
        expect(parseJson(before)).toEqual({ h: [], '\\': 0 });
        expect(parseJson(file)).toEqual(
          Object.fromEntries([
            ['h', 1],
            [name, 2],
          ]),
        );
      }
    }
  });

  it('is refused when an object has a name twice, however it is written', () => {
    for (const file of [
      '{"a":1,"a":2}',
      '{"a":1,"\\u0061":2}',
      '{"b":[{"x":{"a":1,"b":2,"a":1}}]}',
      '{"a" : 1,\n"a"\t: 1}',
      '{"":1,"":1}',
      '{"a\\"":1,"a\\u0022":1}',
      '{"\\ud83d\\ude02":1,"😂":1}',
    ]) {
      expect(refusal(file)).toContain('two members of the name');
      expect(refusal(utf8(file))).toContain('two members of the name');
    }
    expect(parseJson('{"a":{"a":[{"a":1},{"a":1}]},"b":"a\\":1,\\"a"}')).toBeInstanceOf(Object);
  });

  it('is refused with the name that JavaScript gives a meaning', () => {
    for (const file of ['{"__proto__":1}', '{"a":[{"\\u005f_proto__":{}}]}']) {
      expect(refusal(file)).toContain('__proto__');
    }
    expect(parseJson('{"constructor":1,"a":"__proto__"}')).toEqual({
      constructor: 1,
      a: '__proto__',
    });
  });

  it('is refused with a lone surrogate, which no signature could cover', () => {
    for (const file of ['{"a":"\\ud800"}', '["\\uDC00"]', '{"\\ud83d":1}', '["\ud800"]']) {
      expect(refusal(file)).toContain('lone surrogate');
    }
    expect(parseJson('["\\ud83d\\ude02","\\\\ud800"]')).toEqual(['😂', '\\ud800']);
  });

  it('is refused when it is no JSON, no UTF-8, too long or too deep', () => {
    for (const file of ['', '{', "{'a':1}", '[1,]', '{"a":01}', 'NaN', '{"a":1}}']) {
      expect(refusal(file)).toBe('it cannot be read as JSON');
    }
    expect(refusal(Uint8Array.of(0x22, 0xff, 0x22))).toBe('it is not UTF-8');
    expect(refusal(Uint8Array.of(0x22, 0xed, 0xa0, 0x80, 0x22))).toBe('it is not UTF-8');
    expect(refusal(`"${'a'.repeat(4 * 1024 * 1024)}"`)).toContain('longer than');
    expect(refusal(utf8(`"${'a'.repeat(4 * 1024 * 1024)}"`))).toContain('longer than');
    const nested = (levels: number) => '[{"a":'.repeat(levels / 2) + '1' + '}]'.repeat(levels / 2);
    expect(refusal(nested(64))).toBe('read');
    expect(refusal(`[${nested(64)}]`)).toContain('levels deep');
    expect(refusal('['.repeat(1_000_000) + ']'.repeat(1_000_000))).toContain('levels deep');
  });
});
