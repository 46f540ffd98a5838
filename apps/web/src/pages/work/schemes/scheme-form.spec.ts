import { describe, expect, it } from '@jest/globals';
import type { Framework } from '../../../api/competency.ts';
import { knownTo, problemsOf, requirementsOfRole, schemeOf } from './scheme-form.ts';

const filled: Record<string, string> = {
  code: 'EV3-2',
  'title.en': 'Preserve',
  'title.ru': 'Сохранность',
  'title.tg': 'Нигоҳдорӣ',
  validityMonths: '36',
  renewalOpensDays: '180',
  issuing: 'by-person',
};

function form(change: Record<string, string> = {}): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries({ ...filled, ...change })) data.append(name, value);
  return data;
}

const framework = {
  frameworkId: 'f',
  version: 3,
  levels: [
    { level: 1, evidence: ['exam', 'course'] },
    { level: 2, evidence: ['exam', 'practical'] },
    { level: 3, evidence: ['exam', 'practical'], evidenceRule: 'all' },
  ],
  competencies: [{ competencyId: 'c1' }, { competencyId: 'c2' }],
  requirements: [
    { roleId: 'r', competencyId: 'c1', level: 2 },
    { roleId: 'r', competencyId: 'c2', level: 0 },
    { roleId: 'other', competencyId: 'c2', level: 3 },
  ],
} as unknown as Framework;

const one = (competencyId: string, level = 1, evidence: string[] = []) => ({
  competencyId,
  level,
  evidence,
});

describe('the form of a scheme', () => {
  it('is sent with the framework version that was chosen, the title in the place of no description', () => {
    const body = schemeOf(form(), framework, [one('c1', 2, ['exam'])]);
    expect(body).toEqual({
      code: 'EV3-2',
      title: { en: 'Preserve', ru: 'Сохранность', tg: 'Нигоҳдорӣ' },
      description: body.title,
      frameworkId: 'f',
      frameworkVersion: 3,
      requirements: [{ competencyId: 'c1', level: 2, evidence: ['exam'] }],
      validityMonths: 36,
      renewalOpensDays: 180,
      issuing: 'by-person',
    });
    expect(problemsOf(form(), [one('c1')])).toEqual([]);
  });

  it('names what is missing, no number, or there twice', () => {
    const data = form({ code: ' ', validityMonths: '3,5', 'description.ru': 'Кратко' });
    expect(problemsOf(data, [])).toEqual([
      { field: 'code', code: 'required' },
      { field: 'description.en', code: 'required' },
      { field: 'description.tg', code: 'required' },
      { field: 'requirements', code: 'no-requirement' },
      { field: 'validityMonths', code: 'not-a-number' },
    ]);
    expect(problemsOf(form({ code: 'ev3 2' }), [one('c1')])).toEqual([
      { field: 'code', code: 'bad-code' },
    ]);
    expect(problemsOf(form(), [one('c1'), one('c2'), one('c1')])).toEqual([
      { field: 'requirements.2.competencyId', code: 'twice' },
    ]);
  });

  it('begins with what a role requires, and not with what it does not', () => {
    expect(requirementsOfRole(framework, 'r')).toEqual([one('c1', 2)]);
  });

  it('asks for each kind of evidence where the framework takes them only together', () => {
    expect(requirementsOfRole(framework, 'other')).toEqual([one('c2', 3, ['exam', 'practical'])]);
  });

  it('keeps under another version of the framework what that knows', () => {
    const kept = knownTo(framework, [
      one('c1', 1, ['exam', 'panel']),
      one('gone', 1),
      one('c2', 4),
    ]);
    expect(kept).toEqual([one('c1', 1, ['exam'])]);
  });
});
