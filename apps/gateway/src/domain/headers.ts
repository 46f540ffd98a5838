/** What is said to every browser, and what is never passed on. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

export function securityHeaders(publicOrigin: string): Record<string, string> {
  return {
    'content-security-policy': CONTENT_SECURITY_POLICY,
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'permissions-policy': 'camera=(self), microphone=(), geolocation=(), payment=()',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    ...(publicOrigin.startsWith('https:')
      ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }
      : {}),
  };
}

export const ANY_ORIGIN: Readonly<Record<string, string>> = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
};

// RFC 9110 §7.6.1, and what the gateway itself says or keeps.
const NOT_FORWARDED = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'expect',
  'host',
  'content-length',
  'cookie',
  'authorization',
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-csrf-token',
]);

const NOT_RETURNED = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'set-cookie',
  'server',
  'x-powered-by',
]);

type Values = Record<string, string | string[] | undefined>;

const without = (headers: Values, dropped: ReadonlySet<string>): Values => {
  const kept: Values = {};
  for (const name in headers) if (!dropped.has(name)) kept[name] = headers[name];
  return kept;
};

export const requestHeaders = (headers: Values): Values => without(headers, NOT_FORWARDED);
export const responseHeaders = (headers: Values): Values => without(headers, NOT_RETURNED);

/** Identity gets the cookies of its own sign-ins and never the session. */
export function identityCookies(header: string | undefined): string | undefined {
  const own = (header ?? '').split(';').filter((pair) => /^\s*_interaction/.test(pair));
  return own.length > 0 ? own.join(';').trim() : undefined;
}
