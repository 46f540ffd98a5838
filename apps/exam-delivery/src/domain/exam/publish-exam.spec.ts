import { describe, expect, it } from '@jest/globals';
import { defaultRules } from './exam.ts';
import type { Exam } from './exam.ts';
import { publishExam } from './publish-exam.ts';
import type { FormFacts } from './publish-exam.ts';

const editor = { account: 'editor', person: 'person-1' };
const publisher = { account: 'publisher', person: 'person-2' };
const at = new Date('2026-11-24T09:00:00Z');

const draft: Exam = {
  examId: 'exam',
  code: 'EV3-1',
  title: { en: 'EV3, level 1' },
  blueprintId: 'blueprint',
  formIds: ['form'],
  frameworkId: 'framework',
  frameworkVersion: 1,
  competencyId: 'ev3',
  level: 1,
  rules: {
    ...defaultRules,
    minutes: 60,
    retakes: { waitDays: [30, 60, 90], maxAttempts: 4, windowMonths: 12 },
    cutScore: { score: 14, justification: 'modified Angoff, nine judges', author: 'N. Nazarova' },
    languages: ['en', 'ru', 'tg'],
  },
  state: 'draft',
  editors: [editor],
  createdAt: at,
  publishedAt: null,
  publishedBy: null,
  version: 1,
};

const framework = {
  competencies: [{ competencyId: 'ev3' }],
  levels: [
    { level: 1, evidence: ['exam', 'course'] },
    { level: 4, evidence: ['panel'] },
  ],
};

const form: FormFacts = {
  formId: 'form',
  complete: true,
  blueprintId: 'blueprint',
  frameworkId: 'framework',
  frameworkVersion: 1,
  competencyId: 'ev3',
  level: 1,
  languages: ['en', 'ru', 'tg'],
  maxScore: 20,
  needsServer: false,
};

const faultsOf = (exam: Exam, forms: FormFacts[] = [form]): string[] => {
  const publication = publishExam(exam, publisher, framework, forms, at);
  return publication.outcome === 'refused' && publication.reason === 'exam-not-ready'
    ? publication.faults.map((fault) => fault.field)
    : [];
};
const withRules = (rules: Partial<Exam['rules']>): Exam => ({
  ...draft,
  rules: { ...draft.rules, ...rules },
});

describe('publishing an exam', () => {
  it('by somebody who did not edit it', () => {
    expect(publishExam(draft, publisher, framework, [form], at)).toMatchObject({
      outcome: 'published',
      exam: { state: 'published', publishedBy: publisher, publishedAt: at, version: 2 },
    });
  });

  it('is refused to each of its editors, under any account of the same person', () => {
    const other = { account: 'second-account', person: 'person-1' };
    for (const actor of [editor, other])
      expect(publishExam(draft, actor, framework, [form], at)).toMatchObject({
        reason: 'editor-publishes',
      });
  });

  it('happens once', () => {
    const published: Exam = { ...draft, state: 'published' };
    expect(publishExam(published, publisher, framework, [form], at)).toMatchObject({
      reason: 'exam-not-draft',
    });
  });

  it('needs a level that the framework lets an exam evidence', () => {
    expect(faultsOf({ ...draft, level: 4 }, [{ ...form, level: 4 }])).toEqual(['level']);
    expect(faultsOf({ ...draft, level: 7 }, [{ ...form, level: 7 }])).toEqual(['level']);
  });

  it('needs a known framework version and a competency of it', () => {
    const publication = publishExam(draft, publisher, null, [form], at);
    expect(publication).toMatchObject({ faults: [{ field: 'frameworkVersion' }] });
    const elsewhere = { ...draft, competencyId: 'xx1' };
    expect(faultsOf(elsewhere, [{ ...form, competencyId: 'xx1' }])).toEqual(['competencyId']);
  });

  it('needs forms that are there, whole and of the same kind', () => {
    expect(faultsOf({ ...draft, formIds: [] }, [])).toEqual(['formIds']);
    expect(faultsOf(draft, [])).toContain('formIds');
    for (const unfit of [
      { complete: false },
      { blueprintId: 'other' },
      { frameworkVersion: 2 },
      { level: 2 },
      { languages: ['en'] },
    ])
      expect([unfit, faultsOf(draft, [{ ...form, ...unfit }])]).toEqual([unfit, ['formIds']]);
  });

  it('needs one maximum score for all forms', () => {
    const two = { ...draft, formIds: ['form', 'form-2'] };
    expect(faultsOf(two, [form, { ...form, formId: 'form-2', maxScore: 21 }])).toEqual(['formIds']);
  });

  it('needs a cut score within reach, with its study and author', () => {
    const { cutScore } = draft.rules;
    const field = (name: string) => `rules.cutScore.${name}`;
    expect(faultsOf(withRules({ cutScore: { ...cutScore, score: 21 } }))).toEqual([field('score')]);
    expect(faultsOf(withRules({ cutScore: { ...cutScore, score: 0 } }))).toEqual([field('score')]);
    expect(faultsOf(withRules({ cutScore: { ...cutScore, justification: ' ' } }))).toEqual([
      field('justification'),
    ]);
    expect(faultsOf(withRules({ cutScore: { ...cutScore, author: '' } }))).toEqual([
      field('author'),
    ]);
  });

  it('refuses a form that needs the server during the attempt', () => {
    expect(faultsOf(draft, [{ ...form, needsServer: true }])).toEqual(['formIds']);
  });
});
