import { describe, expect, it } from '@jest/globals';
import { choices, itemXml, readItem, response, rules, template } from '../../testing/item-xml.ts';
import { scoreOf } from '../../testing/scoring.ts';
import { oneSection, ref } from '../../testing/test-xml.ts';
import { parseItem, parseTest } from '../index.ts';

const told = (xml: string): string[] => {
  const parsed = parseItem(xml, 'item.xml');
  const problems = parsed.ok ? [] : parsed.problems;
  return problems.map(({ code, line, message }) => `${line} ${code} ${message}`);
};

const set = (name: string, expression: string): string =>
  `<qti-set-outcome-value identifier="${name}">${expression}</qti-set-outcome-value>`;

describe('a declaration that cannot be read', () => {
  it('of a response is told once, and not again for each that names it', () => {
    const wrong =
      '<qti-response-declaration identifier="RESPONSE" cardinality="one" base-type="identifier"/>';
    const parts = { declarations: wrong, body: choices('A B') };
    const expected = ['2 wrong-value cardinality="one"'];
    for (const name of ['match_correct', 'map_response', 'CC2_match'])
      expect(told(itemXml({ ...parts, processing: template(name) }))).toEqual(expected);
    const uses = [
      '<qti-map-response identifier="RESPONSE"/>',
      '<qti-variable identifier="RESPONSE"/>',
      '<qti-correct identifier="RESPONSE"/>',
      '<qti-default identifier="RESPONSE"/>',
      '<qti-sum><qti-variable identifier="RESPONSE"/></qti-sum>',
    ];
    const processing = rules(uses.map((use) => set('SCORE', use)).join(''));
    expect(told(itemXml({ ...parts, processing }))).toEqual(expected);
  });

  it('of an outcome is told once, in rules, feedback and modal feedback', () => {
    const one = '<qti-base-value base-type="identifier">A</qti-base-value>';
    const feedback = (element: string): string =>
      `<${element} outcome-identifier="SAID" identifier="A" show-hide="show"><qti-content-body><p>A</p></qti-content-body></${element}>`;
    const xml = itemXml({
      declarations: '<qti-outcome-declaration identifier="SAID" cardinality="single"/>',
      body: feedback('qti-feedback-block') + '<p><qti-printed-variable identifier="SAID"/></p>',
      processing: rules(set('SAID', one)),
      after: feedback('qti-modal-feedback'),
    });
    expect(told(xml)).toEqual(['2 missing-attribute base-type and cardinality do not go together']);
  });

  it('of a template variable is told once, in attributes and patterns, too', () => {
    const uses =
      set('SCORE', '<qti-random-integer min="0" max="N"/>') +
      set(
        'FITS',
        '<qti-pattern-match pattern="{N}"><qti-base-value base-type="string">a</qti-base-value></qti-pattern-match>',
      );
    const xml = itemXml({
      declarations:
        '<qti-outcome-declaration identifier="FITS" cardinality="single" base-type="boolean"/>' +
        '<qti-template-declaration identifier="N" cardinality="single" base-type="number"/>',
      body: '<qti-template-block template-identifier="N" identifier="a" show-hide="show"><p>a</p></qti-template-block>',
      processing: rules(uses),
    });
    expect(told(xml)).toEqual(['2 wrong-value base-type="number"']);
  });

  it('of a test is told once', () => {
    const total = '<qti-outcome-declaration identifier="TOTAL" cardinality="some"/>';
    const processing = set('TOTAL', '<qti-variable identifier="TOTAL"/>');
    const xml = oneSection(
      ref('A'),
      total,
      `<qti-outcome-processing>${processing}</qti-outcome-processing>`,
    );
    const parsed = parseTest(xml, 'test.xml');
    expect(parsed.ok ? [] : parsed.problems.map(({ message }) => message)).toEqual([
      'cardinality="some"',
    ]);
  });

  it('hides nothing that has another reason', () => {
    const wrong =
      '<qti-response-declaration identifier="RESPONSE" cardinality="one" base-type="identifier"/>';
    const processing = rules(set('SCORE', '<qti-variable identifier="OTHER"/>'));
    expect(told(itemXml({ declarations: wrong, body: choices('A'), processing }))).toEqual([
      '2 wrong-value cardinality="one"',
      '5 unknown-identifier no variable OTHER is declared',
    ]);
  });

  it('with a mapping of which no entry can be read is not told of an empty mapping, too', () => {
    const wrong = '<qti-mapping><qti-map-entry map-key="x" mapped-value="1"/></qti-mapping>';
    const declarations = response('single', 'integer', [], wrong);
    expect(told(itemXml({ declarations }))).toEqual(['2 wrong-value "x" is no integer']);
  });
});

describe('a key that is mapped twice', () => {
  const mapped = (baseType: string, ...entries: readonly string[]): string => {
    const inside = entries.map((entry) => {
      const [key, value, sensitive] = entry.split(' = ');
      const attribute = sensitive === undefined ? '' : `case-sensitive="${sensitive}"`;
      return `\n<qti-map-entry map-key="${key}" mapped-value="${value}" ${attribute}/>`;
    });
    const mapping = `<qti-mapping>${inside.join('')}</qti-mapping>`;
    return itemXml({
      declarations: response('single', baseType, [], mapping),
      body: '<p><qti-text-entry-interaction response-identifier="RESPONSE"/></p>',
      processing: template('map_response'),
    });
  };
  const pairs = (...entries: readonly string[]): string =>
    mapped('pair', ...entries).replace(/<p>.*<\/p>/u, '');

  it('to different points is a problem, at the second', () => {
    expect(told(mapped('string', 'York = 1', 'york = 1', 'York = 2'))).toEqual([
      '5 key-conflict York is mapped to 1 already',
    ]);
    expect(told(mapped('float', '1 = 1', '1.0 = 2'))).toEqual([
      '4 key-conflict 1 is mapped to 1 already',
    ]);
    expect(told(pairs('A B = 1', 'B A = 2'))).toEqual([
      '4 key-conflict B A is mapped to 1 already',
    ]);
    expect(told(pairs('A B = 1', 'B C = 2'))).toEqual([]);
  });

  it('counts as the same but for case where neither entry heeds it', () => {
    expect(told(mapped('string', 'York = 1 = false', 'YORK = 2 = false'))).toEqual([
      '4 key-conflict YORK is mapped to 1 already',
    ]);
    // The one is for itself alone, the other for every other way to write it.
    const both = mapped('string', 'York = 2', 'york = 1 = false');
    expect(told(both)).toEqual([]);
    expect(['York', 'york', 'YORK'].map((answer) => scoreOf(both, answer))).toEqual([2, 1, 1]);
    expect(told(mapped('string', 'York = 2', 'York = 1 = false'))).toHaveLength(1);
  });

  it('to the same points is a warning', () => {
    const parsed = parseItem(pairs('A B = 1', 'B A = 1'), 'item.xml');
    expect(parsed.ok && parsed.warnings).toEqual([
      expect.objectContaining({ code: 'repeated-key', line: 4 }),
    ]);
  });

  it('in a match table is a warning, as the first entry is the one that the standard takes', () => {
    const xml = itemXml({
      declarations: `<qti-outcome-declaration identifier="GRADE" cardinality="single" base-type="identifier"><qti-match-table>
<qti-match-table-entry source-value="1" target-value="A"/>
<qti-match-table-entry source-value="1" target-value="B"/>
</qti-match-table></qti-outcome-declaration>`,
    });
    const parsed = parseItem(xml, 'item.xml');
    expect(parsed.ok && parsed.warnings).toEqual([
      expect.objectContaining({ code: 'repeated-key', line: 4 }),
    ]);
    expect(readItem(xml).outcomes[0]?.table?.entries).toHaveLength(2);
  });
});
