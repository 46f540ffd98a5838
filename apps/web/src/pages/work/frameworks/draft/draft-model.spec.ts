import { describe, expect, it } from '@jest/globals';
import { small, text } from '../framework.fixture.ts';
import { changed } from './draft-edits.ts';
import { documentOf, modelOf } from './draft-model.ts';

describe('the forms of a draft', () => {
  it('send back what they were given when nothing is changed', () => {
    const draft = small();
    draft.title.machineDrafted = ['tg'];
    draft.equivalence = [{ competencyId: 'c1', level: 1, version: 1, equivalent: false }];
    expect(documentOf(modelOf(draft))).toEqual(draft);
  });

  it('keep an area together with its competencies when its code is written anew', () => {
    const draft = small();
    draft.groups[0]!.group = 'G.1';
    for (const competency of draft.competencies) competency.group = 'G.1';
    const model = modelOf(draft);
    const key = model.groups[0]!.key;
    expect(key).not.toContain('.');
    const sent = documentOf(changed(model, 'groups', key, { group: 'NEW' }));
    expect(sent.competencies.map(({ group }) => group)).toEqual(['NEW', 'NEW']);
  });

  it('describe a competency at every level, empty where nothing is written', () => {
    const draft = small();
    draft.competencies[0]!.descriptors.pop();
    const [first] = documentOf(modelOf(draft)).competencies;
    expect(first?.descriptors).toEqual([
      { level: 1, text: text('Cares c1') },
      { level: 2, text: { en: '', ru: '', tg: '' } },
    ]);
  });

  it('send no blanks around words, and no mark of a machine on a language without words', () => {
    const model = modelOf(small());
    const title = { en: ' A ', ru: 'B', tg: ' ', machineDrafted: ['ru' as const, 'tg' as const] };
    expect(documentOf({ ...model, title }).title).toEqual({
      en: 'A',
      ru: 'B',
      tg: '',
      machineDrafted: ['ru'],
    });
  });
});
