// One service as a process of its own, to be killed: its reaction writes a row and publishes an event.
// Runs unbuilt, where the @ of a decorator cannot be read.
import type { EntityManager } from 'typeorm';
import { type Event, event } from '#libs/contracts';
import { On, publish } from '#libs/messaging';
import { asController, startService } from './world.ts';

const [name = '', url = '', prefix = '', brokers = '', consumes = ''] = process.argv.slice(2);

class Handlers {
  async onAgency({ id, key, version }: Event<'agency.changed'>, tx: EntityManager): Promise<void> {
    await tx.query('insert into effect (event_id, key, version) values ($1, $2, $3)', [
      id,
      key,
      version,
    ]);
    await tx.query('select pg_sleep(0.002)');
    await publish(
      tx,
      event('affiliation.changed', {
        key,
        version,
        at: new Date(0),
        data: { practitionerId: key, agencyId: key, region: name, roleIds: [], active: true },
      }),
    );
  }
}

const method = Object.getOwnPropertyDescriptor(Handlers.prototype, 'onAgency');
if (method) On('agency.changed', { kind: 'reaction' })(Handlers.prototype, 'onAgency', method);

const table = `create table if not exists effect (
  place bigint generated always as identity, event_id text, key text, version int)`;

await startService(
  { url, prefix, brokers },
  name,
  consumes === 'consumes' ? [asController(Handlers)] : [],
  [table],
);
process.stdout.write('started\n');
