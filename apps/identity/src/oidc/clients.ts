/** The two clients that are part of the system; registries are in the database. */
import type { ClientMetadata } from 'oidc-provider';
import { digest } from '../store/sealed-text.ts';

export const WEB_CLIENT = 'sanad-web';
/** Programs without a browser: the same code flow, a public client, a loopback address. */
export const PROGRAM_CLIENT = 'sanad-program';

export function builtInClients(origin: string, webSecret: string): ClientMetadata[] {
  const codeFlow = {
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code' as const],
    id_token_signed_response_alg: 'ES256' as const,
  };
  return [
    {
      ...codeFlow,
      client_id: WEB_CLIENT,
      client_secret: digest(webSecret),
      token_endpoint_auth_method: 'client_secret_basic',
      redirect_uris: [`${origin}/auth/callback`],
    },
    {
      ...codeFlow,
      client_id: PROGRAM_CLIENT,
      application_type: 'native',
      token_endpoint_auth_method: 'none',
      redirect_uris: ['http://127.0.0.1/callback'],
    },
  ];
}
