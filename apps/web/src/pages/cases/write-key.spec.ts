import { describe, expect, it } from '@jest/globals';
import { compileItem, parseItem, type Scoring } from '#libs/qti';
import { writeKey } from './write-key.ts';

/** An item whose declaration of the response is this, in two languages. */
function scoringOf(declared: string, processing = '', tajik = declared): Scoring {
  const [en, tg] = [declared, tajik].map((declaration, at) => {
    const parsed = parseItem(
      `<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="i" title="I" adaptive="false" time-dependent="false" xml:lang="${at === 0 ? 'en' : 'tg'}">
  <qti-response-declaration identifier="RESPONSE" ${declaration}</qti-response-declaration>
  <qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float" normal-maximum="1"/>
  <qti-item-body><p><qti-text-entry-interaction response-identifier="RESPONSE"/></p></qti-item-body>
  ${processing}
</qti-assessment-item>`,
      'item.xml',
    );
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    return parsed.item;
  });
  if (!en || !tg) throw new Error('two languages');
  const compiled = compileItem(en, { tg });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  return compiled.scoring;
}

const correct = (value: string) =>
  `<qti-correct-response><qti-value>${value}</qti-value></qti-correct-response>`;
const equal = (tolerance: string) => `<qti-response-processing><qti-response-condition>
  <qti-response-if><qti-equal tolerance-mode="absolute" tolerance="${tolerance}"><qti-variable identifier="RESPONSE"/><qti-correct identifier="RESPONSE"/></qti-equal>
  <qti-set-outcome-value identifier="SCORE"><qti-base-value base-type="float">1</qti-base-value></qti-set-outcome-value>
  </qti-response-if></qti-response-condition></qti-response-processing>`;

describe('the key of an item on one line', () => {
  it('is the number with its tolerance, below and above', () => {
    const number = `cardinality="single" base-type="float">${correct('488')}`;
    expect(writeKey(scoringOf(number, equal('2 2')))).toBe('488 ± 2');
    expect(writeKey(scoringOf(number, equal('0 2')))).toBe('488 −0 +2');
    expect(writeKey(scoringOf(number, equal('0 0')))).toBe('488');
  });

  it('says what each text is worth, and in which other language others count', () => {
    const text = (word: string) =>
      `cardinality="single" base-type="string"><qti-mapping default-value="0"><qti-map-entry map-key="${word}" mapped-value="1"/></qti-mapping>`;
    expect(writeKey(scoringOf(text('hash'), '', text('хеш')))).toBe('hash = 1; tg: хеш = 1');
  });
});
