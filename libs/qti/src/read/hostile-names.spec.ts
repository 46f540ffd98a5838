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
import { compileItem, feedbackAfter, parseItem, score } from '../index.ts';

// Names that every object of JavaScript has: a table that is asked for them without care answers.
const names = ['constructor', 'toString', 'valueOf', 'hasOwnProperty', '__proto__'];

const codesOf = (xml: string): string[] => {
  const parsed = parseItem(xml, 'item.xml');
  return parsed.ok ? [] : parsed.problems.map(({ code }) => code);
};

describe.each(names)('%s', (name) => {
  it('is no expression, no rule and no interaction', () => {
    const setting = `<qti-set-outcome-value identifier="SCORE"><qti-${name}/></qti-set-outcome-value>`;
    expect(codesOf(itemXml({ processing: rules(setting) }))).toEqual(['unexpected-element']);
    expect(codesOf(itemXml({ processing: rules(`<qti-${name}/>`) }))).toEqual([
      'unexpected-element',
    ]);
    const interaction = `<qti-${name}-interaction response-identifier="RESPONSE"/>`;
    expect(codesOf(itemXml({ body: interaction }))).toEqual(['unknown-element']);
  });

  it('is neither true nor false', () => {
    const shuffled = {
      declarations: response('single', 'identifier'),
      body: choices('A B', `shuffle="${name}"`),
    };
    expect(codesOf(itemXml(shuffled))).toEqual(['wrong-value']);
  });

  it('is a namespace and a prefix like any other', () => {
    const body = `<x xmlns="${name}">a</x><${name}:p>b</${name}:p><p>c</p>`;
    const parsed = parseItem(itemXml({ body }), 'item.xml');
    expect(parsed.ok && parsed.item.body).toEqual([
      expect.objectContaining({ name: 'p', children: ['c'] }),
    ]);
  });

  it('may name variables and choices', () => {
    const { scoring } = compiled({
      declarations: `<qti-response-declaration identifier="${name}" cardinality="single" base-type="identifier"><qti-correct-response><qti-value>${name}</qti-value></qti-correct-response></qti-response-declaration>`,
      body: choices(`${name} B`).replace('RESPONSE', name),
      processing: rules(
        `<qti-set-outcome-value identifier="SCORE"><qti-container-size><qti-multiple><qti-variable identifier="${name}"/></qti-multiple></qti-container-size></qti-set-outcome-value>`,
      ),
    });
    const answer = (given: string) =>
      JSON.parse(`{"${name}":"${given}"}`) as Readonly<Record<string, unknown>>;
    expect(score(scoring, answer(name), 'seed')).toMatchObject({ ok: true, score: 1 });
    expect(score(scoring, answer('C'), 'seed')).toMatchObject({ ok: false });
    expect(score(scoring, {}, 'seed')).toMatchObject({ ok: true, score: 0 });
  });

  it('may name a field of a record', () => {
    const { scoring } = compiled({
      declarations: `<qti-response-declaration identifier="RESPONSE" cardinality="record"><qti-correct-response><qti-value field-identifier="${name}" base-type="integer">3</qti-value></qti-correct-response></qti-response-declaration>`,
      body: '<p><qti-text-entry-interaction response-identifier="RESPONSE"/></p>',
      processing: template('match_correct'),
    });
    const answer = (given: number) => ({ RESPONSE: JSON.parse(`{"${name}":${given}}`) as object });
    expect(score(scoring, answer(3), 'seed')).toMatchObject({ ok: true, score: 1 });
    expect(score(scoring, answer(4), 'seed')).toMatchObject({ ok: true, score: 0 });
  });

  it('is a language that an item is not there in', () => {
    const { scoring } = compiled({
      declarations: response('single', 'string', ['x']),
      body: '<p><qti-text-entry-interaction response-identifier="RESPONSE"/></p>',
      processing: template('match_correct'),
      after:
        '<qti-modal-feedback outcome-identifier="SCORE" identifier="A" show-hide="show">!</qti-modal-feedback>',
    });
    expect(() => feedbackAfter(scoring, name, {})).toThrow(/is not there in/u);
    const scored = score(scoring, { RESPONSE: 'x' }, 'seed', { language: name });
    expect(scored).toMatchObject({ ok: true, score: 1 });
  });

  it('is a language that a translation may have, and nothing else changes', () => {
    const item = (key: string) =>
      readItem(
        itemXml({
          declarations: response('single', 'string', [key]),
          body: '<p><qti-text-entry-interaction response-identifier="RESPONSE"/></p>',
          processing: template('match_correct'),
        }),
      );
    const made = compileItem(item('one'), Object.fromEntries([[name, item('two')]]));
    expect(made.ok && Object.keys(made.delivery)).toEqual(['und', name]);
    expect(made.ok && score(made.scoring, { RESPONSE: 'two' }, 'seed')).toMatchObject({ score: 1 });
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});
