import { describe, expect, it } from '@jest/globals';
import { choices, response, template, type ItemParts } from '../../testing/item-xml.ts';
import { scoreOf } from '../../testing/scoring.ts';

const processing = template('map_response');

const mapping = (attributes: string, entries: Readonly<Record<string, number>>): string =>
  `<qti-mapping ${attributes}>${Object.entries(entries)
    .map(([key, value]) => `<qti-map-entry map-key="${key}" mapped-value="${value}"/>`)
    .join('')}</qti-mapping>`;

const several = (attributes: string, entries: Readonly<Record<string, number>>): ItemParts => ({
  declarations: response('multiple', 'identifier', [], mapping(attributes, entries)),
  body: choices('A B C D', 'max-choices="0"'),
  processing,
});

describe('map_response of several choices', () => {
  const plain = several('', { A: 1, B: 0.5, C: -1 });

  it('adds up what the choices are worth', () => {
    expect(scoreOf(plain, ['A'])).toBe(1);
    expect(scoreOf(plain, ['A', 'B'])).toBe(1.5);
    expect(scoreOf(plain, ['A', 'C'])).toBe(0);
    expect(scoreOf(plain, ['C'])).toBe(-1);
  });

  it('adds up as it is written, so that points that make the cut score reach it', () => {
    const tenths = several('', { A: 0.7, B: 0.1, C: 0.2 });
    expect(scoreOf(tenths, ['A', 'B'])).toBe(0.8);
    expect(scoreOf(tenths, ['B', 'C'])).toBe(0.3);
    expect(scoreOf(tenths, ['A', 'B', 'C'])).toBe(1);
  });

  it('gives a choice without an entry the default value', () => {
    expect(scoreOf(plain, ['D'])).toBe(0);
    expect(scoreOf(several('default-value="-0.25"', { A: 1 }), ['A', 'D'])).toBe(0.75);
    expect(scoreOf(several('default-value="-0.25"', { A: 1 }), ['B', 'C', 'D'])).toBe(-0.75);
  });

  it('keeps the sum within its bounds, each by itself', () => {
    const bounded = several('lower-bound="0" upper-bound="1"', { A: 1, B: 1, C: -1, D: -1 });
    expect(scoreOf(bounded, ['A', 'B'])).toBe(1);
    expect(scoreOf(bounded, ['C', 'D'])).toBe(0);
    // The bound is of the sum, not of its parts on the way.
    expect(scoreOf(bounded, ['A', 'B', 'C', 'D'])).toBe(0);
    expect(scoreOf(several('lower-bound="-1"', { A: -3, B: 5 }), ['A'])).toBe(-1);
    expect(scoreOf(several('upper-bound="2"', { A: -3, B: 5 }), ['B'])).toBe(2);
  });

  it('gives 0 without an answer, whatever the default, as the template asks for NULL first', () => {
    expect(scoreOf(plain)).toBe(0);
    expect(scoreOf(several('default-value="3"', { A: 1 }))).toBe(0);
    expect(scoreOf(several('lower-bound="2"', { A: 1 }), [])).toBe(0);
  });
});

describe('map_response of one choice', () => {
  const one: ItemParts = {
    declarations: response('single', 'identifier', ['A'], mapping('', { A: 2, B: 1 })),
    body: choices('A B C'),
    processing,
  };

  it('is worth what its entry says', () => {
    expect(scoreOf(one, 'A')).toBe(2);
    expect(scoreOf(one, 'B')).toBe(1);
    expect(scoreOf(one, 'C')).toBe(0);
  });
});

describe('map_response of a text', () => {
  const text = (entries: string): ItemParts => ({
    declarations: response('single', 'string', [], `<qti-mapping>${entries}</qti-mapping>`),
    body: '<p><qti-text-entry-interaction response-identifier="RESPONSE"/></p>',
    processing,
  });

  it('heeds case unless an entry says not to', () => {
    const strict = text('<qti-map-entry map-key="Хуҷанд" mapped-value="1"/>');
    expect(scoreOf(strict, 'Хуҷанд')).toBe(1);
    expect(scoreOf(strict, 'хуҷанд')).toBe(0);
    const loose = text('<qti-map-entry map-key="Хуҷанд" mapped-value="1" case-sensitive="false"/>');
    expect(scoreOf(loose, 'ХУҶАНД')).toBe(1);
    expect(scoreOf(loose, 'хуҷанд')).toBe(1);
    expect(scoreOf(loose, 'хужанд')).toBe(0);
  });

  it('prefers the entry that fits letter by letter to one that fits without case', () => {
    const both = text(`
      <qti-map-entry map-key="ph" mapped-value="0.5" case-sensitive="false"/>
      <qti-map-entry map-key="pH" mapped-value="1"/>`);
    expect(scoreOf(both, 'pH')).toBe(1);
    expect(scoreOf(both, 'PH')).toBe(0.5);
  });
});

describe('map_response of pairs', () => {
  const set = (identifiers: string): string =>
    `<qti-simple-match-set>${identifiers
      .split(' ')
      .map(
        (id) =>
          `<qti-simple-associable-choice identifier="${id}" match-max="0">${id}</qti-simple-associable-choice>`,
      )
      .join('')}</qti-simple-match-set>`;
  const match: ItemParts = {
    declarations: response(
      'multiple',
      'directedPair',
      [],
      mapping('default-value="-1" lower-bound="0"', { 'A X': 1, 'B Y': 2 }),
    ),
    body: `<qti-match-interaction response-identifier="RESPONSE" max-associations="0">${set('A B')}${set('X Y')}</qti-match-interaction>`,
    processing,
  };

  it('adds up the pairs and takes away for wrong ones', () => {
    expect(scoreOf(match, ['A X', 'B Y'])).toBe(3);
    expect(scoreOf(match, ['B Y'])).toBe(2);
    expect(scoreOf(match, ['B Y', 'B X'])).toBe(1);
    expect(scoreOf(match, ['A Y', 'B X'])).toBe(0);
  });
});

describe('map_response_point', () => {
  const area: ItemParts = {
    declarations: response(
      'multiple',
      'point',
      [],
      `<qti-area-mapping default-value="-0.5">
        <qti-area-map-entry shape="circle" coords="10,10,5" mapped-value="2"/>
        <qti-area-map-entry shape="rect" coords="20,20,30,30" mapped-value="1"/>
      </qti-area-mapping>`,
    ),
    body: `<qti-select-point-interaction response-identifier="RESPONSE" max-choices="0"><img src="map.png" alt="Map" width="40" height="40"/></qti-select-point-interaction>`,
    processing: template('map_response_point'),
  };

  it('adds up the areas that were hit', () => {
    expect(scoreOf(area, [[10, 10]])).toBe(2);
    expect(scoreOf(area, ['10 14', '25 25'])).toBe(3);
  });

  it('counts an area once, however many points are in it', () => {
    expect(scoreOf(area, ['10 10', '11 11', '12 10'])).toBe(2);
  });

  it('gives each point outside the default value', () => {
    expect(scoreOf(area, ['10 10', '39 39'])).toBe(1.5);
    expect(scoreOf(area, ['0 39', '39 39'])).toBe(-1);
  });

  it('counts the edge as inside', () => {
    expect(scoreOf(area, ['15 10'])).toBe(2);
    expect(scoreOf(area, ['20 30'])).toBe(1);
    expect(scoreOf(area, ['15.01 10'])).toBe(-0.5);
  });

  it('gives 0 without an answer', () => {
    expect(scoreOf(area)).toBe(0);
  });
});
