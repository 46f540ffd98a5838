import { describe, expect, it } from '@jest/globals';
import { small } from '../framework.fixture.ts';
import { added, changed } from './draft-edits.ts';
import { modelOf } from './draft-model.ts';
import { problemsOf } from './draft-problems.ts';

const model = modelOf(small());

describe('what keeps a draft from being saved', () => {
  it('is nothing when codes and terms can be read, even where words are missing', () => {
    expect(problemsOf({ ...model, title: { en: '', ru: '', tg: '' } })).toEqual([]);
  });

  it('is a new entry without a code', () => {
    expect(problemsOf(added(model, 'roles', 'r9'))).toEqual([
      { field: 'roles.r9.code', code: 'bad-code' },
    ]);
  });

  it('is a code with letters that the service does not take', () => {
    const typed = changed(model, 'competencies', 'c1', { code: 'ҷ 1' });
    expect(problemsOf(typed)).toEqual([{ field: 'competencies.c1.code', code: 'bad-code' }]);
  });

  it.each(['', '0', '1.5', '601', 'two'])('is a term of "%s" months', (validityMonths) => {
    expect(problemsOf(changed(model, 'levels', '2', { validityMonths }))).toEqual([
      { field: 'levels.2.validityMonths', code: 'bad-months' },
    ]);
  });

  it('is a competency without an area', () => {
    const nowhere = { ...model, groups: [], competencies: [] };
    const problems = problemsOf(added(nowhere, 'competencies', 'c9'));
    expect(problems).toContainEqual({ field: 'competencies.c9.group', code: 'no-group' });
  });
});
