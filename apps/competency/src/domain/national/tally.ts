import { gapOf } from '../attainment/held.ts';
import type { PublishedFramework } from '../framework/framework.ts';
import { requiredIn } from '../practitioner/profile.ts';

/** Sums over the people of one agency: in one role, or (roleId null) each person once. */
export interface Tally {
  roleId: string | null;
  agencyId: string;
  competencyId: string;
  headcount: number;
  sumRequired: number;
  sumHeld: number;
  meeting: number;
  sumGap: number;
}

/** People of one agency: in one role, or (roleId null) each person once. */
export interface Headcount {
  roleId: string | null;
  agencyId: string;
  headcount: number;
}

export interface Population {
  tallies: readonly Tally[];
  headcounts: readonly Headcount[];
}

export interface Person {
  agencyId: string;
  roleIds: readonly string[];
  held: (competencyId: string) => number;
}

/**
 * Whoever has two roles is counted in each under that role's requirement, and once in the agency
 * under the higher one. What is held beyond the requirement makes up for nothing elsewhere.
 */
export function tally(framework: PublishedFramework, people: readonly Person[]): Population {
  const sums = new Map<string, Tally>();
  const heads = new Map<string, Headcount>();
  const known = new Set(framework.roles.map((role) => role.roleId));
  const count = (person: Person, roleId: string | null, roleIds: readonly string[]) => {
    const group = `${roleId}/${person.agencyId}`;
    const head = heads.get(group) ?? { roleId, agencyId: person.agencyId, headcount: 0 };
    heads.set(group, { ...head, headcount: head.headcount + 1 });
    const requiredLevel = requiredIn(framework, roleIds);
    for (const { competencyId } of framework.competencies) {
      const required = requiredLevel(competencyId);
      if (required === 0) continue;
      const held = person.held(competencyId);
      const key = `${roleId}/${person.agencyId}/${competencyId}`;
      const sum = sums.get(key) ?? emptyTally(roleId, person.agencyId, competencyId);
      sum.headcount += 1;
      sum.sumRequired += required;
      sum.sumHeld += held;
      sum.meeting += held >= required ? 1 : 0;
      sum.sumGap += gapOf(required, held);
      sums.set(key, sum);
    }
  };
  for (const person of people) {
    const roleIds = person.roleIds.filter((roleId) => known.has(roleId));
    for (const roleId of roleIds) count(person, roleId, [roleId]);
    if (roleIds.length > 0) count(person, null, roleIds);
  }
  return { tallies: [...sums.values()], headcounts: [...heads.values()] };
}

const emptyTally = (roleId: string | null, agencyId: string, competencyId: string): Tally => ({
  roleId,
  agencyId,
  competencyId,
  headcount: 0,
  sumRequired: 0,
  sumHeld: 0,
  meeting: 0,
  sumGap: 0,
});
