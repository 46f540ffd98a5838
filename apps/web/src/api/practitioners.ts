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
}

export const practitionersQuery = (search: string) =>
  queryOptions({
    queryKey: ['practitioners', search],
    queryFn: ({ signal }) =>
      api.get<{ items: Practitioner[]; total: number }>(
        `/api/competency/practitioners${queryOf({ search, limit: 8 })}`,
        { signal },
      ),
    placeholderData: keepPreviousData,
  });
