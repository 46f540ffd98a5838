// The statements of the journal, by pg itself: this is the hot path, and every statement is prepared once.

import type { ClientBase, QueryConfig } from 'pg';
import type { JournalRow } from '../domain/attempt/journal.ts';

export type NumberedRow = { attemptId: string; row: JournalRow };

/** One statement for all rows of all attempts that are waiting; all of them are there, or none. */
export function insertRows(rows: readonly NumberedRow[]): QueryConfig {
  return {
    name: 'journal-insert',
    text: `insert into journal
      (attempt_id, seq, kind, item, body, claimed_at, server_at, device, hash)
      select * from unnest($1::uuid[], $2::integer[], $3::text[], $4::text[], $5::text[],
        $6::timestamptz[], $7::timestamptz[], $8::text[], $9::bytea[])`,
    values: [
      rows.map(({ attemptId }) => attemptId),
      rows.map(({ row }) => row.seq),
      rows.map(({ row }) => row.kind),
      rows.map(({ row }) => row.item),
      rows.map(({ row }) => row.body),
      rows.map(({ row }) => row.claimedAt.toISOString()),
      rows.map(({ row }) => row.serverAt.toISOString()),
      rows.map(({ row }) => row.device),
      rows.map(({ row }) => row.hash),
    ],
  };
}

const columns = `seq, kind, item, body, claimed_at as "claimedAt", server_at as "serverAt", device, hash`;

export const allRows = (attemptId: string): [string, unknown[]] => [
  `select ${columns} from journal where attempt_id = $1 order by seq`,
  [attemptId],
];

export async function rowsNumbered(
  client: Pick<ClientBase, 'query'>,
  attemptId: string,
  numbers: readonly number[],
): Promise<JournalRow[]> {
  const { rows } = await client.query<JournalRow>({
    name: 'journal-rows',
    text: `select ${columns} from journal where attempt_id = $1 and seq = any($2) order by seq`,
    values: [attemptId, numbers],
  });
  return rows;
}

export type LineRow = {
  formId: string;
  examId: string;
  seq: number;
  hash: Buffer;
  kind: JournalRow['kind'];
};

/** Which form the attempt has, and the last row of its journal. */
export async function lastRow(
  client: Pick<ClientBase, 'query'>,
  attemptId: string,
): Promise<LineRow | undefined> {
  const { rows } = await client.query<LineRow>({
    name: 'journal-last',
    text: `select a.form_id as "formId", a.exam_id as "examId", j.seq, j.hash, j.kind
      from attempt a cross join lateral
        (select seq, hash, kind from journal where attempt_id = a.attempt_id order by seq desc limit 1) j
      where a.attempt_id = $1`,
    values: [attemptId],
  });
  return rows[0];
}

export const isDuplicate = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === '23505';

/** A row of the journal's end may lose its place to a save that commits first: then the whole act is done again. */
export async function againOnDuplicate<T>(act: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await act();
    } catch (error) {
      if (tries === 10 || !isDuplicate(error)) throw error;
    }
  }
}
