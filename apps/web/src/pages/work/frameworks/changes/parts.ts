import type { FrameworkContent, FrameworkText } from '../../../../api/framework-drafts.ts';

export type PartKind = 'framework' | 'level' | 'group' | 'competency' | 'role';

/** A thing of a framework that has words of its own; its id holds across versions. */
export interface Part {
  kind: PartKind;
  id: string;
  code: string;
  title: FrameworkText;
  descriptor?: FrameworkText;
}

export const partsOf = (content: FrameworkContent): Part[] => [
  ...content.levels.map(({ level, title, descriptor }): Part => ({
    kind: 'level',
    id: String(level),
    code: String(level),
    title,
    descriptor,
  })),
  ...content.groups.map(({ group, title }): Part => ({
    kind: 'group',
    id: group,
    code: group,
    title,
  })),
  ...content.competencies.map(({ competencyId, code, title }): Part => ({
    kind: 'competency',
    id: competencyId,
    code,
    title,
  })),
  ...content.roles.map(({ roleId, code, title }): Part => ({
    kind: 'role',
    id: roleId,
    code,
    title,
  })),
];
