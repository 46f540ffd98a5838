import { describe, expect, it } from '@jest/globals';
import { choices, compiled, response, template, type ItemParts } from '../../testing/item-xml.ts';
import { refusalOf } from '../../testing/scoring.ts';
import { checkResponses, score } from '../index.ts';

const processing = template('match_correct');

const one: ItemParts = {
  declarations: response('single', 'identifier', ['B']),
  body: choices('A B C'),
  processing,
};
const several: ItemParts = {
  declarations: response('multiple', 'identifier', ['A', 'C']),
  body: choices('A B C D', 'max-choices="2"'),
  processing,
};

describe('an answer of the wrong type', () => {
  it.each([
    ['a number', 1],
    ['a truth value', true],
    ['a list', ['B']],
    ['an object', { value: 'B' }],
    ['an empty text', ''],
    ['two words', 'A B'],
  ])('is refused where one choice is wanted: %s', (_, answer) => {
    expect(refusalOf(one, answer)).toEqual(['RESPONSE wrong-type']);
  });

  it.each([
    ['one choice outside a list', 'A'],
    ['a number in the list', ['A', 1]],
    ['NULL in the list', ['A', null]],
    ['a list in the list', [['A']]],
    ['an object', { 0: 'A' }],
  ])('is refused where several choices are wanted: %s', (_, answer) => {
    expect(refusalOf(several, answer)).toEqual(['RESPONSE wrong-type']);
  });

  it.each([
    ['letters for an integer', 'integer', 'many'],
    ['a fraction for an integer', 'integer', 2.5],
    ['a written fraction for an integer', 'integer', '2.5'],
    ['an integer too large to be exact', 'integer', 2 ** 53],
    ['words for a float', 'float', '3 and a bit'],
    ['NaN', 'float', Number.NaN],
    ['the word NaN', 'float', 'NaN'],
    ['a truth value for a float', 'float', true],
    ['a decimal comma, which only the page understands', 'float', '3,14'],
    ['a number for a string', 'string', 3],
  ])('is refused in a text entry: %s', (_, baseType, answer) => {
    const entry: ItemParts = {
      declarations: response('single', baseType),
      body: '<p><qti-text-entry-interaction response-identifier="RESPONSE"/></p>',
      processing,
    };
    expect(refusalOf(entry, answer)).toEqual(['RESPONSE wrong-type']);
  });
});

describe('an answer with an identifier that the item does not have', () => {
  it('is refused, not scored as wrong', () => {
    expect(refusalOf(one, 'D')).toEqual(['RESPONSE unknown-identifier']);
    expect(refusalOf(one, 'b')).toEqual(['RESPONSE unknown-identifier']);
    expect(refusalOf(several, ['A', 'Z'])).toEqual(['RESPONSE unknown-identifier']);
  });

  it('is refused for names that every JavaScript object has', () => {
    expect(refusalOf(one, 'constructor')).toEqual(['RESPONSE unknown-identifier']);
    expect(refusalOf(one, '__proto__')).toEqual(['RESPONSE unknown-identifier']);
  });

  it('is refused in either place of a pair', () => {
    const set = (id: string): string =>
      `<qti-simple-match-set><qti-simple-associable-choice identifier="${id}" match-max="1">${id}</qti-simple-associable-choice></qti-simple-match-set>`;
    const match: ItemParts = {
      declarations: response('multiple', 'directedPair', ['A X']),
      body: `<qti-match-interaction response-identifier="RESPONSE" max-associations="0">${set('A')}${set('X')}</qti-match-interaction>`,
      processing,
    };
    expect(refusalOf(match, ['A X'])).toEqual([]);
    expect(refusalOf(match, ['A Z'])).toEqual(['RESPONSE unknown-identifier']);
    expect(refusalOf(match, ['Z X'])).toEqual(['RESPONSE unknown-identifier']);
    expect(refusalOf(match, ['X A'])).toEqual(['RESPONSE unknown-identifier']);
    expect(refusalOf(match, ['A toString'])).toEqual(['RESPONSE unknown-identifier']);
  });

  it('is refused for a variable that the item does not have', () => {
    const { scoring } = compiled(one);
    expect(checkResponses(scoring, { RESPONSE: 'B', OTHER: 1 })).toEqual([
      expect.objectContaining({ response: 'OTHER', code: 'unknown-variable' }),
    ]);
    // Nobody sets an outcome from outside.
    expect(checkResponses(scoring, { SCORE: 1 })).toEqual([
      expect.objectContaining({ response: 'SCORE', code: 'unknown-variable' }),
    ]);
  });
});

describe('an answer that holds more than it may', () => {
  it('is refused for a choice that is there twice', () => {
    expect(refusalOf(several, ['A', 'A'])).toEqual(['RESPONSE repeated']);
  });

  it('is refused for more choices than the interaction allows', () => {
    expect(refusalOf(several, ['A', 'B', 'C'])).toEqual(['RESPONSE too-many']);
    expect(refusalOf(several, ['A', 'B'])).toEqual([]);
  });

  it('is not refused for fewer than it asks for: an exam may end before', () => {
    const atLeastTwo = { ...several, body: choices('A B C D', 'max-choices="3" min-choices="2"') };
    expect(refusalOf(atLeastTwo, ['A'])).toEqual([]);
    expect(refusalOf(atLeastTwo, null)).toEqual([]);
  });

  it('is refused for a slider beyond its bounds', () => {
    const slider: ItemParts = {
      declarations: response('single', 'integer'),
      body: '<qti-slider-interaction response-identifier="RESPONSE" lower-bound="0" upper-bound="10"/>',
      processing,
    };
    expect(refusalOf(slider, 10)).toEqual([]);
    expect(refusalOf(slider, 11)).toEqual(['RESPONSE out-of-range']);
    expect(refusalOf(slider, -1)).toEqual(['RESPONSE out-of-range']);
  });
});

describe('a refused answer', () => {
  it('is told whole: every variable that is wrong, in one go', () => {
    const two = compiled({
      declarations: `${response('single', 'identifier', ['B'])}<qti-response-declaration identifier="SECOND" cardinality="single" base-type="integer"/>`,
      body: `${choices('A B')}<p><qti-text-entry-interaction response-identifier="SECOND"/></p>`,
      processing,
    });
    const scored = score(two.scoring, { RESPONSE: 'Z', SECOND: 'x', THIRD: 1 }, 'seed');
    expect(scored).toEqual({
      ok: false,
      refusals: [
        expect.objectContaining({ response: 'RESPONSE', code: 'unknown-identifier' }),
        expect.objectContaining({ response: 'SECOND', code: 'wrong-type' }),
        expect.objectContaining({ response: 'THIRD', code: 'unknown-variable' }),
      ],
    });
  });

  it('never has a score beside it', () => {
    const scored = score(compiled(one).scoring, { RESPONSE: 'Z' }, 'seed');
    expect(scored).not.toHaveProperty('score');
    expect(scored).not.toHaveProperty('outcomes');
  });
});
