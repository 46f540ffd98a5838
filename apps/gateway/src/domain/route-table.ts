/** Which service answers which path; nginx/nginx.conf has the same limits, which a test compares. */
export interface Route {
  prefix: string;
  service: string;
  /** Open to scripts of any site: signed public material, no person in it. */
  anyOrigin?: boolean;
}

/** Paths that stand outside /api, with the service that owns them. */
export const ROOT_ROUTES: readonly Route[] = [
  { prefix: '/oidc/*', service: 'identity' },
  { prefix: '/.well-known/openid-configuration', service: 'identity' },
  { prefix: '/.well-known/did.json', service: 'certificates', anyOrigin: true },
  { prefix: '/status/*', service: 'certificates', anyOrigin: true },
  { prefix: '/log/*', service: 'certificates', anyOrigin: true },
];

/** Files that are read whole may be larger than other bodies. */
export const IMPORT_ROUTES: readonly Route[] = [
  { prefix: '/api/exam-delivery/sittings/:id/enrolments.csv', service: 'exam-delivery' },
];

export type Throttled = 'sign-in' | 'verify';

/** `path` without its query. */
export function throttledAs(path: string): Throttled | null {
  if (path.startsWith('/api/identity/interaction/') || path === '/oidc/auth') return 'sign-in';
  if (path.startsWith('/api/certificates/verify')) return 'verify';
  return null;
}

/** Where the session has no business: sign-in is guarded by its own cookie. */
export const isWithoutSession = (path: string): boolean =>
  !path.startsWith('/api/') ||
  path.startsWith('/api/identity/interaction/') ||
  /^\/api\/[^/]+\/health\//.test(path);

/** Metrics are for the operator's network, not for the world. */
export const isHidden = (path: string): boolean => /^\/api\/[^/]+\/+metrics\/?$/i.test(path);
