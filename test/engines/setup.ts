// One throw-away PostgreSQL and one Kafka for a whole run of the `int` project, on ports and in a
// folder of their own. If SANAD_TEST_DATABASE_URL and SANAD_TEST_KAFKA_BROKERS are set, those are used.
import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startKafka } from '../../tools/engines/kafka.ts';
import { freePorts } from '../../tools/engines/ports.ts';
import { startPostgres } from '../../tools/engines/postgres.ts';
import { running } from './running.ts';

export default async function setup(): Promise<void> {
  if (process.env['SANAD_TEST_DATABASE_URL'] && process.env['SANAD_TEST_KAFKA_BROKERS']) return;
  const project = resolve(import.meta.dirname, '../..');
  const folder = mkdtempSync(join(tmpdir(), 'sanad-test-'));
  chmodSync(folder, 0o711);
  const [port = 0, brokerPort = 0, controllerPort = 0] = await freePorts(3);
  const [postgres, kafka] = await Promise.all([
    startPostgres({
      dataDir: join(folder, 'postgres'),
      port,
      superPassword: 'throw-away',
      project,
      logFile: join(folder, 'postgres.log'),
      throwAway: true,
    }),
    startKafka({
      dataDir: join(folder, 'kafka'),
      brokerPort,
      controllerPort,
      cacheDir: join(project, 'node_modules', '.cache', 'sanad'),
      logFile: join(folder, 'kafka.log'),
    }),
  ]);
  running.set({ postgres, kafka, folder });
  process.env['SANAD_TEST_DATABASE_URL'] = postgres.superUrl;
  process.env['SANAD_TEST_KAFKA_BROKERS'] = kafka.brokers;
}
