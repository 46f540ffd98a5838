import { describe, expect, it } from '@jest/globals';
import { choices, response, template, type ItemParts } from '../../testing/item-xml.ts';
import { outcomesOf, scoreOf } from '../../testing/scoring.ts';

const processing = template('match_correct');

describe('match_correct of a choice', () => {
  const one: ItemParts = {
    declarations: response('single', 'identifier', ['B']),
    body: choices('A B C'),
    processing,
  };

  it('gives one point for the key and none for another choice', () => {
    expect(scoreOf(one, 'B')).toBe(1);
    expect(scoreOf(one, 'A')).toBe(0);
    expect(scoreOf(one, 'C')).toBe(0);
  });

  it('gives none without an answer: a NULL response matches nothing', () => {
    expect(scoreOf(one)).toBe(0);
    expect(scoreOf(one, null)).toBe(0);
  });

  it('gives none when there is no key and no answer', () => {
    const keyless = { ...one, declarations: response('single', 'identifier') };
    expect(scoreOf(keyless)).toBe(0);
    expect(scoreOf(keyless, 'A')).toBe(0);
  });

  it('ends a try of an item that is not adaptive as completed', () => {
    expect(outcomesOf(one, { RESPONSE: 'A' })).toEqual({ SCORE: 0, completionStatus: 'completed' });
  });
});

describe('match_correct of several choices', () => {
  const several: ItemParts = {
    declarations: response('multiple', 'identifier', ['A', 'C']),
    body: choices('A B C D', 'max-choices="0"'),
    processing,
  };

  it('wants exactly the set, in whatever order', () => {
    expect(scoreOf(several, ['A', 'C'])).toBe(1);
    expect(scoreOf(several, ['C', 'A'])).toBe(1);
  });

  it('gives nothing for a part of the set, for more than it, and for another', () => {
    expect(scoreOf(several, ['A'])).toBe(0);
    expect(scoreOf(several, ['A', 'C', 'D'])).toBe(0);
    expect(scoreOf(several, ['A', 'B'])).toBe(0);
    expect(scoreOf(several, ['A', 'B', 'C', 'D'])).toBe(0);
  });

  it('gives nothing for none: an empty container is NULL', () => {
    expect(scoreOf(several, [])).toBe(0);
    expect(scoreOf(several)).toBe(0);
    expect(scoreOf({ ...several, declarations: response('multiple', 'identifier') }, [])).toBe(0);
  });
});

describe('match_correct of an order', () => {
  const order: ItemParts = {
    declarations: response('ordered', 'identifier', ['C', 'A', 'B']),
    body: choices('A B C').replaceAll('qti-choice-', 'qti-order-'),
    processing,
  };

  it('wants the order of the key', () => {
    expect(scoreOf(order, ['C', 'A', 'B'])).toBe(1);
    expect(scoreOf(order, ['A', 'B', 'C'])).toBe(0);
    expect(scoreOf(order, ['C', 'B', 'A'])).toBe(0);
  });

  it('gives nothing for the beginning of it, nor for none', () => {
    expect(scoreOf(order, ['C', 'A'])).toBe(0);
    expect(scoreOf(order, [])).toBe(0);
    expect(scoreOf(order)).toBe(0);
  });
});

const set = (identifiers: string): string =>
  `<qti-simple-match-set>${identifiers
    .split(' ')
    .map(
      (id) =>
        `<qti-simple-associable-choice identifier="${id}" match-max="1">${id}</qti-simple-associable-choice>`,
    )
    .join('')}</qti-simple-match-set>`;

describe('match_correct of pairs', () => {
  const match: ItemParts = {
    declarations: response('multiple', 'directedPair', ['A X', 'B Y']),
    body: `<qti-match-interaction response-identifier="RESPONSE" max-associations="0">${set('A B')}${set('X Y')}</qti-match-interaction>`,
    processing,
  };

  it('wants every pair and no other, in whatever order', () => {
    expect(
      scoreOf(match, [
        ['A', 'X'],
        ['B', 'Y'],
      ]),
    ).toBe(1);
    expect(scoreOf(match, ['B Y', 'A X'])).toBe(1);
    expect(scoreOf(match, ['A Y', 'B X'])).toBe(0);
    expect(scoreOf(match, ['A X'])).toBe(0);
    expect(scoreOf(match)).toBe(0);
  });

  it('has no direction between associated choices, which are pairs without one', () => {
    const associate: ItemParts = {
      declarations: response('multiple', 'pair', ['A B', 'C D']),
      body: `<qti-associate-interaction response-identifier="RESPONSE" max-associations="0">${set('A B C D').replaceAll(/<\/?qti-simple-match-set>/gu, '')}</qti-associate-interaction>`,
      processing,
    };
    expect(scoreOf(associate, ['A B', 'C D'])).toBe(1);
    expect(scoreOf(associate, ['D C', 'B A'])).toBe(1);
    expect(scoreOf(associate, ['A C', 'B D'])).toBe(0);
  });
});

describe('match_correct of a text', () => {
  const text: ItemParts = {
    declarations: response('single', 'string', ['Душанбе']),
    body: '<p>Capital: <qti-text-entry-interaction response-identifier="RESPONSE"/></p>',
    processing,
  };

  it('wants the key letter by letter: case and spaces count', () => {
    expect(scoreOf(text, 'Душанбе')).toBe(1);
    expect(scoreOf(text, 'душанбе')).toBe(0);
    expect(scoreOf(text, ' Душанбе')).toBe(0);
    expect(scoreOf(text, 'Душанбе 2')).toBe(0);
  });

  it('takes an empty text for no answer', () => {
    expect(scoreOf(text, '')).toBe(0);
    expect(scoreOf(text)).toBe(0);
  });

  it('compares numbers as numbers, not as texts', () => {
    const whole = { ...text, declarations: response('single', 'integer', ['42']) };
    expect(scoreOf(whole, 42)).toBe(1);
    expect(scoreOf(whole, '042')).toBe(1);
    expect(scoreOf(whole, 43)).toBe(0);
    const real = { ...text, declarations: response('single', 'float', ['2.50']) };
    expect(scoreOf(real, 2.5)).toBe(1);
    expect(scoreOf(real, '25e-1')).toBe(1);
    expect(scoreOf(real, '2.51')).toBe(0);
  });
});
