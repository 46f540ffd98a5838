import type { FrameworkText } from '../../../../api/framework-drafts.ts';
import { entriesOf, idOf } from './draft-edits.ts';
import type { DraftModel } from './draft-model.ts';
import { aboutField, whereIs } from './field-of-place.ts';

export interface Lack {
  field: string;
  code: string;
}

/** What the service missed in the saved draft, without what was filled in or removed since. */
export const stillLacking = <L extends Lack>(model: DraftModel, lacks: readonly L[]): L[] =>
  lacks.filter(
    ({ field, code }) =>
      isThere(model, field) &&
      (code !== 'missing-language' || isEmpty(textOf(model, field), field)),
  );

function isThere(model: DraftModel, field: string): boolean {
  const { part, entry } = whereIs(field);
  if (part === 'titles' || part === 'requirements' || entry === '') return true;
  return entriesOf(model, part).some((each) => idOf(each) === entry);
}

function textOf(model: DraftModel, field: string): FrameworkText | undefined {
  const [part, id, name, level] = field.split('.');
  if (part === 'title' || part === 'notice') return model[part];
  if (part === 'competencies' && name === 'descriptors')
    return model.competencies.find(({ competencyId }) => competencyId === id)?.descriptors[
      Number(level)
    ];
  if (part === 'levels' && name === 'descriptor')
    return model.levels.find((each) => String(each.level) === id)?.descriptor;
  const list = (['levels', 'groups', 'competencies', 'roles'] as const).find(
    (each) => each === part,
  );
  return list && entriesOf(model, list).find((each) => idOf(each) === id)?.title;
}

function isEmpty(text: FrameworkText | undefined, field: string): boolean {
  const { language } = aboutField(field);
  return language === null || (text?.[language] ?? '').trim() === '';
}
