import { describe, expect, it } from '@jest/globals';
import {
  COGNITIVE_DEMANDS,
  type ItemBody,
} from '../../apps/question-bank/src/domain/item/item-body.ts';
import { checkItems } from './check-items.ts';
import { bankOf, readItemFiles, type ItemFile } from './items.ts';

const files = readItemFiles();

const found = (changed: readonly ItemFile[]): string[] =>
  checkItems(changed).map(({ where, message }) => `${where}: ${message}`);

/** The files with one of them changed. */
const withChanged = (name: string, change: (body: ItemBody) => ItemBody): ItemFile[] =>
  files.map((file) => (file.name === name ? { name, body: change(file.body) } : file));

const withOption = (language: 'en' | 'ru' | 'tg', text: string): ItemFile[] =>
  withChanged('ev3-1-01', (body) => {
    const part = body.languages[language];
    if (part === undefined) throw new Error(`no ${language}`);
    const choices = (part.choices ?? []).map((option, at) =>
      at === 3 ? { ...option, text } : option,
    );
    return { ...body, languages: { ...body.languages, [language]: { ...part, choices } } };
  });

describe('the items of the demo', () => {
  it('are such that the question bank takes them, whole in three languages, without cues', () => {
    expect(found(files)).toEqual([]);
  });

  it('fill two banks with 36 each: a third for each demand below, a quarter analysed above', () => {
    const counts = (bank: string): number[] => {
      const bodies = files.filter((file) => bankOf(file) === bank).map(({ body }) => body);
      const demands = COGNITIVE_DEMANDS.map(
        (demand) => bodies.filter(({ cognitiveDemand }) => cognitiveDemand === demand).length,
      );
      return [bodies.length, ...demands];
    };
    expect(new Set(files.map(bankOf))).toEqual(new Set(['ev3-1', 'ev3-2']));
    expect(counts('ev3-1')).toEqual([36, 12, 12, 12, 0, 0]);
    expect(counts('ev3-2')).toEqual([36, 0, 12, 15, 9, 0]);
  });
});

describe('the check of items', () => {
  it('finds what the question bank would refuse', () => {
    const changed = withChanged('ev3-1-01', (body) => ({ ...body, key: { choice: 'Z' } }));
    expect(found(changed)[0]).toMatch(/^ev3-1-01 key\.choice: /);
  });

  it.each([
    ['en', 'All of the above'],
    ['ru', 'Всё вышеперечисленное'],
    ['tg', 'Ҳамаи болозикр'],
  ] as const)('finds an option about the other options, %s', (language, text) => {
    expect(found(withOption(language, text))).toEqual([
      `ev3-1-01 languages.${language}: an option about the other options: "${text}"`,
    ]);
  });

  it('finds a language that is missing, and Tajik that hides who drafted it', () => {
    const withoutRussian = withChanged('ev3-1-01', (body) => {
      const { ru: _, ...languages } = body.languages;
      return { ...body, languages };
    });
    expect(found(withoutRussian)).toContain('ev3-1-01 languages.ru: missing');
    const unmarked = withChanged('ev3-1-01', (body) => {
      const { tg } = body.languages;
      if (tg === undefined) throw new Error('no tg');
      const { machineDrafted: _, ...part } = tg;
      return { ...body, languages: { ...body.languages, tg: part } };
    });
    expect(found(unmarked)).toEqual(['ev3-1-01 languages.tg: "machineDrafted" has to be true']);
  });

  it('finds a letter that only looks Tajik', () => {
    expect(found(withOption('tg', 'Дар ќуттии оњанин'))[0]).toMatch(/not a Tajik letter/);
  });

  it('finds a question asked twice', () => {
    const prompt = files.find(({ name }) => name === 'ev3-1-02')?.body.languages.en?.prompt ?? '';
    const changed = withChanged('ev3-1-01', (body) => {
      const { en } = body.languages;
      if (en === undefined) throw new Error('no en');
      return {
        ...body,
        languages: { ...body.languages, en: { ...en, prompt: prompt.toUpperCase() } },
      };
    });
    expect(found(changed)).toEqual(['ev3-1-02 languages.en.prompt: the same as in ev3-1-01']);
  });

  it('finds a bank whose keys gather at one position', () => {
    const changed = files.map(({ name, body }) => ({
      name,
      body:
        body.interaction === 'choice' && bankOf({ name, body }) === 'ev3-1'
          ? { ...body, key: { choice: 'C' } }
          : body,
    }));
    expect(found(changed)).toContain('ev3-1: keys by position: 0, 0, 22, 0');
  });

  it('finds a bank whose key is mostly the longest option', () => {
    const changed = files.map(({ name, body }) => {
      const { ru } = body.languages;
      if (ru?.choices === undefined || body.interaction !== 'choice' || !name.startsWith('ev3-1-'))
        return { name, body };
      const choices = ru.choices.map((option) =>
        option.id === body.key.choice ? { ...option, text: option.text.padEnd(99, '.') } : option,
      );
      return { name, body: { ...body, languages: { ...body.languages, ru: { ...ru, choices } } } };
    });
    expect(found(changed)).toEqual(['ev3-1 ru: the key is the longest option in 22 of 22 choices']);
  });
});
