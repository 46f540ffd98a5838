// QTI 2.0, 2.1 and 2.2 items are read into the model of 3.0 and written as 3.0.
import { describe, expect, it } from '@jest/globals';
import { itemFile } from '../../testing/interaction.ts';
import { readItem } from '../../testing/item-xml.ts';
import { outcomesOf } from '../../testing/scoring.ts';
import { vector } from '../../testing/vector.ts';
import { compileItem, parseItem, writeItem, type InteractionKind } from '../index.ts';
import { interactionForms } from '../interactions/forms.ts';

const camel = (name: string): string =>
  name.replaceAll(/-([a-z])/gu, (_, letter: string) => letter.toUpperCase());

/** An item of 3.0 in the names of 2.x: the reverse of what the reader does. */
function asQti2(xml: string, namespace: string): string {
  return xml
    .replace('http://www.imsglobal.org/xsd/imsqtiasi_v3p0', namespace)
    .replace(/<qti-content-body>([\s\S]*?)<\/qti-content-body>/gu, '$1')
    .replace(/<(\/?)qti-([a-z-]+)/gu, (_, slash: string, name: string) => `<${slash}${camel(name)}`)
    .replace(/ ([a-z]+(?:-[a-z]+)+)="/gu, (whole, name: string) =>
      /^(?:data|aria)-/u.test(name) ? whole : ` ${camel(name)}="`,
    );
}

const kinds = Object.keys(interactionForms) as InteractionKind[];

describe('an item of QTI 2', () => {
  it.each([
    ['2.0', 'http://www.imsglobal.org/xsd/imsqti_v2p0'],
    ['2.1', 'http://www.imsglobal.org/xsd/imsqti_v2p1'],
    ['2.2', 'http://www.imsglobal.org/xsd/imsqti_v2p2'],
  ])('%s is read as the same item of 3.0, for every interaction', (_, namespace) => {
    for (const kind of kinds) {
      const xml = itemFile(kind);
      expect([kind, readItem(asQti2(xml, namespace))]).toEqual([kind, readItem(xml)]);
    }
  });

  it('is written as 3.0, equal in content and in scoring', () => {
    for (const kind of kinds) {
      const item = readItem(asQti2(itemFile(kind), 'http://www.imsglobal.org/xsd/imsqti_v2p2'));
      const written = writeItem(item);
      expect(written).toContain('xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0"');
      expect(written).not.toMatch(/<[a-z]+[A-Z]|responseIdentifier/u);
      expect(readItem(written)).toEqual(item);
      const [one, other] = [compileItem(item), compileItem(readItem(written))];
      expect(one).toEqual(other);
    }
  });

  it('may have a prefix, a schema location and no namespace at all', () => {
    const bare = itemFile('choice');
    const prefixed = asQti2(bare, 'http://www.imsglobal.org/xsd/imsqti_v2p1')
      .replace('xmlns="', 'xmlns:q="')
      .replace(/<(\/?)(?!\?|p>|strong>|\/p|\/strong)([A-Za-z]+)/gu, '<$1q:$2')
      .replaceAll(/<(\/?)(p|strong)>/gu, '<$1q:$2>');
    expect(readItem(prefixed)).toEqual(readItem(bare));
    const without = asQti2(bare, '').replace(' xmlns=""', '');
    const parsed = parseItem(without, 'item.xml');
    expect(parsed.warnings.map(({ code }) => code)).toEqual(['namespace-missing']);
    expect(parsed.ok && parsed.item).toEqual(readItem(bare));
  });

  it('may have HTML5 of 2.2 in its own namespace', () => {
    const xml = asQti2(itemFile('choice'), 'http://www.imsglobal.org/xsd/imsqti_v2p2').replace(
      '<p>',
      '<section xmlns="http://www.imsglobal.org/xsd/imsqtiv2p2_html5_v1p0"><figure/></section><p>',
    );
    expect(JSON.stringify(readItem(xml).body)).toContain('"name":"figure"');
  });
});

describe('items of others (pie-qti, ISC)', () => {
  const pie = (name: string): string => vector(`pie-qti/${name}.xml`);

  it('with several interactions and sums of scores', () => {
    const xml = pie('composite');
    const score = (one: string | null, two: string | null, three: string | null): unknown =>
      outcomesOf(xml, { response_1: one, response_2: two, response_3: three });
    expect(score('choice_1', 'choice_4', 'goggles')).toMatchObject({
      SCORE: 3,
      SCORE_1: 1,
      SCORE_2: 1,
      SCORE_3: 1,
    });
    expect(score('choice_1', 'choice_5', 'glasses')).toMatchObject({
      SCORE: 1.5,
      SCORE_2: 0,
      SCORE_3: 0.5,
    });
    expect(score(null, null, null)).toMatchObject({ SCORE: 0, SCORE_3: 0 });
    const made = compileItem(readItem(xml));
    expect(made.ok && made.maxScore).toBe(3);
  });

  it('with a match of many to many', () => {
    const score = (...pairs: string[]): unknown =>
      outcomesOf(pie('match'), { RESPONSE: pairs })['SCORE'];
    expect(score('r4 h3', 'r2 h1', 'r2 h3')).toBe(1);
    expect(score('r2 h1', 'r2 h3')).toBe(0);
    expect(score('r2 h1', 'r2 h3', 'r4 h1')).toBe(0);
  });

  it('with labels on a picture, wrong ones taking away', () => {
    const score = (...pairs: string[]): unknown =>
      outcomesOf(pie('graphic-gap-match'), { RESPONSE: pairs })['SCORE'];
    expect(score('nucleus A', 'membrane B')).toBe(2);
    expect(score('nucleus A', 'mitochondrion B')).toBe(0);
    expect(score('mitochondrion B')).toBe(0);
    expect(score()).toBe(0);
  });

  it('with a mapping within bounds', () => {
    const score = (...choices: string[]): unknown =>
      outcomesOf(pie('map-response'), { RESPONSE: choices.map((one) => `choice_${one}`) })['SCORE'];
    expect([score('a', 'b', 'c'), score('a', 'b'), score('c', 'f'), score('d', 'a')]).toEqual([
      6, 3, 0, 0,
    ]);
    const bounded = (...choices: string[]): unknown =>
      outcomesOf(pie('map-response-bounds'), { R: choices })['SCORE'];
    expect([bounded('A', 'B'), bounded('A', 'X'), bounded('X'), bounded()]).toEqual([15, 11, 2, 2]);
  });

  it('with a hotspot that is one choice', () => {
    expect(outcomesOf(pie('hotspot'), { RESPONSE: 'A' })['SCORE']).toBe(1);
    expect(outcomesOf(pie('hotspot'), { RESPONSE: 'D' })['SCORE']).toBe(0);
  });

  it('with words in the gaps of a sentence, a wrong one taking away, but never below nothing', () => {
    const score = (...pairs: string[]): unknown =>
      outcomesOf(pie('gap-match'), { RESPONSE: pairs })['SCORE'];
    expect([score(), score('W G1', 'Su G2'), score('W G1'), score('Su G2')]).toEqual([0, 3, 1, 2]);
    expect([score('Sp G1'), score('W G1', 'Sp G2')]).toEqual([0, 0]);
  });

  it('with hot text, all of it or nothing', () => {
    const score = (...texts: string[]): unknown =>
      outcomesOf(pie('hottext'), { RESPONSE: texts })['SCORE'];
    expect([score(), score('fact_2', 'fact_1'), score('fact_1')]).toEqual([0, 1, 0]);
  });

  it('with an order that is only handed on', () => {
    const echo = (answer: readonly string[] | null): unknown =>
      outcomesOf(pie('order'), { RESPONSE: answer })['ECHO'];
    expect(echo(null)).toBeNull();
    const other = ['step_3', 'step_1', 'step_2'];
    expect(echo(other)).toEqual(other);
  });

  it('with texts that are the same in part, or but for their case', () => {
    const score = (answer: string): unknown =>
      outcomesOf(pie('string-match'), { R: answer })['SCORE'];
    expect(['hello', 'HELLO', 'Jello!', 'goodbye'].map(score)).toEqual([3, 1, 2, 0]);
    expect(outcomesOf(pie('string-match'), {})['SCORE']).toBe(0);
  });

  it('with max, min, round and truncate of one number', () => {
    const score = (answer: number | null): unknown =>
      outcomesOf(pie('max-min-round-truncate'), { R: answer })['SCORE'];
    // 1000 max(R, 5) + 100 min(R, 5) + 10 round(R) + truncate(R)
    expect([3.7, -2.5, 6.5].map(score)).toEqual([5413, 4728, 7076]);
    expect(score(null)).toBeNull();
  });

  it('of version 3.0, with a base type that is spelt as names are', () => {
    const score = (...pairs: string[]): unknown =>
      outcomesOf(pie('qti3-match'), { RESPONSE: pairs })['SCORE'];
    const right = ['country_es capital_madrid', 'country_fr capital_paris'];
    expect(score(...right, 'country_de capital_berlin')).toBe(1);
    expect(score(...right)).toBe(0);
    expect(outcomesOf(pie('qti3-hotspot'), { RESPONSE: 'hotspot_paris' })['SCORE']).toBe(1);
  });

  it.each([
    'gap-match',
    'hottext',
    'order',
    'string-match',
    'max-min-round-truncate',
    'qti3-match',
    'qti3-hotspot',
    'composite',
    'match',
    'graphic-gap-match',
    'map-response',
    'map-response-bounds',
    'hotspot',
  ])('is written as 3.0 and scored the same: %s', (name) => {
    const item = readItem(pie(name));
    expect(readItem(writeItem(item))).toEqual(item);
  });
});
