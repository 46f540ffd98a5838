import { resolve } from 'node:path';
import { Environment } from '#libs/service-kit';

export interface GatewayConfig {
  readonly host: string;
  readonly port: number;
  /** Where the metrics are, on the same host; null = nowhere. Never a port that the world reaches. */
  readonly metricsPort: number | null;
  readonly publicOrigin: string;
  readonly identityUrl: string;
  /** Service name -> internal address. */
  readonly services: Readonly<Record<string, string>>;
  readonly sessionKey: Buffer;
  readonly clientSecret: string;
  /** Reverse proxies whose X-Forwarded-For is believed. */
  readonly trustedProxies: readonly string[];
  readonly webFolder: string;
  readonly signInsPerMinute: number;
  readonly verificationsPerMinute: number;
}

export const CONFIG = Symbol('gateway configuration');

export function readConfig(values: Readonly<Record<string, string | undefined>>): GatewayConfig {
  const env = new Environment(values);
  const publicOrigin = env.text('SANAD_PUBLIC_ORIGIN').replace(/\/$/, '');
  if (publicOrigin !== '' && !isSecureOrigin(publicOrigin)) {
    env.refuse('SANAD_PUBLIC_ORIGIN must be https outside localhost: the session is Secure there');
  }
  // The demo signs hundreds of people in from one address.
  const wide = env.flag('SANAD_DEMO') ? 20 : 1;
  return env.done({
    host: env.text('SANAD_HOST', '127.0.0.1'),
    port: env.number('SANAD_PORT'),
    metricsPort: env.optional('SANAD_METRICS_PORT') ? env.number('SANAD_METRICS_PORT') : null,
    publicOrigin,
    identityUrl: env.text('SANAD_IDENTITY_URL').replace(/\/$/, ''),
    services: readServices(env),
    sessionKey: env.key('SANAD_SESSION_KEY'),
    clientSecret: env.text('SANAD_CLIENT_SECRET'),
    trustedProxies: env.text('SANAD_TRUSTED_PROXIES', '').split(',').filter(Boolean),
    webFolder: resolve(env.text('SANAD_WEB_FOLDER', 'dist/apps/web')),
    signInsPerMinute: env.number('SANAD_SIGN_IN_LIMIT', 600 * wide),
    verificationsPerMinute: env.number('SANAD_VERIFY_LIMIT', 300 * wide),
  });
}

function isSecureOrigin(origin: string): boolean {
  const url = URL.parse(origin);
  return url?.protocol === 'https:' || ['localhost', '127.0.0.1'].includes(url?.hostname ?? '');
}

function readServices(env: Environment): Record<string, string> {
  const text = env.text('SANAD_SERVICES');
  try {
    const parsed: unknown = JSON.parse(text || '{}');
    const entries = Object.entries(typeof parsed === 'object' && parsed !== null ? parsed : {});
    return Object.fromEntries(entries.map(([name, url]) => [name, String(url).replace(/\/$/, '')]));
  } catch {
    env.refuse('SANAD_SERVICES is not JSON: {"competency":"http://127.0.0.1:4001", ...}');
    return {};
  }
}
