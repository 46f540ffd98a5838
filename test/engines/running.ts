// Hands what set-up started to tear-down: both run in Jest's parent process.
import type { Kafka } from '../../tools/engines/kafka.ts';
import type { Postgres } from '../../tools/engines/postgres.ts';

interface Engines {
  readonly postgres: Postgres;
  readonly kafka: Kafka;
  readonly folder: string;
}

const slot = globalThis as typeof globalThis & { sanadTestEngines?: Engines };

export const running = {
  set: (engines: Engines): void => void (slot.sanadTestEngines = engines),
  get: (): Engines | undefined => slot.sanadTestEngines,
};
