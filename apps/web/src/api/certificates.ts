import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Check, JsonObject, Standing } from '#libs/credentials';
import type { Localised } from '../i18n/languages.ts';
import { api } from './client.ts';
import { queryOf } from './query-of.ts';

export interface Scope {
  competencyId: string;
  code: string;
  title: Localised;
  level: number;
  levelTitle: Localised;
}

export interface CertificateView {
  id: string;
  practitionerId: string;
  schemeId: string;
  schemeVersion: number;
  schemeCode: string;
  title: Localised;
  scope: Scope[];
  state: string;
  reasonCode: string;
  effective: string;
  issued: string;
  issuedAt: string;
  expires: string;
  attainmentIds: string[];
  code: string;
  digest: string;
  version: number;
}

/** Why a certificate changes its state: closed lists of the service. */
export const changeReasons = {
  suspend: ['investigation', 'disciplinary', 'evidence-withdrawn', 'holder-request'],
  reinstate: ['case-closed', 'appeal-upheld', 'error-corrected'],
  withdraw: ['fraud', 'misconduct', 'issued-in-error', 'evidence-withdrawn', 'holder-request'],
} as const;

export type CertificateChange = keyof typeof changeReasons;

export type RegisterEntry = Pick<
  CertificateView,
  | 'id'
  | 'state'
  | 'effective'
  | 'issued'
  | 'expires'
  | 'title'
  | 'schemeCode'
  | 'schemeVersion'
  | 'scope'
>;

export interface VerificationAnswer {
  standing: Standing | 'superseded';
  checks: Check[];
  digest: string | null;
  checkedAt: string;
  register: RegisterEntry | null;
  credential: JsonObject | null;
}

const base = '/api/certificates';

export const verifications = {
  byCode: (code: string) =>
    api.get<VerificationAnswer>(`${base}/verify/${encodeURIComponent(code)}`),
  byFile: (file: string) =>
    api.postWithoutSession<VerificationAnswer>(`${base}/verify`, { file: new Blob([file]) }),
};

export const myCertificatesQuery = queryOptions({
  queryKey: ['my-certificates'],
  queryFn: () => api.get<{ items: CertificateView[] }>(`${base}/me/certificates`),
});

export const certificateQuery = (id: string) =>
  queryOptions({
    queryKey: ['certificate', id],
    queryFn: () => api.get<CertificateView>(`${base}/certificates/${id}`),
  });

/** The signed document; gone once its holder was erased. */
export const credentialQuery = (id: string) =>
  queryOptions({
    queryKey: ['credential', id],
    queryFn: () => api.get<JsonObject>(`${base}/certificates/${id}/credential`),
  });

export const certificateStates = [
  'active',
  'suspended',
  'withdrawn',
  'expired',
  'superseded',
] as const;

export interface CertificateFilter {
  state: string;
  schemeId: string;
  practitionerId: string;
  offset: string;
}

export const certificatesQuery = (filter: CertificateFilter) =>
  queryOptions({
    queryKey: ['certificates', filter],
    queryFn: () =>
      api.get<{ items: CertificateView[]; total: number }>(
        `${base}/certificates${queryOf({ ...filter })}`,
      ),
    placeholderData: keepPreviousData,
  });

export interface SchemeListed {
  id: string;
  code: string;
  version: number;
  state: string;
  title: Localised;
}

export const schemesQuery = queryOptions({
  queryKey: ['schemes'],
  queryFn: () => api.get<{ items: SchemeListed[]; total: number }>(`${base}/schemes?limit=500`),
  staleTime: 60_000,
});

export const changeCertificate = (
  id: string,
  change: CertificateChange,
  body: { reasonCode: string; reason: string; effective?: string },
) => api.post<CertificateView>(`${base}/certificates/${id}/${change}`, { body });

/** Where a certificate is downloaded from: the browser asks with its session. */
export const certificateFile = (id: string, kind: 'credential' | 'bundle' | 'pdf', more = '') =>
  `${base}/certificates/${id}/${kind}${more}`;
