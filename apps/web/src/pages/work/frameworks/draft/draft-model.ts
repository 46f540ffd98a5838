// What the forms of a draft hold. An entry is known by its id, so that its fields stay its own when lists
// are reordered; only areas have none, and get one here.

import type {
  DraftLevel,
  DraftRole,
  EquivalenceDeclaration,
  FrameworkDocument,
  FrameworkText,
} from '../../../../api/framework-drafts.ts';
import { languages } from '../../../../i18n/languages.ts';

export interface LevelModel extends Omit<DraftLevel, 'validityMonths'> {
  /** As it was typed. */
  validityMonths: string;
}

export interface GroupModel {
  key: string;
  group: string;
  title: FrameworkText;
}

export interface CompetencyModel {
  competencyId: string;
  code: string;
  title: FrameworkText;
  /** The area's key. */
  group: string;
  descriptors: Record<number, FrameworkText>;
}

export interface DraftModel {
  code: string;
  title: FrameworkText;
  notice: FrameworkText;
  levels: LevelModel[];
  groups: GroupModel[];
  competencies: CompetencyModel[];
  roles: DraftRole[];
  /** By role and competency; what is not required is left out. */
  required: Record<string, number>;
  equivalence: EquivalenceDeclaration[];
}

export const noText = (): FrameworkText => ({ en: '', ru: '', tg: '' });

export const pair = (roleId: string, competencyId: string): string => `${roleId}.${competencyId}`;

/** Fields are named by their entry's id with full stops between: a code may have some of its own. */
export const keyOf = (group: string): string => group.replaceAll('.', '~');

export function modelOf(document: FrameworkDocument): DraftModel {
  return {
    ...document,
    levels: document.levels.map((level) => ({
      ...level,
      validityMonths: String(level.validityMonths),
    })),
    groups: document.groups.map((group) => ({ key: keyOf(group.group), ...group })),
    competencies: document.competencies.map((competency) => ({
      ...competency,
      group: keyOf(competency.group),
      descriptors: Object.fromEntries(
        competency.descriptors.map(({ level, text }) => [level, text]),
      ),
    })),
    required: Object.fromEntries(
      document.requirements.map(({ roleId, competencyId, level }) => [
        pair(roleId, competencyId),
        level,
      ]),
    ),
  };
}

export const descriptorOf = ({ descriptors }: CompetencyModel, level: number): FrameworkText =>
  descriptors[level] ?? noText();

/** What is sent: each list in the order of the page, each competency described at every level. */
export function documentOf(model: DraftModel): FrameworkDocument {
  const levels = model.levels.map(({ level }) => level);
  const isThere = ({ competencyId, level }: EquivalenceDeclaration) =>
    levels.includes(level) && model.competencies.some((each) => each.competencyId === competencyId);
  return {
    code: model.code.trim(),
    title: trimmed(model.title),
    notice: trimmed(model.notice),
    levels: model.levels.map((level) => ({
      ...level,
      code: level.code.trim(),
      title: trimmed(level.title),
      descriptor: trimmed(level.descriptor),
      validityMonths: monthsOf(level.validityMonths),
    })),
    groups: model.groups.map(({ group, title }) => ({
      group: group.trim(),
      title: trimmed(title),
    })),
    competencies: model.competencies.map((competency) => ({
      competencyId: competency.competencyId,
      code: competency.code.trim(),
      title: trimmed(competency.title),
      group: model.groups.find(({ key }) => key === competency.group)?.group.trim() ?? '',
      descriptors: levels.map((level) => ({
        level,
        text: trimmed(descriptorOf(competency, level)),
      })),
    })),
    roles: model.roles.map(({ roleId, code, title }) => ({
      roleId,
      code: code.trim(),
      title: trimmed(title),
    })),
    requirements: model.roles.flatMap(({ roleId }) =>
      model.competencies.flatMap(({ competencyId }) => {
        const level = model.required[pair(roleId, competencyId)] ?? 0;
        return level === 0 ? [] : [{ roleId, competencyId, level }];
      }),
    ),
    equivalence: model.equivalence.filter(isThere),
  };
}

/** NaN where it is no number: the form says so before anything is sent. */
export const monthsOf = (typed: string): number =>
  typed.trim() === '' ? Number.NaN : Number(typed.trim());

/** A language without words has no draft that a machine could have made. */
function trimmed(text: FrameworkText): FrameworkText {
  const [en, ru, tg] = [text.en.trim(), text.ru.trim(), text.tg.trim()];
  const words = { en, ru, tg };
  const drafted = languages.filter(
    (language) => text.machineDrafted?.includes(language) && words[language] !== '',
  );
  return { ...words, ...(drafted.length > 0 ? { machineDrafted: drafted } : {}) };
}
