import { changed, type ListKind } from './draft-edits.ts';
import type { DraftFields } from './draft-fields.ts';
import type { CompetencyModel, DraftModel, GroupModel, LevelModel } from './draft-model.ts';
import { CompetencyFields } from './competency-fields.tsx';
import { LevelFields } from './level-fields.tsx';
import { NamedFields } from './named-fields.tsx';

export interface EntryFieldsProps extends DraftFields {
  kind: ListKind;
  id: string;
  /** The version in which it stands already; null where it is new. */
  since: number | null;
}

/** The form of one entry, by what it is. */
export function EntryFields({ kind, id, since, ...fields }: EntryFieldsProps) {
  const { model, change, errorOf } = fields;
  switch (kind) {
    case 'levels': {
      const level = model.levels.find((each) => String(each.level) === id);
      const set = (part: Partial<LevelModel>) => change(changed(model, kind, id, part));
      return level ? <LevelFields level={level} {...{ since, set, errorOf }} /> : null;
    }
    case 'competencies': {
      const competency = model.competencies.find(({ competencyId }) => competencyId === id);
      const set = (part: Partial<CompetencyModel>) => change(changed(model, kind, id, part));
      return competency ? (
        <CompetencyFields competency={competency} {...{ since, set }} {...fields} />
      ) : null;
    }
    case 'groups': {
      const group = model.groups.find(({ key }) => key === id);
      const set = (part: Partial<GroupModel>) => change(changed(model, kind, id, part));
      return group ? (
        <NamedFields
          name={`groups.${id}`}
          codeName="group"
          code={group.group}
          title={group.title}
          onCode={(code) => set({ group: code })}
          onTitle={(title) => set({ title })}
          {...{ since, errorOf }}
        />
      ) : null;
    }
    case 'roles': {
      const role = model.roles.find(({ roleId }) => roleId === id);
      const set = (part: Partial<DraftModel['roles'][number]>) =>
        change(changed(model, kind, id, part));
      return role ? (
        <NamedFields
          name={`roles.${id}`}
          codeName="code"
          code={role.code}
          title={role.title}
          onCode={(code) => set({ code })}
          onTitle={(title) => set({ title })}
          {...{ since, errorOf }}
        />
      ) : null;
    }
  }
}
