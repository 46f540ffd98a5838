// A result in words, in each language. The Tajik is machine-drafted and marked so until somebody reviews it.

import type { LegalDate } from '../calendar.ts';
import type { Language } from '../exam/exam.ts';

export type ResultFacts = {
  passed: boolean;
  score: number;
  maxScore: number;
  cutScore: number;
  competency: Partial<Record<Language, string>>;
  level: number;
  nextTry: LegalDate | null;
};

type Words = { text: string; machineDrafted: boolean };

const titleIn = (facts: ResultFacts, language: Language): string =>
  facts.competency[language] ?? facts.competency.en ?? '';

const date = (iso: LegalDate): string => iso.split('-').toReversed().join('.');

const english = (facts: ResultFacts): string => {
  const points = `You scored ${facts.score} of ${facts.maxScore}; ${facts.cutScore} were needed.`;
  const level = `level ${facts.level} of “${titleIn(facts, 'en')}”`;
  if (facts.passed) return `You have reached ${level}. ${points}`;
  const next = facts.nextTry === null ? '' : ` You may try again from ${date(facts.nextTry)}.`;
  return `You have not yet reached ${level}. ${points}${next}`;
};

const russian = (facts: ResultFacts): string => {
  const points = `Набрано баллов: ${facts.score} из ${facts.maxScore}; требовалось ${facts.cutScore}.`;
  const level = `уровень ${facts.level} по компетенции «${titleIn(facts, 'ru')}»`;
  if (facts.passed) return `Вы подтвердили ${level}. ${points}`;
  const next =
    facts.nextTry === null ? '' : ` Следующая попытка возможна с ${date(facts.nextTry)}.`;
  return `Вы пока не подтвердили ${level}. ${points}${next}`;
};

const tajik = (facts: ResultFacts): string => {
  const points = `Холҳо: ${facts.score} аз ${facts.maxScore}; ҳадди зарурӣ ${facts.cutScore}.`;
  const level = `сатҳи ${facts.level}-и салоҳияти «${titleIn(facts, 'tg')}»`;
  if (facts.passed) return `Шумо ${level}-ро тасдиқ кардед. ${points}`;
  const next =
    facts.nextTry === null ? '' : ` Кӯшиши навбатӣ аз санаи ${date(facts.nextTry)} мумкин аст.`;
  return `Шумо ҳоло ${level}-ро тасдиқ накардед. ${points}${next}`;
};

export const resultWords = (facts: ResultFacts): Record<Language, Words> => ({
  en: { text: english(facts), machineDrafted: false },
  ru: { text: russian(facts), machineDrafted: false },
  tg: { text: tajik(facts), machineDrafted: true },
});
