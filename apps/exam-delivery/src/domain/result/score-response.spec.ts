import { describe, expect, it } from '@jest/globals';
import { compileItem, parseItem } from '#libs/qti';
import { normalKeys } from './normal-text.ts';
import { scoreResponse } from './score-response.ts';

const document = (
  key: string,
  language: string,
  exact: boolean,
): string => `<?xml version="1.0" encoding="UTF-8"?>
<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="i" title="Item" adaptive="false" time-dependent="false" xml:lang="${language}">
  <qti-response-declaration identifier="RESPONSE" cardinality="single" base-type="string">
    <qti-correct-response><qti-value>${key}</qti-value></qti-correct-response>
    <qti-mapping default-value="0"><qti-map-entry map-key="${key}" mapped-value="1" case-sensitive="${exact}"/></qti-mapping>
  </qti-response-declaration>
  <qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float"/>
  <qti-item-body><p>It is called <qti-text-entry-interaction response-identifier="RESPONSE"/>.</p></qti-item-body>
  <qti-response-processing template="https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/map_response.xml"/>
</qti-assessment-item>`;

/** `exact`: as it is spelt. libs/qti folds the case in NFC, but compares exact keys as they are. */
function scoringOf(key: string, tajikKey = key, exact = true) {
  const documents = [document(key, 'en', exact), document(tajikKey, 'tg', exact)];
  const [en, tg] = documents.map((xml) => {
    const parsed = parseItem(xml, 'item.xml');
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    return parsed.item;
  });
  if (!en || !tg) throw new Error('two languages');
  const compiled = compileItem(en, { tg });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  return normalKeys(compiled.scoring);
}
const points = (scoring: ReturnType<typeof scoringOf>, typed: unknown) =>
  scoreResponse(scoring, { RESPONSE: typed }, 'seed');

// й and ӣ are each one code point in NFC, and a letter with a combining mark in NFD.
const [composed, decomposed] = [
  'занҷири нигоҳдорӣ, й'.normalize('NFC'),
  'занҷири нигоҳдорӣ, й'.normalize('NFD'),
];

describe('the score of a short text', () => {
  it.each([
    ['as it is', 'hash value'],
    ['with a blank before and after', '  hash value '],
    ['with a line end and a no-break space', '\u00a0hash value\n'],
  ])('is full for the right answer %s', (_, typed) => {
    expect(points(scoringOf('hash value'), typed)).toEqual({ score: 1, refusal: null });
  });

  it('follows the key in whether capitals count', () => {
    const score = (exact: boolean) =>
      points(scoringOf('hash value', 'hash value', exact), ' Hash Value').score;
    expect([score(false), score(true)]).toEqual([1, 0]);
  });

  it('is the same for both Unicode forms, of the answer and of the key, in every language', () => {
    expect(composed).not.toBe(decomposed);
    for (const key of [composed, decomposed])
      for (const typed of [composed, decomposed]) {
        expect(points(scoringOf(key), typed)).toMatchObject({ score: 1 });
        expect(points(scoringOf('hash value', key), typed)).toMatchObject({ score: 1 });
      }
  });

  it('does not make other answers right: blanks inside, other letters and only blanks count', () => {
    for (const typed of ['hash  value', 'hashvalue', 'hash valu', '   ', ''])
      expect(points(scoringOf('hash value'), typed)).toMatchObject({ score: 0 });
  });

  it('leaves a value of another type to be refused', () => {
    expect(points(scoringOf('hash value'), 7)).toEqual({
      score: 0,
      refusal: 'RESPONSE: wrong-type',
    });
  });
});
