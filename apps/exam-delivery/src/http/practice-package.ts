import type { ChoiceOrder } from '../domain/attempt/choice-order.ts';
import type { CompiledPractice } from '../domain/practice/practice-exam.ts';
import type { PackageContent } from '../store/package-content.ts';

const nobody = '00000000-0000-8000-8000-000000000000';
const minutes = 10;

/** What a start answers, with the package in clear: there is nothing in it to protect. */
export type PracticeStarted = {
  package: PackageContent;
  choiceOrder: ChoiceOrder;
  minutes: number;
  deadline: Date;
  serverTime: Date;
};

export const practicePackage = (
  items: readonly CompiledPractice[],
  choiceOrder: ChoiceOrder,
  now: Date,
): PracticeStarted => ({
  package: {
    format: 'sanad-package-1',
    sittingId: nobody,
    examId: nobody,
    formId: nobody,
    title: { en: 'Practice exam', ru: 'Пробный экзамен', tg: 'Имтиҳони озмоишӣ' },
    languages: ['en', 'ru', 'tg'],
    items: items.map(({ itemId, kind, compiled }, index) => ({
      itemId,
      itemVersion: 1,
      position: index + 1,
      maxScore: compiled.maxScore,
      interaction: kind === 'number' ? 'numeric' : kind,
      delivery: compiled.delivery,
      media: null,
    })),
  },
  choiceOrder,
  minutes,
  deadline: new Date(now.getTime() + minutes * 60_000),
  serverTime: now,
});
