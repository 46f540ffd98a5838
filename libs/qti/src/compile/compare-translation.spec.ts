import { describe, expect, it } from '@jest/globals';
import { itemXml, readItem, template } from '../../testing/item-xml.ts';
import { compileItem, score, type Item } from '../index.ts';

const master = itemXml({
  attributes: 'xml:lang="tg"',
  declarations: `<qti-response-declaration identifier="RESPONSE" cardinality="single" base-type="identifier">
  <qti-correct-response><qti-value>B</qti-value></qti-correct-response>
</qti-response-declaration>
<qti-response-declaration identifier="TEXT" cardinality="single" base-type="string">
  <qti-correct-response><qti-value>Душанбе</qti-value></qti-correct-response>
</qti-response-declaration>`,
  body: `<p>Пойтахт кадом аст?</p>
<qti-choice-interaction response-identifier="RESPONSE" shuffle="true" max-choices="1">
<qti-prompt>Интихоб кунед</qti-prompt>
<qti-simple-choice identifier="A">Хуҷанд</qti-simple-choice>
<qti-simple-choice identifier="B">Душанбе</qti-simple-choice>
</qti-choice-interaction>
<p><img src="map.png" alt="Харита" width="10" height="10"/> <qti-text-entry-interaction response-identifier="TEXT" expected-length="8"/></p>`,
  processing: template('match_correct'),
});

const words: readonly (readonly [string, string])[] = [
  ['xml:lang="tg"', 'xml:lang="ru"'],
  ['Пойтахт кадом аст?', 'Какой город столица?'],
  ['Интихоб кунед', 'Выберите'],
  ['>Хуҷанд<', '>Худжанд<'],
  ['Харита', 'Карта'],
  ['expected-length="8"', 'expected-length="9"'],
  ['<qti-value>Душанбе</qti-value>', '<qti-value>город Душанбе</qti-value>'],
];

const translated = (changes: readonly (readonly [string, string])[] = []): Item => {
  let xml = master;
  for (const [from, to] of [...words, ...changes]) {
    if (!xml.includes(from)) throw new Error(`nothing to change: ${from}`);
    xml = xml.replace(from, to);
  }
  return readItem(xml, 'item.ru.xml');
};

describe('a translation', () => {
  it('may differ in words, alternative texts and its own text keys', () => {
    const made = compileItem(readItem(master), { ru: translated() });
    expect(made.ok && Object.keys(made.delivery)).toEqual(['tg', 'ru']);
    const texts = made.ok && JSON.stringify(made.delivery['ru']);
    expect(texts).toContain('Какой город столица?');
    expect(texts).not.toContain('Пойтахт');
  });

  it('is scored by the one scoring: the same identifiers, the text key of its language', () => {
    const text = (xml: string): string =>
      xml
        .replace('identifier="TEXT"', 'identifier="OTHER"')
        .replace(
          'identifier="RESPONSE" cardinality="single" base-type="identifier"',
          'identifier="CHOICE" cardinality="single" base-type="identifier"',
        )
        .replace('response-identifier="RESPONSE"', 'response-identifier="CHOICE"')
        .replace('identifier="OTHER"', 'identifier="RESPONSE"')
        .replace('response-identifier="TEXT"', 'response-identifier="RESPONSE"');
    let russian = master;
    for (const [from, to] of words) russian = russian.replace(from, to);
    const made = compileItem(readItem(text(master)), { ru: readItem(text(russian)) });
    if (!made.ok) throw new Error('refused');
    const points = (answer: string, language?: string): unknown => {
      const scored = score(
        made.scoring,
        { RESPONSE: answer },
        'seed',
        language === undefined ? {} : { language },
      );
      return scored.ok ? scored.score : scored.refusals;
    };
    expect(points('Душанбе', 'tg')).toBe(1);
    expect(points('город Душанбе', 'tg')).toBe(0);
    expect(points('город Душанбе', 'ru')).toBe(1);
    expect(points('Душанбе', 'ru')).toBe(0);
    // Nobody knows for certain in which language a candidate wrote: then either counts.
    expect(points('Душанбе')).toBe(1);
    expect(points('город Душанбе')).toBe(1);
    expect(points('Хуҷанд')).toBe(0);
  });

  it.each([
    [
      'an interaction that is missing',
      '<qti-text-entry-interaction response-identifier="TEXT" expected-length="9"/>',
      'нет',
      'text-entry interaction for TEXT is missing',
    ],
    [
      'another key of a choice',
      '<qti-value>B</qti-value>',
      '<qti-value>A</qti-value>',
      'response variable RESPONSE differs at correct.value: "A"',
    ],
    [
      'an identifier of a choice',
      '<qti-simple-choice identifier="A">',
      '<qti-simple-choice identifier="C">',
      'choices.0.identifier: "C"',
    ],
    [
      'a choice more',
      '<qti-simple-choice identifier="B">',
      '<qti-simple-choice identifier="C">Нет</qti-simple-choice><qti-simple-choice identifier="B">',
      'choices.1.identifier: "C"',
    ],
    [
      'a choice that keeps its place',
      '<qti-simple-choice identifier="B">',
      '<qti-simple-choice identifier="B" fixed="true">',
      'choices.1.fixed: true',
    ],
    [
      'another identifier of the item',
      'identifier="item"',
      'identifier="item-ru"',
      'identifier differs',
    ],
    ['an order that is not shuffled', ' shuffle="true"', '', 'shuffle: false'],
    ['more choices to pick', 'max-choices="1"', 'max-choices="2"', 'maxChoices: 2'],
    [
      'another base type of a text',
      'identifier="TEXT" cardinality="single" base-type="string"',
      'identifier="TEXT" cardinality="single" base-type="float"',
      'response variable TEXT differs',
    ],
    [
      'a variable more',
      '<qti-outcome-declaration identifier="SCORE"',
      '<qti-outcome-declaration identifier="MORE" cardinality="single" base-type="float"/><qti-outcome-declaration identifier="SCORE"',
      'outcome variable MORE is not in the master',
    ],
    [
      'another template of response processing',
      'match_correct',
      'CC2_match',
      'response processing template differs',
    ],
    [
      'rules in the place of the template',
      `<qti-response-processing template="https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/match_correct.xml"/>`,
      '<qti-response-processing><qti-exit-response/></qti-response-processing>',
      'response rule 1 is not in the master',
    ],
  ])('is refused for %s', (_, from, to, message) => {
    const extra: [string, string][] = from.includes('base-type="string"')
      ? [['город Душанбе', '7']]
      : [];
    const made = compileItem(readItem(master), { ru: translated([...extra, [from, to]]) });
    expect(made.ok).toBe(false);
    const problems = made.ok ? [] : made.problems;
    expect(problems.map((problem) => problem.message).join('\n')).toContain(message);
    expect(problems.every(({ code }) => code === 'translation-differs')).toBe(true);
  });

  it('is refused with the place in its own file, and what the master has there', () => {
    const made = compileItem(readItem(master), {
      ru: translated([
        ['<qti-simple-choice identifier="A">', '<qti-simple-choice identifier="C">'],
      ]),
    });
    expect(made.ok ? [] : made.problems).toEqual([
      {
        file: 'item.ru.xml',
        line: 10,
        column: 1,
        path: '/qti-assessment-item/qti-item-body/qti-choice-interaction',
        code: 'translation-differs',
        message: 'ru: choice interaction for RESPONSE differs at choices.0.identifier: "C"',
        expected: '"A"',
      },
    ]);
  });

  it('is refused for everything at once, and each language by itself', () => {
    const wrong = translated([
      [' shuffle="true"', ''],
      ['<qti-value>B</qti-value>', '<qti-value>A</qti-value>'],
    ]);
    const made = compileItem(readItem(master), { ru: wrong, en: wrong });
    expect(made.ok ? 0 : made.problems.length).toBe(4);
  });
});
