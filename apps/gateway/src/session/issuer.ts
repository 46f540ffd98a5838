/** What the gateway asks of identity: a code for tokens, new tokens for old, an end to them. */
import * as oidc from 'openid-client';
import type { GatewayConfig } from '../config.ts';
import type { SignInAttempt } from './session-cookie.ts';

export interface Tokens {
  accessToken: string;
  refreshToken: string;
  expiresAt: number;
}

export type Refreshed =
  | { outcome: 'tokens'; tokens: Tokens }
  | { outcome: 'ended' }
  | { outcome: 'unavailable' };

const CLIENT = 'sanad-web';
const ANSWER_WITHIN_SECONDS = 5;

export class Issuer {
  private readonly configuration: oidc.Configuration;
  private readonly callback: string;
  private readonly origin: string;

  constructor(config: Pick<GatewayConfig, 'publicOrigin' | 'identityUrl' | 'clientSecret'>) {
    const issuer = `${config.publicOrigin}/oidc`;
    this.origin = config.publicOrigin;
    this.callback = `${config.publicOrigin}/auth/callback`;
    // Written down rather than discovered: the gateway starts and works while identity is away.
    this.configuration = new oidc.Configuration(
      {
        issuer,
        authorization_endpoint: `${issuer}/auth`,
        token_endpoint: `${issuer}/token`,
        revocation_endpoint: `${issuer}/token/revocation`,
        jwks_uri: `${issuer}/jwks`,
        authorization_response_iss_parameter_supported: true,
      },
      CLIENT,
      { id_token_signed_response_alg: 'ES256' },
      oidc.ClientSecretBasic(config.clientSecret),
    );
    this.configuration.timeout = ANSWER_WITHIN_SECONDS;
    this.configuration[oidc.customFetch] = (url, options) =>
      fetch(url.replace(config.publicOrigin, config.identityUrl), options as RequestInit);
    oidc.enableNonRepudiationChecks(this.configuration);
    // The way to identity is the house's own network; the public origin outside localhost is HTTPS.
    oidc.allowInsecureRequests(this.configuration);
  }

  async begin(returnTo: string): Promise<{ attempt: SignInAttempt; location: string }> {
    const attempt = {
      state: oidc.randomState(),
      nonce: oidc.randomNonce(),
      verifier: oidc.randomPKCECodeVerifier(),
      returnTo,
    };
    const location = oidc.buildAuthorizationUrl(this.configuration, {
      redirect_uri: this.callback,
      scope: 'openid',
      state: attempt.state,
      nonce: attempt.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(attempt.verifier),
      code_challenge_method: 'S256',
    });
    return { attempt, location: location.href };
  }

  async complete(url: string, attempt: SignInAttempt): Promise<Tokens> {
    const answer = await oidc.authorizationCodeGrant(
      this.configuration,
      new URL(url, this.origin),
      {
        pkceCodeVerifier: attempt.verifier,
        expectedState: attempt.state,
        expectedNonce: attempt.nonce,
        idTokenExpected: true,
      },
    );
    return toTokens(answer);
  }

  async refresh(refreshToken: string): Promise<Refreshed> {
    try {
      const answer = await oidc.refreshTokenGrant(this.configuration, refreshToken);
      return { outcome: 'tokens', tokens: toTokens(answer) };
    } catch (error) {
      const ended = error instanceof oidc.ResponseBodyError && error.error === 'invalid_grant';
      return { outcome: ended ? 'ended' : 'unavailable' };
    }
  }

  revoke(refreshToken: string): Promise<void> {
    return oidc.tokenRevocation(this.configuration, refreshToken, {
      token_type_hint: 'refresh_token',
    });
  }
}

function toTokens(answer: oidc.TokenEndpointResponse): Tokens {
  if (!answer.refresh_token || !answer.expires_in) {
    throw new Error('identity answered without a refresh token or a lifetime');
  }
  return {
    accessToken: answer.access_token,
    refreshToken: answer.refresh_token,
    expiresAt: Date.now() + answer.expires_in * 1000,
  };
}
