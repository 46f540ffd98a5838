import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, readSession } from './client.ts';

export interface Me {
  account: string;
  person: string | null;
  agency: string | null;
  permissions: string[];
  displayName: string | null;
  locale: string | null;
}

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: readSession,
  staleTime: 60_000,
});

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: () => api.get<Me>('/api/identity/me'),
  staleTime: 300_000,
});

/** Who is here: undefined while asking, null when nobody is signed in. */
export function useMe(): Me | null | undefined {
  const session = useQuery(sessionQuery);
  const signedIn = session.data?.signedIn ?? false;
  const me = useQuery({ ...meQuery, enabled: signedIn });
  if (session.isPending || (signedIn && me.isPending)) return undefined;
  return me.data ?? null;
}

export function signInAddress(returnTo: string): string {
  return `/auth/sign-in?return=${encodeURIComponent(returnTo)}`;
}

export async function signOut(): Promise<void> {
  const answer = await api.post<{ location?: string } | undefined>('/auth/sign-out', { body: {} });
  window.location.assign(answer?.location ?? '/');
}
