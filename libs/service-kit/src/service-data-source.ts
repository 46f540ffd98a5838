// A transaction holds one connection of the pool. Asking for a second inside of it works until as many
// requests as there are connections do so at once: then each waits for another, for ever.
import { AsyncLocalStorage } from 'node:async_hooks';
import { DataSource, type EntityManager, type QueryRunner, type ReplicationMode } from 'typeorm';
import { auditedAtTheEnd } from './audit.ts';

const inside = new AsyncLocalStorage<true>();

/** Refuses a second connection inside a transaction, at once and always; appends its audit rows last. */
export class ServiceDataSource extends DataSource {
  override createQueryRunner(mode: ReplicationMode = 'master'): QueryRunner {
    if (inside.getStore()) {
      throw new Error('A second connection was asked for inside a transaction: use its own `tx`.');
    }
    return super.createQueryRunner(mode);
  }

  // No transaction here asks for an isolation level of its own.
  override transaction<T>(act: unknown, ...more: never[]): Promise<T> {
    if (typeof act !== 'function' || more.length > 0) throw new TypeError('Only transaction(act).');
    return super.transaction((tx: EntityManager) =>
      inside.run(true, () => auditedAtTheEnd(tx, act as (tx: EntityManager) => Promise<T>)),
    );
  }
}
