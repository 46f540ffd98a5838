import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Localised } from '../i18n/languages.ts';
import { api } from './client.ts';
import { queryOf } from './query-of.ts';

export interface ShownCell {
  hidden: false;
  headcount: number;
  meanRequired: number;
  meanHeld: number;
  /** 0 to 1: of these people and what is required of them, how much is held at that level. */
  shareMeeting: number;
  sumGap: number;
}

/** Null: nobody there is asked for it. Hidden: so few people that a figure would tell of one of them. */
export type Cell = ShownCell | { hidden: true } | null;

export interface Labelled {
  id: string;
  code: string;
  title: Localised;
}

interface NationalHead {
  framework: { frameworkId: string; code: string; version: number; title: Localised };
  asOf: string;
  scope: string | null;
  suppression: { smallestShown: number; rule: Localised };
}

export type MatrixBy = 'role' | 'agency' | 'region';

export interface National extends NationalHead {
  total: Cell;
  byRole: (Labelled & { cell: Cell })[];
  byCompetency: (Labelled & { group: string; cell: Cell })[];
  byAgency: (Labelled & { region: string; cell: Cell })[];
  byRegion: (Labelled & { cell: Cell })[];
  matrix: {
    by: MatrixBy;
    rows: (Labelled & {
      cells: { competencyId: string; competencyCode: string; cell: Cell }[];
    })[];
  };
}

export interface TrainingNeed extends Omit<ShownCell, 'hidden'> {
  rank: number;
  competencyId: string;
  code: string;
  title: Localised;
  group: string;
  role: { roleId: string; code: string; title: Localised } | null;
}

export interface TrainingNeeds extends NationalHead {
  items: TrainingNeed[];
  total: number;
  hidden: number;
}

export const agencyKinds = [
  'police',
  'forensic-laboratory',
  'prosecution',
  'court',
  'supervision',
  'academy',
  'other',
] as const;

export interface Agency {
  agencyId: string;
  code: string;
  title: Localised;
  kind: string;
  region: string;
}

export interface Region {
  code: string;
  title: Localised;
}

export interface NationalFilter {
  role: string;
  agency: string;
  region: string;
}

const base = '/api/competency';

export const nationalFile = (
  kind: 'national' | 'national/training-needs',
  filter: NationalFilter,
  more: Record<string, string>,
) => `${base}/${kind}.csv${queryOf({ ...filter, ...more })}`;

export const nationalViewQuery = (filter: NationalFilter, by: MatrixBy) =>
  queryOptions({
    queryKey: ['national', filter, by],
    queryFn: () => api.get<National>(`${base}/national${queryOf({ ...filter, by })}`),
    placeholderData: keepPreviousData,
  });

export const trainingNeedsQuery = (filter: NationalFilter, by: 'competency' | 'role') =>
  queryOptions({
    queryKey: ['training-needs', filter, by],
    queryFn: () =>
      api.get<TrainingNeeds>(`${base}/national/training-needs${queryOf({ ...filter, by })}`),
    placeholderData: keepPreviousData,
  });

export const agenciesQuery = queryOptions({
  queryKey: ['agencies'],
  queryFn: () => api.get<{ items: Agency[] }>(`${base}/agencies?limit=500`),
  staleTime: 300_000,
});

export const regionsQuery = queryOptions({
  queryKey: ['regions'],
  queryFn: () => api.get<{ items: Region[] }>(`${base}/regions`),
  staleTime: 300_000,
});

export const places = {
  addAgency: (body: Omit<Agency, 'agencyId'>) => api.post<Agency>(`${base}/agencies`, { body }),
  addRegion: (body: Region) => api.post<Region>(`${base}/regions`, { body }),
};
