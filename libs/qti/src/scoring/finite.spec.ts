// xsd:double has infinities; a score has none, and neither has the JSON in which everything is kept.
import { describe, expect, it } from '@jest/globals';
import { choices, compiled, itemXml, response, rules, scoreIs } from '../../testing/item-xml.ts';
import { outcomesOf, refusalOf } from '../../testing/scoring.ts';
import { parseItem, score, type Scoring } from '../index.ts';

const constant = (text: string): string =>
  `<qti-base-value base-type="float">${text}</qti-base-value>`;
const isRefused = (xml: string): boolean => !parseItem(xml, 'item.xml').ok;

const scored = (xml: string, responses = {}) => {
  const { scoring, maxScore } = compiled(xml);
  const stored = JSON.parse(JSON.stringify(scoring)) as Scoring;
  const found = score(scoring, responses, 'seed');
  expect(score(stored, responses, 'seed')).toEqual(found);
  if (!found.ok) throw new Error('refused');
  return { found, maxScore };
};

describe('an infinite constant', () => {
  it.each(['INF', '-INF', '1e999'])('%s never leaves as a score: it is NULL there', (text) => {
    const { found, maxScore } = scored(itemXml({ processing: scoreIs(constant(text)) }));
    expect([found.score, found.outcomes['SCORE'], maxScore]).toEqual([0, null, 0]);
  });

  it('makes NULL of a container that holds it, and of nothing beside it', () => {
    const declarations =
      '<qti-outcome-declaration identifier="ALL" cardinality="multiple" base-type="float"/>';
    const all = `<qti-multiple>${constant('1')}${constant('INF')}</qti-multiple>`;
    const processing = rules(
      `<qti-set-outcome-value identifier="ALL">${all}</qti-set-outcome-value><qti-set-outcome-value identifier="SCORE"><qti-min><qti-variable identifier="ALL"/></qti-min></qti-set-outcome-value>`,
    );
    expect(outcomesOf({ declarations, processing }, {})).toMatchObject({ ALL: null, SCORE: 1 });
  });

  it('is infinite in comparisons, before and after it was kept as JSON', () => {
    const least = `<qti-min>${constant('INF')}${constant('3')}</qti-min>`;
    expect(scored(itemXml({ processing: scoreIs(least) })).found.score).toBe(3);
    const most = `<qti-max>${constant('-INF')}${constant('3')}</qti-max>`;
    expect(scored(itemXml({ processing: scoreIs(most) })).found.score).toBe(3);
  });

  it('is no value of a declaration, and no points', () => {
    const outcome = (attributes: string, inside = ''): string =>
      itemXml({
        declarations: `<qti-outcome-declaration identifier="X" cardinality="single" base-type="float" ${attributes}>${inside}</qti-outcome-declaration>`,
      });
    expect(isRefused(outcome(''))).toBe(false);
    expect(isRefused(outcome('normal-maximum="INF"'))).toBe(true);
    const initial = '<qti-default-value><qti-value>INF</qti-value></qti-default-value>';
    expect(isRefused(outcome('', initial))).toBe(true);
    const table = (target: string): string =>
      `<qti-match-table><qti-match-table-entry source-value="1" target-value="${target}"/></qti-match-table>`;
    expect(isRefused(outcome('', table('2')))).toBe(false);
    expect(isRefused(outcome('', table('INF')))).toBe(true);
    const mapped = (value: string): string =>
      itemXml({
        declarations: response(
          'single',
          'identifier',
          [],
          `<qti-mapping><qti-map-entry map-key="A" mapped-value="${value}"/></qti-mapping>`,
        ),
        body: choices('A B'),
      });
    expect(isRefused(mapped('1'))).toBe(false);
    expect(isRefused(mapped('INF'))).toBe(true);
  });

  it('is no answer', () => {
    const parts = {
      declarations: response('single', 'float'),
      body: '<p><qti-text-entry-interaction response-identifier="RESPONSE"/></p>',
    };
    for (const answer of ['INF', '-INF', '1e999', Infinity, Number.NaN])
      expect(refusalOf(parts, answer)).toEqual(['RESPONSE wrong-type']);
    expect(refusalOf(parts, 1e308)).toEqual([]);
  });
});

describe('an infinite bound', () => {
  it('bounds nothing, before and after it was kept as JSON', () => {
    const xml = itemXml({
      declarations: response(
        'multiple',
        'identifier',
        [],
        '<qti-mapping lower-bound="-INF" upper-bound="INF"><qti-map-entry map-key="A" mapped-value="5"/><qti-map-entry map-key="B" mapped-value="-7"/></qti-mapping>',
      ),
      body: choices('A B', 'max-choices="0"'),
      processing: scoreIs('<qti-map-response identifier="RESPONSE"/>'),
    });
    expect(scored(xml, { RESPONSE: ['A'] }).found.score).toBe(5);
    expect(scored(xml, { RESPONSE: ['A', 'B'] }).found.score).toBe(-2);
  });

  it('begins a table that has a target for every number', () => {
    const xml = itemXml({
      declarations: `<qti-outcome-declaration identifier="GRADE" cardinality="single" base-type="identifier"><qti-interpolation-table><qti-interpolation-table-entry source-value="0" target-value="A"/><qti-interpolation-table-entry source-value="-INF" target-value="B"/></qti-interpolation-table></qti-outcome-declaration>`,
      processing: rules(
        `<qti-lookup-outcome-value identifier="GRADE">${constant('-3')}</qti-lookup-outcome-value>`,
      ),
    });
    expect(scored(xml).found.outcomes['GRADE']).toBe('B');
  });
});
