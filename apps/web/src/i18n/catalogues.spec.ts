import { describe, expect, it } from '@jest/globals';
import { catalogue as en } from './en/catalogue.ts';
import { catalogue as ru } from './ru/catalogue.ts';
import { catalogue as tg } from './tg/catalogue.ts';

function leaves(node: object, path = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(node)) {
    if (typeof value === 'string') found.set(path + key, value);
    else for (const [k, v] of leaves(value as object, `${path}${key}.`)) found.set(k, v);
  }
  return found;
}

const english = leaves(en);
const others = { ru: leaves(ru), tg: leaves(tg) };
const places = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).toSorted();

describe('the three catalogues', () => {
  for (const [language, words] of Object.entries(others)) {
    it(`say everything in ${language} that they say in English`, () => {
      expect([...words.keys()].toSorted()).toEqual([...english.keys()].toSorted());
    });

    it(`leave nothing empty and fill the same places in ${language}`, () => {
      const wrong = [...words].filter(
        ([key, text]) =>
          text.trim() === '' || places(text).join() !== places(english.get(key) ?? '').join(),
      );
      expect(wrong).toEqual([]);
    });

    it(`leave no English sentence behind in ${language}`, () => {
      const same = [...words].filter(
        ([key, text]) => text === english.get(key) && /[a-z]{3,} [a-z]{3,}/i.test(text),
      );
      expect(same).toEqual([]);
    });
  }

  it('shout nowhere', () => {
    const all = [...english, ...others.ru, ...others.tg];
    expect(all.filter(([, text]) => text.includes('!'))).toEqual([]);
  });
});
