// The services of one system and the environment of each.
import type { State } from './state.ts';

export const SERVICES = [
  'identity',
  'competency',
  'question-bank',
  'exam-delivery',
  'certificates',
  'gateway',
] as const;
export type ServiceName = (typeof SERVICES)[number];

export interface Addresses {
  readonly ports: Readonly<Record<ServiceName, number>>;
  readonly databaseUrl: (role: string, password: string) => string;
  readonly kafkaBrokers: string;
  /** Of the gateway, whose first port is the public origin. */
  readonly metricsPort: number;
}

export const schemaOf = (service: ServiceName): string => service.replace('-', '_');

export function environmentOf(
  service: ServiceName,
  state: State,
  at: Addresses,
): Record<string, string> {
  const { secrets } = state;
  const internal = (name: ServiceName): string => `http://127.0.0.1:${at.ports[name]}`;
  const schema = schemaOf(service);
  const base: Record<string, string> = {
    SANAD_SERVICE: service,
    SANAD_PORT: String(at.ports[service]),
    SANAD_PUBLIC_ORIGIN: state.origin,
    SANAD_IDENTITY_URL: internal('identity'),
    SANAD_DEMO: '1',
    KAFKA_BROKERS: at.kafkaBrokers,
    DATABASE_URL: at.databaseUrl(`sanad_${schema}`, secrets.rolePasswords[schema] ?? ''),
  };
  const own: Record<ServiceName, Record<string, string>> = {
    identity: {
      SANAD_PERSON_KEY: secrets.personKey,
      SANAD_IDENTITY_KEY: secrets.identityKey,
      SANAD_ADMIN_PASSWORD: secrets.adminPassword,
      SANAD_CLIENT_SECRET: secrets.clientSecret,
    },
    competency: { SANAD_PERSON_KEY: secrets.personKey },
    'question-bank': { SANAD_SEAL_KEY: secrets.sealKey },
    'exam-delivery': {
      SANAD_SEAL_KEY: secrets.sealKey,
      SANAD_ATTEMPT_TOKEN_KEY: secrets.attemptTokenKey,
    },
    certificates: { SANAD_KEY_ENCRYPTION_KEY: secrets.keyEncryptionKey },
    gateway: {
      DATABASE_URL: '',
      KAFKA_BROKERS: '',
      SANAD_METRICS_PORT: String(at.metricsPort),
      SANAD_SESSION_KEY: secrets.sessionKey,
      SANAD_CLIENT_SECRET: secrets.clientSecret,
      SANAD_SERVICES: JSON.stringify(
        Object.fromEntries(
          SERVICES.filter((name) => name !== 'gateway').map((name) => [name, internal(name)]),
        ),
      ),
    },
  };
  return { ...base, ...own[service] };
}
