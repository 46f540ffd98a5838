// The way through a test (ASI, "preCondition", "branchRule").
import { describe, expect, it } from '@jest/globals';
import {
  oneSection,
  outcome,
  part,
  readTest,
  ref,
  refs,
  result,
  section,
  testXml,
} from '../../testing/test-xml.ts';
import { isBranching, nextItem, planTest, type ItemResults } from '../index.ts';

const yes = '<qti-base-value base-type="boolean">true</qti-base-value>';
const no = '<qti-base-value base-type="boolean">false</qti-base-value>';
const condition = (expression: string): string =>
  `<qti-pre-condition>${expression}</qti-pre-condition>`;
const branch = (target: string, expression = yes): string =>
  `<qti-branch-rule target="${target}">${expression}</qti-branch-rule>`;
const scored = (name: string): string =>
  `<qti-gt><qti-variable identifier="${name}.SCORE"/><qti-base-value base-type="float">0</qti-base-value></qti-gt>`;

/** The keys of the items on the way, all results being there from the start. */
function wayThrough(xml: string, results: ItemResults = {}): string {
  const test = readTest(xml);
  const plan = planTest(test, 'seed');
  const way: string[] = [];
  let item = nextItem(test, plan, undefined, results, 'seed');
  while (item && way.length < 50) {
    way.push(item.key);
    item = nextItem(test, plan, item.key, results, 'seed');
  }
  return way.join(' ');
}

describe('the way through a test', () => {
  it('is from item to item, section to section, part to part', () => {
    const xml = testXml(
      part('P', section('S', refs('A B')) + section('T', ref('C'))) +
        part('Q', section('U', ref('D'))),
    );
    expect(wayThrough(xml)).toBe('A B C D');
    expect(isBranching(readTest(xml))).toBe(false);
  });

  it('cannot go on from an item that is not in the plan', () => {
    const test = readTest(oneSection(ref('A')));
    expect(() => nextItem(test, planTest(test, 's'), 'Z', {}, 's')).toThrow(
      'not an item of this plan',
    );
  });
});

describe('qti-pre-condition', () => {
  it('leaves out an item, a section, a part; NULL is not true', () => {
    expect(
      wayThrough(
        oneSection(
          ref('A', '', condition(no)) +
            ref('B', '', condition(yes)) +
            ref('C', '', condition('<qti-null/>')),
        ),
      ),
    ).toBe('B');
    expect(
      wayThrough(
        testXml(part('P', section('S', condition(no) + refs('A B')) + section('T', ref('C')))),
      ),
    ).toBe('C');
    expect(
      wayThrough(
        testXml(
          part('P', condition(no) + section('S', refs('A B'))) + part('Q', section('T', ref('C'))),
        ),
      ),
    ).toBe('C');
  });

  it('wants all of several', () => {
    expect(wayThrough(oneSection(ref('A', '', condition(yes) + condition(no)) + ref('B')))).toBe(
      'B',
    );
  });

  it('may ask what was answered before', () => {
    const xml = oneSection(ref('A') + ref('B', '', condition(scored('A'))) + ref('C'));
    expect(wayThrough(xml, { A: result({ SCORE: '1.0' }) })).toBe('A B C');
    expect(wayThrough(xml, { A: result({ SCORE: '0.0' }) })).toBe('A C');
    expect(wayThrough(xml)).toBe('A C');
    expect(isBranching(readTest(xml))).toBe(true);
  });

  it('may ask the outcomes of the test', () => {
    const xml = oneSection(
      ref('A') +
        ref(
          'B',
          '',
          condition(
            '<qti-gte><qti-variable identifier="TOTAL"/><qti-base-value base-type="float">2</qti-base-value></qti-gte>',
          ),
        ),
      outcome('TOTAL'),
      '<qti-outcome-processing><qti-set-outcome-value identifier="TOTAL"><qti-sum><qti-test-variables variable-identifier="SCORE"/></qti-sum></qti-set-outcome-value></qti-outcome-processing>',
    );
    expect(wayThrough(xml, { A: result({ SCORE: '2.0' }) })).toBe('A B');
    expect(wayThrough(xml, { A: result({ SCORE: '1.0' }) })).toBe('A');
  });

  it('is asked of a section once, when it is entered', () => {
    const late = `<qti-is-null><qti-variable identifier="A.SCORE"/></qti-is-null>`;
    const xml = oneSection(section('X', condition(late) + refs('A B')) + ref('C'));
    const test = readTest(xml);
    const plan = planTest(test, 's');
    expect(nextItem(test, plan, undefined, {}, 's')?.key).toBe('A');
    // A was answered inside: B still follows.
    expect(nextItem(test, plan, 'A', { A: result({ SCORE: '1.0' }) }, 's')?.key).toBe('B');
  });

  it('counts of sections and items in linear parts only', () => {
    const xml = testXml(
      part('P', section('S', condition(no) + ref('A', '', condition(no)) + ref('B')), 'nonlinear'),
    );
    expect(wayThrough(xml)).toBe('A B');
    const outer = testXml(
      part('P', condition(no) + section('S', ref('A')), 'nonlinear') +
        part('Q', section('T', ref('B'))),
    );
    expect(wayThrough(outer)).toBe('B');
  });
});

describe('qti-branch-rule', () => {
  it('jumps forward to an item or section, by the first rule that is true', () => {
    const xml = oneSection(
      ref('A', '', branch('C', no) + branch('D') + branch('B')) + refs('B C D'),
    );
    expect(wayThrough(xml)).toBe('A D');
    const over = testXml(
      part(
        'P',
        section('S', ref('A', '', branch('T'))) + section('R', ref('B')) + section('T', ref('C')),
      ),
    );
    expect(wayThrough(over)).toBe('A C');
  });

  it('may hang on the answer', () => {
    const xml = oneSection(ref('A', '', branch('C', scored('A'))) + refs('B C'));
    expect(wayThrough(xml, { A: result({ SCORE: '1.0' }) })).toBe('A C');
    expect(wayThrough(xml, { A: result({ SCORE: '0.0' }) })).toBe('A B C');
  });

  it('leaves the section, the part or the test', () => {
    const xml = (target: string): string =>
      testXml(
        part(
          'P',
          section('S', section('X', ref('A', '', branch(target)) + ref('B')) + ref('C')) +
            section('T', ref('D')),
        ) + part('Q', section('U', ref('E'))),
      );
    expect(wayThrough(xml('EXIT_SECTION'))).toBe('A C D E');
    expect(wayThrough(xml('EXIT_TESTPART'))).toBe('A E');
    expect(wayThrough(xml('EXIT_TEST'))).toBe('A');
  });

  it('of a section or part is asked when that ends', () => {
    const sections = testXml(
      part(
        'P',
        section('S', branch('U') + refs('A B')) + section('T', ref('C')) + section('U', ref('D')),
      ),
    );
    expect(wayThrough(sections)).toBe('A B D');
    const inner = oneSection(section('X', branch('EXIT_SECTION') + ref('A')) + ref('B'), '', '');
    expect(wayThrough(inner)).toBe('A');
    const parts = testXml(
      part('P', branch('R') + section('S', refs('A B'))) +
        part('Q', section('T', ref('C'))) +
        part('R', section('U', ref('D'))),
    );
    expect(wayThrough(parts)).toBe('A B D');
  });

  it('asks the pre-conditions where it lands', () => {
    const xml = oneSection(
      ref('A', '', branch('C')) + ref('B') + ref('C', '', condition(no)) + ref('D'),
    );
    expect(wayThrough(xml)).toBe('A D');
  });

  it('goes on to the next when what it names was not selected', () => {
    const xml = testXml(
      part(
        'P',
        section('S', ref('A', '', branch('C')) + ref('B')) +
          section('T', `<qti-selection select="1"/>${ref('D', 'required="true"')}${ref('C')}`),
      ),
    );
    expect(wayThrough(xml)).toBe('A B D');
  });

  it('counts of items in linear parts only', () => {
    expect(
      wayThrough(
        testXml(part('P', section('S', ref('A', '', branch('C')) + refs('B C')), 'nonlinear')),
      ),
    ).toBe('A B C');
  });
});
