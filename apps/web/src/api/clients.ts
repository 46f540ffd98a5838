import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from './client.ts';
import { queryOf } from './query-of.ts';

/** Another agency's system; a machine looks up and verifies, and acts with nobody's authority. */
export interface RegistryClient {
  clientId: string;
  name: string;
  agency: string | null;
  permissions: string[];
  locked: boolean;
  createdAt: string;
}

export type WithSecret = RegistryClient & { clientSecret: string };

export const clientPermissions = ['registry.verify', 'certificates.read'] as const;

const base = '/api/identity/clients';

export const clientsKey = ['clients'] as const;

export const clientsQuery = (offset: string) =>
  queryOptions({
    queryKey: [...clientsKey, offset],
    queryFn: () =>
      api.get<{ items: RegistryClient[]; total: number }>(`${base}${queryOf({ offset })}`),
    placeholderData: keepPreviousData,
  });

export interface NewClient {
  name: string;
  agency?: string;
  permissions: string[];
  reason: string;
}

export const clients = {
  register: (body: NewClient) => api.post<WithSecret>(base, { body }),
  lock: (id: string, reason: string) =>
    api.post<RegistryClient>(`${base}/${id}/lock`, { body: { reason } }),
  unlock: (id: string, reason: string) =>
    api.post<RegistryClient>(`${base}/${id}/unlock`, { body: { reason } }),
  rotate: (id: string, reason: string) =>
    api.post<WithSecret>(`${base}/${id}/rotate`, { body: { reason } }),
};
