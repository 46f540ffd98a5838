import { rmSync } from 'node:fs';
import { running } from './running.ts';

export default async function teardown(): Promise<void> {
  const engines = running.get();
  if (!engines) return;
  await Promise.all([
    engines.postgres.stop('SIGINT', 10_000),
    engines.kafka.stop('SIGTERM', 10_000),
  ]);
  rmSync(engines.folder, { recursive: true, force: true });
}
