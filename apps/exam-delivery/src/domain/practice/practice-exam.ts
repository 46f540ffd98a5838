// The practice exam, compiled once: the shape of a real package, scored like a real one, and nothing of it is kept.

import { compileItem, parseItem } from '#libs/qti';
import type { CompiledItem } from '#libs/qti';
import { drawChoiceOrder } from '../attempt/choice-order.ts';
import type { ChoiceOrder } from '../attempt/choice-order.ts';
import type { Language } from '../exam/exam.ts';
import { scoreResponse } from '../result/score-response.ts';
import { total } from '../result/decision.ts';
import { practiceDocument } from './practice-document.ts';
import { practiceItems } from './practice-items.ts';
import type { PracticeItem } from './practice-items.ts';

export type CompiledPractice = {
  itemId: string;
  kind: PracticeItem['kind'];
  compiled: CompiledItem;
};

const parsed = (item: PracticeItem, language: Language) => {
  const answer = parseItem(practiceDocument(item, language), `practice.${language}.xml`);
  if (!answer.ok) throw new Error(answer.problems.map((problem) => problem.message).join('; '));
  return answer.item;
};

export function compilePractice(): CompiledPractice[] {
  return practiceItems.map((item) => {
    const others = { ru: parsed(item, 'ru'), tg: parsed(item, 'tg') };
    const compiled = compileItem(parsed(item, 'en'), others);
    if (!compiled.ok) throw new Error(compiled.problems.map((one) => one.message).join('; '));
    return { itemId: item.itemId, kind: item.kind, compiled };
  });
}

export function practiceOrder(items: readonly CompiledPractice[], seed: string): ChoiceOrder {
  return drawChoiceOrder(
    items.flatMap(({ itemId, compiled }) => {
      const delivery = compiled.delivery['en'];
      return delivery === undefined ? [] : [{ itemId, delivery }];
    }),
    seed,
  );
}

export type PracticeResult = {
  score: number;
  maxScore: number;
  items: { itemId: string; score: number; maxScore: number }[];
};

export function scorePractice(
  items: readonly CompiledPractice[],
  responses: Readonly<Record<string, unknown>>,
): PracticeResult {
  const outcomes = items.map(({ itemId, compiled }) => ({
    itemId,
    itemVersion: 1,
    maxScore: compiled.maxScore,
    ...scoreResponse(compiled.scoring, responses[itemId] ?? null, 'practice'),
  }));
  return {
    ...total(outcomes),
    items: outcomes.map(({ itemId, score, maxScore }) => ({ itemId, score, maxScore })),
  };
}
