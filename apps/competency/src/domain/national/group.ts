import type { Headcount } from './tally.ts';

export interface Place {
  agencyId: string;
  region: string;
}

/** `null` is everybody, or everywhere. */
export interface Group {
  roleId: string | null;
  place: { kind: 'agency' | 'region'; id: string } | null;
}

export const groupId = ({ roleId, place }: Group): string =>
  `${roleId ?? '*'}@${place === null ? '*' : `${place.kind}:${place.id}`}`;

export const agenciesIn = (places: readonly Place[], place: Group['place']) =>
  new Set(
    places
      .filter(
        ({ agencyId, region }) =>
          place === null || place.id === (place.kind === 'agency' ? agencyId : region),
      )
      .map(({ agencyId }) => agencyId),
  );

export function peopleOf(headcounts: readonly Headcount[], places: readonly Place[]) {
  const byRole = Map.groupBy(headcounts, (entry) => entry.roleId);
  return ({ roleId, place }: Group): number => {
    const agencies = agenciesIn(places, place);
    return (byRole.get(roleId) ?? []).reduce(
      (total, { agencyId, headcount }) => total + (agencies.has(agencyId) ? headcount : 0),
      0,
    );
  };
}
