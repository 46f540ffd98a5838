import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from './client.ts';
import { queryOf } from './query-of.ts';

export interface Practitioner {
  practitionerId: string;
  givenName: string;
  familyName: string;
  otherNames: string | null;
  agencyId: string | null;
  region: string | null;
  roleIds: string[];
  version: number;
  /** Since when, in this agency and these roles. */
  since: string | null;
}

/** As it stands in the address. */
export interface PractitionersFilter {
  search: string;
  agency: string;
  role: string;
  region: string;
}

const base = '/api/competency/practitioners';

export const practitionersQuery = (search: string) =>
  queryOptions({
    queryKey: ['practitioners', search],
    queryFn: ({ signal }) =>
      api.get<{ items: Practitioner[]; total: number }>(`${base}${queryOf({ search, limit: 8 })}`, {
        signal,
      }),
    placeholderData: keepPreviousData,
  });

export const practitionerListQuery = (filter: PractitionersFilter & { offset: string }) =>
  queryOptions({
    queryKey: ['practitioner-list', filter],
    queryFn: () =>
      api.get<{ items: Practitioner[]; total: number }>(`${base}${queryOf({ ...filter })}`),
    placeholderData: keepPreviousData,
  });

const most = 500;

/** Everybody of a selection, each once, though the register may change while its pages are read. */
export async function allPractitioners(filter: PractitionersFilter): Promise<Practitioner[]> {
  const found = new Map<string, Practitioner>();
  for (let offset = 0; ; offset += most) {
    const { items, total } = await api.get<{ items: Practitioner[]; total: number }>(
      `${base}${queryOf({ ...filter, limit: most, offset })}`,
    );
    for (const one of items) found.set(one.practitionerId, one);
    if (items.length === 0 || offset + most >= total) return [...found.values()];
  }
}
