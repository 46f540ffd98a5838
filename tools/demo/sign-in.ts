/**
 * Signs a person in without a browser: the authorization code flow with PKCE over fetch, exactly
 * as the web app does it. There is no password grant. Imports nothing of the system.
 */
import { createHash, randomBytes } from 'node:crypto';

const CLIENT = 'sanad-program';
const REDIRECT = 'http://127.0.0.1/callback';
const RENEW_BEFORE_MS = 60_000;

export type SignInRefusalReason =
  | 'wrong-credentials'
  | 'account-locked'
  | 'throttled'
  | 'new-password-required'
  | 'new-password-refused'
  | 'interaction-expired'
  | 'unavailable'
  | 'unexpected-answer';

export class SignInRefused extends Error {
  readonly reason: SignInRefusalReason;
  /** Seconds, when the reason is 'throttled'. */
  readonly retryAfter: number | null;

  constructor(reason: SignInRefusalReason, detail: string, retryAfter: number | null = null) {
    super(`sign-in refused (${reason}): ${detail}`);
    this.reason = reason;
    this.retryAfter = retryAfter;
  }
}

export interface SignInOptions {
  /** Set when `password` is a one-time password; then this becomes the account's own. */
  newPassword?: string;
}

export interface SignedIn {
  /** Good for five minutes from sign-in or the last refresh; read it anew for each request. */
  readonly accessToken: string;
  readonly expiresAt: Date;
  /** A token that lasts at least another minute. */
  token(): Promise<string>;
  refresh(): Promise<string>;
}

export async function signIn(
  origin: string,
  userName: string,
  password: string,
  options: SignInOptions = {},
): Promise<SignedIn> {
  const verifier = randomBytes(32).toString('base64url');
  const state = randomBytes(16).toString('base64url');
  const browser = cookieJar(origin);

  const begun = await browser('GET', `/oidc/auth?${authorizationQuery(verifier, state)}`);
  const uid = /\/sign-in\/([\w-]+)/.exec(begun.headers.get('location') ?? '')?.[1];
  if (!uid) throw await unexpected('/oidc/auth', begun);

  const redirect = await authenticate(browser, uid, userName, password, options.newPassword);
  const resumed = await browser('GET', redirect);
  const answer = URL.parse(resumed.headers.get('location') ?? '')?.searchParams;
  const code = answer?.get('code');
  if (!code || answer?.get('state') !== state) throw await unexpected(redirect, resumed);

  const tokens = await requestTokens(origin, {
    grant_type: 'authorization_code',
    code,
    redirect_uri: REDIRECT,
    code_verifier: verifier,
  });
  return renewing(origin, tokens);
}

type Browser = (method: 'GET' | 'POST', path: string, body?: object) => Promise<Response>;

function authorizationQuery(verifier: string, state: string): string {
  const query = new URLSearchParams({
    client_id: CLIENT,
    redirect_uri: REDIRECT,
    response_type: 'code',
    scope: 'openid',
    state,
    code_challenge_method: 'S256',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
  });
  return query.toString();
}

async function authenticate(
  browser: Browser,
  uid: string,
  userName: string,
  password: string,
  newPassword: string | undefined,
): Promise<string> {
  const path = `/api/identity/interaction/${uid}`;
  const first = await step(browser, `${path}/sign-in`, { userName, password });
  if (first.outcome === 'signed-in') return first.redirect;
  if (newPassword === undefined) {
    throw new SignInRefused('new-password-required', `${userName} has a one-time password`);
  }
  const second = await step(browser, `${path}/new-password`, { password: newPassword });
  if (second.outcome === 'signed-in') return second.redirect;
  throw new SignInRefused('unexpected-answer', 'a new password was asked for twice');
}

type Step = { outcome: 'signed-in'; redirect: string } | { outcome: 'new-password-required' };

async function step(browser: Browser, path: string, body: object): Promise<Step> {
  const response = await browser('POST', path, body);
  if (!response.ok) throw await refusal(path, response);
  const answer = asRecord(await response.json());
  if (answer['outcome'] === 'new-password-required') return { outcome: 'new-password-required' };
  if (answer['outcome'] === 'signed-in' && typeof answer['redirect'] === 'string') {
    return { outcome: 'signed-in', redirect: answer['redirect'] };
  }
  throw new SignInRefused('unexpected-answer', `${path} answered ${JSON.stringify(answer)}`);
}

const REASON_OF_STATUS: Readonly<Record<number, SignInRefusalReason>> = {
  401: 'wrong-credentials',
  403: 'account-locked',
  404: 'interaction-expired',
  410: 'interaction-expired',
  422: 'new-password-refused',
  429: 'throttled',
  503: 'unavailable',
};

async function refusal(path: string, response: Response): Promise<SignInRefused> {
  const retryAfter = Number(response.headers.get('retry-after'));
  const reason = REASON_OF_STATUS[response.status] ?? 'unexpected-answer';
  const text = (await response.text()).slice(0, 400);
  return new SignInRefused(reason, `${path}: ${response.status} ${text}`, retryAfter || null);
}

async function unexpected(path: string, response: Response): Promise<SignInRefused> {
  if (response.status === 503 || response.status === 429) return refusal(path, response);
  const where = path.replace(/\?.*/, '');
  const text = (await response.text()).slice(0, 400);
  return new SignInRefused('unexpected-answer', `${where}: ${response.status} ${text}`);
}

/** Keeps cookies by name: the few of one sign-in have the same value on every path. */
function cookieJar(origin: string): Browser {
  const cookies = new Map<string, string>();
  return async (method, path, body) => {
    const response = await fetch(new URL(path, origin), {
      method,
      redirect: 'manual',
      headers: {
        accept: 'application/json',
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (name !== undefined && value !== undefined) cookies.set(name, value);
    }
    return response;
  };
}

interface Tokens {
  accessToken: string;
  refreshToken: string;
  expiresAt: Date;
}

async function requestTokens(origin: string, form: Record<string, string>): Promise<Tokens> {
  const response = await fetch(new URL('/oidc/token', origin), {
    method: 'POST',
    headers: { accept: 'application/json' },
    body: new URLSearchParams({ client_id: CLIENT, ...form }),
  });
  if (!response.ok) throw await unexpected('/oidc/token', response);
  const answer = asRecord(await response.json());
  const { access_token: access, refresh_token: refresh, expires_in: seconds } = answer;
  if (typeof access !== 'string' || typeof refresh !== 'string' || typeof seconds !== 'number') {
    throw new SignInRefused('unexpected-answer', '/oidc/token answered without tokens');
  }
  return {
    accessToken: access,
    refreshToken: refresh,
    expiresAt: new Date(Date.now() + seconds * 1000),
  };
}

function renewing(origin: string, first: Tokens): SignedIn {
  let tokens = first;
  let underWay: Promise<string> | null = null;
  const renew = async (): Promise<string> => {
    tokens = await requestTokens(origin, {
      grant_type: 'refresh_token',
      refresh_token: tokens.refreshToken,
    });
    return tokens.accessToken;
  };
  const refresh = (): Promise<string> => {
    // The refresh token rotates: callers at the same moment share one renewal.
    underWay ??= renew().finally(() => {
      underWay = null;
    });
    return underWay;
  };
  return {
    get accessToken() {
      return tokens.accessToken;
    },
    get expiresAt() {
      return tokens.expiresAt;
    },
    refresh,
    token: async () =>
      tokens.expiresAt.getTime() - Date.now() > RENEW_BEFORE_MS ? tokens.accessToken : refresh(),
  };
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
