import { describe, expect, it } from '@jest/globals';
import type { Blueprint } from '../../../api/forms.ts';
import { daysOf, examOf, problemsOf } from './exam-form.ts';

const filled: Record<string, string | string[]> = {
  code: 'EV3-2',
  'title.en': 'Preserve',
  'title.ru': 'Сохранность',
  'title.tg': 'Нигоҳдорӣ',
  blueprintId: 'b1',
  formIds: ['f1', 'f2'],
  'rules.minutes': '45',
  'rules.graceMinutes': '2',
  'rules.cutScore.score': '8,5',
  'rules.cutScore.justification': 'Modified Angoff, nine judges',
  'rules.cutScore.author': 'The panel',
  'rules.languages': ['tg', 'ru'],
  'rules.release': 'by-officer',
  'rules.retakes.waitDays': '30, 60 90',
  'rules.retakes.maxAttempts': '4',
  'rules.retakes.windowMonths': '12',
};

function form(change: Record<string, string | string[]> = {}): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries({ ...filled, ...change }))
    for (const each of [value].flat()) data.append(name, each);
  return data;
}

const blueprint = {
  blueprintId: 'b1',
  frameworkId: 'f',
  frameworkVersion: 3,
  competencyId: 'c',
  level: 2,
} as Blueprint;

describe('the form of an exam', () => {
  it('takes competency, level and framework from its blueprint', () => {
    const draft = examOf(form(), [blueprint], null);
    expect(draft).toMatchObject({
      competencyId: 'c',
      level: 2,
      frameworkId: 'f',
      frameworkVersion: 3,
      formIds: ['f1', 'f2'],
      rules: { release: 'by-officer', languages: ['tg', 'ru'], languageSwitch: false },
    });
    expect(draft.rules.cutScore.score).toBe(8.5);
    expect(draft.rules.retakes.waitDays).toEqual([30, 60, 90]);
  });

  it('has no problem when it is filled', () => {
    expect(problemsOf(form())).toEqual([]);
  });

  it('names every field that is missing or no number', () => {
    const data = form({ code: ' ', formIds: [], 'rules.minutes': 'long', 'rules.languages': [] });
    expect(problemsOf(data)).toEqual([
      { field: 'code', code: 'required' },
      { field: 'formIds', code: 'no-form' },
      { field: 'rules.minutes', code: 'not-a-number' },
      { field: 'rules.languages', code: 'no-language' },
    ]);
    expect(problemsOf(form({ 'rules.cutScore.score': '' }))).toEqual([
      { field: 'rules.cutScore.score', code: 'not-a-number' },
    ]);
  });

  it('reads lists of days as people write them', () => {
    expect(daysOf('30, 60, 90')).toEqual([30, 60, 90]);
    expect(daysOf(' 30;60 ')).toEqual([30, 60]);
    expect(daysOf('')).toEqual([]);
  });
});
