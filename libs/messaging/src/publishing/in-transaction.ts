import type { DataSource, EntityManager, QueryRunner } from 'typeorm';

/** Who looks again after a commit: the relay at the outbox, the waiting room at the parked events. */
export type Sleeper = 'outbox' | 'parked';

type Wakes = Map<Sleeper, Set<() => void>>;

const sleepers = new WeakMap<DataSource, Wakes>();
const toWake = new WeakMap<QueryRunner, Set<Sleeper>>();

export const whenCommitted = (dataSource: DataSource, sleeper: Sleeper, wake: () => void): void => {
  const known: Wakes = sleepers.get(dataSource) ?? new Map();
  sleepers.set(dataSource, known.set(sleeper, (known.get(sleeper) ?? new Set()).add(wake)));
};

export const wakeOnCommit = (tx: EntityManager, sleeper: Sleeper): void => {
  if (tx.queryRunner) {
    toWake.set(tx.queryRunner, (toWake.get(tx.queryRunner) ?? new Set()).add(sleeper));
  }
};

/** One transaction; what was published in it is on its way as soon as it is committed. */
export const inTransaction = async <T>(
  dataSource: DataSource,
  act: (tx: EntityManager) => Promise<T>,
): Promise<T> => {
  const used: { runner?: QueryRunner } = {};
  const result = await dataSource.transaction((tx) => {
    if (tx.queryRunner) used.runner = tx.queryRunner;
    return act(tx);
  });
  const waiting = used.runner && toWake.get(used.runner);
  waiting?.forEach((sleeper) =>
    sleepers
      .get(dataSource)
      ?.get(sleeper)
      ?.forEach((wake) => wake()),
  );
  return result;
};
