import { describe, expect, it } from '@jest/globals';
import { small } from '../framework.fixture.ts';
import { moved, removed } from './draft-edits.ts';
import { modelOf } from './draft-model.ts';
import { aboutField, fieldOfPlace, whereIs } from './field-of-place.ts';
import { stillLacking } from './still-lacking.ts';

const draft = small();
draft.equivalence = [{ competencyId: 'c1', level: 2, version: 1, equivalent: true }];
const model = modelOf(draft);

describe('a place that the service names', () => {
  it.each([
    ['title.tg', 'title.tg', 'titles', ''],
    ['code', 'code', 'titles', ''],
    ['levels', 'levels', 'levels', ''],
    ['levels[1].descriptor.ru', 'levels.2.descriptor.ru', 'levels', '2'],
    ['levels.0.evidence', 'levels.1.evidence', 'levels', '1'],
    ['groups[1].title.en', 'groups.H.title.en', 'groups', 'H'],
    ['competencies[1].code', 'competencies.c2.code', 'competencies', 'c2'],
    [
      'competencies.0.descriptors.1.text.tg',
      'competencies.c1.descriptors.2.text.tg',
      'competencies',
      'c1',
    ],
    ['competencies[0].descriptors', 'competencies.c1.descriptors', 'competencies', 'c1'],
    ['roles[0].title.tg', 'roles.r1.title.tg', 'roles', 'r1'],
    ['requirements[2].level', 'requirements.r2.c2', 'requirements', ''],
    ['equivalence[0].version', 'competencies.c1.descriptors.2.same', 'competencies', 'c1'],
    ['competencies[9].code', 'competencies', 'competencies', ''],
  ])('%s is the field %s', (place, field, part, entry) => {
    expect(fieldOfPlace(place, draft, model)).toBe(field);
    expect(whereIs(field)).toEqual({ part, entry });
  });

  it('is told by its level and language', () => {
    expect(aboutField('competencies.c1.descriptors.2.text.tg')).toEqual({
      level: 2,
      language: 'tg',
    });
    expect(aboutField('levels.1.title.ru')).toEqual({ level: 1, language: 'ru' });
    expect(aboutField('roles.r1.code')).toEqual({ level: null, language: null });
  });

  it('stays with its entry in another order, and goes with the entry', () => {
    const lack = { field: 'competencies.c2.title.en', code: 'missing-language' };
    const empty = { ...model, competencies: model.competencies.map((each) => ({ ...each })) };
    empty.competencies[1]!.title = { en: '', ru: 'b', tg: 'c' };
    expect(stillLacking(moved(empty, 'competencies', 'c2', -1), [lack])).toEqual([lack]);
    expect(stillLacking(removed(empty, 'competencies', 'c2'), [lack])).toEqual([]);
  });

  it('lacks nothing more as soon as the words are written', () => {
    const lacks = ['title.tg', 'levels.1.descriptor.tg', 'competencies.c1.descriptors.2.text.tg'];
    const told = lacks.map((field) => ({ field, code: 'missing-language' }));
    expect(stillLacking(model, told)).toEqual([]);
    const duplicate = { field: 'roles.r1.code', code: 'duplicate' };
    expect(stillLacking(model, [duplicate])).toEqual([duplicate]);
  });
});
