// Exams on the forms, and a sitting of each that is open now with the demo's candidates enrolled.
import { until, type Api } from './api.ts';
import { whileStatus, whileUnknown, type FrameworkRef, type LoadedForms } from './load-bank.ts';

export interface ExamHands {
  readonly examiner: Api;
  readonly chair: Api;
}

export interface LoadedExam {
  readonly examId: string;
  readonly sittingId: string;
  readonly competencyCode: string;
  readonly level: number;
}

interface Exam {
  readonly examId: string;
  readonly code: string;
  readonly state: string;
}

/** An exam that a start that was cut short has left. */
async function examOf(examiner: Api, code: string): Promise<Exam | undefined> {
  const { items } = await examiner.get<{ items: Exam[] }>('exam-delivery/exams?limit=100');
  return items.find((exam) => exam.code === code);
}

const STUDY =
  'Modified Angoff study of the demonstration: five judges, two rounds; the mean of the second round, rounded up to a whole item. Illustrative, endorsed by nobody.';

export async function loadExam(
  { examiner, chair }: ExamHands,
  framework: FrameworkRef,
  forms: LoadedForms,
  candidates: readonly string[],
  days: number,
): Promise<LoadedExam> {
  const { competencyCode, level } = forms;
  const competencyId = framework.competencies.find(
    ({ code }) => code === competencyCode,
  )?.competencyId;
  const maxScore = await until('the forms in exam delivery', 30_000, () =>
    formsArrived(examiner, forms),
  );
  const code = `${competencyCode}-${level}`;
  const existing = await examOf(examiner, code);
  const exam =
    existing ??
    (await until('the framework in exam delivery', 30_000, () =>
      examiner
        .post<Exam>('exam-delivery/exams', {
          code,
          title: {
            en: `${competencyCode} Preserve; chain of custody, level ${level}`,
            ru: `${competencyCode} Сохранение; цепочка хранения, уровень ${level}`,
            tg: `${competencyCode} Нигоҳдорӣ; занҷири нигаҳдорӣ, сатҳи ${level}`,
          },
          blueprintId: forms.blueprintId,
          formIds: forms.formIds,
          frameworkId: framework.frameworkId,
          frameworkVersion: framework.version,
          competencyId,
          level,
          rules: {
            minutes: 30,
            cutScore: {
              score: Math.ceil(maxScore * 0.7),
              justification: STUDY,
              author: 'Standard-setting panel of the demonstration',
            },
            languages: ['tg', 'ru', 'en'],
            languageSwitch: true,
            release: 'automatic',
          },
        })
        .catch(whileUnknown('framework-unknown')),
    ));
  if (exam.state !== 'published')
    await until('the published exam', 30_000, () =>
      chair
        .post<object>(`exam-delivery/exams/${exam.examId}/publish`, {
          reason: 'Agreed by the board.',
        })
        .catch(whileUnknown('exam-not-ready')),
    );
  const sittings = await examiner.get<{ items: { sittingId: string; examId: string }[] }>(
    'exam-delivery/sittings?limit=100',
  );
  const sittingId =
    sittings.items.find(({ examId }) => examId === exam.examId)?.sittingId ??
    (await openSitting(examiner, exam.examId, openTo(code), candidates, days));
  return { examId: exam.examId, sittingId, competencyCode, level };
}

const openTo = (code: string) => ({
  en: `${code}, open sitting`,
  ru: `${code}, открытая сессия`,
  tg: `${code}, нишасти кушода`,
});

async function openSitting(
  examiner: Api,
  examId: string,
  title: Record<'en' | 'ru' | 'tg', string>,
  candidates: readonly string[],
  days: number,
): Promise<string> {
  const now = Date.now();
  const { sittingId } = await examiner.post<{ sittingId: string }>('exam-delivery/sittings', {
    examId,
    title,
    opensAt: new Date(now - 60_000).toISOString(),
    closesAt: new Date(now + days * 86_400_000).toISOString(),
  });
  if (candidates.length > 0) {
    // The people's affiliations arrive by an event.
    await until('the candidates in exam delivery', 30_000, () =>
      examiner
        .post<object>(`exam-delivery/sittings/${sittingId}/enrolments`, {
          practitionerIds: candidates,
        })
        .catch(whileStatus(422)),
    );
  }
  return sittingId;
}

/** The forms' maximum score once the question bank has published them. */
async function formsArrived(examiner: Api, { formIds }: LoadedForms): Promise<number | undefined> {
  const form = await examiner.get<{ state: string; maxScore: number }>(
    `question-bank/forms/${formIds[0] ?? ''}`,
  );
  return form.state === 'published' ? form.maxScore : undefined;
}
