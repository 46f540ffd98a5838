import { describe, expect, it } from '@jest/globals';
import { compileItem, parseItem } from '#libs/qti';
import type { Scoring } from '#libs/qti';
import { processingOf, scoringDigest, scoringRule, scoringSalt } from './scoring-rule.ts';

const template = (name: string) =>
  `<qti-response-processing template="https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/${name}.xml"/>`;
const given = '<qti-variable identifier="RESPONSE"/>';
const right = '<qti-correct identifier="RESPONSE"/>';
const when = (condition: string, points: number) => `<qti-response-processing>
  <qti-response-condition><qti-response-if>${condition}
    <qti-set-outcome-value identifier="SCORE"><qti-base-value base-type="float">${points}</qti-base-value></qti-set-outcome-value>
  </qti-response-if></qti-response-condition></qti-response-processing>`;

/** A number between 0 and 9, for which 7 is right. */
function scoringOf(processing: string, key = 7): Scoring {
  const parsed = parseItem(
    `<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="i" title="Item" adaptive="false" time-dependent="false" xml:lang="en">
  <qti-response-declaration identifier="RESPONSE" cardinality="single" base-type="float">
    <qti-correct-response><qti-value>${key}</qti-value></qti-correct-response>
    <qti-mapping default-value="0"><qti-map-entry map-key="${key}" mapped-value="1"/></qti-mapping>
  </qti-response-declaration>
  <qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float" normal-maximum="1"/>
  <qti-item-body><p>How many? <qti-text-entry-interaction response-identifier="RESPONSE"/></p></qti-item-body>
  ${processing}
</qti-assessment-item>`,
    'item.xml',
  );
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const compiled = compileItem(parsed.item);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  return compiled.scoring;
}

const secret = Buffer.alloc(32, 5);
const place = { formId: 'form', itemId: 'item', itemVersion: 1 };

describe('the rule of an item', () => {
  it.each([
    ['match_correct', template('match_correct')],
    ['match_correct', when(`<qti-match>${given}${right}</qti-match>`, 1)],
    [
      'equal_correct',
      when(`<qti-equal tolerance-mode="absolute" tolerance="1 1">${given}${right}</qti-equal>`, 1),
    ],
    ['map_response', template('map_response')],
  ])('is called %s, whether a template says so or the item itself', (name, processing) => {
    expect(processingOf(scoringOf(processing))).toBe(name);
  });

  it('is called inline where it compares otherwise, or gives part of the points', () => {
    const part = when(`<qti-match>${given}${right}</qti-match>`, 0.5);
    const less = when(`<qti-lt>${given}${right}</qti-lt>`, 1);
    expect([part, less].map((one) => processingOf(scoringOf(one)))).toEqual(['inline', 'inline']);
  });

  it('is told with a digest that no trying of keys finds without the salt', () => {
    const scoring = scoringOf(template('match_correct'));
    const salt = scoringSalt(secret, place);
    const rule = scoringRule(salt, scoring, 1);
    expect(rule).toEqual({
      processing: 'match_correct',
      maxScore: 1,
      scoringVersion: 1,
      scoringDigest: scoringDigest(salt, scoring),
    });
    const guesses = Array.from({ length: 10 }, (_, key) =>
      scoringOf(template('match_correct'), key),
    );
    const found = (by: string) =>
      guesses.filter((guess) => scoringDigest(by, guess) === rule.scoringDigest).length;
    expect([found(''), found(scoringSalt(Buffer.alloc(32, 6), place)), found(salt)]).toEqual([
      0, 0, 1,
    ]);
    expect(scoringSalt(secret, { ...place, itemVersion: 2 })).not.toBe(salt);
  });
});
