import { api } from './client.ts';

export interface Interaction {
  uid: string;
  prompt: 'sign-in' | 'new-password';
}

/** Where the browser goes next, or that the account needs a password of its own first. */
export interface InteractionStep {
  next: 'continue' | 'new-password';
  location?: string;
}

const path = (uid: string) => `/api/identity/interaction/${encodeURIComponent(uid)}`;

export const identity = {
  interaction: (uid: string) => api.get<Interaction>(path(uid)),
  signIn: (uid: string, body: { userName: string; password: string }) =>
    api.post<InteractionStep>(`${path(uid)}/sign-in`, { body }),
  newPassword: (uid: string, body: { password: string }) =>
    api.post<InteractionStep>(`${path(uid)}/new-password`, { body }),
};
