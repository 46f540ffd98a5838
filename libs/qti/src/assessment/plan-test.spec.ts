// Selection and ordering (ASI, "selection", "ordering", "sectionPart").
import { describe, expect, it } from '@jest/globals';
import { oneSection, part, readTest, ref, refs, section, testXml } from '../../testing/test-xml.ts';
import { planTest } from '../index.ts';

const keysOf = (xml: string, seed: string): string[] =>
  planTest(readTest(xml), seed).items.map(({ key }) => key);
const many = (xml: string, count = 300): string[][] =>
  Array.from({ length: count }, (_, i) => keysOf(xml, `seed ${i}`));

const six = refs('A B C D E F');
const select = (count: number, more = ''): string => `<qti-selection select="${count}" ${more}/>`;
const shuffle = '<qti-ordering shuffle="true"/>';

describe('a plan', () => {
  it('has all items in their order without selection and ordering', () => {
    expect(keysOf(oneSection(six), 's')).toEqual([...'ABCDEF']);
  });

  it('is the same for the same seed, on every machine and for ever', () => {
    const xml = oneSection(select(3) + shuffle + six);
    expect(keysOf(xml, 'attempt-1')).toEqual(['D', 'B', 'C']);
    expect(keysOf(xml, 'attempt-2')).toEqual(['C', 'F', 'D']);
  });

  it('tells of each item its part, sections, categories', () => {
    const xml = testXml(part('P', section('S', section('T', ref('A', 'category="x y"')))));
    expect(planTest(readTest(xml), 's').items[0]).toMatchObject({
      key: 'A',
      item: 'A',
      href: 'A.xml',
      part: 'P',
      sections: ['S', 'T'],
      categories: ['x', 'y'],
    });
  });
});

describe('qti-selection', () => {
  it('takes so many, each about as often, in the order of the document', () => {
    const drawn = many(oneSection(select(2) + six), 900);
    expect(
      drawn.every((keys) => keys.length === 2 && keys.join('') === keys.toSorted().join('')),
    ).toBe(true);
    for (const key of 'ABCDEF') {
      const times = drawn.filter((keys) => keys.includes(key)).length;
      expect(Math.abs(times - 300)).toBeLessThan(70);
    }
  });

  it('takes required ones in any case', () => {
    const drawn = many(oneSection(select(2) + refs('A B C D') + ref('R', 'required="true"')));
    expect(drawn.every((keys) => keys.length === 2 && keys.includes('R'))).toBe(true);
  });

  it('may take one several times: keys tell the times apart', () => {
    const drawn = many(
      oneSection(select(4, 'with-replacement="true"') + refs('A B') + ref('R', 'required="true"')),
    );
    expect(drawn.every((keys) => keys.length === 4 && keys.includes('R'))).toBe(true);
    expect(drawn.some((keys) => keys.includes('A.2'))).toBe(true);
    expect(drawn.every((keys) => new Set(keys).size === 4)).toBe(true);
  });

  it('takes a section whole', () => {
    const xml = oneSection(select(1) + section('X', refs('A B')) + section('Y', refs('C D')));
    expect(new Set(many(xml).map((keys) => keys.join('')))).toEqual(new Set(['AB', 'CD']));
  });
});

describe('qti-ordering', () => {
  it('gives every order about as often', () => {
    const orders = many(oneSection(shuffle + refs('A B C')), 1200).map((keys) => keys.join(''));
    for (const order of ['ABC', 'ACB', 'BAC', 'BCA', 'CAB', 'CBA']) {
      expect(Math.abs(orders.filter((one) => one === order).length - 200)).toBeLessThan(55);
    }
  });

  it('leaves a fixed one in its place', () => {
    const drawn = many(oneSection(shuffle + ref('A') + ref('B', 'fixed="true"') + refs('C D')));
    expect(drawn.every((keys) => keys[1] === 'B')).toBe(true);
    expect(new Set(drawn.map((keys) => keys[0])).size).toBe(3);
  });

  it('keeps a section together, and mixes an invisible one that need not keep together', () => {
    const kept = oneSection(shuffle + section('X', refs('A B')) + refs('C D'));
    expect(many(kept).every((keys) => keys.indexOf('B') === keys.indexOf('A') + 1)).toBe(true);
    const invisible = oneSection(
      shuffle + section('X', refs('A B'), 'visible="false"') + refs('C D'),
    );
    expect(many(invisible).every((keys) => keys.indexOf('B') === keys.indexOf('A') + 1)).toBe(true);
    const mixed = oneSection(
      shuffle + section('X', refs('A B'), 'visible="false" keep-together="false"') + refs('C D'),
    );
    expect(many(mixed).some((keys) => Math.abs(keys.indexOf('B') - keys.indexOf('A')) > 1)).toBe(
      true,
    );
    expect(many(mixed).some((keys) => keys.indexOf('B') < keys.indexOf('A'))).toBe(true);
  });

  it('is drawn for each section by itself', () => {
    const xml = testXml(
      part('P', section('S', shuffle + refs('A B C D')) + section('T', shuffle + refs('E F G H'))),
    );
    const orders = many(xml, 60).map((keys) => [keys.slice(0, 4).join(''), keys.slice(4).join('')]);
    expect(
      orders.every(([one, two]) => /^[A-D]{4}$/u.test(one ?? '') && /^[E-H]{4}$/u.test(two ?? '')),
    ).toBe(true);
    const moved = ([one, two]: string[]): boolean =>
      [...(one ?? '')].map((key) => key.charCodeAt(0) - 65).join() !==
      [...(two ?? '')].map((key) => key.charCodeAt(0) - 69).join();
    expect(orders.some(moved)).toBe(true);
  });
});

describe('qti-item-session-control', () => {
  it('comes from the stage around where a stage leaves it out, at last from the defaults', () => {
    const xml = testXml(
      part(
        'P',
        `<qti-item-session-control max-attempts="3" allow-review="false"/>${section(
          'S',
          `<qti-item-session-control max-attempts="2"/>${ref('A', '', '<qti-item-session-control allow-comment="true"/>')}${ref('B')}`,
        )}`,
      ),
    );
    const [a, b] = planTest(readTest(xml), 's').items;
    expect(a?.sessionControl).toEqual({
      maxAttempts: 2,
      showFeedback: false,
      allowReview: false,
      showSolution: false,
      allowComment: true,
      allowSkipping: true,
      validateResponses: false,
    });
    expect(b?.sessionControl.allowComment).toBe(false);
  });
});

describe('qti-time-limits', () => {
  it('are all told that hold while an item is shown, from the test to the item', () => {
    const limit = (seconds: number): string => `<qti-time-limits max-time="${seconds}"/>`;
    const xml = testXml(
      limit(100) + part('P', section('S', limit(50) + ref('A', '', limit(10)) + ref('B'))),
    );
    const [a, b] = planTest(readTest(xml), 's').items;
    expect(a?.timeLimits.map(({ of, maxTime }) => `${of} ${maxTime}`)).toEqual([
      'test 100',
      'S 50',
      'A 10',
    ]);
    expect(b?.timeLimits.map(({ of }) => of)).toEqual(['test', 'S']);
  });
});
