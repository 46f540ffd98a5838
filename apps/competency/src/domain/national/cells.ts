import { agenciesIn, groupId, peopleOf } from './group.ts';
import type { Group, Place } from './group.ts';
import type { Population, Tally } from './tally.ts';

export type Cell =
  | { hidden: true }
  | {
      hidden: false;
      headcount: number;
      meanRequired: number;
      meanHeld: number;
      shareMeeting: number;
      sumGap: number;
    };

/** Answers for a group and a competency (null: all of them together); undefined: nobody is there. */
export function cellsOf(
  population: Population,
  places: readonly Place[],
  hidden: ReadonlySet<string>,
) {
  const people = peopleOf(population.headcounts, places);
  const byRole = Map.groupBy(population.tallies, (entry) => entry.roleId);
  return (group: Group, competencyId: string | null): Cell | undefined => {
    const agencies = agenciesIn(places, group.place);
    const own = (byRole.get(group.roleId) ?? []).filter(
      (entry) =>
        agencies.has(entry.agencyId) &&
        (competencyId === null || entry.competencyId === competencyId),
    );
    if (own.length === 0) return undefined;
    if (hidden.has(groupId(group))) return { hidden: true };
    const sum = (of: (entry: Tally) => number) =>
      own.reduce((total, entry) => total + of(entry), 0);
    const judged = sum((entry) => entry.headcount);
    return {
      hidden: false,
      headcount: competencyId === null ? people(group) : judged,
      meanRequired: rounded(sum((entry) => entry.sumRequired) / judged),
      meanHeld: rounded(sum((entry) => entry.sumHeld) / judged),
      shareMeeting: rounded(sum((entry) => entry.meeting) / judged),
      sumGap: sum((entry) => entry.sumGap),
    };
  };
}

const rounded = (value: number) => Math.round(value * 1000) / 1000;
