import type { FrameworkContent } from '../../../../api/framework-drafts.ts';
import { pair, type DraftModel } from './draft-model.ts';

export const requiredIn = (
  content: FrameworkContent | null,
  roleId: string,
  competencyId: string,
): number =>
  content?.requirements.find((each) => each.roleId === roleId && each.competencyId === competencyId)
    ?.level ?? 0;

export const requiredOf = (model: DraftModel, roleId: string, competencyId: string): number =>
  model.required[pair(roleId, competencyId)] ?? 0;

export const withRequired = (
  model: DraftModel,
  roleId: string,
  competencyId: string,
  level: number,
): DraftModel => {
  const { [pair(roleId, competencyId)]: _before, ...others } = model.required;
  return {
    ...model,
    required: level === 0 ? others : { ...others, [pair(roleId, competencyId)]: level },
  };
};
