// The journal as the rest of the service writes and reads it: within a transaction, a row at a time.

import type { EntityManager } from 'typeorm';
import { canonicalBody, chain } from '../domain/attempt/journal.ts';
import type { EntryKind, JournalRow } from '../domain/attempt/journal.ts';
import { allRows, insertRows } from './journal-sql.ts';

export const journalOf = (tx: EntityManager, attemptId: string): Promise<JournalRow[]> =>
  tx.query<JournalRow[]>(...allRows(attemptId));

/** Appends the row that says how the attempt began or ended. Fails as a duplicate if a save came first. */
export async function appendRow(
  tx: EntityManager,
  attemptId: string,
  last: JournalRow | undefined,
  kind: EntryKind,
  fact: object,
  at: Date,
): Promise<JournalRow> {
  const entry = {
    seq: last === undefined ? 0 : last.seq + 1,
    kind,
    item: null,
    body: canonicalBody(fact),
    claimedAt: at,
  };
  const [row] = chain(attemptId, last ?? null, [entry], at, '');
  if (row === undefined) throw new Error('a chain of one entry has one row');
  const { text, values } = insertRows([{ attemptId, row }]);
  await tx.query(text, values);
  return row;
}
