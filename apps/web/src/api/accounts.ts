import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Language } from '../i18n/languages.ts';
import { api, ifMatch } from './client.ts';
import { queryOf } from './query-of.ts';

export interface Account {
  id: string;
  userName: string;
  displayName: string;
  person: string | null;
  agency: string | null;
  permissions: string[];
  locale: Language;
  locked: boolean;
  passwordState: 'one-time' | 'own';
  version: number;
  createdAt: string;
}

/** By what they are about; each permission names an act. */
export const permissionGroups = [
  [
    'people',
    ['practitioners.read', 'practitioners.manage', 'attainments.record', 'attainments.withdraw'],
  ],
  ['framework', ['frameworks.edit', 'frameworks.publish', 'national.read']],
  ['bank', ['items.write', 'items.review', 'items.publish', 'forms.assemble', 'forms.publish']],
  [
    'exams',
    [
      'exams.sit',
      'exams.edit',
      'exams.publish',
      'sittings.manage',
      'results.decide',
      'results.release',
      'attempts.void',
      'cases.read',
      'scoring.read',
    ],
  ],
  [
    'certificates',
    [
      'schemes.edit',
      'schemes.publish',
      'certificates.read',
      'certificates.issue',
      'certificates.suspend',
      'certificates.withdraw',
      'keys.replace',
      'registry.verify',
    ],
  ],
  ['house', ['accounts.manage', 'audit.read', 'deadletters.manage', 'system.clock']],
] as const;

const base = '/api/identity/accounts';

export const accountsQuery = (filter: { search: string; offset: string }) =>
  queryOptions({
    queryKey: ['accounts', filter],
    queryFn: () => api.get<{ items: Account[]; total: number }>(`${base}${queryOf({ ...filter })}`),
    placeholderData: keepPreviousData,
  });

export const accountQuery = (id: string) =>
  queryOptions({
    queryKey: ['account', id],
    queryFn: () => api.get<Account>(`${base}/${id}`),
  });

export interface AccountChange {
  displayName: string;
  agency: string | null;
  permissions: string[];
  reason: string;
}

export interface NewAccount {
  userName: string;
  displayName: string;
  personnelNumber?: string;
  agency?: string;
  permissions: string[];
  locale: string;
  reason: string;
}

export const accounts = {
  create: (body: NewAccount) =>
    api.post<{ account: Account; oneTimePassword: string }>(base, { body }),
  change: (account: Account, body: AccountChange) =>
    api.patch<Account>(`${base}/${account.id}`, {
      body,
      headers: ifMatch(account.version),
    }),
  lock: (id: string, reason: string) =>
    api.post<Account>(`${base}/${id}/lock`, { body: { reason } }),
  unlock: (id: string, reason: string) =>
    api.post<Account>(`${base}/${id}/unlock`, { body: { reason } }),
  resetPassword: (id: string, reason: string) =>
    api.post<{ oneTimePassword: string }>(`${base}/${id}/reset-password`, { body: { reason } }),
};
