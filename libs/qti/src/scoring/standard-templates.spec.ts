import { describe, expect, it } from '@jest/globals';
import {
  choices,
  compiled,
  itemXml,
  readItem,
  response,
  rules,
  template,
} from '../../testing/item-xml.ts';
import { outcomesOf } from '../../testing/scoring.ts';
import { vector } from '../../testing/vector.ts';
import { parseItem } from '../index.ts';
import { standardTemplates } from '../model/rule.ts';

const mapping = `<qti-mapping><qti-map-entry map-key="A" mapped-value="2"/><qti-map-entry map-key="B" mapped-value="1"/></qti-mapping>`;
const area =
  '<qti-area-mapping><qti-area-map-entry shape="circle" coords="5,5,5" mapped-value="2"/></qti-area-mapping>';
const outcomes = ['FEEDBACK', 'FEEDBACKBASIC']
  .map(
    (name) =>
      `<qti-outcome-declaration identifier="${name}" cardinality="single" base-type="identifier"/>`,
  )
  .join('');
const maximum =
  '<qti-outcome-declaration identifier="MAXSCORE" cardinality="single" base-type="float"><qti-default-value><qti-value>2</qti-value></qti-default-value></qti-outcome-declaration>';

const choice = (processing: string) => ({
  declarations: response('single', 'identifier', ['A'], mapping) + outcomes + maximum,
  body: choices('A B C'),
  processing,
});
const point = (processing: string) => ({
  declarations: response('single', 'point', ['5 5'], area) + outcomes + maximum,
  body: '<qti-select-point-interaction response-identifier="RESPONSE"><img src="a.png" alt="A" width="9" height="9"/></qti-select-point-interaction>',
  processing,
});

describe('the standard templates', () => {
  it.each(standardTemplates)('%s has the rules that 1EdTech publishes', (name) => {
    const parts = name === 'map_response_point' ? point : choice;
    const published = vector(`rptemplates/${name}.xml`)
      .replace(/<\?xml.*?\?>|<!--.*?-->/gu, '')
      .replace(/ xmlns="[^"]*"/u, '');
    const byName = compiled(parts(template(name)));
    const byRules = compiled(parts(published));
    expect(byName.scoring.rules).toEqual(byRules.scoring.rules);
  });

  const results = (name: string, answer?: string): unknown => {
    const { SCORE, FEEDBACK, FEEDBACKBASIC } = outcomesOf(
      choice(template(name)),
      answer === undefined ? {} : { RESPONSE: answer },
    );
    return [SCORE, FEEDBACK, FEEDBACKBASIC];
  };

  it('match_correct and CC2_match give 1 or 0 and no feedback', () => {
    for (const name of ['match_correct', 'CC2_match']) {
      expect(results(name, 'A')).toEqual([1, null, null]);
      expect(results(name, 'B')).toEqual([0, null, null]);
      expect(results(name)).toEqual([0, null, null]);
    }
  });

  it('CC2_match_basic gives MAXSCORE and the word for it', () => {
    expect(results('CC2_match_basic', 'A')).toEqual([2, null, 'correct']);
    expect(results('CC2_match_basic', 'B')).toEqual([0, null, 'incorrect']);
    expect(results('CC2_match_basic')).toEqual([0, null, 'incorrect']);
  });

  it('map_response gives what the mapping says', () => {
    expect(results('map_response', 'A')).toEqual([2, null, null]);
    expect(results('map_response', 'B')).toEqual([1, null, null]);
    expect(results('map_response')).toEqual([0, null, null]);
  });

  it('map_response_point gives what the areas say', () => {
    const score = (answer: unknown): unknown =>
      outcomesOf(point(template('map_response_point')), { RESPONSE: answer })['SCORE'];
    expect([score('5 5'), score('50 50'), score(null)]).toEqual([2, 0, 0]);
  });

  it('CC2_map_response calls only the full score correct', () => {
    expect(results('CC2_map_response', 'A')).toEqual([2, 'correct', null]);
    expect(results('CC2_map_response', 'B')).toEqual([1, 'incorrect', null]);
    expect(results('CC2_map_response')).toEqual([0, 'incorrect', null]);
  });
});

describe('a template in an item', () => {
  const problemsOf = (xml: string): string[] => {
    const parsed = parseItem(xml, 'item.xml');
    return parsed.ok ? [] : parsed.problems.map(({ code, message }) => `${code}: ${message}`);
  };

  it.each([
    'http://www.imsglobal.org/question/qti_v2p0/rptemplates/match_correct',
    'http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct.xml',
    'http://www.imsglobal.org/question/qti_v2p2/rptemplates/match_correct',
    'https://www.imsglobal.org/question/qti_v3p0/rptemplates/match_correct.xml',
    'https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/match_correct',
  ])('is known by %s', (address) => {
    const xml = itemXml(choice(`<qti-response-processing template="${address}"/>`));
    expect(readItem(xml).processing.template).toBe('match_correct');
  });

  it('of another address or name is refused, never guessed', () => {
    for (const address of [
      'https://example.org/rptemplates/match_correct.xml',
      'https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/match_nothing.xml',
      'match_correct',
    ]) {
      const xml = itemXml(choice(`<qti-response-processing template="${address}"/>`));
      expect(problemsOf(xml)).toEqual([`template-refused: ${address} is not a standard template`]);
    }
  });

  it('gives way to rules that stand beside it', () => {
    const both = rules('<qti-exit-response/>').replace(
      '<qti-response-processing>',
      '<qti-response-processing template="https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/match_correct.xml">',
    );
    expect(readItem(itemXml(choice(both))).processing).toEqual({ rules: [{ rule: 'exit' }] });
  });

  it('needs RESPONSE, its outcomes of their types, and its mapping', () => {
    const other = itemXml(choice(template('match_correct'))).replaceAll('RESPONSE', 'ANSWER');
    expect(problemsOf(other)).toEqual([
      'unknown-identifier: match_correct needs a response variable RESPONSE',
    ]);
    const bare = {
      ...choice(template('CC2_match_basic')),
      declarations: response('single', 'identifier', ['A']),
    };
    expect(problemsOf(itemXml(bare))).toEqual([
      'unknown-identifier: CC2_match_basic needs an outcome variable MAXSCORE',
      'unknown-identifier: CC2_match_basic needs an outcome variable FEEDBACKBASIC',
    ]);
    const unmapped = {
      ...choice(template('map_response')),
      declarations: response('single', 'identifier', ['A']),
    };
    expect(problemsOf(itemXml(unmapped))).toEqual([
      'missing-element: map_response needs a mapping of RESPONSE',
    ]);
    const text = itemXml(choice(template('match_correct'))).replace(
      'identifier="SCORE" cardinality="single" base-type="float"',
      'identifier="SCORE" cardinality="single" base-type="string"',
    );
    expect(problemsOf(text)).toEqual(['wrong-type: SCORE is single string']);
  });

  it('that maps to halves needs a SCORE that can hold them', () => {
    const whole = (value: string): string[] =>
      problemsOf(
        itemXml(choice(template('map_response')))
          .replace(
            'identifier="SCORE" cardinality="single" base-type="float"',
            'identifier="SCORE" cardinality="single" base-type="integer"',
          )
          .replace('mapped-value="1"', `mapped-value="${value}"`),
      );
    expect(whole('1')).toEqual([]);
    expect(whole('0.5')).toEqual(['wrong-type: SCORE is an integer, and the mapping gives 0.5']);
  });

  it('without a key is read with a warning: nothing can match it', () => {
    const keyless = {
      ...choice(template('match_correct')),
      declarations: response('single', 'identifier'),
    };
    const parsed = parseItem(itemXml(keyless), 'item.xml');
    expect(parsed.ok && parsed.warnings.map(({ code }) => code)).toEqual(['not-scored']);
  });
});
