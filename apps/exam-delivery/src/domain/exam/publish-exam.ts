import { isEditor } from '../duties.ts';
import type { Actor } from '../duties.ts';
import { refused } from '../refusals.ts';
import type { Refused } from '../refusals.ts';
import type { Exam, Language } from './exam.ts';

/** What the exam's framework version says about the level and competency it evidences. */
export type FrameworkFacts = {
  competencies: { competencyId: string }[];
  levels: { level: number; evidence: string[] }[];
};

export type FormFacts = {
  formId: string;
  complete: boolean;
  blueprintId: string;
  frameworkId: string;
  frameworkVersion: number;
  competencyId: string;
  level: number;
  languages: string[];
  maxScore: number;
  needsServer: boolean;
};

export type Fault = { field: string; message: string };

export type Publication =
  | { outcome: 'published'; exam: Exam }
  | Refused<'exam-not-draft' | 'editor-publishes'>
  | (Refused<'exam-not-ready'> & { faults: Fault[] });

export function publishExam(
  exam: Exam,
  actor: Actor,
  framework: FrameworkFacts | null,
  forms: readonly FormFacts[],
  at: Date,
): Publication {
  if (exam.state !== 'draft') return refused('exam-not-draft');
  if (isEditor(actor, exam.editors)) return refused('editor-publishes');
  const faults = [...frameworkFaults(exam, framework), ...formFaults(exam, forms)];
  if (faults.length > 0) return { ...refused('exam-not-ready'), faults };
  const publishedBy = { account: actor.account, person: actor.person };
  return {
    outcome: 'published',
    exam: { ...exam, state: 'published', publishedAt: at, publishedBy, version: exam.version + 1 },
  };
}

function frameworkFaults(exam: Exam, framework: FrameworkFacts | null): Fault[] {
  if (framework === null)
    return [{ field: 'frameworkVersion', message: 'this framework version is not published' }];
  const faults: Fault[] = [];
  if (!framework.competencies.some((c) => c.competencyId === exam.competencyId))
    faults.push({ field: 'competencyId', message: 'the framework has no such competency' });
  const level = framework.levels.find((l) => l.level === exam.level);
  if (level === undefined)
    faults.push({ field: 'level', message: 'the framework has no such level' });
  else if (!level.evidence.includes('exam'))
    faults.push({ field: 'level', message: 'the framework does not let an exam evidence it' });
  return faults;
}

function formFaults(exam: Exam, forms: readonly FormFacts[]): Fault[] {
  if (exam.formIds.length === 0) return [{ field: 'formIds', message: 'at least one form' }];
  const faults: Fault[] = [];
  const wrong = (message: string) => faults.push({ field: 'formIds', message });
  for (const formId of exam.formIds) {
    const form = forms.find((f) => f.formId === formId);
    if (form === undefined) wrong(`form ${formId} is not published`);
    else if (!form.complete) wrong(`form ${formId} has not arrived whole`);
    else for (const message of misfits(exam, form)) wrong(`form ${formId} ${message}`);
  }
  // One cut score serves all forms only if they are scored out of the same maximum.
  if (new Set(forms.map((form) => form.maxScore)).size > 1)
    wrong('the forms have different maximum scores');
  const maxScore = Math.min(...forms.map((form) => form.maxScore));
  const { score, justification, author } = exam.rules.cutScore;
  if (!(score > 0 && score <= maxScore))
    faults.push({
      field: 'rules.cutScore.score',
      message: `above 0 and at most ${maxScore}, the forms' maximum`,
    });
  if (justification.trim() === '')
    faults.push({ field: 'rules.cutScore.justification', message: 'how the standard was set' });
  if (author.trim() === '')
    faults.push({ field: 'rules.cutScore.author', message: 'who set the standard' });
  return faults;
}

function misfits(exam: Exam, form: FormFacts): string[] {
  const faults: string[] = [];
  if (exam.blueprintId !== null && form.blueprintId !== exam.blueprintId)
    faults.push('is of another blueprint');
  if (form.frameworkId !== exam.frameworkId || form.frameworkVersion !== exam.frameworkVersion)
    faults.push('is of another framework version');
  if (form.competencyId !== exam.competencyId || form.level !== exam.level)
    faults.push('is of another competency or level');
  const missing = exam.rules.languages.filter((l: Language) => !form.languages.includes(l));
  if (missing.length > 0) faults.push(`is not approved in ${missing.join(', ')}`);
  // Feedback, further tries and clones during the attempt are not part of the protocol yet, offline or not.
  if (form.needsServer) faults.push('needs the server during the attempt');
  return faults;
}
