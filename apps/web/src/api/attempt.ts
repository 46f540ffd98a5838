// The calls of a running attempt: its own token, no session, no other service.
import type { Language } from '../i18n/languages.ts';
import { api, fetchBytes } from './client.ts';

export type ChoiceOrder = Record<string, Record<string, string[]>>;

export interface Started {
  attemptId: string;
  resumed: boolean;
  formId: string;
  packageDigest: string;
  packageKey: string;
  choiceOrder: ChoiceOrder;
  language: Language;
  languageSwitch: boolean;
  deadline: string;
  graceEnds: string;
  token: string;
  serverTime: string;
}

export interface AttemptState {
  state: 'in-progress' | 'closing' | 'submitted' | 'released' | 'void';
  language: Language;
  deadline: string;
  graceEnds: string;
  serverTime: string;
  acknowledged: number;
  answers: Record<
    string,
    { seq: number; response: Record<string, unknown> | null; savedAt: string }
  >;
  flags: string[];
  receipt: Receipt | null;
}

export interface Receipt {
  receipt: {
    attemptId: string;
    sittingId: string;
    packageDigest: string;
    endedAt: string;
    how: 'candidate' | 'automatic';
    entries: number;
    answered: number;
    journalHead: string;
  };
  keyId: string;
  signature: string;
}

export interface AttemptKey {
  attemptId: string;
  token: string;
}

const base = '/api/exam-delivery';

/** A connection may be there and carry nothing: what has waited so long is sent anew. */
const patience = { call: 20_000, package: 120_000 };
const atMost = (milliseconds: number): AbortSignal => AbortSignal.timeout(milliseconds);

export const attemptCalls = {
  packagePlan: (sittingId: string) =>
    api.get<{ digest: string; size: number }>(`${base}/sittings/${sittingId}/package`),

  package: (digest: string) => fetchBytes(`${base}/packages/${digest}`, atMost(patience.package)),

  start: (sittingId: string, language: Language, key: string) =>
    api.post<Started>(`${base}/sittings/${sittingId}/start`, {
      body: { language, declaration: true, device: device() },
      headers: { 'idempotency-key': key },
      signal: atMost(patience.call),
    }),

  state: (key: AttemptKey) => withToken<AttemptState>('GET', key, 'state'),

  journal: (key: AttemptKey, entries: readonly unknown[]) =>
    withToken<{ acknowledged: number; serverTime: string; late?: number[] }>(
      'POST',
      key,
      'journal',
      { entries },
    ),

  /** What is handed in is one intent, however often it is sent and from whichever page: its key follows from it. */
  submit: (key: AttemptKey, lastSeq: number) =>
    withToken<Receipt>(
      'POST',
      key,
      'submit',
      { lastSeq },
      { 'idempotency-key': `submit-${key.attemptId}-${lastSeq}` },
    ),
};

function withToken<T>(
  method: 'GET' | 'POST',
  key: AttemptKey,
  act: string,
  body?: unknown,
  more: Record<string, string> = {},
) {
  const path = `${base}/attempts/${key.attemptId}/${act}`;
  const headers = { authorization: `Attempt ${key.token}`, 'x-device': device(), ...more };
  const options = { headers, signal: atMost(patience.call) };
  return method === 'GET'
    ? api.get<T>(path, options)
    : api.postWithoutSession<T>(path, { ...options, body });
}

/** The token works only beside this secret, which never leaves this browser but to the service. */
function device(): string {
  const name = 'sanad.device';
  try {
    const known = localStorage.getItem(name);
    if (known !== null) return known;
    const made = crypto.randomUUID() + crypto.randomUUID();
    localStorage.setItem(name, made);
    return made;
  } catch {
    return '';
  }
}
