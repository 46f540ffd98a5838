// Outcome processing (ASI, "outcomeProcessing") and the expressions of a test.
import { describe, expect, it } from '@jest/globals';
import { itemFile } from '../../testing/interaction.ts';
import { compiled, itemXml, response } from '../../testing/item-xml.ts';
import {
  oneSection,
  outcome,
  part,
  readTest,
  ref,
  refs,
  result,
  section,
  testXml,
} from '../../testing/test-xml.ts';
import {
  cloneValues,
  itemResult,
  planTest,
  score,
  scoreTest,
  templateDefaults,
  testFeedback,
  unanswered,
  type ItemResults,
} from '../index.ts';

const declare = (type: string): string => {
  const [cardinality, baseType] = type.split(' ');
  return `<qti-outcome-declaration identifier="X" cardinality="${cardinality}" base-type="${baseType}"/>`;
};
const items =
  section('S', refs('A B', 'category="easy"') + ref('C', 'category="easy law"')) +
  section('T', ref('D', 'category="law"', '<qti-weight identifier="W" value="3"/>'));

/** X = the expression, over items A, B, C of section S and D of T. */
function valueOf(type: string, expression: string, results: ItemResults, inside = items): unknown {
  const xml = testXml(
    `${declare(type)}${part('P', inside)}<qti-outcome-processing><qti-set-outcome-value identifier="X">${expression}</qti-set-outcome-value></qti-outcome-processing>`,
  );
  const test = readTest(xml);
  return scoreTest(test, planTest(test, 's'), results, 's')['X'];
}

const results: ItemResults = {
  A: result(
    { SCORE: '1.0', LEVEL: '2', WORD: '#yes' },
    { correct: true, bounds: { SCORE: { min: -1, max: 1 } } },
  ),
  B: result(
    { SCORE: '0.5', LEVEL: '3', WORD: '#no' },
    { correct: false, bounds: { SCORE: { max: 2 } } },
  ),
  C: result(
    { SCORE: '0.0', LEVEL: 'NULL' },
    { correct: null, responded: false, bounds: { SCORE: { max: 1 } } },
  ),
  D: result(
    { SCORE: '2.0' },
    { correct: false, presented: false, responded: false, bounds: { SCORE: { min: 0, max: 2 } } },
  ),
};

describe('qti-number-correct, qti-number-incorrect, qti-number-presented, qti-number-responded, qti-number-selected', () => {
  it.each([
    ['qti-number-correct', '', 1],
    ['qti-number-incorrect', '', 2],
    ['qti-number-responded', '', 2],
    ['qti-number-presented', '', 3],
    ['qti-number-selected', '', 4],
    ['qti-number-selected', 'section-identifier="S"', 3],
    ['qti-number-selected', 'include-category="law"', 2],
    ['qti-number-selected', 'include-category="law easy"', 4],
    ['qti-number-selected', 'exclude-category="law"', 2],
    ['qti-number-selected', 'include-category="easy" exclude-category="law"', 2],
    ['qti-number-selected', 'section-identifier="T" include-category="easy"', 0],
    ['qti-number-correct', 'section-identifier="T"', 0],
    ['qti-number-incorrect', 'section-identifier="S"', 1],
    ['qti-number-responded', 'include-category="law"', 0],
    ['qti-number-presented', 'include-category="law"', 1],
  ])('%s %s is %d', (name, attributes, expected) => {
    expect(valueOf('single integer', `<${name} ${attributes}/>`, results)).toBe(expected);
  });

  it('count nothing of items without a result but that they were selected', () => {
    for (const name of ['correct', 'incorrect', 'responded', 'presented'])
      expect(valueOf('single integer', `<qti-number-${name}/>`, {})).toBe(0);
    expect(valueOf('single integer', '<qti-number-selected/>', {})).toBe(4);
  });
});

describe('qti-test-variables', () => {
  it('gathers a variable of all items, NULL left out', () => {
    expect(
      valueOf('multiple float', '<qti-test-variables variable-identifier="SCORE"/>', results),
    ).toEqual([1, 0.5, 0, 2]);
    expect(
      valueOf('multiple integer', '<qti-test-variables variable-identifier="LEVEL"/>', results),
    ).toEqual([2, 3]);
    expect(
      valueOf('multiple float', '<qti-test-variables variable-identifier="NOTHING"/>', results),
    ).toBe(null);
  });

  it('takes only variables of the base type that is asked, numbers where none is', () => {
    expect(
      valueOf(
        'multiple integer',
        '<qti-test-variables variable-identifier="LEVEL" base-type="integer"/>',
        results,
      ),
    ).toEqual([2, 3]);
    expect(
      valueOf(
        'multiple float',
        '<qti-test-variables variable-identifier="LEVEL" base-type="float"/>',
        results,
      ),
    ).toBe(null);
    expect(
      valueOf(
        'multiple identifier',
        '<qti-test-variables variable-identifier="WORD" base-type="identifier"/>',
        results,
      ),
    ).toEqual(['yes', 'no']);
    expect(
      valueOf('multiple float', '<qti-test-variables variable-identifier="WORD"/>', results),
    ).toBe(null);
  });

  it('weighs with qti-weight, 1 where an item has no such weight', () => {
    expect(
      valueOf(
        'multiple float',
        '<qti-test-variables variable-identifier="SCORE" weight-identifier="W"/>',
        results,
      ),
    ).toEqual([1, 0.5, 0, 6]);
  });

  it('takes a part of the items', () => {
    expect(
      valueOf(
        'multiple float',
        '<qti-test-variables variable-identifier="SCORE" include-category="law"/>',
        results,
      ),
    ).toEqual([0, 2]);
  });

  it('knows a variable by the name that qti-variable-mapping gives it', () => {
    const mapped = section(
      'S',
      ref('A', '', '<qti-variable-mapping source-identifier="POINTS" target-identifier="SCORE"/>') +
        ref('B'),
    );
    const own: ItemResults = {
      A: result({ POINTS: '7.0', SCORE: '1.0' }),
      B: result({ SCORE: '2.0' }),
    };
    expect(
      valueOf('multiple float', '<qti-test-variables variable-identifier="SCORE"/>', own, mapped),
    ).toEqual([7, 2]);
    expect(valueOf('single float', '<qti-variable identifier="A.SCORE"/>', own, mapped)).toBe(7);
  });
});

describe('qti-outcome-maximum and qti-outcome-minimum', () => {
  it('gather normal-maximum and normal-minimum', () => {
    expect(
      valueOf('multiple float', '<qti-outcome-maximum outcome-identifier="SCORE"/>', results),
    ).toEqual([1, 2, 1, 2]);
    expect(
      valueOf(
        'multiple float',
        '<qti-outcome-maximum outcome-identifier="SCORE" weight-identifier="W" section-identifier="T"/>',
        results,
      ),
    ).toEqual([6]);
    expect(
      valueOf('multiple float', '<qti-outcome-minimum outcome-identifier="SCORE"/>', results),
    ).toEqual([-1, 0]);
  });

  it('the maximum is NULL if one item declares none; the minimum leaves such items out', () => {
    expect(
      valueOf('multiple float', '<qti-outcome-maximum outcome-identifier="LEVEL"/>', results),
    ).toBe(null);
    expect(
      valueOf('multiple float', '<qti-outcome-minimum outcome-identifier="LEVEL"/>', results),
    ).toBe(null);
    expect(
      valueOf(
        'multiple float',
        '<qti-outcome-maximum outcome-identifier="SCORE" include-category="none"/>',
        results,
      ),
    ).toBe(null);
  });
});

describe('qti-variable in a test', () => {
  it('is a variable of an item, weighted if asked, NULL without a result', () => {
    expect(valueOf('single float', '<qti-variable identifier="B.SCORE"/>', results)).toBe(0.5);
    expect(
      valueOf(
        'single float',
        '<qti-variable identifier="D.SCORE" weight-identifier="W"/>',
        results,
      ),
    ).toBe(6);
    expect(
      valueOf(
        'single float',
        '<qti-variable identifier="B.SCORE" weight-identifier="W"/>',
        results,
      ),
    ).toBe(0.5);
    expect(valueOf('single float', '<qti-variable identifier="B.SCORE"/>', {})).toBe(null);
    expect(valueOf('single identifier', '<qti-variable identifier="A.WORD"/>', results)).toBe(
      'yes',
    );
  });

  it('of an item selected several times is the last one, or the one with that number', () => {
    const again = section('S', `<qti-selection select="3" with-replacement="true"/>${ref('A')}`);
    const own: ItemResults = {
      A: result({ SCORE: '1.0' }),
      'A.2': result({ SCORE: '2.0' }),
      'A.3': result({ SCORE: '3.0' }),
    };
    expect(valueOf('single float', '<qti-variable identifier="A.SCORE"/>', own, again)).toBe(3);
    expect(valueOf('single float', '<qti-variable identifier="A.2.SCORE"/>', own, again)).toBe(2);
    expect(valueOf('single float', '<qti-variable identifier="A.9.SCORE"/>', own, again)).toBe(
      null,
    );
    expect(
      valueOf('multiple float', '<qti-test-variables variable-identifier="SCORE"/>', own, again),
    ).toEqual([1, 2, 3]);
  });

  it('means the longest item identifier that fits', () => {
    const dotted = section('S', ref('A') + ref('A.B'));
    const own: ItemResults = { A: result({ 'B.SCORE': '1.0' }), 'A.B': result({ SCORE: '2.0' }) };
    expect(valueOf('single float', '<qti-variable identifier="A.B.SCORE"/>', own, dotted)).toBe(2);
  });
});

describe('qti-outcome-processing', () => {
  const graded = (processing: string): ((own: ItemResults) => unknown) => {
    const xml = oneSection(
      ref('A'),
      `${outcome('TOTAL')}${outcome('GRADE', 'identifier', '<qti-interpolation-table default-value="fail"><qti-interpolation-table-entry source-value="2" target-value="pass"/></qti-interpolation-table>')}`,
      `<qti-outcome-processing>${processing}</qti-outcome-processing>`,
    );
    const test = readTest(xml);
    return (own) => scoreTest(test, planTest(test, 's'), own, 's');
  };
  const total =
    '<qti-set-outcome-value identifier="TOTAL"><qti-sum><qti-test-variables variable-identifier="SCORE"/></qti-sum></qti-set-outcome-value>';
  const set = (value: number): string =>
    `<qti-set-outcome-value identifier="TOTAL"><qti-base-value base-type="float">${value}</qti-base-value></qti-set-outcome-value>`;
  const over = (value: number): string =>
    `<qti-gt><qti-variable identifier="A.SCORE"/><qti-base-value base-type="float">${value}</qti-base-value></qti-gt>`;

  it('adds up and grades; a sum of nothing is NULL', () => {
    const run = graded(
      `${total}<qti-lookup-outcome-value identifier="GRADE"><qti-variable identifier="TOTAL"/></qti-lookup-outcome-value>`,
    );
    expect(run({ A: result({ SCORE: '2.0' }) })).toEqual({ TOTAL: 2, GRADE: 'pass' });
    expect(run({ A: result({ SCORE: '1.5' }) })).toEqual({ TOTAL: 1.5, GRADE: 'fail' });
    expect(run({})).toEqual({ TOTAL: null, GRADE: 'fail' });
  });

  it('follows qti-outcome-condition: qti-outcome-if, qti-outcome-else-if, qti-outcome-else', () => {
    const run = graded(`<qti-outcome-condition>
      <qti-outcome-if>${over(5)}${set(10)}</qti-outcome-if>
      <qti-outcome-else-if>${over(1)}${set(20)}</qti-outcome-else-if>
      <qti-outcome-else>${set(30)}</qti-outcome-else>
    </qti-outcome-condition>`);
    const totalOf = (text: string): unknown =>
      (run({ A: result({ SCORE: text }) }) as { TOTAL: unknown }).TOTAL;
    expect([totalOf('6.0'), totalOf('2.0'), totalOf('1.0'), totalOf('NULL')]).toEqual([
      10, 20, 30, 30,
    ]);
  });

  it('runs a qti-outcome-processing-fragment where it stands, and ends at qti-exit-test', () => {
    const run = graded(
      `<qti-outcome-processing-fragment>${set(1)}<qti-outcome-processing-fragment><qti-exit-test/></qti-outcome-processing-fragment>${set(2)}</qti-outcome-processing-fragment>${set(3)}`,
    );
    expect(run({})).toMatchObject({ TOTAL: 1 });
  });

  it('begins from the start each time, so that it may be run after every item', () => {
    const run = graded(
      '<qti-set-outcome-value identifier="TOTAL"><qti-sum><qti-variable identifier="TOTAL"/><qti-base-value base-type="float">1</qti-base-value></qti-sum></qti-set-outcome-value>',
    );
    expect([run({}), run({})]).toEqual([
      { TOTAL: 1, GRADE: null },
      { TOTAL: 1, GRADE: null },
    ]);
  });
});

describe('qti-test-feedback', () => {
  it('is what the outcomes call for, during the test or at its end, of the test or a part', () => {
    const feedback = (access: string, text: string, showHide = 'show'): string =>
      `<qti-test-feedback access="${access}" outcome-identifier="GRADE" identifier="pass" show-hide="${showHide}"><qti-content-body><p>${text}</p></qti-content-body></qti-test-feedback>`;
    const test = readTest(
      testXml(
        outcome('GRADE', 'identifier') +
          part('P', section('S', ref('A')) + feedback('during', 'part')) +
          feedback('atEnd', 'passed') +
          feedback('atEnd', 'failed', 'hide') +
          feedback('during', 'going on'),
      ),
    );
    const texts = (...given: Parameters<typeof testFeedback>): string[] =>
      testFeedback(...given).map(({ content }) =>
        JSON.stringify(content).replace(/.*\["(.*?)"\].*/u, '$1'),
      );
    expect(texts(test, { GRADE: 'pass' }, 'atEnd')).toEqual(['passed']);
    expect(texts(test, { GRADE: null }, 'atEnd')).toEqual(['failed']);
    expect(texts(test, { GRADE: 'pass' }, 'during')).toEqual(['going on']);
    expect(texts(test, { GRADE: 'pass' }, 'during', 'P')).toEqual(['part']);
  });
});

describe('qti-template-default', () => {
  it('gives a clone what the test says, random numbers and earlier answers among it', () => {
    const inside = `<qti-template-default template-identifier="A"><qti-integer-to-float><qti-random-integer min="1" max="1000"/></qti-integer-to-float></qti-template-default><qti-template-default template-identifier="B"><qti-variable identifier="Q1.SCORE"/></qti-template-default>`;
    const test = readTest(oneSection(ref('Q1') + ref('Q2', '', inside)));
    const plan = planTest(test, 's');
    const own: ItemResults = { Q1: result({ SCORE: '4.5' }) };
    const given = templateDefaults(test, plan, 'Q2', own, 's');
    expect(given).toEqual({ A: expect.any(Number), B: 4.5 });
    expect(templateDefaults(test, plan, 'Q2', own, 's')).toEqual(given);
    expect(templateDefaults(test, plan, 'Q1', own, 's')).toEqual({});

    const template = (name: string): string =>
      `<qti-template-declaration identifier="${name}" cardinality="single" base-type="float"><qti-default-value><qti-value>1</qti-value></qti-default-value></qti-template-declaration>`;
    const { scoring } = compiled({
      declarations: template('A') + template('B') + template('C'),
      processing: `<qti-template-processing><qti-set-template-value identifier="C"><qti-sum><qti-variable identifier="A"/><qti-variable identifier="B"/></qti-sum></qti-set-template-value></qti-template-processing>`,
    });
    const values = cloneValues(scoring, ['A', 'B', 'C'], 's', given);
    expect(values).toEqual({ ...given, C: Number(given['A']) + 4.5 });
    // What is of the wrong type leaves the item's own default.
    expect(cloneValues(scoring, ['A'], 's', { A: 'many' })).toEqual({ A: 1 });
  });
});

describe('the result of an item', () => {
  const resultOf = (kind: string, answer: unknown) => {
    const { scoring } = compiled(itemFile(kind));
    const responses = answer === undefined ? {} : { RESPONSE: answer };
    const scored = score(scoring, responses, 'seed');
    if (!scored.ok) throw new Error('refused');
    return itemResult(scoring, responses, scored.outcomes, 'seed');
  };

  it('says whether it was answered, and whether every response is the correct one', () => {
    expect(resultOf('choice', 'memory')).toMatchObject({
      presented: true,
      responded: true,
      correct: true,
    });
    expect(resultOf('choice', 'disk')).toMatchObject({ responded: true, correct: false });
    expect(resultOf('choice', null)).toMatchObject({ responded: false, correct: false });
    // Without a correct response nobody can tell.
    expect(resultOf('upload', null)).toMatchObject({ responded: false, correct: null });
  });

  it('has the values of its variables with their types', () => {
    expect(resultOf('choice', 'memory').values).toEqual({
      RESPONSE: { cardinality: 'single', baseType: 'identifier', value: 'memory' },
      SCORE: { cardinality: 'single', baseType: 'float', value: 1 },
    });
  });

  it('does not take the default value for an answer', () => {
    const initial = '<qti-default-value><qti-value>5</qti-value></qti-default-value>';
    const { scoring } = compiled(
      itemXml({
        declarations: response('single', 'integer', [], initial),
        body: '<qti-slider-interaction response-identifier="RESPONSE" lower-bound="0" upper-bound="9"/>',
      }),
    );
    const responded = (value: number): boolean =>
      itemResult(scoring, { RESPONSE: value }, {}, 's').responded;
    expect([responded(5), responded(6)]).toEqual([false, true]);
  });

  it('of an item that was not answered has the outcomes as they begin', () => {
    const { scoring } = compiled(itemFile('extended-text'));
    const nothing = unanswered(scoring, true);
    expect(nothing).toMatchObject({
      presented: true,
      responded: false,
      correct: null,
      bounds: { SCORE: { max: 8 } },
    });
    expect(nothing.values['SCORE']).toEqual({ cardinality: 'single', baseType: 'float', value: 0 });
  });
});
