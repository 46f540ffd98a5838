// One service as a process of its own, to be killed: its reaction writes a row and publishes an event.
// Runs unbuilt, where the @ of a decorator cannot be read.
import type { EntityManager } from 'typeorm';
import { type Event, event } from '#libs/contracts';
import { On, publish } from '#libs/messaging';
import { effectTable } from './child.ts';
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
    // An aggregate of its own for each service: k1's begin with 1, k2's with 2.
    const own = `${name.slice(-1)}${key.slice(1)}`;
    await publish(
      tx,
      event('affiliation.changed', {
        key: own,
        version,
        at: new Date(0),
        data: { practitionerId: own, agencyId: key, region: name, roleIds: [], active: true },
      }),
    );
  }
}

const method = Object.getOwnPropertyDescriptor(Handlers.prototype, 'onAgency');
if (method) On('agency.changed', { kind: 'reaction' })(Handlers.prototype, 'onAgency', method);

// Loaded, it waits for its turn: until its input is closed.
for await (const _ of process.stdin);

await startService(
  { url, prefix, brokers },
  name,
  consumes === 'consumes' ? [asController(Handlers)] : [],
  [effectTable],
);
process.stdout.write('started\n');
