import { baseConfig, Environment } from '#libs/service-kit';
import type { BaseConfig } from '#libs/service-kit';

export interface CertificatesSettings extends BaseConfig {
  /** Opens the signing keys in the database; without it the service cannot sign. */
  readonly keyEncryptionKey: Buffer;
  /** The certification body's name, as certificates say it. */
  readonly bodyName: string;
  /** How long a reader may go on using his copy of a status list. */
  readonly statusTtlSeconds: number;
}

export function readConfig(
  values: Readonly<Record<string, string | undefined>>,
): CertificatesSettings {
  const env = new Environment(values);
  return env.done({
    ...baseConfig(env, 'certificates'),
    keyEncryptionKey: env.key('SANAD_KEY_ENCRYPTION_KEY'),
    bodyName: env.text('SANAD_BODY_NAME', 'Sanad Certification Body'),
    statusTtlSeconds: env.number('SANAD_STATUS_TTL_SECONDS', 300),
  });
}

/** The frozen settings, injectable by this class. */
export abstract class CertificatesConfig {
  readonly publicOrigin!: string;
  readonly zone!: string;
  readonly keyEncryptionKey!: Buffer;
  readonly bodyName!: string;
  readonly statusTtlSeconds!: number;
}
