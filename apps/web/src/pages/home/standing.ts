import type { ProfileItem } from '../../api/competency.ts';

export interface Standing {
  open: ProfileItem[];
  met: ProfileItem[];
  beyond: ProfileItem[];
}

/** Gaps first, the widest on top; then what is reached; then what the role does not ask for. */
export function standing(items: readonly ProfileItem[]): Standing {
  const byCode = (a: ProfileItem, b: ProfileItem) =>
    a.competencyCode.localeCompare(b.competencyCode);
  const required = items.filter((item) => item.required > 0);
  return {
    open: required.filter((item) => item.gap > 0).toSorted((a, b) => b.gap - a.gap || byCode(a, b)),
    met: required.filter((item) => item.gap === 0).toSorted(byCode),
    beyond: items.filter((item) => item.required === 0 && item.held > 0).toSorted(byCode),
  };
}

export type Step = 'held' | 'gap' | 'none';

/** One step for each level of the framework. */
export function stepsOf(levels: readonly number[], required: number, held: number): Step[] {
  return levels.map((level) => (level <= held ? 'held' : level <= required ? 'gap' : 'none'));
}
