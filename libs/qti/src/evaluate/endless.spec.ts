// Rules made to run for ever, or to fill the memory.
import { describe, expect, it } from '@jest/globals';
import { itemXml, response, rules } from '../../testing/item-xml.ts';
import { outcomesOf, refusalOf } from '../../testing/scoring.ts';

const set = (name: string, expression: string): string =>
  `<qti-set-outcome-value identifier="${name}">${expression}</qti-set-outcome-value>`;
const repeat = (times: number, inside: string): string =>
  `<qti-repeat number-repeats="${times}">${inside}</qti-repeat>`;
const one = '<qti-base-value base-type="integer">1</qti-base-value>';
const row = '<qti-outcome-declaration identifier="ROW" cardinality="ordered" base-type="integer"/>';

const sizeOf = (expression: string): unknown =>
  outcomesOf(
    itemXml({
      processing: rules(set('SCORE', `<qti-container-size>${expression}</qti-container-size>`)),
    }),
    {},
  )['SCORE'];

describe('repeats of repeats', () => {
  it('are counted together, so that a few lines do not run for ever', () => {
    const started = performance.now();
    expect(sizeOf(repeat(100, repeat(100, one)))).toBe(10_000);
    expect(sizeOf(repeat(100, repeat(101, one)))).toBe(0);
    let nested = one;
    for (let i = 0; i < 8; i += 1) nested = repeat(10_000, nested);
    expect(sizeOf(nested)).toBe(0);
    // What came before does not count.
    expect(sizeOf(repeat(10_000, one))).toBe(10_000);
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it('of a variable that grows by itself end at 100,000 elements', () => {
    const more = set('ROW', repeat(100, '<qti-variable identifier="ROW"/>'));
    const size = set(
      'SCORE',
      '<qti-container-size><qti-variable identifier="ROW"/></qti-container-size>',
    );
    const grown = (times: number): unknown =>
      outcomesOf(
        itemXml({
          declarations: row,
          processing: rules(set('ROW', repeat(10, one)) + more.repeat(times) + size),
        }),
        {},
      )['SCORE'];
    expect(grown(2)).toBe(100_000);
    expect(grown(3)).toBe(0);
    expect(grown(6)).toBe(0);
  });
});

describe('an answer', () => {
  it('of more than a thousand values is refused before each is compared with each', () => {
    const started = performance.now();
    const texts = (n: number): string[] => Array.from({ length: n }, (_, i) => `text ${i}`);
    const parts = {
      declarations: response(
        'multiple',
        'string',
        [],
        '<qti-mapping><qti-map-entry map-key="text 1" mapped-value="1"/></qti-mapping>',
      ),
      body: '<qti-extended-text-interaction response-identifier="RESPONSE"/>',
      processing: rules(set('SCORE', '<qti-map-response identifier="RESPONSE"/>')),
    };
    expect(refusalOf(parts, texts(1000))).toEqual([]);
    expect(refusalOf(parts, texts(100_000))).toEqual(['RESPONSE too-many']);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
