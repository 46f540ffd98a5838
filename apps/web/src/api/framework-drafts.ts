import { queryOptions } from '@tanstack/react-query';
import type { Localised } from '../i18n/languages.ts';
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

export interface FrameworkDocument {
  code: string;
  title: Localised;
  levels: unknown[];
  competencies: unknown[];
  roles: unknown[];
  requirements: unknown[];
}

export interface FrameworkDraft {
  frameworkId: string;
  latest: number;
  draftVersion: number;
  /** Sent back with a change, so that nobody overwrites what another saved meanwhile. */
  etag: string;
  document: FrameworkDocument | null;
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

/** The newest version in the form of a draft: what publishing added is left out. */
export async function newestAsDraft({ frameworkId, latest }: FrameworkDraft): Promise<unknown> {
  const published = await api.get<Record<string, unknown>>(
    `${base}/${frameworkId}/versions/${latest}`,
  );
  const added = ['frameworkId', 'version', 'publishedAt', 'equivalentTo'];
  const kept = Object.entries(published).filter(([name]) => !added.includes(name));
  return { ...Object.fromEntries(kept), equivalence: [] };
}

export const frameworkDrafts = {
  create: (document: unknown) => api.post<FrameworkDraft>(base, { body: document }),
  save: ({ frameworkId, etag }: FrameworkDraft, document: unknown) =>
    api.put<FrameworkDraft>(`${base}/${frameworkId}/draft`, {
      body: document,
      headers: { 'if-match': etag },
    }),
  publish: ({ frameworkId, etag }: FrameworkDraft, reason: string) =>
    api.post<unknown>(`${base}/${frameworkId}/publish`, {
      body: { reason },
      headers: { 'if-match': etag },
    }),
};
