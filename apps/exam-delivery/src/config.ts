import { baseConfig, Environment } from '#libs/service-kit';
import type { BaseConfig } from '#libs/service-kit';
import { receiptKey } from './domain/attempt/receipt.ts';
import type { ReceiptKey } from './domain/attempt/receipt.ts';

export interface ExamDeliveryConfig extends BaseConfig {
  /** SANAD_SEAL_KEY: opens the items that question-bank sealed; seals package keys at rest. */
  readonly sealKey: Buffer;
  /** SANAD_ATTEMPT_TOKEN_KEY: signs attempt tokens; the key of the receipts is derived from it. */
  readonly attemptTokenKey: Buffer;
  /** How often attempts past their grace are closed and submitted ones decided. */
  readonly sweepMs: number;
  /** Connections of the journal; each carries one statement at a time. */
  readonly journalConnections: number;
}

export function readConfig(
  values: Readonly<Record<string, string | undefined>>,
): ExamDeliveryConfig {
  const env = new Environment(values);
  return env.done({
    ...baseConfig(env, 'exam-delivery'),
    sealKey: env.key('SANAD_SEAL_KEY'),
    attemptTokenKey: env.key('SANAD_ATTEMPT_TOKEN_KEY'),
    sweepMs: env.number('SANAD_SWEEP_MS', 1000),
    journalConnections: env.number('SANAD_JOURNAL_CONNECTIONS', 2),
  });
}

/** What use cases need of the configuration, injectable. */
export class Settings {
  readonly zone: string;
  readonly sealKey: Buffer;
  readonly attemptTokenKey: Buffer;
  readonly receiptKey: ReceiptKey;
  readonly sweepMs: number;

  constructor(config: ExamDeliveryConfig) {
    this.zone = config.zone;
    this.sealKey = config.sealKey;
    this.attemptTokenKey = config.attemptTokenKey;
    this.receiptKey = receiptKey(config.attemptTokenKey);
    this.sweepMs = config.sweepMs;
  }
}
