// How the lists of a draft are changed. Of what was published before, ids and codes stay.

import type { FrameworkContent } from '../../../../api/framework-drafts.ts';
import {
  modelOf,
  noText,
  type CompetencyModel,
  type DraftModel,
  type GroupModel,
  type LevelModel,
} from './draft-model.ts';

/** The lists whose entries have a form of their own. */
export type ListKind = 'levels' | 'groups' | 'competencies' | 'roles';

export type Entry = LevelModel | GroupModel | CompetencyModel | DraftModel['roles'][number];

export function idOf(entry: Entry): string {
  if ('competencyId' in entry) return entry.competencyId;
  if ('roleId' in entry) return entry.roleId;
  return 'key' in entry ? entry.key : String(entry.level);
}

export const codeOf = (entry: Entry): string =>
  'level' in entry ? String(entry.level) : 'key' in entry ? entry.group : entry.code;

export const entriesOf = (model: DraftModel, kind: ListKind): Entry[] => model[kind];

export const changed = (
  model: DraftModel,
  kind: ListKind,
  id: string,
  part: Partial<Entry>,
): DraftModel => ({
  ...model,
  [kind]: entriesOf(model, kind).map((entry) =>
    idOf(entry) === id ? { ...entry, ...part } : entry,
  ),
});

export function moved(model: DraftModel, kind: ListKind, id: string, by: 1 | -1): DraftModel {
  const list = [...entriesOf(model, kind)];
  const from = list.findIndex((entry) => idOf(entry) === id);
  const to = from + by;
  const [entry] = list.splice(from, 1);
  if (entry === undefined || to < 0 || to > list.length) return model;
  list.splice(to, 0, entry);
  return { ...model, [kind]: list };
}

const highest = ({ levels }: DraftModel): number =>
  Math.max(0, ...levels.map(({ level }) => level));

/** A new entry, known by `id`; a level is known by its number, the next one. */
export function added(model: DraftModel, kind: ListKind, id: string): DraftModel {
  switch (kind) {
    case 'levels': {
      const level = highest(model) + 1;
      const entry: LevelModel = {
        level,
        code: `L${level}`,
        title: noText(),
        descriptor: noText(),
        evidence: [],
        evidenceRule: 'any',
        validityMonths: '36',
      };
      return { ...model, levels: [...model.levels, entry] };
    }
    case 'groups':
      return { ...model, groups: [...model.groups, { key: id, group: '', title: noText() }] };
    case 'competencies': {
      const group = model.competencies.at(-1)?.group ?? model.groups[0]?.key ?? '';
      const entry = { competencyId: id, code: '', title: noText(), group, descriptors: {} };
      return { ...model, competencies: [...model.competencies, entry] };
    }
    case 'roles':
      return { ...model, roles: [...model.roles, { roleId: id, code: '', title: noText() }] };
  }
}

/** Levels count on without a hole, so that only the highest goes; areas go when nothing is in them. */
export const canGo = (model: DraftModel, kind: ListKind, id: string): boolean =>
  kind === 'groups'
    ? model.competencies.every(({ group }) => group !== id)
    : kind !== 'levels' || Number(id) === highest(model);

/** With an entry goes what requires it; what required a level that goes requires the one below. */
export function removed(model: DraftModel, kind: ListKind, id: string): DraftModel {
  const without = {
    ...model,
    [kind]: entriesOf(model, kind).filter((entry) => idOf(entry) !== id),
  };
  const requirements = Object.entries(model.required);
  const required = requirements
    .filter(
      ([key]) => !(kind === 'roles' || kind === 'competencies') || !key.split('.').includes(id),
    )
    .map(([key, level]) =>
      kind === 'levels'
        ? ([key, Math.min(level, Number(id) - 1)] as const)
        : ([key, level] as const),
    )
    .filter(([, level]) => level > 0);
  return { ...without, required: Object.fromEntries(required) };
}

/** The entries of the published version that the draft leaves out. */
export function goneFrom(model: DraftModel, kind: ListKind, published: FrameworkContent): Entry[] {
  const ids = entriesOf(model, kind).map(idOf);
  const gone = entriesOf(modelOf({ ...published, equivalence: [] }), kind).filter(
    (entry) => !ids.includes(idOf(entry)),
  );
  // The lowest level first: with it the others can follow.
  return kind === 'levels' ? gone.slice(0, 1) : gone;
}

/** As it was published, with its id, and with what required it as far as both ends are there. */
export function broughtBack(
  model: DraftModel,
  kind: ListKind,
  id: string,
  published: FrameworkContent,
): DraftModel {
  const before = modelOf({ ...published, equivalence: [] });
  const entry = entriesOf(before, kind).find((each) => idOf(each) === id);
  if (entry === undefined) return model;
  const back: DraftModel = { ...model, [kind]: [...entriesOf(model, kind), entry] };
  if (kind === 'groups') return back;
  if (kind === 'levels') return withLevel(back, Number(id), before);
  const its = Object.entries(before.required)
    .filter(([key]) => key.split('.').includes(id))
    .map(([key, level]) => [key, Math.min(level, highest(model))] as const);
  return { ...back, required: { ...Object.fromEntries(its), ...model.required } };
}

/** Its descriptors come with it, and what had required it requires it again. */
function withLevel(model: DraftModel, level: number, before: DraftModel): DraftModel {
  const competencies = model.competencies.map((competency) => {
    const was = before.competencies.find((each) => each.competencyId === competency.competencyId);
    const text = competency.descriptors[level] ?? was?.descriptors[level];
    return text === undefined
      ? competency
      : { ...competency, descriptors: { ...competency.descriptors, [level]: text } };
  });
  const required = Object.fromEntries(
    Object.entries(model.required).map(([key, is]) => [
      key,
      before.required[key] === level && is === level - 1 ? level : is,
    ]),
  );
  return { ...model, competencies, required };
}
