import { describe, expect, it } from '@jest/globals';
import { choices, itemXml, response } from '../../testing/item-xml.ts';
import { parseItem, type Problem } from '../index.ts';

const problemsOf = (xml: string): readonly Problem[] => {
  const parsed = parseItem(xml, 'item.xml');
  return parsed.ok ? [] : parsed.problems;
};
const codesOf = (xml: string): string[] => problemsOf(xml).map(({ code }) => code);

const nested = (depth: number): string =>
  itemXml({ body: '<div>'.repeat(depth) + '</div>'.repeat(depth) });

describe('a document', () => {
  it('with a DOCTYPE is refused, whatever it declares', () => {
    const withType = (type: string): string => `${type}\n${itemXml({})}`;
    expect(codesOf(withType('<!DOCTYPE qti-assessment-item>'))).toEqual(['doctype-refused']);
    const external = '<!DOCTYPE x SYSTEM "file:///etc/passwd">';
    expect(codesOf(withType(external))).toEqual(['doctype-refused']);
    const laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>';
    expect(codesOf(withType(laughs))).toEqual(['doctype-refused']);
  });

  it('may use only the five entities of XML itself, and characters by number', () => {
    const five = itemXml({ body: '<p>&lt;&gt;&amp;&quot;&apos;&#1203;&#x4B3;</p>' });
    const parsed = parseItem(five, 'item.xml');
    expect(parsed.ok && parsed.item.body).toEqual([
      expect.objectContaining({ name: 'p', children: ['<>&"\'ҳҳ'] }),
    ]);
    expect(codesOf(itemXml({ body: '<p>&nbsp;</p>' }))).toEqual(['not-well-formed']);
    expect(codesOf(itemXml({ body: '<p>&xxe;</p>' }))).toEqual(['not-well-formed']);
  });

  it('nested deeper than 100 elements is refused, not walked', () => {
    expect(codesOf(nested(98))).toEqual([]);
    expect(codesOf(nested(99))).toEqual(['too-deep']);
    expect(codesOf(nested(50_000))).toEqual(['too-deep']);
  });

  it('longer than two million characters is refused before it is read', () => {
    const started = performance.now();
    expect(codesOf(itemXml({ body: `<p>${'x'.repeat(2_000_000)}</p>` }))).toEqual(['too-large']);
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it('with more than 200,000 nodes is refused', () => {
    expect(codesOf(itemXml({ body: '<br/>'.repeat(200_001) }))).toEqual(['too-large']);
  });

  it('with something wrong in each of 100,000 siblings is told in a time that grows as it does', () => {
    const started = performance.now();
    const problems = problemsOf(itemXml({ body: '<zz/>\n'.repeat(99_000) }));
    expect(problems).toHaveLength(99_000);
    expect(problems.at(-1)).toMatchObject({
      line: 99_003,
      column: 1,
      path: '/qti-assessment-item/qti-item-body/zz[99000]',
    });
    // Were each place counted from the beginning, it would be minutes.
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it('says where something is by the line ends of every system', () => {
    for (const [end, line] of [
      ['\n', 7],
      ['\r\n', 7],
      ['\r', 7],
    ] as const) {
      const xml = itemXml({ body: `${end}<p>a</p>${end}${end}  <zz/>` });
      expect(problemsOf(xml)).toEqual([expect.objectContaining({ line, column: 3 })]);
    }
  });

  it('whose keys name thousands of choices that are not there is told in short messages', () => {
    const many = Array.from({ length: 2000 }, (_, i) => `A${i}`);
    const xml = itemXml({
      declarations: response('multiple', 'identifier', [...many.map((name) => `x${name}`)]),
      body: choices(many.join(' '), 'max-choices="0"'),
    });
    const problems = problemsOf(xml);
    expect(problems).toHaveLength(2000);
    expect(problems[0]?.expected).toMatch(/^A0, A1, .* and 1980 more$/u);
  });

  it('that is not well formed is refused where it breaks', () => {
    const broken = itemXml({ body: '<p>one<b>two</p></b>' });
    const [problem] = problemsOf(broken);
    expect(problem).toMatchObject({ file: 'item.xml', code: 'not-well-formed', line: 4 });
    expect(problem?.path).toBe('/qti-assessment-item/qti-item-body/p');
  });

  it.each([
    ['nothing', ''],
    ['white space', '  \n '],
    ['text', 'What is 2 + 2?'],
    ['an open tag', '<qti-assessment-item'],
    [
      'a root that never ends',
      '<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0">',
    ],
    ['two roots', '<a/><b/>'],
    ['an attribute twice', '<qti-assessment-item identifier="a" identifier="b"/>'],
    ['a character that XML does not have', itemXml({ body: '<p>\u0001</p>' })],
  ])('of %s is a problem, not an exception', (_, xml) => {
    expect(codesOf(xml).length).toBeGreaterThan(0);
  });

  it('of another kind or namespace is told from a broken one', () => {
    expect(codesOf('<html xmlns="http://www.w3.org/1999/xhtml"/>')).toEqual(['wrong-root']);
    expect(
      codesOf('<questestinterop xmlns="http://www.imsglobal.org/xsd/ims_qtiasiv1p2"/>'),
    ).toEqual(['unknown-namespace']);
    expect(
      codesOf('<qti-assessment-test xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0"/>'),
    ).toEqual(['wrong-root']);
  });
});
