import { describe, expect, it } from '@jest/globals';
import { checkItemBody } from './check-item-body.ts';
import type { ItemBody } from './item-body.ts';

const choice: ItemBody = {
  competencyCode: 'EV3',
  level: 1,
  cognitiveDemand: 'remember',
  interaction: 'choice',
  source: { document: 'RFC 3227', clause: '2.1' },
  languages: {
    en: {
      prompt: 'What first?',
      rationale: 'r',
      choices: [
        { id: 'A', text: 'a' },
        { id: 'B', text: 'b' },
        { id: 'C', text: 'c' },
      ],
    },
    ru: {
      prompt: 'Что сначала?',
      rationale: 'r',
      choices: [
        { id: 'A', text: 'а' },
        { id: 'B', text: 'б' },
        { id: 'C', text: 'в' },
      ],
    },
  },
  key: { choice: 'B' },
};

const fieldsOf = (body: ItemBody): string[] => checkItemBody(body).map((fault) => fault.field);

describe('the form of an item', () => {
  it('is right when key and options agree in every language', () => {
    expect(checkItemBody(choice)).toEqual([]);
  });

  it('says where a key names no option', () => {
    expect(fieldsOf({ ...choice, key: { choice: 'X' } })).toEqual(['key.choice']);
  });

  it('refuses a translation with other options', () => {
    const ru = {
      ...choice.languages.ru,
      prompt: 'Что?',
      rationale: 'r',
      choices: [
        { id: 'A', text: 'а' },
        { id: 'C', text: 'в' },
        { id: 'B', text: 'б' },
      ],
    };
    expect(fieldsOf({ ...choice, languages: { ...choice.languages, ru } })).toEqual([
      'languages.ru.choices.1.id',
    ]);
  });

  it('refuses the same option twice, by id and by words', () => {
    const en = {
      prompt: 'p',
      rationale: 'r',
      choices: [
        { id: 'A', text: 'same' },
        { id: 'A', text: 'Same ' },
        { id: 'C', text: 'c' },
      ],
    };
    expect(fieldsOf({ ...choice, languages: { en }, key: { choice: 'A' } })).toEqual([
      'languages.en.choices.1.id',
      'languages.en.choices.1.text',
    ]);
  });

  it.each([
    ['multiple', { choices: ['A', 'B', 'C'] }, 'key.choices'],
    ['multiple', { choices: [] }, 'key.choices'],
    ['order', { order: ['A', 'B'] }, 'key.order'],
    ['order', { order: ['A', 'B', 'B'] }, 'key.order'],
  ] as const)('refuses for %s the key %j', (interaction, key, field) => {
    expect(fieldsOf({ ...choice, interaction, key })).toEqual([field]);
  });

  it('needs each left option of a match once', () => {
    const en = {
      prompt: 'p',
      rationale: 'r',
      left: [
        { id: 'L1', text: '1' },
        { id: 'L2', text: '2' },
      ],
      right: [
        { id: 'R1', text: 'x' },
        { id: 'R2', text: 'y' },
      ],
    };
    const match: ItemBody = {
      ...choice,
      interaction: 'match',
      languages: { en },
      key: {
        pairs: [
          ['L1', 'R1'],
          ['L2', 'R2'],
        ],
      },
    };
    expect(fieldsOf(match)).toEqual([]);
    expect(
      fieldsOf({
        ...match,
        key: {
          pairs: [
            ['L1', 'R1'],
            ['L1', 'R2'],
          ],
        },
      }),
    ).toEqual(['key.pairs']);
    expect(
      fieldsOf({
        ...match,
        key: {
          pairs: [
            ['L1', 'R1'],
            ['L2', 'R9'],
          ],
        },
      }),
    ).toEqual(['key.pairs']);
  });

  it('needs accepted answers for a short text, in each language', () => {
    const part = { prompt: 'p', rationale: 'r' };
    const text: ItemBody = {
      ...choice,
      interaction: 'text',
      languages: { en: { ...part, accepted: ['SHA-256'] }, ru: part },
      key: {},
    };
    expect(fieldsOf(text)).toEqual(['languages.ru.accepted']);
  });
});
