import type { DataSource, EntityManager, QueryRunner } from 'typeorm';

/** Who looks again after a commit: the relay at the outbox, the waiting room at the parked events. */
export type Sleeper = 'outbox' | 'parked';

type Wakes = Map<Sleeper, Set<() => void>>;

const sleepers = new WeakMap<DataSource, Wakes>();
const afterwards = new WeakMap<QueryRunner, Map<unknown, () => void>>();

export const whenCommitted = (dataSource: DataSource, sleeper: Sleeper, wake: () => void): void => {
  const known: Wakes = sleepers.get(dataSource) ?? new Map();
  sleepers.set(dataSource, known.set(sleeper, (known.get(sleeper) ?? new Set()).add(wake)));
};

/**
 * Runs `act` once `inTransaction` has committed; never after a rollback. Asked for twice with one
 * `topic`, it runs once. It is a hint that there is something to look for: a process can end in between.
 */
export const afterCommit = (tx: EntityManager, topic: unknown, act: () => void): void => {
  if (!tx.queryRunner) return;
  const known = afterwards.get(tx.queryRunner) ?? new Map<unknown, () => void>();
  afterwards.set(tx.queryRunner, known.set(topic, act));
};

export const wakeOnCommit = (tx: EntityManager, sleeper: Sleeper): void => {
  afterCommit(tx, sleeper, () =>
    sleepers
      .get(tx.dataSource)
      ?.get(sleeper)
      ?.forEach((wake) => wake()),
  );
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
  const waiting = used.runner && afterwards.get(used.runner);
  waiting?.forEach((run) => run());
  return result;
};
