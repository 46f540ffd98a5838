// The journal of an attempt: append-only, hash-chained. Row 0 says what was started, the last row how it ended,
// and every row between is one thing that the candidate did. Each hash covers the row and the hash before it,
// so that no row can be changed, dropped, inserted or moved without breaking every later one.

import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

export type CandidateKind = 'response' | 'language' | 'flag' | 'view';
export type EntryKind = CandidateKind | 'started' | 'submitted' | 'closed' | 'voided';

/** What a client sends; `body` is JSON in its canonical form (RFC 8785), so that equal bodies are equal strings. */
export type Entry = {
  seq: number;
  kind: EntryKind;
  item: string | null;
  body: string;
  /** The client's clock is a claim and stored as one. */
  claimedAt: Date;
};

export type JournalRow = Entry & { serverAt: Date; device: string; hash: Buffer };

export type Head = { seq: number; hash: Buffer };

export function canonicalBody(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('not a JSON value');
  return text;
}

const genesis = (attemptId: string): Buffer =>
  createHash('sha256').update(`sanad-journal-v1\n${attemptId}`).digest();

export function hashOf(
  attemptId: string,
  previous: Buffer | null,
  entry: Entry,
  serverAt: Date,
  device: string,
): Buffer {
  const content = JSON.stringify([
    entry.seq,
    entry.kind,
    entry.item,
    entry.body,
    entry.claimedAt.toISOString(),
    serverAt.toISOString(),
    device,
  ]);
  return createHash('sha256')
    .update(previous ?? genesis(attemptId))
    .update(content)
    .digest();
}

export const isTerminal = (kind: EntryKind): boolean =>
  kind === 'submitted' || kind === 'closed' || kind === 'voided';

/** The rows that append `entries` to `head`, chained. The entries' numbers follow on from the head's. */
export function chain(
  attemptId: string,
  head: Head | null,
  entries: readonly Entry[],
  serverAt: Date,
  device: string,
): JournalRow[] {
  let previous = head;
  return entries.map((entry) => {
    if (entry.seq !== (previous === null ? 0 : previous.seq + 1))
      throw new RangeError(`entry ${entry.seq} does not follow ${previous?.seq ?? 'the start'}`);
    const hash = hashOf(attemptId, previous?.hash ?? null, entry, serverAt, device);
    previous = { seq: entry.seq, hash };
    return { ...entry, serverAt, device, hash };
  });
}

export type Placement =
  | { outcome: 'append'; repeated: Entry[]; fresh: Entry[] }
  | { outcome: 'gap'; expected: number };

/** Splits a batch at the head: what may be known already, and what is new. A batch's own numbers must be in order. */
export function place(headSeq: number, batch: readonly Entry[]): Placement {
  const repeated = batch.filter((entry) => entry.seq <= headSeq);
  const fresh = batch.filter((entry) => entry.seq > headSeq);
  for (const [index, entry] of fresh.entries())
    if (entry.seq !== headSeq + 1 + index) return { outcome: 'gap', expected: headSeq + 1 + index };
  return { outcome: 'append', repeated, fresh };
}

/** The same number with the same body is the same entry sent again; with another body it is a conflict. */
export const sameEntry = (a: Entry, b: Entry): boolean =>
  a.seq === b.seq &&
  a.kind === b.kind &&
  a.item === b.item &&
  a.body === b.body &&
  a.claimedAt.getTime() === b.claimedAt.getTime();

export type ChainCheck =
  | { outcome: 'intact'; head: string; entries: number }
  | { outcome: 'broken'; seq: number };

export function verifyChain(attemptId: string, rows: readonly JournalRow[]): ChainCheck {
  let previous: Buffer | null = null;
  for (const [index, row] of rows.entries()) {
    const hash = hashOf(attemptId, previous, row, row.serverAt, row.device);
    if (row.seq !== index || !hash.equals(row.hash)) return { outcome: 'broken', seq: row.seq };
    previous = row.hash;
  }
  return { outcome: 'intact', head: previous?.toString('hex') ?? '', entries: rows.length };
}

export type Answer = { seq: number; response: unknown; savedAt: Date };

/** Current answers derive from the journal: the last response to an item is its answer. */
export function currentAnswers(rows: readonly JournalRow[]): Map<string, Answer> {
  const answers = new Map<string, Answer>();
  for (const row of rows)
    if (row.kind === 'response' && row.item !== null)
      answers.set(row.item, {
        seq: row.seq,
        response: JSON.parse(row.body) as unknown,
        savedAt: row.serverAt,
      });
  return answers;
}

export function currentFlags(rows: readonly JournalRow[]): string[] {
  const flags = new Map<string, boolean>();
  for (const row of rows)
    if (row.kind === 'flag' && row.item !== null) flags.set(row.item, row.body === 'true');
  return [...flags].filter(([, set]) => set).map(([item]) => item);
}
