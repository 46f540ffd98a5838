import { describe, expect, it } from '@jest/globals';
import { resultWords } from './result-words.ts';

const facts = {
  passed: false,
  score: 11,
  maxScore: 20,
  cutScore: 14,
  competency: { en: 'Preserve', ru: 'Сохранение', tg: 'Ҳифз' },
  level: 2,
  nextTry: '2026-12-24',
};

describe('a result in words', () => {
  it('says what was reached, the points, and the day of the next try', () => {
    const words = resultWords(facts);
    expect(words.en.text).toBe(
      'You have not yet reached level 2 of “Preserve”. You scored 11 of 20; 14 were needed. You may try again from 24.12.2026.',
    );
    expect(words.ru.text).toContain('24.12.2026');
    expect(words.tg.text).toContain('«Ҳифз»');
  });

  it('speaks of no next try after a pass, and marks the Tajik as machine-drafted', () => {
    const words = resultWords({ ...facts, passed: true, nextTry: null });
    expect(words.en.text).toBe(
      'You have reached level 2 of “Preserve”. You scored 11 of 20; 14 were needed.',
    );
    expect([words.en.machineDrafted, words.tg.machineDrafted]).toEqual([false, true]);
  });
});
