import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Language, Localised } from '../i18n/languages.ts';
import { api, ifMatch } from './client.ts';
import type { Demand, ItemHand } from './items.ts';
import { queryOf } from './query-of.ts';

export interface BlueprintRow {
  competencyCode: string;
  level: number;
  cognitiveDemand: Demand | null;
  count: number;
}

export interface BlueprintPlan {
  title: Localised;
  frameworkId: string;
  frameworkVersion: number;
  competencyCode: string;
  level: number;
  rows: BlueprintRow[];
}

export interface Blueprint extends BlueprintPlan {
  blueprintId: string;
  competencyId: string;
  state: 'draft' | 'published';
  author: ItemHand;
  revision: number;
  createdAt: string;
  publishedAt: string | null;
}

export interface AssembledForm {
  formId: string;
  blueprintId: string;
  title: Localised;
  seed: number;
  items: { position: number; itemId: string; itemVersion: number }[];
  languages: Language[];
  maxScore: number;
  state: 'draft' | 'published';
  assembler: ItemHand;
  publisher: ItemHand | null;
  createdAt: string;
  publishedAt: string | null;
}

const base = '/api/question-bank';

export const blueprintsQuery = queryOptions({
  queryKey: ['blueprints'],
  queryFn: () => api.get<{ items: Blueprint[]; total: number }>(`${base}/blueprints?limit=500`),
});

export const blueprintQuery = (id: string) =>
  queryOptions({
    queryKey: ['blueprint', id],
    queryFn: () => api.get<Blueprint>(`${base}/blueprints/${id}`),
  });

export const formsQuery = (filter: { state: string; blueprintId: string; offset: string }) =>
  queryOptions({
    queryKey: ['forms', filter],
    queryFn: () =>
      api.get<{ items: AssembledForm[]; total: number }>(`${base}/forms${queryOf({ ...filter })}`),
    placeholderData: keepPreviousData,
  });

export const formQuery = (id: string) =>
  queryOptions({
    queryKey: ['form', id],
    queryFn: () => api.get<AssembledForm>(`${base}/forms/${id}`),
  });

export const forms = {
  createBlueprint: (body: BlueprintPlan) => api.post<Blueprint>(`${base}/blueprints`, { body }),
  changeBlueprint: (blueprint: Blueprint, body: BlueprintPlan) =>
    api.put<Blueprint>(`${base}/blueprints/${blueprint.blueprintId}`, {
      body,
      headers: ifMatch(blueprint.revision),
    }),
  publishBlueprint: (blueprint: Blueprint, reason: string) =>
    api.post<Blueprint>(`${base}/blueprints/${blueprint.blueprintId}/publish`, {
      body: { reason },
      headers: ifMatch(blueprint.revision),
    }),
  assemble: (blueprintId: string, seed: number | undefined) =>
    api.post<AssembledForm>(`${base}/forms`, {
      body: { blueprintId, ...(seed === undefined ? {} : { seed }) },
    }),
  publish: (id: string, reason: string) =>
    api.post<AssembledForm>(`${base}/forms/${id}/publish`, { body: { reason } }),
};
