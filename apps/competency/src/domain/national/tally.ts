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

/** People of one agency with the same roles. */
export interface Crowd {
  agencyId: string;
  roleIds: readonly string[];
  headcount: number;
  /** How many hold which level; whoever is not among them holds none. */
  held: (competencyId: string) => readonly Holders[];
}

export interface Holders {
  level: number;
  people: number;
}

/**
 * Whoever has two roles is counted in each under that role's requirement, and once in the agency
 * under the higher one. What is held beyond the requirement makes up for nothing elsewhere.
 */
export function tally(framework: PublishedFramework, crowds: readonly Crowd[]): Population {
  const sums = new Map<string, Tally>();
  const heads = new Map<string, Headcount>();
  const known = new Set(framework.roles.map((role) => role.roleId));
  const count = (crowd: Crowd, roleId: string | null, roleIds: readonly string[]) => {
    const { agencyId, headcount } = crowd;
    const group = `${roleId}/${agencyId}`;
    const head = heads.get(group) ?? { roleId, agencyId, headcount: 0 };
    heads.set(group, { ...head, headcount: head.headcount + headcount });
    const requiredLevel = requiredIn(framework, roleIds);
    for (const { competencyId } of framework.competencies) {
      const required = requiredLevel(competencyId);
      if (required === 0) continue;
      const key = `${roleId}/${agencyId}/${competencyId}`;
      const sum = sums.get(key) ?? emptyTally(roleId, agencyId, competencyId);
      sums.set(key, sum);
      sum.headcount += headcount;
      sum.sumRequired += required * headcount;
      sum.sumGap += required * headcount;
      for (const { level, people } of crowd.held(competencyId)) {
        sum.sumHeld += level * people;
        sum.meeting += level >= required ? people : 0;
        sum.sumGap -= (required - gapOf(required, level)) * people;
      }
    }
  };
  for (const crowd of crowds) {
    const roleIds = crowd.roleIds.filter((roleId) => known.has(roleId));
    for (const roleId of roleIds) count(crowd, roleId, [roleId]);
    if (roleIds.length > 0) count(crowd, null, roleIds);
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
