import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, ifMatch } from './client.ts';
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

export interface Affiliation {
  agencyId: string;
  roleIds: string[];
  from: string;
  /** Its last day; null while it lasts. */
  to: string | null;
}

export interface PractitionerRecord extends Practitioner {
  affiliations: Affiliation[];
}

export interface Registration {
  personnelNumber: string;
  givenName: string;
  familyName: string;
  otherNames: string | null;
  agencyId: string;
  roleIds: string[];
  from?: string;
  reason: string;
}

export type PractitionerChange = Partial<Omit<Registration, 'personnelNumber' | 'reason'>> & {
  /** False: has left the service. */
  active?: boolean;
  reason: string;
};

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

export const practitionerQuery = (id: string) =>
  queryOptions({
    queryKey: ['practitioner', id],
    queryFn: () => api.get<PractitionerRecord>(`${base}/${id}`),
  });

export const practitioners = {
  register: (body: Registration) => api.post<Practitioner>(base, { body }),
  change: ({ practitionerId, version }: Practitioner, body: PractitionerChange) =>
    api.patch<Practitioner>(`${base}/${practitionerId}`, {
      body,
      headers: ifMatch(version),
    }),
};
