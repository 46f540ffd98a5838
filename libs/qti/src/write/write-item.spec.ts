import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { choices, itemXml, readItem, response, rules, template } from '../../testing/item-xml.ts';
import { compileItem, parseItem, writeItem, type Item } from '../index.ts';
import { qti3Attribute, qti3Element } from '../xml/names.ts';

const again = (item: Item): Item => readItem(writeItem(item), 'written.xml');

/** Equal when read again, in content and in scoring; and writing it again changes nothing. */
function expectSame(item: Item): void {
  const written = writeItem(item);
  const read = readItem(written, 'written.xml');
  expect(read).toEqual(item);
  expect(compileItem(read)).toEqual(compileItem(item));
  expect(writeItem(read)).toBe(written);
}

describe('an item that is written', () => {
  it('reads back with every kind of declaration', () => {
    expectSame(
      readItem(
        itemXml({
          attributes:
            'xml:lang="tg" label="L" tool-name="t" tool-version="1" adaptive="true" time-dependent="true"',
          declarations: `
<qti-context-declaration identifier="QTI_CONTEXT" cardinality="record"><qti-default-value><qti-value field-identifier="a" base-type="string">x</qti-value></qti-default-value></qti-context-declaration>
${response('ordered', 'identifier', ['B', 'A'], '<qti-mapping lower-bound="-1" upper-bound="2" default-value="0.5"><qti-map-entry map-key="A" mapped-value="1" case-sensitive="false"/></qti-mapping>')}
<qti-response-declaration identifier="P" cardinality="multiple" base-type="point"><qti-correct-response interpretation="there"><qti-value>1 2</qti-value></qti-correct-response><qti-area-mapping default-value="-1"><qti-area-map-entry shape="poly" coords="0,0,9,0,0,9" mapped-value="3"/></qti-area-mapping></qti-response-declaration>
<qti-response-declaration identifier="S" cardinality="single" base-type="string"><qti-default-value><qti-value>  two  </qti-value></qti-default-value></qti-response-declaration>
<qti-outcome-declaration identifier="G" cardinality="single" base-type="identifier" view="author tutor" interpretation="i" long-interpretation="http://x" normal-maximum="5" normal-minimum="-5" mastery-value="3" external-scored="human" variable-identifier-ref="S"><qti-match-table default-value="z"><qti-match-table-entry source-value="-1" target-value="a"/></qti-match-table></qti-outcome-declaration>
<qti-outcome-declaration identifier="H" cardinality="single" base-type="float"><qti-interpolation-table><qti-interpolation-table-entry source-value="1.5" include-boundary="false" target-value="2"/></qti-interpolation-table></qti-outcome-declaration>
<qti-outcome-declaration identifier="R" cardinality="record"><qti-default-value><qti-value field-identifier="n" base-type="integer">1</qti-value><qti-value field-identifier="e" base-type="string"></qti-value></qti-default-value></qti-outcome-declaration>
<qti-template-declaration identifier="T" cardinality="single" base-type="pair" math-variable="true" param-variable="true"><qti-default-value><qti-value>A B</qti-value></qti-default-value></qti-template-declaration>`,
          body: choices('A B').replaceAll('qti-choice-', 'qti-order-'),
        }),
      ),
    );
  });

  it('reads back with every kind of rule', () => {
    const yes = '<qti-base-value base-type="boolean">true</qti-base-value>';
    const one = '<qti-base-value base-type="integer">1</qti-base-value>';
    expectSame(
      readItem(
        itemXml({
          declarations: `${response('single', 'integer')}
<qti-outcome-declaration identifier="G" cardinality="single" base-type="identifier"><qti-match-table><qti-match-table-entry source-value="1" target-value="a"/></qti-match-table></qti-outcome-declaration>
<qti-template-declaration identifier="T" cardinality="single" base-type="integer"/>`,
          body: '<p><qti-text-entry-interaction response-identifier="RESPONSE"/></p>',
          processing: `<qti-template-processing>
  <qti-set-template-value identifier="T"><qti-random-integer min="1" max="T" step="2"/></qti-set-template-value>
  <qti-set-correct-response identifier="RESPONSE"><qti-variable identifier="T"/></qti-set-correct-response>
  <qti-set-default-value identifier="SCORE">${one}</qti-set-default-value>
  <qti-template-condition><qti-template-if>${yes}<qti-exit-template/></qti-template-if><qti-template-else-if>${yes}</qti-template-else-if><qti-template-else><qti-exit-template/></qti-template-else></qti-template-condition>
  <qti-template-constraint>${yes}</qti-template-constraint>
</qti-template-processing>
${rules(`<qti-response-condition><qti-response-if>${yes}<qti-response-processing-fragment><qti-exit-response/></qti-response-processing-fragment></qti-response-if><qti-response-else-if>${yes}</qti-response-else-if><qti-response-else><qti-lookup-outcome-value identifier="G">${one}</qti-lookup-outcome-value></qti-response-else></qti-response-condition>`)}`,
        }),
      ),
    );
  });

  it('reads back with every kind of content', () => {
    expectSame(
      readItem(
        itemXml({
          declarations:
            '<qti-outcome-declaration identifier="F" cardinality="single" base-type="identifier"/><qti-template-declaration identifier="T" cardinality="ordered" base-type="integer"/>',
          body: `
<qti-rubric-block view="candidate proctor" use="instructions" class="r"><qti-content-body><p>rubric</p></qti-content-body></qti-rubric-block>
<qti-template-block template-identifier="T" identifier="x" show-hide="hide"><qti-content-body><p>a</p></qti-content-body></qti-template-block>
<p>one <qti-template-inline template-identifier="T" identifier="x">two </qti-template-inline>three <qti-feedback-inline outcome-identifier="F" identifier="x" show-hide="hide"> four</qti-feedback-inline></p>
<p><qti-printed-variable identifier="T" format="%i" base="16" index="T" delimiter=";" mapping-indicator="=" power-form="true"/></p>
<p><math xmlns="http://www.w3.org/1998/Math/MathML"><mtext> a  b </mtext><semantics><mi>x</mi><annotation encoding="t">x</annotation></semantics></math></p>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><use xlink:href="#a"/><text>t</text></svg>
<pre>  a
	b  </pre>
<p lang="ru" dir="ltr">x &amp; y &lt; z &gt; "q" 'a' &#13; ]]&gt;</p>
<div data-catalog-idref="c" aria-label="a &quot;b&quot; &#10; c"/>`,
          after: `
<qti-stylesheet href="a.css" type="text/css" media="screen" title="t"/>
<qti-companion-materials-info><qti-calculator><qti-calculator-type>basic</qti-calculator-type><qti-description>d</qti-description></qti-calculator></qti-companion-materials-info>
<qti-assessment-stimulus-ref identifier="s" href="s.xml" title="t"/>
<qti-modal-feedback outcome-identifier="F" identifier="x" show-hide="hide" title="t"><qti-content-body><p>m</p></qti-content-body></qti-modal-feedback>`,
        }),
      ),
    );
  });

  it('reads back whatever words it holds, in text and in attributes', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        fc.string({ unit: 'binary-ascii', maxLength: 20 }),
        (words, title) => {
          // XML itself has no place for most control characters.
          const legal = (text: string): string =>
            // oxlint-disable-next-line no-control-regex
            text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, '');
          const item = readItem(itemXml({ body: '<pre>WORDS</pre>' }));
          const [pre] = item.body;
          if (typeof pre !== 'object' || pre.type !== 'element') throw new Error('no pre');
          const children = words === '' ? [] : [legal(words)].filter(Boolean);
          const changed: Item = {
            ...item,
            title: legal(title),
            body: [{ ...pre, attributes: { 'aria-label': legal(words) }, children }],
          };
          expect(again(changed)).toEqual(changed);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('keeps the name of a standard template', () => {
    const item = readItem(
      itemXml({
        declarations: response('single', 'identifier', ['A']),
        body: choices('A'),
        processing: template('match_correct'),
      }),
    );
    expect(writeItem(item)).toContain(
      'template="https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/match_correct.xml"',
    );
    expectSame(item);
  });

  it('has no warning where what was read had none', () => {
    const xml = itemXml({
      declarations: response('single', 'identifier', ['A']),
      body: choices('A B'),
    });
    expect(parseItem(writeItem(readItem(xml)), 'w.xml').warnings).toEqual([]);
  });
});

describe('names of QTI 2', () => {
  it.each([
    ['durationLT', 'qti-duration-lt'],
    ['durationGTE', 'qti-duration-gte'],
    ['anyN', 'qti-any-n'],
    ['isNull', 'qti-is-null'],
    ['equalRounded', 'qti-equal-rounded'],
    ['gte', 'qti-gte'],
    ['gapImg', 'qti-gap-img'],
    ['responseElseIf', 'qti-response-else-if'],
    ['lookupOutcomeValue', 'qti-lookup-outcome-value'],
    ['p', 'p'],
    ['object', 'object'],
    ['qti-gap', 'qti-gap'],
  ])('%s is %s', (name, expected) => {
    expect(qti3Element(name)).toBe(expected);
  });

  it.each([
    ['responseIdentifier', 'response-identifier'],
    ['baseType', 'base-type'],
    ['showHide', 'show-hide'],
    ['xml:lang', 'xml:lang'],
    ['data-catalog-idref', 'data-catalog-idref'],
  ])('the attribute %s is %s', (name, expected) => {
    expect(qti3Attribute(name)).toBe(expected);
  });
});
