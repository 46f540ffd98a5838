import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Hand } from '../components/person.tsx';
import type { Localised } from '../i18n/languages.ts';
import { api, ifMatch } from './client.ts';
import { queryOf } from './query-of.ts';

export interface SchemeRequirement {
  competencyId: string;
  level: number;
  /** Kinds of which there must be an attainment each; empty: any one will do. */
  evidence: string[];
}

export const issuings = ['automatic', 'by-person'] as const;

export interface SchemeBody {
  code: string;
  title: Localised;
  description: Localised;
  frameworkId: string;
  frameworkVersion: number;
  requirements: SchemeRequirement[];
  validityMonths: number;
  renewalOpensDays: number;
  issuing: (typeof issuings)[number];
}

export interface Scheme extends SchemeBody {
  id: string;
  version: number;
  state: 'draft' | 'published';
  revision: number;
  editors: { account: string; person: string | null }[];
  publishedAt: string | null;
  publishedBy: Hand;
}

/** What the publication of the draft would bring about today. */
export interface Publication {
  version: number;
  issuing: SchemeBody['issuing'];
  people: number;
  self: boolean;
  holders: number;
}

const base = '/api/certificates/schemes';

/** Every list and every page of schemes is asked anew after an act: their keys begin alike. */
export const schemesKey = ['schemes'] as const;

export const schemesPageQuery = (offset: string) =>
  queryOptions({
    queryKey: [...schemesKey, 'page', offset],
    queryFn: () => api.get<{ items: Scheme[]; total: number }>(`${base}${queryOf({ offset })}`),
    placeholderData: keepPreviousData,
  });

/** The newest first; a draft is the newest. */
export const schemeVersionsQuery = (id: string) =>
  queryOptions({
    queryKey: [...schemesKey, id],
    queryFn: () => api.get<{ items: Scheme[]; total: number }>(`${base}/${id}/versions`),
  });

export const publicationQuery = (scheme: Scheme) =>
  queryOptions({
    queryKey: [...schemesKey, scheme.id, 'publication', scheme.revision],
    queryFn: () => api.get<Publication>(`${base}/${scheme.id}/publication`),
    staleTime: 0,
  });

export const schemes = {
  create: (body: SchemeBody) => api.post<Scheme>(base, { body }),
  change: (scheme: Scheme, body: SchemeBody) =>
    api.put<Scheme>(`${base}/${scheme.id}`, { body, headers: ifMatch(scheme.revision) }),
  publish: (scheme: Scheme, reason: string) =>
    api.post<Scheme>(`${base}/${scheme.id}/publish`, {
      body: { reason },
      headers: ifMatch(scheme.revision),
    }),
};

/** To whom an officer may issue today, and on what the certificate would rest. */
export interface Ready {
  practitionerId: string;
  attainments: {
    attainmentId: string;
    competencyCode: string;
    level: number;
    evidence: string;
    from: string;
    to: string | null;
  }[];
  expires: string;
  renews: boolean;
}

export const readyQuery = (schemeId: string, offset: string) =>
  queryOptions({
    queryKey: [...schemesKey, schemeId, 'ready', offset],
    queryFn: () =>
      api.get<{ items: Ready[]; total: number }>(`${base}/${schemeId}/ready${queryOf({ offset })}`),
    placeholderData: keepPreviousData,
  });

/** Sent again by the same key it is the same certificate. */
export const issueCertificate = (
  key: string,
  body: { schemeId: string; practitionerId: string; reason: string },
) =>
  api.post<{ id: string }>('/api/certificates/certificates', {
    body,
    headers: { 'idempotency-key': key },
  });
