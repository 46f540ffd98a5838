import { queryOptions } from '@tanstack/react-query';
import type { Localised } from '../i18n/languages.ts';
import { api } from './client.ts';

export interface FrameworkLevel {
  level: number;
  code: string;
  title: Localised;
  descriptor: Localised;
  evidence: string[];
  evidenceRule?: 'any' | 'all';
  validityMonths: number;
}

export interface FrameworkCompetency {
  competencyId: string;
  code: string;
  title: Localised;
  group: string;
  descriptors: { level: number; text: Localised }[];
}

export interface Framework {
  frameworkId: string;
  code: string;
  version: number;
  title: Localised;
  notice?: Localised;
  publishedAt: string;
  levels: FrameworkLevel[];
  groups?: { group: string; title: Localised }[];
  competencies: FrameworkCompetency[];
  roles: { roleId: string; code: string; title: Localised }[];
  requirements: { roleId: string; competencyId: string; level: number }[];
}

export interface ProfileItem {
  competencyId: string;
  competencyCode: string;
  required: number;
  held: number;
  heldUntil: string | null;
  gap: number;
  frameworkId: string;
}

export interface Profile {
  practitionerId: string;
  frameworkId: string | null;
  frameworkVersion: number | null;
  roles: { roleId: string; code: string; title: Localised }[];
  items: ProfileItem[];
}

export interface FrameworkListed {
  frameworkId: string;
  code: string;
  version: number;
  title: Localised;
  publishedAt: string;
}

export const profileQuery = queryOptions({
  queryKey: ['profile'],
  queryFn: () => api.get<Profile>('/api/competency/me/profile'),
});

export const frameworksQuery = queryOptions({
  queryKey: ['frameworks'],
  queryFn: () => api.get<{ items: FrameworkListed[] }>('/api/competency/public/frameworks'),
});

/** Published, so it never changes. */
export const frameworkQuery = (id: string, version: number | string) =>
  queryOptions({
    queryKey: ['framework', id, String(version)],
    queryFn: () => api.get<Framework>(`/api/competency/public/frameworks/${id}/${version}`),
    staleTime: Infinity,
  });
