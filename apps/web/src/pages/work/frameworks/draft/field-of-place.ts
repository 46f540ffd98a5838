// The service names a place of the document by indices, in either of two ways (levels[0].title.tg,
// levels.0.title.tg); a field of the page is named by the id of its entry, which outlives a new order.

import type { FrameworkDocument } from '../../../../api/framework-drafts.ts';
import { languages, type Language } from '../../../../i18n/languages.ts';
import type { DraftModel } from './draft-model.ts';

export const draftParts = [
  'titles',
  'levels',
  'groups',
  'competencies',
  'roles',
  'requirements',
] as const;
export type DraftPart = (typeof draftParts)[number];

/** `document` is what was judged; the areas of `model` stand in the same order. */
export function fieldOfPlace(
  place: string,
  document: FrameworkDocument,
  model: DraftModel,
): string {
  const [part = '', index = '', ...rest] = place.replaceAll(/\[(\d+)\]/g, '.$1').split('.');
  if (index === '') return place;
  const at = Number(index);
  const entry = (id: string | number | undefined) =>
    id === undefined ? part : [part, id, ...rest].join('.');
  switch (part) {
    case 'levels':
      return entry(document.levels[at]?.level);
    case 'groups':
      return entry(model.groups[at]?.key);
    case 'roles':
      return entry(document.roles[at]?.roleId);
    case 'competencies': {
      const competency = document.competencies[at];
      const [list, descriptor, ...deeper] = rest;
      const level = competency?.descriptors[Number(descriptor)]?.level;
      return list === 'descriptors' && competency !== undefined && level !== undefined
        ? ['competencies', competency.competencyId, list, level, ...deeper].join('.')
        : entry(competency?.competencyId);
    }
    case 'requirements': {
      const requirement = document.requirements[at];
      return requirement === undefined
        ? part
        : `requirements.${requirement.roleId}.${requirement.competencyId}`;
    }
    case 'equivalence': {
      const declared = document.equivalence[at];
      return declared === undefined
        ? 'competencies'
        : `competencies.${declared.competencyId}.descriptors.${declared.level}.same`;
    }
    default:
      return place;
  }
}

/** Where on the page a field stands: the part, and the entry that has to be open. */
export function whereIs(field: string): { part: DraftPart; entry: string } {
  const [first = '', second = ''] = field.split('.');
  const part = draftParts.find((each) => each === first) ?? 'titles';
  return { part, entry: part === 'titles' || part === 'requirements' ? '' : second };
}

/** Of a field whose words a person reads: the level it is about and the language it is in. */
export function aboutField(field: string): { level: number | null; language: Language | null } {
  const { part, entry } = whereIs(field);
  const level = part === 'levels' ? entry : /\.descriptors\.(\d+)/.exec(field)?.[1];
  const last = field.split('.').at(-1);
  return {
    level: level === undefined || level === '' ? null : Number(level),
    language: languages.find((language) => language === last) ?? null,
  };
}
