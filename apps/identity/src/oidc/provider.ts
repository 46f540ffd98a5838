/** oidc-provider's configuration: code flow with PKCE and client credentials, nothing else. */
import { timingSafeEqual } from 'node:crypto';
import Provider from 'oidc-provider';
import type { AdapterFactory, Configuration, KoaContextWithOIDC } from 'oidc-provider';
import type { Account } from '../domain/account.ts';
import type { RegistryClient } from '../domain/registry-client.ts';
import { digest } from '../store/sealed-text.ts';
import type { SecretKeys } from '../store/secret-keys.ts';
import { builtInClients } from './clients.ts';

const RESOURCE = 'urn:sanad:api';
const AUDIENCE = 'sanad';
// How long a locked account's token is still taken by the other services. Shorter would turn the refresh token so often
// that an answer lost on the way, whose token then comes a second time, ends sign-ins of the innocent.
const ACCESS_TOKEN_SECONDS = 300;
const SIGN_IN_SECONDS = 12 * 3600;

export interface ProviderParts {
  origin: string;
  webSecret: string;
  keys: SecretKeys;
  adapter: AdapterFactory;
  unlockedAccount: (id: string) => Promise<Account | null>;
  unlockedClient: (id: string) => Promise<RegistryClient | null>;
}

export function createProvider(parts: ProviderParts): Provider {
  const provider = new Provider(`${parts.origin}/oidc`, configuration(parts));
  // The mount sets these headers from the issuer; what a client sent never arrives here.
  provider.proxy = true;
  provider.Client.prototype.compareClientSecret = function compare(actual: string) {
    return timingSafeEqual(Buffer.from(digest(actual)), Buffer.from(this.clientSecret ?? ''));
  };
  provider.use(withoutBrowserSession);
  return provider;
}

function configuration(parts: ProviderParts): Configuration {
  const cookie = {
    httpOnly: true,
    sameSite: 'lax' as const,
    signed: true,
    secure: parts.origin.startsWith('https:'),
  };
  return {
    adapter: parts.adapter,
    clients: builtInClients(parts.origin, parts.webSecret),
    jwks: { keys: parts.keys.signing },
    cookies: { keys: parts.keys.cookies, short: cookie, long: cookie },
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    responseTypes: ['code'],
    scopes: ['openid'],
    clientAuthMethods: ['client_secret_basic', 'client_secret_post', 'none'],
    pkce: { required: () => true },
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      dPoP: { enabled: false },
      revocation: {
        enabled: true,
        allowedPolicy: (_ctx, client, token) => token.clientId === client.clientId,
      },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => RESOURCE,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: '',
          audience: AUDIENCE,
          accessTokenTTL: ACCESS_TOKEN_SECONDS,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'ES256' } },
        }),
      },
    },
    ttl: {
      AccessToken: ACCESS_TOKEN_SECONDS,
      ClientCredentials: ACCESS_TOKEN_SECONDS,
      AuthorizationCode: 60,
      IdToken: 600,
      Interaction: 3600,
      Session: 300,
      // The grant ends the sign-in for good; rotation does not prolong it.
      Grant: SIGN_IN_SECONDS,
      RefreshToken: SIGN_IN_SECONDS,
    },
    rotateRefreshToken: true,
    issueRefreshToken: async (_ctx, client) => client.grantTypeAllowed('refresh_token'),
    expiresWithSession: () => false,
    interactions: { url: (ctx, interaction) => signInPage(ctx, interaction.uid, cookie) },
    loadExistingGrant: grantOfFirstParty,
    findAccount: async (_ctx, sub) => {
      const account = await parts.unlockedAccount(sub);
      return account ? { accountId: sub, claims: () => ({ sub }), account } : undefined;
    },
    extraTokenClaims: async (_ctx, token) => {
      const holder =
        token.kind === 'AccessToken'
          ? await parts.unlockedAccount(token.accountId)
          : await parts.unlockedClient(token.clientId ?? '');
      if (!holder) return { permissions: [] };
      const signIn = token.kind === 'AccessToken' ? token.grantId : undefined;
      // A change of the password leaves the sign-in that asks for it, and ends the others.
      return { ...claimsOf(holder), ...(signIn === undefined ? {} : { sign_in: digest(signIn) }) };
    },
    renderError,
  };
}

function claimsOf(holder: Account | RegistryClient): Record<string, string | string[]> {
  return {
    ...('person' in holder && holder.person !== null ? { person: holder.person } : {}),
    ...(holder.agency === null ? {} : { agency: holder.agency }),
    permissions: holder.permissions,
  };
}

/**
 * The page is the web app's; its JSON calls go to /api/identity, for which the interaction
 * cookie is set a second time. Its path names the interaction, so two tabs do not disturb each other.
 */
function signInPage(ctx: KoaContextWithOIDC, uid: string, cookie: object): string {
  ctx.cookies.set(ctx.oidc.provider.cookieName('interaction'), uid, {
    ...cookie,
    path: `/api/identity/interaction/${uid}`,
    maxAge: 3600 * 1000,
  });
  return `/sign-in/${uid}`;
}

/** Both clients are our own: nobody is asked whether Sanad may use Sanad. */
async function grantOfFirstParty(ctx: KoaContextWithOIDC) {
  const { client, session, provider } = ctx.oidc;
  if (!client || !session?.accountId) return undefined;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope('openid');
  await grant.save();
  return grant;
}

/**
 * Identity keeps no sign-in of its own in the browser: each authorization asks for the password,
 * and signing out of the gateway is signing out. So its session cookie neither enters nor leaves.
 */
async function withoutBrowserSession(ctx: KoaContextWithOIDC, next: () => Promise<void>) {
  const name = '_session';
  const kept = (ctx.req.headers.cookie ?? '')
    .split(';')
    .filter((pair) => !pair.trim().startsWith(name));
  ctx.req.headers.cookie = kept.join(';');
  await next();
  const set = ctx.response.headers['set-cookie'];
  if (Array.isArray(set)) {
    ctx.set(
      'set-cookie',
      set.filter((one) => !one.startsWith(name)),
    );
  }
}

function renderError(
  ctx: KoaContextWithOIDC,
  out: { error: string; error_description?: string | undefined },
): void {
  if (ctx.accepts('json', 'html') === 'html') {
    ctx.type = 'html';
    ctx.body = ERROR_PAGE;
    return;
  }
  ctx.type = 'application/problem+json';
  ctx.body = JSON.stringify({
    type: 'about:blank',
    title: out.error,
    status: ctx.status,
    detail: out.error_description,
  });
}

const ERROR_PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Sign-in</title>
<meta name="viewport" content="width=device-width"></head><body>
<p>This sign-in has expired or was begun elsewhere. <a href="/auth/sign-in">Begin anew</a></p>
<p lang="ru">Срок этого входа истёк. <a href="/auth/sign-in">Начать заново</a></p>
<p lang="tg">Муҳлати ин воридшавӣ гузашт. <a href="/auth/sign-in">Аз нав оғоз кунед</a></p>
</body></html>`;
