import type { Attainment, LegalDate } from '../attainment/attainment.ts';
import { isValidOn } from '../attainment/attainment.ts';
import { gapOf, heldIn } from '../attainment/held.ts';
import type { PublishedFramework } from '../framework/framework.ts';

export type AttainmentState = 'valid' | 'expired' | 'not-yet-valid' | 'withdrawn';

export interface ProfileItem {
  competencyId: string;
  competencyCode: string;
  required: number;
  held: number;
  heldUntil: LegalDate | null;
  gap: number;
  attainments: (Attainment & { state: AttainmentState })[];
}

export const stateOn = (attainment: Attainment, date: LegalDate): AttainmentState =>
  attainment.withdrawn !== null
    ? 'withdrawn'
    : isValidOn(attainment, date)
      ? 'valid'
      : date < attainment.from
        ? 'not-yet-valid'
        : 'expired';

/** The level that somebody in these roles has to hold: the highest that any of the roles asks for. */
export function requiredIn(framework: PublishedFramework, roleIds: readonly string[]) {
  const required = new Map<string, number>();
  for (const { roleId, competencyId, level } of framework.requirements) {
    if (!roleIds.includes(roleId)) continue;
    required.set(competencyId, Math.max(level, required.get(competencyId) ?? 0));
  }
  return (competencyId: string): number => required.get(competencyId) ?? 0;
}

/** Every competency that is required of the practitioner or that he has evidence of. */
export function profileOf(
  framework: PublishedFramework,
  roleIds: readonly string[],
  attainments: readonly Attainment[],
  date: LegalDate,
): ProfileItem[] {
  const requiredLevel = requiredIn(framework, roleIds);
  const heldLevel = heldIn(framework, date);
  return framework.competencies
    .map(({ competencyId, code }) => {
      const own = attainments.filter(
        (attainment) =>
          attainment.frameworkId === framework.frameworkId &&
          attainment.competencyId === competencyId,
      );
      const required = requiredLevel(competencyId);
      const held = heldLevel(competencyId, own);
      return {
        competencyId,
        competencyCode: code,
        required,
        held: held.level,
        heldUntil: held.until,
        gap: gapOf(required, held.level),
        attainments: own
          .toSorted((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : 0))
          .map((attainment) => ({ ...attainment, state: stateOn(attainment, date) })),
      };
    })
    .filter((item) => item.required > 0 || item.attainments.length > 0);
}
