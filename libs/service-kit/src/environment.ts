// Environment -> typed, frozen configuration. Whatever is missing or wrong is said at once, in one list.

export interface BaseConfig {
  readonly service: string;
  readonly host: string;
  readonly port: number;
  readonly databaseUrl: string;
  readonly kafkaBrokers: readonly string[];
  readonly publicOrigin: string;
  readonly issuer: string;
  readonly jwks: { readonly url: string } | { readonly inline: string };
  readonly zone: string;
  readonly production: boolean;
  readonly demo: boolean;
  /** Prefix of topic and group names; empty but in tests. */
  readonly topicPrefix: string;
}

export class Environment {
  private readonly missing: string[] = [];
  private readonly values: Readonly<Record<string, string | undefined>>;

  constructor(values: Readonly<Record<string, string | undefined>>) {
    this.values = values;
  }

  text(name: string, fallback?: string): string {
    const value = this.values[name];
    if (value !== undefined && value !== '') return value;
    if (fallback !== undefined) return fallback;
    this.missing.push(`${name} is not set`);
    return '';
  }

  optional(name: string): string | undefined {
    const value = this.values[name];
    return value === '' ? undefined : value;
  }

  number(name: string, fallback?: number): number {
    const text = this.text(name, fallback === undefined ? undefined : String(fallback));
    const value = Number(text);
    if (text !== '' && !Number.isFinite(value)) this.missing.push(`${name} is not a number`);
    return value;
  }

  /** A secret key of 32 bytes in hex; never with a default. */
  key(name: string): Buffer {
    const text = this.text(name);
    if (text !== '' && !/^[0-9a-f]{64}$/i.test(text)) {
      this.missing.push(`${name} is not 64 hexadecimal digits`);
    }
    return Buffer.from(text, 'hex');
  }

  flag(name: string): boolean {
    return this.values[name] === '1' || this.values[name] === 'true';
  }

  refuse(what: string): void {
    this.missing.push(what);
  }

  /** Throws one error that lists everything that is wrong. */
  done<T extends object>(config: T): Readonly<T> {
    if (this.missing.length > 0) throw new ConfigError(this.missing);
    return Object.freeze(config);
  }
}

export class ConfigError extends Error {
  constructor(wrong: readonly string[]) {
    super(`The configuration is not complete: ${wrong.join('; ')}.`);
    this.name = 'ConfigError';
  }
}

/** What every service needs. Call `env.done({ ...baseConfig(env, 'x'), own settings })`. */
export function baseConfig(env: Environment, service: string): BaseConfig {
  const publicOrigin = env.text('SANAD_PUBLIC_ORIGIN').replace(/\/$/, '');
  const production = env.optional('NODE_ENV') === 'production';
  const demo = env.flag('SANAD_DEMO');
  if (production && demo) env.refuse('SANAD_DEMO is not allowed when NODE_ENV is production');
  const inline = env.optional('SANAD_JWKS');
  if (production && inline !== undefined) env.refuse('SANAD_JWKS is for tests only');
  return {
    service,
    host: env.text('SANAD_HOST', '127.0.0.1'),
    port: env.number('SANAD_PORT'),
    databaseUrl: env.text('DATABASE_URL'),
    kafkaBrokers: env.text('KAFKA_BROKERS').split(','),
    publicOrigin,
    issuer: `${publicOrigin}/oidc`,
    jwks:
      inline === undefined ? { url: `${env.text('SANAD_IDENTITY_URL')}/oidc/jwks` } : { inline },
    zone: env.text('SANAD_ZONE', 'Asia/Dushanbe'),
    production,
    demo,
    topicPrefix: env.text('SANAD_TOPIC_PREFIX', ''),
  };
}
