import { describe, expect, it } from '@jest/globals';
import { choices, itemXml, response, rules } from '../../testing/item-xml.ts';
import { outcomesOf } from '../../testing/scoring.ts';
import { parseItem } from '../index.ts';

const float = (value: number): string =>
  `<qti-base-value base-type="float">${value}</qti-base-value>`;
const set = (name: string, expression: string): string =>
  `<qti-set-outcome-value identifier="${name}">${expression}</qti-set-outcome-value>`;
const answered = (choice: string): string =>
  `<qti-match><qti-variable identifier="RESPONSE"/><qti-base-value base-type="identifier">${choice}</qti-base-value></qti-match>`;

const outcome = (name: string, baseType: string, inside = ''): string =>
  `<qti-outcome-declaration identifier="${name}" cardinality="single" base-type="${baseType}">${inside}</qti-outcome-declaration>`;

const item = (inside: string, outcomes = '') => ({
  declarations: response('single', 'identifier', ['A']) + outcomes,
  body: choices('A B C'),
  processing: rules(inside),
});

const problemsOf = (parts: ReturnType<typeof item>): string[] => {
  const parsed = parseItem(itemXml(parts), 'item.xml');
  return parsed.ok ? [] : parsed.problems.map(({ code, message }) => `${code}: ${message}`);
};

const scored = (parts: ReturnType<typeof item>, answer?: string): unknown =>
  outcomesOf(parts, answer === undefined ? {} : { RESPONSE: answer })['SCORE'];

describe('qti-response-condition', () => {
  const chain = item(`<qti-response-condition>
    <qti-response-if>${answered('A')}${set('SCORE', float(3))}</qti-response-if>
    <qti-response-else-if>${answered('B')}${set('SCORE', float(2))}</qti-response-else-if>
    <qti-response-else-if>${answered('B')}${set('SCORE', float(9))}</qti-response-else-if>
    <qti-response-else>${set('SCORE', float(1))}</qti-response-else>
  </qti-response-condition>`);

  it('follows the first of qti-response-if and qti-response-else-if that is true', () => {
    expect(scored(chain, 'A')).toBe(3);
    expect(scored(chain, 'B')).toBe(2);
  });

  it('follows qti-response-else when none is true, or when all are NULL', () => {
    expect(scored(chain, 'C')).toBe(1);
    expect(scored(chain)).toBe(1);
  });

  it('takes NULL for not true, and its negation too', () => {
    const negated = item(`<qti-response-condition>
      <qti-response-if><qti-not>${answered('A')}</qti-not>${set('SCORE', float(5))}</qti-response-if>
    </qti-response-condition>`);
    expect(scored(negated, 'B')).toBe(5);
    expect(scored(negated)).toBe(0);
  });

  it('does nothing without a branch that is true, and may be nested', () => {
    const nested = item(`<qti-response-condition>
      <qti-response-if>${answered('A')}
        <qti-response-condition>
          <qti-response-if><qti-is-null><qti-variable identifier="RESPONSE"/></qti-is-null>${set('SCORE', float(7))}</qti-response-if>
          <qti-response-else>${set('SCORE', float(4))}</qti-response-else>
        </qti-response-condition>
      </qti-response-if>
    </qti-response-condition>`);
    expect(scored(nested, 'A')).toBe(4);
    expect(scored(nested, 'B')).toBe(0);
  });

  it.each([
    [
      'without a branch',
      '<qti-response-condition/>',
      'missing-element: qti-response-condition is empty',
    ],
    [
      'that begins with else',
      '<qti-response-condition><qti-response-else/></qti-response-condition>',
      'unexpected-element: qti-response-else is not allowed here',
    ],
    [
      'with a second if',
      `<qti-response-condition><qti-response-if>${answered('A')}</qti-response-if><qti-response-if>${answered('A')}</qti-response-if></qti-response-condition>`,
      'unexpected-element: qti-response-if is not allowed here',
    ],
    [
      'with else-if after else',
      `<qti-response-condition><qti-response-if>${answered('A')}</qti-response-if><qti-response-else/><qti-response-else-if>${answered('A')}</qti-response-else-if></qti-response-condition>`,
      'unexpected-element: qti-response-else-if is not allowed here',
    ],
    [
      'whose condition is no truth value',
      `<qti-response-condition><qti-response-if>${float(1)}</qti-response-if></qti-response-condition>`,
      'wrong-type: is single float',
    ],
    [
      'without a condition',
      `<qti-response-condition><qti-response-if>${set('SCORE', float(1))}</qti-response-if></qti-response-condition>`,
      'missing-element: qti-response-if has no condition',
    ],
  ])('is refused %s', (_, inside, problem) => {
    expect(problemsOf(item(inside))).toEqual([problem]);
  });
});

describe('qti-set-outcome-value', () => {
  it('may build on the value that was set before', () => {
    const twice = item(
      set('SCORE', `<qti-sum><qti-variable identifier="SCORE"/>${float(1)}</qti-sum>`).repeat(2),
    );
    expect(scored(twice, 'A')).toBe(2);
  });

  it('begins at 0 for a single number without a default, at NULL for all else', () => {
    const others = item(
      '',
      outcome('COUNT', 'integer') +
        outcome('WORD', 'identifier') +
        outcome(
          'HALF',
          'float',
          '<qti-default-value><qti-value>0.5</qti-value></qti-default-value>',
        ),
    );
    expect(outcomesOf(others, {})).toMatchObject({ SCORE: 0, COUNT: 0, WORD: null, HALF: 0.5 });
  });

  it('gives an integer to a float, and only a whole float to an integer', () => {
    const count = (value: string) =>
      outcomesOf(item(set('COUNT', value), outcome('COUNT', 'integer')), {})['COUNT'];
    expect(count(float(3))).toBe(3);
    expect(count(float(2.5))).toBe(null);
    expect(
      scored(item(set('SCORE', '<qti-base-value base-type="integer">3</qti-base-value>'))),
    ).toBe(3);
  });

  it('sets NULL, and a SCORE that is NULL counts as nothing', () => {
    const nothing = item(set('SCORE', '<qti-null/>'));
    expect(scored(nothing)).toBe(null);
    expect(outcomesOf(nothing, {})).toMatchObject({ SCORE: null });
  });

  it('sets the built-in completionStatus without its declaration', () => {
    const status = item(
      set('completionStatus', '<qti-base-value base-type="identifier">incomplete</qti-base-value>'),
    );
    expect(problemsOf(status)).toEqual([]);
    const adaptive = { ...status, attributes: 'adaptive="true"' };
    expect(outcomesOf(adaptive, {})['completionStatus']).toBe('incomplete');
  });

  it.each([
    [
      'a response variable',
      set('RESPONSE', '<qti-null/>'),
      'unknown-identifier: RESPONSE is no outcome variable',
    ],
    [
      'a variable that is not there',
      set('NOTHING', '<qti-null/>'),
      'unknown-identifier: NOTHING is no outcome variable',
    ],
    [
      'a word to a number',
      set('SCORE', '<qti-base-value base-type="identifier">A</qti-base-value>'),
      'wrong-type: is single identifier',
    ],
    [
      'a container to a number',
      set('SCORE', `<qti-multiple>${float(1)}</qti-multiple>`),
      'wrong-type: is multiple float',
    ],
    [
      'nothing',
      '<qti-set-outcome-value identifier="SCORE"/>',
      'missing-element: qti-set-outcome-value has no expression',
    ],
    [
      'two expressions',
      set('SCORE', float(1) + float(2)),
      'unexpected-element: qti-base-value after the expression',
    ],
  ])('is refused for %s', (_, inside, problem) => {
    expect(problemsOf(item(inside))).toEqual([problem]);
  });
});

describe('qti-lookup-outcome-value', () => {
  const lookUp = (table: string, source: string, baseType = 'identifier') =>
    outcomesOf(
      item(
        `<qti-lookup-outcome-value identifier="GRADE">${source}</qti-lookup-outcome-value>`,
        outcome('GRADE', baseType, table),
      ),
      {},
    )['GRADE'];
  const match = `<qti-match-table default-value="other">
    <qti-match-table-entry source-value="1" target-value="one"/>
    <qti-match-table-entry source-value="2" target-value="two"/>
    <qti-match-table-entry source-value="2" target-value="never"/>
  </qti-match-table>`;
  const bands = `<qti-interpolation-table default-value="fail">
    <qti-interpolation-table-entry source-value="80" target-value="high"/>
    <qti-interpolation-table-entry source-value="50" include-boundary="false" target-value="pass"/>
  </qti-interpolation-table>`;
  const whole = (value: number): string =>
    `<qti-base-value base-type="integer">${value}</qti-base-value>`;

  it('takes from qti-match-table the first entry with that number', () => {
    expect(lookUp(match, whole(1))).toBe('one');
    expect(lookUp(match, whole(2))).toBe('two');
    expect(lookUp(match, float(2))).toBe('two');
  });

  it('takes the default where no entry fits, for NULL too, and NULL without a default', () => {
    expect(lookUp(match, whole(3))).toBe('other');
    expect(lookUp(match, '<qti-null/>')).toBe('other');
    const bare = match.replace(' default-value="other"', '');
    expect(lookUp(bare, whole(3))).toBe(null);
    expect(lookUp(bare, '<qti-null/>')).toBe(null);
  });

  it('takes from qti-interpolation-table the first entry whose bound is reached', () => {
    expect(lookUp(bands, float(90))).toBe('high');
    expect(lookUp(bands, float(80))).toBe('high');
    expect(lookUp(bands, float(79.9))).toBe('pass');
    expect(lookUp(bands, float(50))).toBe('fail');
    expect(lookUp(bands, float(50.01))).toBe('pass');
    expect(lookUp(bands, float(-5))).toBe('fail');
  });

  it('is refused without a table, and for a target of another type', () => {
    const bare = item(
      `<qti-lookup-outcome-value identifier="SCORE">${float(1)}</qti-lookup-outcome-value>`,
    );
    expect(problemsOf(bare)).toEqual(['missing-element: SCORE has no table']);
    const wrong = item('', outcome('GRADE', 'integer', match));
    expect(problemsOf(wrong)).toEqual([
      'wrong-value: "other" is no integer',
      'wrong-value: "one" is no integer',
      'wrong-value: "two" is no integer',
      'wrong-value: "never" is no integer',
    ]);
  });
});

describe('qti-exit-response', () => {
  it('ends the processing, out of conditions and fragments too', () => {
    const ended = item(`${set('SCORE', float(1))}
      <qti-response-processing-fragment>
        <qti-response-condition>
          <qti-response-if>${answered('A')}<qti-exit-response/></qti-response-if>
        </qti-response-condition>
        ${set('SCORE', float(2))}
      </qti-response-processing-fragment>
      ${set('SCORE', float(3))}`);
    expect(scored(ended, 'A')).toBe(1);
    expect(scored(ended, 'B')).toBe(3);
  });
});

describe('qti-response-processing-fragment', () => {
  it('runs its rules where it stands', () => {
    const fragment = item(
      `<qti-response-processing-fragment>${set('SCORE', float(1))}<qti-response-processing-fragment>${set('SCORE', float(2))}</qti-response-processing-fragment></qti-response-processing-fragment>`,
    );
    expect(scored(fragment)).toBe(2);
  });
});

describe('qti-custom-operator', () => {
  it.each([
    ['<qti-custom-operator class="org.example.Magic"/>', 'org.example.Magic'],
    ['<qti-custom-operator definition="urn:magic"><qti-null/></qti-custom-operator>', 'urn:magic'],
    ['<qti-custom-operator/>', '(without a name)'],
  ])('is refused by its name: %s', (operator, name) => {
    expect(problemsOf(item(set('SCORE', operator)))).toEqual([
      `custom-operator-refused: the custom operator ${name}`,
    ]);
  });
});

describe('what response processing cannot have', () => {
  it.each([
    [
      'an included file',
      '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="rules.xml"/>',
      'include-refused: included files are not followed',
    ],
    [
      'a rule of template processing',
      '<qti-exit-template/>',
      'unexpected-element: qti-exit-template is no rule of response processing',
    ],
    [
      'an expression of tests',
      set('SCORE', '<qti-number-correct/>'),
      'unexpected-element: qti-number-correct stands in an item',
    ],
    [
      'an operator that does not exist',
      set('SCORE', '<qti-guess/>'),
      'unexpected-element: qti-guess is not an expression of QTI',
    ],
  ])('is %s', (_, inside, problem) => {
    expect(problemsOf(item(inside))).toEqual([problem]);
  });
});
