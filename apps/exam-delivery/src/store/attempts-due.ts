// The attempts for which something is to be done next, each by the state that its dates say.
import { IsNull, LessThan, Not } from 'typeorm';
import type { EntityManager, FindOptionsWhere } from 'typeorm';
import { attemptTable } from './attempt.table.ts';
import type { AttemptRow } from './attempt.table.ts';

/** So many in one go; what is left is found by the next. */
const AT_ONCE = 500;

async function idsOf(tx: EntityManager, where: FindOptionsWhere<AttemptRow>): Promise<string[]> {
  const rows = await tx.find(attemptTable, { select: { attemptId: true }, where, take: AT_ONCE });
  return rows.map(({ attemptId }) => attemptId);
}

/** Their grace is over, and nobody handed them in. */
export const overdueAttempts = (tx: EntityManager, now: Date): Promise<string[]> =>
  idsOf(tx, { endedAt: IsNull(), voidedAt: IsNull(), graceEnds: LessThan(now) });

export const undecidedAttempts = (tx: EntityManager): Promise<string[]> =>
  idsOf(tx, { endedAt: Not(IsNull()), decidedAt: IsNull(), voidedAt: IsNull() });

/** Decided and not released, held until the transaction ends. */
export const releasableAttempts = (tx: EntityManager, sittingId: string): Promise<AttemptRow[]> =>
  tx.find(attemptTable, {
    where: { sittingId, decidedAt: Not(IsNull()), releasedAt: IsNull(), voidedAt: IsNull() },
    order: { attemptId: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
