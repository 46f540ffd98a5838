import { queryOptions } from '@tanstack/react-query';
import type { Language } from '../i18n/languages.ts';
import { api } from './client.ts';

export interface FrameworkSummary {
  frameworkId: string;
  code: string;
  /** The newest published version; 0 where there is none yet. */
  latest: number;
  draftVersion: number;
  hasDraft: boolean;
  versions: { version: number; publishedAt: string }[];
}

export const evidenceKinds = ['exam', 'practical', 'portfolio', 'panel', 'course'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** One text in every language; `machineDrafted` names the languages that no person has reviewed. */
export interface FrameworkText extends Record<Language, string> {
  machineDrafted?: Language[];
}

export interface DraftLevel {
  level: number;
  code: string;
  title: FrameworkText;
  descriptor: FrameworkText;
  evidence: EvidenceKind[];
  evidenceRule: 'any' | 'all';
  validityMonths: number;
}

export interface DraftGroup {
  group: string;
  title: FrameworkText;
}

export interface DraftCompetency {
  competencyId: string;
  code: string;
  title: FrameworkText;
  group: string;
  descriptors: { level: number; text: FrameworkText }[];
}

export interface DraftRole {
  roleId: string;
  code: string;
  title: FrameworkText;
}

export interface Requirement {
  roleId: string;
  competencyId: string;
  level: number;
}

/** What the editor says about an earlier version, where it differs from the default. */
export interface EquivalenceDeclaration {
  competencyId: string;
  level: number;
  version: number;
  equivalent: boolean;
}

/** What a draft and a published version have in common. */
export interface FrameworkContent {
  code: string;
  title: FrameworkText;
  notice: FrameworkText;
  levels: DraftLevel[];
  groups: DraftGroup[];
  competencies: DraftCompetency[];
  roles: DraftRole[];
  requirements: Requirement[];
}

export interface FrameworkDocument extends FrameworkContent {
  equivalence: EquivalenceDeclaration[];
}

export interface PublishedVersion extends FrameworkContent {
  frameworkId: string;
  version: number;
  publishedAt: string;
  equivalentTo: { competencyId: string; level: number; version: number }[];
}

export interface FrameworkDraft {
  frameworkId: string;
  latest: number;
  draftVersion: number;
  /** Sent back with a change, so that nobody overwrites what another saved meanwhile. */
  etag: string;
  document: FrameworkDocument | null;
  /** Who changed it since the last publication, and so does not publish it. */
  editors: { account: string; person: string | null }[];
  /** What keeps it from publication, as it stands. */
  problems: { field: string; code: string; message: string }[];
}

const base = '/api/competency/frameworks';

export const frameworksQuery = queryOptions({
  queryKey: ['frameworks-at-work'],
  queryFn: () => api.get<{ items: FrameworkSummary[]; total: number }>(base),
});

export const frameworkDraftQuery = (id: string) =>
  queryOptions({
    queryKey: ['framework-draft', id],
    queryFn: () => api.get<FrameworkDraft>(`${base}/${id}/draft`),
  });

/** Published, so it never changes; read by those who work on the next one. */
export const publishedVersionQuery = (id: string, version: number) =>
  queryOptions({
    queryKey: ['framework-version', id, version],
    queryFn: () => api.get<PublishedVersion>(`${base}/${id}/versions/${version}`),
    staleTime: Infinity,
    enabled: version > 0,
  });

/** A published version as the beginning of the next: what publishing added is left out. */
export function asDraft({
  frameworkId: _id,
  version: _version,
  publishedAt: _at,
  equivalentTo: _same,
  ...content
}: PublishedVersion): FrameworkDocument {
  return { ...content, equivalence: [] };
}

export const frameworkDrafts = {
  create: (document: unknown) => api.post<FrameworkDraft>(base, { body: document }),
  save: ({ frameworkId, etag }: FrameworkDraft, document: unknown) =>
    api.put<FrameworkDraft>(`${base}/${frameworkId}/draft`, {
      body: document,
      headers: { 'if-match': etag },
    }),
  discard: ({ frameworkId, etag }: FrameworkDraft, reason: string) =>
    api.post<void>(`${base}/${frameworkId}/draft/discard`, {
      body: { reason },
      headers: { 'if-match': etag },
    }),
  publish: ({ frameworkId, etag }: FrameworkDraft, reason: string) =>
    api.post<unknown>(`${base}/${frameworkId}/publish`, {
      body: { reason },
      headers: { 'if-match': etag },
    }),
};
