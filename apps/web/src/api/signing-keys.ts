import { queryOptions } from '@tanstack/react-query';
import { api } from './client.ts';

export interface SigningKey {
  id: string;
  publicKeyMultibase: string;
  from: string;
  until: string | null;
  compromisedFrom: string | null;
}

type Keys = { items: SigningKey[]; total: number };

const base = '/api/certificates/signing-keys';

/** In the order in which they came into use. */
export const signingKeysQuery = queryOptions({
  queryKey: ['signing-keys'],
  queryFn: () => api.get<Keys>(base),
});

export const replaceSigningKey = (order: {
  replaces: string;
  reason: string;
  compromisedFrom?: string;
}) => api.post<Keys>(base, { body: order });
