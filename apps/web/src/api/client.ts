import { Refusal, refusalOf } from './problem.ts';

// One origin, one cookie: the gateway keeps the session and asks a token of every change.
let csrf: string | null = null;

export interface Session {
  signedIn: boolean;
  csrf: string | null;
}

export interface CallOptions {
  body?: unknown;
  file?: Blob;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

export async function readSession(): Promise<Session> {
  const session = await send<Session>('GET', '/auth/session');
  csrf = session.csrf;
  return session;
}

export const api = {
  get: <T>(path: string, options?: CallOptions) => send<T>('GET', path, options),
  post: <T>(path: string, options?: CallOptions) => change<T>('POST', path, options),
  /** Authorised by a header of its own: needs no session and asks for none. */
  postWithoutSession: <T>(path: string, options?: CallOptions) => send<T>('POST', path, options),
  put: <T>(path: string, options?: CallOptions) => change<T>('PUT', path, options),
  patch: <T>(path: string, options?: CallOptions) => change<T>('PATCH', path, options),
};

async function change<T>(method: string, path: string, options: CallOptions = {}): Promise<T> {
  if (csrf === null) await readSession();
  return send<T>(method, path, options);
}

async function send<T>(method: string, path: string, options: CallOptions = {}): Promise<T> {
  const response = await reach(path, {
    method,
    credentials: 'same-origin',
    headers: headersOf(method, options),
    body: options.file ?? (options.body === undefined ? null : JSON.stringify(options.body)),
    ...(options.signal ? { signal: options.signal } : {}),
  });
  if (!response.ok) throw await refusalOf(response);
  if (response.status === 204) return undefined as T;
  return (await arrived(() => response.json())) as T;
}

export async function fetchBytes(path: string, signal?: AbortSignal): Promise<ArrayBuffer> {
  const init = { credentials: 'same-origin' } as const;
  const response = await reach(path, signal ? { ...init, signal } : init);
  if (!response.ok) throw await refusalOf(response);
  return arrived(() => response.arrayBuffer());
}

const reach = (path: string, init: RequestInit): Promise<Response> =>
  arrived(() => fetch(path, init));

/** An answer that did not come, came by half or took too long is the network's fault. */
async function arrived<T>(wait: () => Promise<T>): Promise<T> {
  try {
    return await wait();
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Refusal('network');
  }
}

function headersOf(method: string, options: CallOptions): Record<string, string> {
  const headers: Record<string, string> = { accept: 'application/json, application/problem+json' };
  if (options.body !== undefined || options.file) headers['content-type'] = 'application/json';
  if (method !== 'GET' && csrf) headers['x-csrf-token'] = csrf;
  return { ...headers, ...options.headers };
}

/** With an act on something that was read: of another version than this it is refused. */
export const ifMatch = (version: number): Record<string, string> => ({
  'if-match': `"${version}"`,
});
