// Expressions without operands, each in an item of its own.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { choices, compiled, itemXml, response, rules } from '../../testing/item-xml.ts';
import { outcomesOf } from '../../testing/scoring.ts';
import { parseItem, score } from '../index.ts';
import { mapResponse, mapResponsePoint } from './mapping.ts';

const declare = (name: string, type: string, inside = ''): string => {
  const [cardinality, baseType] = type.split(' ');
  const base = baseType === undefined ? '' : ` base-type="${baseType}"`;
  return `<qti-outcome-declaration identifier="${name}" cardinality="${cardinality}"${base}>${inside}</qti-outcome-declaration>`;
};
const initial = (...values: string[]): string =>
  `<qti-default-value>${values.map((value) => `<qti-value>${value}</qti-value>`).join('')}</qti-default-value>`;

const item = (type: string, expression: string, more = '') => ({
  declarations: response('single', 'identifier', ['A']) + declare('X', type) + more,
  body: choices('A B'),
  processing: rules(`<qti-set-outcome-value identifier="X">${expression}</qti-set-outcome-value>`),
});

const valueOf = (
  type: string,
  expression: string,
  { more = '', answer }: { more?: string; answer?: unknown } = {},
): unknown =>
  outcomesOf(item(type, expression, more), answer === undefined ? {} : { RESPONSE: answer })['X'];

const problemsOf = (type: string, expression: string, more = ''): string[] => {
  const parsed = parseItem(itemXml(item(type, expression, more)), 'item.xml');
  return parsed.ok ? [] : parsed.problems.map(({ code, message }) => `${code}: ${message}`);
};

describe('qti-base-value', () => {
  it.each([
    ['identifier', 'A', 'A'],
    ['boolean', 'true', true],
    ['boolean', '0', false],
    ['integer', '-7', -7],
    ['float', '1e3', 1000],
    ['float', ' 2.5 ', 2.5],
    ['string', ' two words ', ' two words '],
    ['point', '10 20', [10, 20]],
    ['pair', 'A B', ['A', 'B']],
    ['directedPair', 'A B', ['A', 'B']],
    ['duration', '90', 90],
    ['uri', ' http://example.org ', 'http://example.org'],
  ])('of %s reads %j', (baseType, text, value) => {
    expect(
      valueOf(
        `single ${baseType}`,
        `<qti-base-value base-type="${baseType}">${text}</qti-base-value>`,
      ),
    ).toEqual(value);
  });

  it.each([
    ['identifier', '1A'],
    ['boolean', 'yes'],
    ['integer', '2.0'],
    ['integer', '9007199254740993'],
    ['float', 'NaN'],
    ['float', '1,5'],
    ['point', '10'],
    ['pair', 'A'],
    ['pair', 'A B C'],
    ['duration', '-1'],
    ['file', 'a.pdf'],
  ])('of %s refuses %j', (baseType, text) => {
    expect(
      problemsOf(
        `single ${baseType}`,
        `<qti-base-value base-type="${baseType}">${text}</qti-base-value>`,
      ),
    ).toEqual([`wrong-value: "${text}" is no ${baseType}`]);
  });

  it('is NULL for the empty string', () => {
    expect(valueOf('single string', '<qti-base-value base-type="string"></qti-base-value>')).toBe(
      null,
    );
  });
});

describe('qti-null', () => {
  it('is NULL for every type', () => {
    for (const type of ['single integer', 'multiple identifier', 'ordered pair', 'record']) {
      expect(valueOf(type, '<qti-null/>')).toBe(null);
    }
  });
});

describe('qti-variable', () => {
  const own = '<qti-variable identifier="RESPONSE"/>';

  it('is the value of a response, NULL without an answer', () => {
    expect(valueOf('single identifier', own, { answer: 'B' })).toBe('B');
    expect(valueOf('single identifier', own)).toBe(null);
  });

  it('is the value of an outcome, of a container or record whole', () => {
    const bag = declare('BAG', 'multiple integer', initial('1', '1', '2'));
    expect(valueOf('multiple integer', '<qti-variable identifier="BAG"/>', { more: bag })).toEqual([
      1, 1, 2,
    ]);
    const empty = declare('BAG', 'multiple integer');
    expect(valueOf('multiple integer', '<qti-variable identifier="BAG"/>', { more: empty })).toBe(
      null,
    );
    const record = declare(
      'REC',
      'record',
      '<qti-default-value><qti-value field-identifier="a" base-type="integer">1</qti-value><qti-value field-identifier="b" base-type="string">x</qti-value></qti-default-value>',
    );
    expect(valueOf('record', '<qti-variable identifier="REC"/>', { more: record })).toEqual({
      a: 1,
      b: 'x',
    });
  });

  it('is a built-in variable: numAttempts, duration, completionStatus', () => {
    expect(valueOf('single integer', '<qti-variable identifier="numAttempts"/>')).toBe(1);
    expect(
      outcomesOf(
        item('single duration', '<qti-variable identifier="duration"/>'),
        {},
        { duration: 42.5 },
      )['X'],
    ).toBe(42.5);
    expect(valueOf('single identifier', '<qti-variable identifier="completionStatus"/>')).toBe(
      'unknown',
    );
  });

  it('is a context variable: what the caller hands in, else its default', () => {
    const context = `<qti-context-declaration identifier="QTI_CONTEXT_LEVEL" cardinality="single" base-type="integer">${initial('2')}</qti-context-declaration>`;
    const parts = item('single integer', '<qti-variable identifier="QTI_CONTEXT_LEVEL"/>', context);
    expect(outcomesOf(parts, {})['X']).toBe(2);
    expect(outcomesOf(parts, {}, { contexts: { QTI_CONTEXT_LEVEL: 5 } })['X']).toBe(5);
    expect(outcomesOf(parts, {}, { contexts: { QTI_CONTEXT_LEVEL: 'high' } })['X']).toBe(2);
  });

  it('is refused where nothing of that name is declared', () => {
    expect(problemsOf('single integer', '<qti-variable identifier="NOTHING"/>')).toEqual([
      'unknown-identifier: no variable NOTHING is declared',
    ]);
  });
});

describe('qti-correct', () => {
  it('is the correct response, NULL where none is declared', () => {
    expect(valueOf('single identifier', '<qti-correct identifier="RESPONSE"/>')).toBe('A');
    const second =
      '<qti-response-declaration identifier="SECOND" cardinality="multiple" base-type="identifier"/>';
    expect(
      valueOf('multiple identifier', '<qti-correct identifier="SECOND"/>', { more: second }),
    ).toBe(null);
  });

  it('is refused for a variable that is no response', () => {
    expect(problemsOf('single float', '<qti-correct identifier="SCORE"/>')).toEqual([
      'wrong-type: SCORE is no response variable',
    ]);
    expect(problemsOf('single float', '<qti-correct identifier="NOTHING"/>')).toEqual([
      'unknown-identifier: no variable NOTHING is declared',
    ]);
  });
});

describe('qti-default', () => {
  it('is the default value, NULL where none is declared, whatever the variable holds', () => {
    const half = declare('HALF', 'single float', initial('0.5'));
    expect(valueOf('single float', '<qti-default identifier="HALF"/>', { more: half })).toBe(0.5);
    expect(valueOf('single float', '<qti-default identifier="SCORE"/>')).toBe(null);
    expect(
      valueOf('single identifier', '<qti-default identifier="RESPONSE"/>', { answer: 'B' }),
    ).toBe(null);
  });
});

describe('qti-map-response with a qti-mapping', () => {
  // The standard's own example: {A,B,C,D} -> {0,1,0.5,0}; {B,B,C} is worth what {C,B} is.
  const mapping = {
    defaultValue: 0,
    entries: [
      ['A', 0],
      ['B', 1],
      ['C', 0.5],
      ['D', 0],
    ].map(([key, value]) => ({ key: String(key), value: Number(value), caseSensitive: true })),
  };
  const bag = (...values: string[]) =>
    ({ cardinality: 'multiple', baseType: 'identifier', values }) as const;

  it('maps the example of the standard', () => {
    expect(
      mapResponse(mapping, { cardinality: 'single', baseType: 'identifier', value: 'C' }),
    ).toBe(0.5);
    expect(mapResponse(mapping, bag('C', 'B'))).toBe(1.5);
    expect(mapResponse(mapping, bag('B', 'B', 'C'))).toBe(1.5);
  });

  it('counts a pair once, in whatever direction it stands', () => {
    const pairs = {
      defaultValue: 1,
      entries: [{ key: ['A', 'B'], value: 1.5, caseSensitive: true } as const],
    };
    const both = {
      cardinality: 'multiple',
      baseType: 'pair',
      values: [
        ['A', 'B'],
        ['B', 'A'],
      ],
    } as const;
    expect(mapResponse(pairs, both)).toBe(1.5);
  });

  it('gives NULL the default, within the bounds, or what the empty key is worth', () => {
    expect(mapResponse({ ...mapping, defaultValue: 3 }, null)).toBe(3);
    expect(mapResponse({ ...mapping, defaultValue: 3, upperBound: 2 }, null)).toBe(2);
    const empty = { key: '', value: -1, caseSensitive: true };
    expect(mapResponse({ ...mapping, entries: [...mapping.entries, empty] }, null)).toBe(-1);
  });

  it('maps no record', () => {
    expect(mapResponse(mapping, { cardinality: 'record', fields: {} })).toBeUndefined();
  });

  it('adds up the same in whatever order the answer stands', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(['A', 'B', 'C', 'D']), (answer) => {
        const expected = answer.toSorted();
        expect(mapResponse(mapping, bag(...answer))).toBe(mapResponse(mapping, bag(...expected)));
      }),
    );
  });

  it('is refused without a mapping, and for what is no response', () => {
    expect(problemsOf('single float', '<qti-map-response identifier="RESPONSE"/>')).toEqual([
      'missing-element: RESPONSE has no mapping',
    ]);
    expect(problemsOf('single float', '<qti-map-response identifier="SCORE"/>')).toEqual([
      'unknown-identifier: no response variable SCORE is declared',
    ]);
  });
});

describe('qti-map-response-point with a qti-area-mapping', () => {
  const areas = {
    defaultValue: -1,
    entries: [
      { shape: 'circle', coords: [10, 10, 5], value: 2 },
      { shape: 'rect', coords: [0, 0, 20, 20], value: 1 },
    ],
  } as const;
  const points = (...values: [number, number][]) =>
    ({ cardinality: 'multiple', baseType: 'point', values }) as const;

  it('tests a point against each area in turn, and takes the first it is in', () => {
    expect(mapResponsePoint(areas, points([10, 10]))).toBe(2);
    expect(mapResponsePoint(areas, points([1, 1]))).toBe(1);
    expect(mapResponsePoint(areas, points([30, 30]))).toBe(-1);
    expect(mapResponsePoint(areas, points([10, 10], [1, 1], [30, 30]))).toBe(2);
  });

  it('gives NULL the default, within the bounds', () => {
    expect(mapResponsePoint(areas, null)).toBe(-1);
    expect(mapResponsePoint({ ...areas, lowerBound: 0 }, null)).toBe(0);
    expect(mapResponsePoint({ ...areas, upperBound: 1 }, points([10, 10], [1, 1]))).toBe(1);
  });

  it('maps no record and nothing but points', () => {
    expect(mapResponsePoint(areas, { cardinality: 'record', fields: {} })).toBeUndefined();
    const words = { cardinality: 'single', baseType: 'string', value: 'x' } as const;
    expect(mapResponsePoint(areas, words)).toBeUndefined();
  });

  it('is refused without an area mapping', () => {
    expect(problemsOf('single float', '<qti-map-response-point identifier="RESPONSE"/>')).toEqual([
      'missing-element: RESPONSE has no mapping',
    ]);
  });
});

describe('qti-math-constant', () => {
  it('is pi or e', () => {
    expect(valueOf('single float', '<qti-math-constant name="pi"/>')).toBe(Math.PI);
    expect(valueOf('single float', '<qti-math-constant name="e"/>')).toBe(Math.E);
    expect(problemsOf('single float', '<qti-math-constant name="phi"/>')).toEqual([
      'wrong-value: name="phi"',
    ]);
  });
});

describe('random numbers', () => {
  const drawn = (type: string, expression: string, count: number): number[] => {
    const { scoring } = compiled(item(type, expression));
    return Array.from({ length: count }, (_, i) => {
      const scored = score(scoring, {}, `seed ${i}`);
      const value = scored.ok ? scored.outcomes['X'] : undefined;
      return typeof value === 'number' ? value : Number.NaN;
    });
  };

  it('qti-random-integer draws from the steps, each about as often', () => {
    // The standard's own example.
    const values = drawn('single integer', '<qti-random-integer min="2" max="11" step="3"/>', 2000);
    expect([...new Set(values)].toSorted((a, b) => a - b)).toEqual([2, 5, 8, 11]);
    for (const value of [2, 5, 8, 11]) {
      expect(Math.abs(values.filter((one) => one === value).length - 500)).toBeLessThan(90);
    }
  });

  it('qti-random-integer is NULL for an empty range, and refused for broken numbers', () => {
    expect(valueOf('single integer', '<qti-random-integer min="5" max="4"/>')).toBe(null);
    expect(valueOf('single integer', '<qti-random-integer min="0" max="4" step="0"/>')).toBe(null);
    expect(valueOf('single integer', '<qti-random-integer max="0"/>')).toBe(0);
    expect(problemsOf('single integer', '<qti-random-integer min="0.5" max="4"/>')).toEqual([
      'wrong-value: min="0.5"',
    ]);
    const top = declare('TOP', 'single integer');
    expect(valueOf('single integer', '<qti-random-integer max="TOP"/>', { more: top })).toBe(0);
  });

  it('qti-random-float draws from its range', () => {
    const values = drawn('single float', '<qti-random-float min="-1" max="1"/>', 1000);
    expect(values.every((value) => value >= -1 && value <= 1)).toBe(true);
    expect(Math.abs(values.reduce((a, b) => a + b, 0) / 1000)).toBeLessThan(0.06);
    expect(valueOf('single float', '<qti-random-float min="2" max="1"/>')).toBe(null);
    expect(() => valueOf('single float', '<qti-random-float min="0" max="INF"/>')).toThrow(
      'wrong-value',
    );
    expect(valueOf('single float', '<qti-random-float min="-1.7e308" max="1.7e308"/>')).toBe(null);
  });

  it('are the same for the same seed, so that scoring again gives the same', () => {
    const expression = '<qti-random-float min="0" max="1"/>';
    expect(drawn('single float', expression, 20)).toEqual(drawn('single float', expression, 20));
  });
});
