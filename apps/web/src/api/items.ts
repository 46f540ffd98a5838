import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Delivery } from '#libs/qti';
import type { Language } from '../i18n/languages.ts';
import { api, ifMatch } from './client.ts';
import { queryOf } from './query-of.ts';

export const interactions = ['choice', 'multiple', 'order', 'match', 'numeric', 'text'] as const;
export type Interaction = (typeof interactions)[number];

export const demands = ['remember', 'understand', 'apply', 'analyse', 'evaluate'] as const;
export type Demand = (typeof demands)[number];

export const itemStates = ['draft', 'in-review', 'approved', 'published'] as const;

export interface Option {
  id: string;
  text: string;
}

export interface LanguagePart {
  prompt: string;
  choices?: Option[];
  left?: Option[];
  right?: Option[];
  rationale: string;
  accepted?: string[];
  machineDrafted?: boolean;
}

/** An item as its author fills it in: one key for all languages, words for each. */
export interface ItemBody {
  competencyCode: string;
  level: number;
  cognitiveDemand: Demand;
  interaction: Interaction;
  source: { document: string; clause: string; url?: string };
  languages: Partial<Record<Language, LanguagePart>>;
  key: {
    choice?: string;
    choices?: string[];
    order?: string[];
    pairs?: [string, string][];
    number?: { value: number; tolerance: number; unit?: string };
  };
  shuffle?: boolean;
  maxScore?: number;
}

export interface ItemHand {
  account: string;
  person: string | null;
}

export interface Review {
  by: ItemHand;
  at: string;
  verdict: 'approve' | 'return';
  comment: string;
  languages: Language[];
}

export interface Item {
  itemId: string;
  version: number;
  state: (typeof itemStates)[number];
  competencyCode: string;
  level: number;
  cognitiveDemand: Demand;
  interaction: Interaction;
  languages: Language[];
  maxScore: number;
  author: ItemHand;
  authors: ItemHand[];
  reviews: Review[];
  publisher: ItemHand | null;
  revision: number;
  createdAt: string;
  updatedAt: string;
  publishedAt: string | null;
  body: ItemBody;
}

export interface ItemFilter {
  state: string;
  competencyCode: string;
  level: string;
  cognitiveDemand: string;
  offset: string;
}

const base = '/api/question-bank/items';

export const itemsQuery = (filter: ItemFilter) =>
  queryOptions({
    queryKey: ['items', filter],
    queryFn: () => api.get<{ items: Item[]; total: number }>(`${base}${queryOf({ ...filter })}`),
    placeholderData: keepPreviousData,
  });

export const itemQuery = (id: string) =>
  queryOptions({
    queryKey: ['item', id],
    queryFn: () => api.get<Item>(`${base}/${id}`),
  });

export const previewQuery = (item: Item, language: Language) =>
  queryOptions({
    queryKey: ['item-preview', item.itemId, item.version, item.revision, language],
    queryFn: () =>
      api.get<{ delivery: Delivery }>(`${base}/${item.itemId}/preview?language=${language}`),
    staleTime: Infinity,
  });

/** Each act goes with the revision that was read, so that nobody judges or overwrites what he has not seen. */
export const items = {
  create: (body: ItemBody) => api.post<Item>(base, { body }),
  change: (item: Item, body: ItemBody) =>
    api.put<Item>(`${base}/${item.itemId}`, {
      body,
      headers: ifMatch(item.revision),
    }),
  submit: (item: Item) =>
    api.post<Item>(`${base}/${item.itemId}/submit`, { body: {}, headers: ifMatch(item.revision) }),
  newVersion: (id: string) => api.post<Item>(`${base}/${id}/versions`, { body: {} }),
  review: (
    item: Item,
    body: { verdict: 'approve' | 'return'; comment: string; languages?: string[] },
  ) => api.post<Item>(`${base}/${item.itemId}/review`, { body, headers: ifMatch(item.revision) }),
  publish: (item: Item, reason: string) =>
    api.post<Item>(`${base}/${item.itemId}/publish`, {
      body: { reason },
      headers: ifMatch(item.revision),
    }),
};
