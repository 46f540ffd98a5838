import { baseConfig, Environment } from '#libs/service-kit';
import type { BaseConfig } from '#libs/service-kit';

export interface IdentityConfig extends BaseConfig {
  /** Opens the signing keys and everything sign-ins leave in the database. */
  readonly identityKey: Buffer;
  /** Turns a personnel number into a person's id; competency has the same. */
  readonly personKey: Buffer;
  /** The gateway's own secret at the token endpoint. */
  readonly clientSecret: string;
  /** The first administrator's password; needed only while there is no account. */
  readonly adminPassword: string | undefined;
}

export function readConfig(values: Readonly<Record<string, string | undefined>>): IdentityConfig {
  const env = new Environment(values);
  return env.done({
    ...baseConfig(env, 'identity'),
    identityKey: env.key('SANAD_IDENTITY_KEY'),
    personKey: env.key('SANAD_PERSON_KEY'),
    clientSecret: env.text('SANAD_CLIENT_SECRET'),
    adminPassword: env.optional('SANAD_ADMIN_PASSWORD'),
  });
}

export const CONFIG = Symbol('identity configuration');
