// One fixed table of figures (who x where) from which every question is answered: what is hidden does
// not depend on the question, so that no two questions give away what one would hide.

import type { PublishedFramework } from '../framework/framework.ts';
import { groupId, peopleOf } from './group.ts';
import type { Group, Place } from './group.ts';
import { isSmall, suppress } from './suppression.ts';
import type { Figure, Line } from './suppression.ts';
import type { Headcount } from './tally.ts';

/** The groups of people about which nothing may be said. */
export function hiddenGroups(
  framework: PublishedFramework,
  places: readonly Place[],
  headcounts: readonly Headcount[],
): Set<string> {
  const roles = framework.roles.map((role) => role.roleId);
  const cellOf = new Map<string, number>();
  for (const roleId of roles) {
    for (const { agencyId } of places) cellOf.set(`${roleId}/${agencyId}`, cellOf.size);
  }
  const people = Array.from({ length: cellOf.size }, () => 0);
  for (const { roleId, agencyId, headcount } of headcounts) {
    const cell = cellOf.get(`${roleId}/${agencyId}`);
    if (cell !== undefined) people[cell] = headcount;
  }

  // A figure of all roles tells, by competency, the sum over the roles that require it; the first
  // sum is that of all of them.
  const roleSets = [roles, ...distinctRoleSets(framework)];
  const cells = (roleIds: readonly string[], inPlace: readonly Place[]) =>
    roleIds.flatMap((roleId) =>
      inPlace.flatMap(({ agencyId }) => cellOf.get(`${roleId}/${agencyId}`) ?? []),
    );

  const regions = [...new Set(places.map(({ region }) => region))];
  const areas: { place: Group['place']; members: readonly Place[] }[] = [
    { place: null, members: places },
    ...regions.map((region) => ({
      place: { kind: 'region' as const, id: region },
      members: places.filter((place) => place.region === region),
    })),
    ...places.map((place) => ({
      place: { kind: 'agency' as const, id: place.agencyId },
      members: [place],
    })),
  ];
  const figures: Figure[] = areas.flatMap(({ place, members }) => [
    ...roles.map((roleId) => ({
      id: groupId({ roleId, place }),
      worth: worthOf(roleId, place),
      sums: [cells([roleId], members)],
    })),
    {
      id: groupId({ roleId: null, place }),
      worth: worthOf(null, place),
      sums: roleSets.map((set) => cells(set, members)),
    },
  ]);
  // Somebody with many roles is many in the sums above, and one in an agency.
  const persons = peopleOf(headcounts, places);
  const few = areas
    .map(({ place }) => ({ roleId: null, place }))
    .filter((group) => isSmall(persons(group)))
    .map(groupId);
  return suppress(people, figures, linesOf(roles, roleSets, regions, places, areas), few);
}

/** The whole country's figures are worth most, then those of all roles, then the larger place. */
const worthOf = (roleId: string | null, place: Group['place']): number =>
  (place === null ? 4 : place.kind === 'region' ? 1 : 0) + (roleId === null ? 2 : 0);

function distinctRoleSets(framework: PublishedFramework): string[][] {
  const sets = framework.competencies.map(({ competencyId }) =>
    framework.requirements
      .filter((requirement) => requirement.competencyId === competencyId && requirement.level > 0)
      .map(({ roleId }) => roleId)
      .toSorted(),
  );
  return [...new Map(sets.map((set) => [set.join(), set])).values()].filter(
    (set) => set.length > 0 && set.length < framework.roles.length,
  );
}

function linesOf(
  roles: readonly string[],
  roleSets: readonly (readonly string[])[],
  regions: readonly string[],
  places: readonly Place[],
  areas: readonly { place: Group['place'] }[],
): Line[] {
  const regionId = (id: string) => ({ kind: 'region' as const, id });
  const agencyId = (id: string) => ({ kind: 'agency' as const, id });
  const acrossPlaces = (roleId: string | null, sum: number): Line[] => {
    const at = (place: Group['place']) => ({ id: groupId({ roleId, place }), sum });
    return [
      { whole: at(null), parts: regions.map((region) => at(regionId(region))) },
      { whole: at(null), parts: places.map((place) => at(agencyId(place.agencyId))) },
      ...regions.map((region) => ({
        whole: at(regionId(region)),
        parts: places
          .filter((place) => place.region === region)
          .map((place) => at(agencyId(place.agencyId))),
      })),
    ];
  };
  return [
    ...roles.flatMap((roleId) => acrossPlaces(roleId, 0)),
    ...roleSets.flatMap((_set, sum) => acrossPlaces(null, sum)),
    ...areas.flatMap(({ place }) =>
      roleSets.map((set, sum) => ({
        whole: { id: groupId({ roleId: null, place }), sum },
        parts: set.map((roleId) => ({ id: groupId({ roleId, place }), sum: 0 })),
      })),
    ),
  ];
}
