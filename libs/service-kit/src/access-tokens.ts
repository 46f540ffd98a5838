// Access tokens are checked here, in each service, by the issuer's public keys; nobody is asked.
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  jwtVerify,
  type JWTPayload,
  type JWTVerifyGetKey,
} from 'jose';
import type { CallerIdentity } from './caller.ts';
import type { BaseConfig } from './environment.ts';
import { isPermission } from './permissions.ts';

const REMEMBERED = 5000;

export type TokenAnswer =
  | { readonly outcome: 'caller'; readonly caller: CallerIdentity }
  | { readonly outcome: 'refused'; readonly detail: string }
  | { readonly outcome: 'unavailable' };

export class AccessTokens {
  private readonly keys: JWTVerifyGetKey;
  private readonly issuer: string;
  /** A checked token until its end: a signature check per request costs a third of the throughput. */
  private readonly checked = new Map<string, { caller: CallerIdentity; until: number }>();

  constructor(config: Pick<BaseConfig, 'issuer' | 'jwks'>) {
    this.issuer = config.issuer;
    this.keys =
      'inline' in config.jwks
        ? createLocalJWKSet(JSON.parse(config.jwks.inline))
        : // Kept for ever and fetched again only for an unknown key id: sign-in may be down meanwhile.
          createRemoteJWKSet(new URL(config.jwks.url), {
            cacheMaxAge: Infinity,
            cooldownDuration: 1000,
          });
  }

  async check(token: string, now: Date): Promise<TokenAnswer> {
    const known = this.checked.get(token);
    if (known && known.until > now.getTime()) return { outcome: 'caller', caller: known.caller };
    this.checked.delete(token);
    try {
      const { payload } = await jwtVerify(token, this.keys, {
        issuer: this.issuer,
        audience: 'sanad',
        algorithms: ['ES256'],
        currentDate: now,
        requiredClaims: ['exp', 'sub'],
      });
      const caller = toCaller(payload);
      this.remember(token, caller, (payload.exp ?? 0) * 1000);
      return { outcome: 'caller', caller };
    } catch (error) {
      const code = (error as { code?: unknown }).code;
      if (typeof code !== 'string' || !code.startsWith('ERR_J')) return { outcome: 'unavailable' };
      if (code === 'ERR_JWKS_TIMEOUT') return { outcome: 'unavailable' };
      const ended = code === 'ERR_JWT_EXPIRED';
      return {
        outcome: 'refused',
        detail: ended ? 'The access token has ended.' : 'The access token is not valid here.',
      };
    }
  }

  private remember(token: string, caller: CallerIdentity, until: number): void {
    if (this.checked.size >= REMEMBERED) {
      const oldest = this.checked.keys().next().value;
      if (oldest !== undefined) this.checked.delete(oldest);
    }
    this.checked.set(token, { caller, until });
  }
}

function toCaller(payload: JWTPayload): CallerIdentity {
  const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
  const permissions = Array.isArray(payload['permissions']) ? payload['permissions'] : [];
  return {
    account: payload.sub ?? '',
    person: text(payload['person']),
    agency: text(payload['agency']),
    permissions: permissions.filter(isPermission),
    kind: payload['client_id'] === payload.sub ? 'client' : 'account',
  };
}
