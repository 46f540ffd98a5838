import { baseConfig, Environment, type BaseConfig } from '#libs/service-kit';

export interface QuestionBankConfig extends BaseConfig {
  /** Seals item content and keys at rest and in events; exam-delivery has the same one. */
  readonly sealKey: Buffer;
}

/** The frozen settings, injectable by this class. */
export abstract class Settings {
  readonly sealKey!: Buffer;
}

export function readConfig(
  values: Readonly<Record<string, string | undefined>>,
): QuestionBankConfig {
  const env = new Environment(values);
  return env.done({ ...baseConfig(env, 'question-bank'), sealKey: env.key('SANAD_SEAL_KEY') });
}
