import { queryOptions } from '@tanstack/react-query';
import { api } from './client.ts';
import type { Profile, ProfileItem } from './competency.ts';

export interface Attainment {
  attainmentId: string;
  frameworkId: string;
  frameworkVersion: number;
  competencyId: string;
  competencyCode: string;
  level: number;
  evidence: string;
  source: { kind: 'result' | 'manual'; id: string };
  from: string;
  to: string | null;
  recordedAt: string;
  withdrawn: { at: string; reason: string; authority: string } | null;
  state: 'valid' | 'expired' | 'not-yet-valid' | 'withdrawn';
}

/** What an officer reads of somebody: the standing, and what it rests on. */
export interface PersonProfile extends Profile {
  items: (ProfileItem & { attainments: Attainment[] })[];
}

export interface ManualEvidence {
  practitionerId: string;
  frameworkId: string;
  /** Whose levels and kinds of evidence the officer saw. */
  frameworkVersion: number;
  competencyId: string;
  level: number;
  evidence: string;
  from: string;
  authority: string;
  reason: string;
}

export const personProfileQuery = (id: string) =>
  queryOptions({
    queryKey: ['person-profile', id],
    queryFn: () => api.get<PersonProfile>(`/api/competency/practitioners/${id}/profile`),
  });

const base = '/api/competency/attainments';

export const attainments = {
  /** Sent twice with one key it is recorded once. */
  record: (body: ManualEvidence, key: string) =>
    api.post<Attainment>(base, { body, headers: { 'idempotency-key': key } }),
  withdraw: (id: string, reason: string) =>
    api.post<Attainment>(`${base}/${id}/withdraw`, { body: { reason } }),
};
