import { describe, expect, it } from '@jest/globals';
import { choices, itemXml, response, rules, template } from '../../testing/item-xml.ts';
import { parseItem, type Problem } from '../index.ts';

const problemsOf = (xml: string): readonly Problem[] => {
  const parsed = parseItem(xml, 'bank/item-7.xml');
  return parsed.ok ? [] : parsed.problems;
};

describe('a problem', () => {
  it('says file, line, column, path, what is wrong and what was expected', () => {
    const xml = `<?xml version="1.0"?>
<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="i" title="t">
  <qti-response-declaration identifier="RESPONSE" cardinality="single" base-type="identifier"/>
  <qti-item-body>
    <p>One</p>
    <p>Two <b>three</b></p>
    <qti-choice-interaction response-identifier="RESPONSE">
      <qti-simple-choice identifier="A">a</qti-simple-choice>
      <qti-simple-choice identifier="B" fixed="maybe">b</qti-simple-choice>
    </qti-choice-interaction>
  </qti-item-body>
</qti-assessment-item>`;
    expect(problemsOf(xml)).toEqual([
      {
        file: 'bank/item-7.xml',
        line: 9,
        column: 7,
        path: '/qti-assessment-item/qti-item-body/qti-choice-interaction/qti-simple-choice[2]',
        code: 'wrong-value',
        message: 'fixed="maybe"',
        expected: 'true or false',
      },
    ]);
  });

  it('has the same place with line ends of Windows and of old Macs', () => {
    const xml = itemXml({ body: '\n\n  <p>\n<marquee/></p>' });
    const [problem] = problemsOf(xml);
    expect(problem).toMatchObject({ code: 'unexpected-element', column: 1 });
    for (const end of ['\r\n', '\r']) {
      const [same] = problemsOf(xml.replaceAll('\n', end));
      expect([same?.line, same?.column]).toEqual([problem?.line, problem?.column]);
    }
  });

  it('names the elements of a 2.x document as the document does', () => {
    const xml = `<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="i" title="t" adaptive="false" timeDependent="false">
<responseDeclaration identifier="RESPONSE" cardinality="single" baseType="identifier"/>
<itemBody><choiceInteraction responseIdentifier="RESPONSE" shuffle="maybe" maxChoices="1"><simpleChoice identifier="A">a</simpleChoice></choiceInteraction></itemBody>
</assessmentItem>`;
    expect(problemsOf(xml)).toEqual([
      expect.objectContaining({
        line: 3,
        column: 11,
        path: '/assessmentItem/itemBody/choiceInteraction',
      }),
    ]);
  });
});

describe('everything that is wrong', () => {
  it('is found in one pass, in declarations, body and processing', () => {
    const xml = itemXml({
      attributes: 'adaptive="perhaps"',
      declarations: `
        <qti-response-declaration identifier="RESPONSE" cardinality="single" base-type="identifier">
          <qti-correct-response><qti-value>Z</qti-value></qti-correct-response>
        </qti-response-declaration>
        <qti-response-declaration identifier="RESPONSE" cardinality="single" base-type="identifier"/>
        <qti-response-declaration identifier="NUMBER" cardinality="single" base-type="integer">
          <qti-correct-response><qti-value>one</qti-value></qti-correct-response>
        </qti-response-declaration>
        <qti-response-declaration identifier="2nd" cardinality="single" base-type="integer"/>
        <qti-response-declaration identifier="BAG" cardinality="several" base-type="integer"/>`,
      body: `
        ${choices('A B B')}
        <p><qti-text-entry-interaction response-identifier="NOWHERE"/></p>
        <qti-slider-interaction response-identifier="NUMBER" lower-bound="0"/>
        <blink>no</blink>`,
      processing: rules(`
        <qti-set-outcome-value identifier="NOTHING"><qti-null/></qti-set-outcome-value>
        <qti-set-outcome-value identifier="SCORE"><qti-sum><qti-base-value base-type="string">x</qti-base-value></qti-sum></qti-set-outcome-value>
        <qti-set-outcome-value identifier="SCORE"><qti-variable identifier="GHOST"/></qti-set-outcome-value>`),
    });
    const found = problemsOf(xml).map(({ code, message }) => `${code}: ${message}`);
    expect(found.toSorted()).toEqual(
      [
        'wrong-value: adaptive="perhaps"',
        'unknown-identifier: RESPONSE names Z, which is no choice',
        'duplicate-identifier: the variable RESPONSE is declared twice or reserved',
        'wrong-value: "one" is no integer',
        'wrong-value: identifier="2nd"',
        'wrong-value: cardinality="several"',
        'duplicate-identifier: B is the identifier of two choices',
        'unknown-identifier: no response variable NOWHERE is declared',
        'missing-attribute: upper-bound is missing',
        'unexpected-element: blink is not allowed in content',
        'unknown-identifier: NOTHING is no outcome variable',
        'wrong-type: is single string',
        'unknown-identifier: no variable GHOST is declared',
      ].toSorted(),
    );
  });

  it('of a branch is told once: the branches after it are still where they may be', () => {
    const condition = `<qti-response-condition>
      <qti-response-if><qti-is-null><qti-variable identifier="GHOST"/></qti-is-null></qti-response-if>
      <qti-response-else-if><qti-is-null><qti-variable identifier="SCORE"/></qti-is-null></qti-response-else-if>
      <qti-response-else/></qti-response-condition>`;
    const found = problemsOf(itemXml({ processing: rules(condition) }));
    expect(found.map(({ message }) => message)).toEqual(['no variable GHOST is declared']);
  });

  it('is not that there is no body: it may be left out, and nothing is shown', () => {
    const parsed = parseItem(itemXml({}).replace('<qti-item-body></qti-item-body>', ''), 'a.xml');
    expect(parsed.ok && parsed.item.body).toEqual([]);
    expect(parsed.warnings.map(({ code }) => code)).toEqual(['nothing-shown']);
  });

  it('is a problem only where it matters: what is harmless is a warning and the item is read', () => {
    const parsed = parseItem(
      itemXml({
        attributes: 'xmlns:v="urn:vendor" v:level="7"',
        declarations: response('single', 'identifier', ['A']),
        body: `<p data-mine="1">Text <v:note>hidden</v:note></p>${choices('A B')}`,
        processing: template('match_correct'),
        after: '<v:metadata>more</v:metadata>',
      }),
      'item.xml',
    );
    expect(parsed.ok).toBe(true);
    expect(parsed.warnings.map(({ code, line, path }) => `${code} ${line} ${path}`)).toEqual([
      'vendor-markup-ignored 1 /qti-assessment-item',
      'vendor-markup-ignored 6 /qti-assessment-item/v:metadata',
      'unknown-data-attribute 4 /qti-assessment-item/qti-item-body/p',
      'vendor-markup-ignored 4 /qti-assessment-item/qti-item-body/p/v:note',
    ]);
  });
});
