import { api } from './client.ts';

export interface Interaction {
  uid: string;
  step: 'password' | 'new-password';
  shortestPassword: number;
}

export type InteractionStep =
  | { outcome: 'signed-in'; redirect: string }
  | { outcome: 'new-password-required' };

const path = (uid: string) => `/api/identity/interaction/${encodeURIComponent(uid)}`;

export const identity = {
  interaction: (uid: string) => api.get<Interaction>(path(uid)),
  signIn: (uid: string, body: { userName: string; password: string }) =>
    api.post<InteractionStep>(`${path(uid)}/sign-in`, { body }),
  newPassword: (uid: string, body: { password: string }) =>
    api.post<InteractionStep>(`${path(uid)}/new-password`, { body }),
  passwordRules: () => api.get<{ shortestPassword: number }>('/api/identity/me'),
  changePassword: (body: { currentPassword: string; newPassword: string }) =>
    api.post<undefined>('/api/identity/me/password', { body }),
};
