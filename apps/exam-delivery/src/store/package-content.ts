import type { Delivery } from '#libs/qti';
import type { Exam, Language, Text } from '../domain/exam/exam.ts';
import type { OpenForm } from './form-shelf.ts';

/** What the browser decrypts. It holds what a candidate may see, and nothing of how it is scored. */
export type PackageContent = {
  format: 'sanad-package-1';
  sittingId: string;
  examId: string;
  formId: string;
  title: Text;
  languages: Language[];
  items: {
    itemId: string;
    itemVersion: number;
    position: number;
    maxScore: number;
    interaction: string | null;
    delivery: Partial<Record<Language, Delivery>>;
    media: unknown;
  }[];
};

export function packageContent(exam: Exam, sittingId: string, form: OpenForm): PackageContent {
  const { languages } = exam.rules;
  return {
    format: 'sanad-package-1',
    sittingId,
    examId: exam.examId,
    formId: form.formId,
    title: exam.title,
    languages,
    items: form.items.map(({ itemId, itemVersion, position, content }) => ({
      itemId,
      itemVersion,
      position,
      maxScore: content.maxScore,
      interaction: content.interaction,
      delivery: Object.fromEntries(
        languages.map((language) => [language, content.delivery[language]]),
      ),
      media: content.media,
    })),
  };
}
