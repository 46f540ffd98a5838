import { baseConfig, Environment } from '#libs/service-kit';
import type { BaseConfig } from '#libs/service-kit';

export interface CompetencySettings extends BaseConfig {
  /** The key under which a personnel number becomes a person's id; identity has the same one. */
  readonly personKey: Buffer;
}

/** The frozen settings, injectable by this class. */
export abstract class CompetencyConfig {
  readonly zone!: string;
  readonly personKey!: Buffer;
}

export function readConfig(
  values: Readonly<Record<string, string | undefined>>,
): CompetencySettings {
  const env = new Environment(values);
  return env.done({
    ...baseConfig(env, 'competency'),
    personKey: env.key('SANAD_PERSON_KEY'),
  });
}
