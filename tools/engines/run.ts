// Starts a throw-away PostgreSQL and Kafka for a developer's own test runs, until Ctrl-C.
import { running } from '../../test/engines/running.ts';
import setup from '../../test/engines/setup.ts';
import teardown from '../../test/engines/teardown.ts';

await setup();
console.log(`export SANAD_TEST_DATABASE_URL=${process.env['SANAD_TEST_DATABASE_URL']}`);
console.log(`export SANAD_TEST_KAFKA_BROKERS=${process.env['SANAD_TEST_KAFKA_BROKERS']}`);
const stop = (): void => void teardown().then(() => process.exit(0));
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
setInterval(() => undefined, 1 << 30);
if (!running.get()) process.exit(0);
