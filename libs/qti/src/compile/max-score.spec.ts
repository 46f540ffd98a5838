import { describe, expect, it } from '@jest/globals';
import { choices, compiled, itemXml, response, rules, template } from '../../testing/item-xml.ts';
import { scoreOf } from '../../testing/scoring.ts';

const mapping = (entries: Readonly<Record<string, number>>, attributes = ''): string =>
  `<qti-mapping ${attributes}>${Object.entries(entries)
    .map(([key, value]) => `<qti-map-entry map-key="${key}" mapped-value="${value}"/>`)
    .join('')}</qti-mapping>`;

const most = (xml: string): number => compiled(xml).maxScore;

const chosen = (entries: Readonly<Record<string, number>>, attributes = '', max = 0): string =>
  itemXml({
    declarations: response('multiple', 'identifier', [], mapping(entries, attributes)),
    body: choices('A B C D', `max-choices="${max}"`),
    processing: template('map_response'),
  });

describe('the most that an item is worth', () => {
  it('is the sum of all that helps, as many as may be chosen, within the bounds', () => {
    expect(most(chosen({ A: 1, B: 2, C: -1 }))).toBe(3);
    expect(most(chosen({ A: 1, B: 2, C: -1 }, '', 1))).toBe(2);
    expect(most(chosen({ A: 1, B: 2, C: 4 }, 'upper-bound="5"'))).toBe(5);
  });

  it('counts choices that the mapping doesn’t name, where its default helps', () => {
    const xml = chosen({ A: 10, B: 0.5 }, 'default-value="1"', 3);
    expect(scoreOf(xml, ['A', 'C', 'D'])).toBe(12);
    expect(most(xml)).toBe(12);
    // Each entry helps, though it is worth less than the default.
    expect(most(chosen({ A: 0.5, B: 0.5, C: 0.5, D: 0.5 }, 'default-value="1"'))).toBe(2);
  });

  it('is what no answer brings where nothing else brings more', () => {
    const declarations = response(
      'single',
      'identifier',
      [],
      mapping({ A: -1 }, 'lower-bound="2"'),
    );
    const processing = rules(
      '<qti-set-outcome-value identifier="SCORE"><qti-map-response identifier="RESPONSE"/></qti-set-outcome-value>',
    );
    expect(most(itemXml({ declarations, body: choices('A B'), processing }))).toBe(2);
  });

  it('is what no answer brings where the key brings less', () => {
    const declarations = response(
      'single',
      'string',
      ['a'],
      mapping({ a: 1 }, 'default-value="3"'),
    );
    const processing = rules(
      '<qti-set-outcome-value identifier="SCORE"><qti-map-response identifier="RESPONSE"/></qti-set-outcome-value>',
    );
    expect(most(itemXml({ declarations, processing }))).toBe(3);
  });

  it('takes of pairs those that may stand together, and the best of these', () => {
    const gaps = (entries: Readonly<Record<string, number>>): string =>
      itemXml({
        declarations: response('multiple', 'directedPair', [], mapping(entries)),
        body: `<qti-gap-match-interaction response-identifier="RESPONSE" max-associations="0">
          <qti-gap-text identifier="W" match-max="1">W</qti-gap-text>
          <qti-gap-text identifier="S" match-max="1">S</qti-gap-text>
          <p><qti-gap identifier="G1"/> <qti-gap identifier="G2"/></p>
        </qti-gap-match-interaction>`,
        processing: template('map_response'),
      });
    // Each word fits each gap, but goes into one only.
    expect(most(gaps({ 'W G1': 1, 'S G1': 1, 'W G2': 1, 'S G2': 1 }))).toBe(2);
    // The best pair alone stands in the way of the two that are more together.
    const crossed = gaps({ 'W G1': 3, 'W G2': 2, 'S G1': 2 });
    expect(most(crossed)).toBe(4);
    expect(
      scoreOf(crossed, [
        ['W', 'G2'],
        ['S', 'G1'],
      ]),
    ).toBe(4);
  });

  it('is found in bounded time for a mapping that is made to be searched for ever', () => {
    const names = Array.from({ length: 60 }, (_, i) => `c${i}`);
    const pairs = names.flatMap((a) => names.map((b) => [`${a} ${b}`, 1] as const));
    const choice = (name: string): string =>
      `<qti-simple-associable-choice identifier="${name}" match-max="1">${name}</qti-simple-associable-choice>`;
    const xml = itemXml({
      declarations: response(
        'multiple',
        'pair',
        [],
        mapping(Object.fromEntries(pairs.slice(0, 1500))),
      ),
      body: `<qti-associate-interaction response-identifier="RESPONSE" max-associations="0">${names.map(choice).join('')}</qti-associate-interaction>`,
      processing: template('map_response'),
    });
    const started = performance.now();
    expect(most(xml)).toBeGreaterThan(0);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
