import { describe, expect, it } from '@jest/globals';
import {
  oneSection,
  outcome,
  part,
  problemsOf,
  readTest,
  ref,
  refs,
  section,
  testXml,
} from '../../testing/test-xml.ts';
import { parseTest, writeTest } from '../index.ts';

const yes = '<qti-base-value base-type="boolean">true</qti-base-value>';

const whole = testXml(`
<qti-context-declaration identifier="QTI_CONTEXT" cardinality="record"/>
${outcome('SCORE')}${outcome('GRADE', 'identifier', '<qti-match-table default-value="fail"><qti-match-table-entry source-value="2" target-value="pass"/></qti-match-table>')}
<qti-time-limits min-time="60" max-time="3600" allow-late-submission="true"/>
<qti-stylesheet href="test.css" type="text/css"/>
<qti-rubric-block view="candidate proctor" use="instructions"><qti-content-body><p>Read all.</p></qti-content-body></qti-rubric-block>
<qti-test-part identifier="P1" title="Part 1" navigation-mode="linear" submission-mode="individual">
  <qti-pre-condition>${yes}</qti-pre-condition>
  <qti-branch-rule target="P2">${yes}</qti-branch-rule>
  <qti-item-session-control max-attempts="2" show-feedback="true"/>
  <qti-time-limits max-time="1800"/>
  <qti-rubric-block view="candidate"><qti-content-body><p>Part.</p></qti-content-body></qti-rubric-block>
  <qti-assessment-section identifier="S1" title="One" visible="true" keep-together="false" required="true" fixed="true">
    <qti-pre-condition>${yes}</qti-pre-condition>
    <qti-branch-rule target="EXIT_TESTPART">${yes}</qti-branch-rule>
    <qti-item-session-control allow-skipping="false"/>
    <qti-selection select="1" with-replacement="true"/>
    <qti-ordering shuffle="true"/>
    <qti-rubric-block view="scorer"><qti-content-body><p>Section.</p></qti-content-body></qti-rubric-block>
    <qti-assessment-item-ref identifier="Q1" href="q1.xml" category="easy law" required="true" fixed="true">
      <qti-pre-condition>${yes}</qti-pre-condition>
      <qti-branch-rule target="Q2"><qti-gt><qti-variable identifier="Q1.SCORE"/><qti-base-value base-type="float">0</qti-base-value></qti-gt></qti-branch-rule>
      <qti-time-limits max-time="60"/>
      <qti-variable-mapping source-identifier="POINTS" target-identifier="SCORE"/>
      <qti-weight identifier="W" value="2.5"/>
      <qti-template-default template-identifier="A"><qti-base-value base-type="integer">3</qti-base-value></qti-template-default>
    </qti-assessment-item-ref>
    <qti-assessment-item-ref identifier="Q2" href="q2.xml"/>
  </qti-assessment-section>
  <qti-test-feedback access="during" outcome-identifier="GRADE" identifier="pass" show-hide="show" title="So far"><qti-content-body><p>Good.</p></qti-content-body></qti-test-feedback>
</qti-test-part>
${part('P2', section('S2', ref('Q3')), 'nonlinear')}
<qti-outcome-processing>
  <qti-set-outcome-value identifier="SCORE"><qti-sum><qti-test-variables variable-identifier="SCORE" section-identifier="S1" include-category="easy" exclude-category="law" weight-identifier="W"/></qti-sum></qti-set-outcome-value>
  <qti-outcome-condition>
    <qti-outcome-if>${yes}<qti-lookup-outcome-value identifier="GRADE"><qti-number-correct/></qti-lookup-outcome-value></qti-outcome-if>
    <qti-outcome-else-if>${yes}<qti-exit-test/></qti-outcome-else-if>
    <qti-outcome-else><qti-outcome-processing-fragment><qti-exit-test/></qti-outcome-processing-fragment></qti-outcome-else>
  </qti-outcome-condition>
</qti-outcome-processing>
<qti-test-feedback access="atEnd" outcome-identifier="GRADE" identifier="pass" show-hide="show"><qti-content-body><p>Passed.</p></qti-content-body></qti-test-feedback>`);

describe('qti-assessment-test', () => {
  it('is read whole: qti-test-part, qti-assessment-section, qti-assessment-item-ref and what they hold', () => {
    const test = readTest(whole);
    const [one, two] = test.parts;
    expect([one?.navigation, two?.navigation]).toEqual(['linear', 'nonlinear']);
    expect(one?.sections[0]).toMatchObject({
      identifier: 'S1',
      visible: true,
      keepTogether: false,
      selection: { select: 1, withReplacement: true },
      shuffle: true,
      sessionControl: { allowSkipping: false },
    });
    expect(one?.sections[0]?.children[0]).toMatchObject({
      kind: 'item',
      href: 'q1.xml',
      categories: ['easy', 'law'],
      weights: [{ identifier: 'W', value: 2.5 }],
      mappings: [{ source: 'POINTS', target: 'SCORE' }],
      timeLimits: { maxTime: 60, allowLateSubmission: false },
    });
    expect(test.timeLimits).toEqual({ minTime: 60, maxTime: 3600, allowLateSubmission: true });
    expect(test.feedback.map(({ access }) => access)).toEqual(['atEnd']);
  });

  it('is written as 3.0 and read back equal', () => {
    const test = readTest(whole);
    const written = writeTest(test);
    expect(readTest(written)).toEqual(test);
    expect(writeTest(readTest(written))).toBe(written);
    expect(parseTest(written, 'w.xml').warnings).toEqual([]);
  });

  it('is read from 2.x into the same', () => {
    const qti2 = whole
      .replace('imsqtiasi_v3p0', 'imsqti_v2p1')
      .replace(/<qti-content-body>([\s\S]*?)<\/qti-content-body>/gu, '$1')
      .replace(
        /<(\/?)qti-([a-z-]+)/gu,
        (_, slash: string, name: string) =>
          `<${slash}${name.replaceAll(/-([a-z])/gu, (__, letter: string) => letter.toUpperCase())}`,
      )
      .replace(
        / ([a-z]+(?:-[a-z]+)+)="/gu,
        (_, name: string) =>
          ` ${name.replaceAll(/-([a-z])/gu, (__, letter: string) => letter.toUpperCase())}="`,
      );
    expect(qti2).toContain('<assessmentItemRef');
    const namespaced = qti2.replace(
      'http://www.imsglobal.org/xsd/imsqtiasi_v3p0',
      'http://www.imsglobal.org/xsd/imsqti_v2p1',
    );
    expect(readTest(namespaced)).toEqual(readTest(whole));
  });

  it.each([
    ['without parts', testXml(''), 'missing-element: a test without parts'],
    ['with an empty part', testXml(part('P', '')), 'missing-element: qti-test-part has no section'],
    [
      'with an identifier twice',
      oneSection(refs('Q1 Q1')),
      'duplicate-identifier: Q1 is the identifier of two parts of the test',
    ],
    [
      'with a jump backwards',
      oneSection(
        ref('Q1') + ref('Q2', '', `<qti-branch-rule target="Q1">${yes}</qti-branch-rule>`),
      ),
      'unknown-identifier: Q1 is nothing further on in this part',
    ],
    [
      'with a jump to nowhere',
      oneSection(ref('Q1', '', `<qti-branch-rule target="Q9">${yes}</qti-branch-rule>`)),
      'unknown-identifier: Q9 is nothing further on in this part',
    ],
    [
      'that selects more than there are',
      oneSection(`<qti-selection select="3"/>${refs('Q1 Q2')}`),
      'wrong-value: select="3"',
    ],
    [
      'that selects fewer than are required',
      oneSection(`<qti-selection select="1"/>${refs('Q1 Q2', 'required="true"')}`),
      'wrong-value: select="1"',
    ],
    [
      'with a variable of an item that is not there',
      oneSection(
        ref(
          'Q1',
          '',
          `<qti-pre-condition><qti-is-null><qti-variable identifier="Q7.SCORE"/></qti-is-null></qti-pre-condition>`,
        ),
      ),
      'unknown-identifier: no variable Q7.SCORE is declared',
    ],
    [
      'with a condition that is no truth value',
      oneSection(ref('Q1', '', '<qti-pre-condition><qti-number-correct/></qti-pre-condition>')),
      'wrong-type: is single integer',
    ],
    [
      'with feedback of no outcome',
      oneSection(
        ref('Q1'),
        '',
        '<qti-test-feedback access="atEnd" outcome-identifier="X" identifier="a" show-hide="show"><qti-content-body><p>x</p></qti-content-body></qti-test-feedback>',
      ),
      'unknown-identifier: test feedback names X',
    ],
    [
      'with less time than the least',
      oneSection(ref('Q1', '', '<qti-time-limits min-time="9" max-time="5"/>')),
      'wrong-value: the least time is above the most',
    ],
    [
      'with a mode that does not exist',
      testXml(part('P', section('S', ref('Q1')), 'random')),
      'wrong-value: navigation-mode="random"',
    ],
    [
      'with a response rule',
      oneSection(
        ref('Q1'),
        '',
        '<qti-outcome-processing><qti-exit-response/></qti-outcome-processing>',
      ),
      'unexpected-element: qti-exit-response is no rule of outcome processing',
    ],
  ])('is refused %s', (_, xml, problem) => {
    expect(problemsOf(xml)).toEqual([problem]);
  });

  it('tells everything at once, with places', () => {
    const parsed = parseTest(
      oneSection(refs('Q1 Q1') + '<qti-selection select="9"/>\n<blink/>'),
      'bank/test.xml',
    );
    const problems = parsed.ok ? [] : parsed.problems;
    expect(problems.map(({ file, line, path }) => `${file} ${line} ${path}`)).toEqual([
      'bank/test.xml 3 /qti-assessment-test/qti-test-part/qti-assessment-section/blink',
      'bank/test.xml 2 /qti-assessment-test/qti-test-part/qti-assessment-section/qti-selection',
      'bank/test.xml 2 /qti-assessment-test/qti-test-part/qti-assessment-section/qti-assessment-item-ref[2]',
    ]);
  });

  it('refuses qti-assessment-section-ref and qti-adaptive-selection, with the reason', () => {
    const section = '<qti-assessment-section-ref identifier="X" href="x.xml"/>';
    expect(problemsOf(oneSection(section))).toEqual([
      'include-refused: the section x.xml stands in another file',
    ]);
    expect(problemsOf(oneSection(`<qti-adaptive-selection/>${ref('Q1')}`))).toEqual([
      'unexpected-element: adaptive selection asks an engine outside of this library',
    ]);
  });
});
