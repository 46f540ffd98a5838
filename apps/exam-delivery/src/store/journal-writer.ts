// Saves answers. An acknowledged entry is durable: the answer waits for the commit of its row.
//
// Entries of all attempts that arrive while a statement runs go together in the next one, and so share its commit.
// The head of each attempt's chain is remembered here between saves. That is safe without a lock: a head is
// remembered only once it is committed, rows are never changed, and the primary key (attempt, seq) lets only one
// writer put the next row, in whatever process it runs. Who comes second reads the head again. A submission, a
// closing and a voiding are rows of the same chain, so nothing can be saved after them.

import type { Pool } from 'pg';
import { chain, isTerminal, place, sameEntry } from '../domain/attempt/journal.ts';
import type { Entry, Head } from '../domain/attempt/journal.ts';
import { insertRows, isDuplicate, lastRow, rowsNumbered } from './journal-sql.ts';
import type { NumberedRow } from './journal-sql.ts';

export type SaveAnswer =
  | { outcome: 'acknowledged'; seq: number }
  | { outcome: 'gap'; expected: number }
  | { outcome: 'conflict'; seq: number }
  | { outcome: 'closed'; seq: number };

export type Line = {
  attemptId: string;
  formId: string;
  examId: string;
  head: Head;
  closed: boolean;
};

type Save = {
  line: Line;
  entries: readonly Entry[];
  device: string;
  at: Date;
  resolve: (answer: SaveAnswer) => void;
  reject: (error: unknown) => void;
};
type Pending = { save: Save; rows: NumberedRow[]; head: Head };

const limits = { lines: 20_000, rowsAStatement: 1000, tries: 5 };

export class JournalWriter {
  private readonly lines = new Map<string, Line>();
  /** Attempts with a save under way; the saves that wait for it, in order. */
  private readonly busy = new Map<string, Save[]>();
  private pending: Pending[] = [];
  private running = 0;

  private readonly pool: Pool;
  private readonly connections: number;

  constructor(pool: Pool, connections: number) {
    this.pool = pool;
    this.connections = connections;
  }

  /** What is known of the attempt; undefined when there is none. */
  async line(attemptId: string): Promise<Line | undefined> {
    const known = this.lines.get(attemptId);
    return known ?? this.load(attemptId);
  }

  /** `entries` are in order, without gaps among themselves. */
  save(line: Line, entries: readonly Entry[], device: string, at: Date): Promise<SaveAnswer> {
    return new Promise((resolve, reject) => {
      const save: Save = { line, entries, device, at, resolve, reject };
      const waiting = this.busy.get(line.attemptId);
      if (waiting !== undefined) waiting.push(save);
      else {
        this.busy.set(line.attemptId, []);
        this.begin(save);
      }
    });
  }

  /** Those of the entries that are not, or not with this content, in the journal. */
  async unsaved(attemptId: string, entries: readonly Entry[]): Promise<Entry[]> {
    const numbers = entries.map((entry) => entry.seq);
    const stored = await rowsNumbered(this.pool, attemptId, numbers);
    return entries.filter((entry) => !stored.some((row) => sameEntry(row, entry)));
  }

  /** Another part of this process ended the attempt: the remembered head is behind. */
  forget(attemptId: string): void {
    this.lines.delete(attemptId);
  }

  private begin(save: Save): void {
    const { line, entries } = save;
    if (line.closed) return this.finish(save, { outcome: 'closed', seq: line.head.seq });
    const placed = place(line.head.seq, entries);
    if (placed.outcome === 'gap') return this.finish(save, placed);
    if (placed.repeated.length === 0) this.append(save, placed.fresh);
    else void this.afterComparing(save, placed.repeated, placed.fresh);
  }

  private append(save: Save, fresh: readonly Entry[]): void {
    const { line, device, at } = save;
    const rows = chain(line.attemptId, line.head, fresh, at, device);
    const last = rows.at(-1);
    if (last === undefined)
      return this.finish(save, { outcome: 'acknowledged', seq: line.head.seq });
    const numbered = rows.map((row) => ({ attemptId: line.attemptId, row }));
    this.pending.push({ save, rows: numbered, head: { seq: last.seq, hash: last.hash } });
    if (this.running < this.connections) void this.flush();
  }

  private async flush(): Promise<void> {
    this.running++;
    // What else arrives in this turn of the event loop goes along.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.pending.length > 0) {
      const batch = this.takeBatch();
      try {
        await this.pool.query(insertRows(batch.flatMap(({ rows }) => rows)));
        for (const { save, head } of batch) this.committed(save, head);
      } catch (error) {
        if (!isDuplicate(error)) for (const { save } of batch) this.fail(save, error);
        else for (const { save } of batch) await this.alone(save);
      }
    }
    this.running--;
  }

  private takeBatch(): Pending[] {
    let [count, rows] = [0, 0];
    for (const pending of this.pending) {
      rows += pending.rows.length;
      if (count > 0 && rows > limits.rowsAStatement) break;
      count++;
    }
    return this.pending.splice(0, count);
  }

  /** Somebody else wrote one of the rows first: each save of the batch tries by itself from a fresh head. */
  private async alone(save: Save): Promise<void> {
    try {
      for (let tries = 0; tries < limits.tries; tries++) {
        const line = await this.load(save.line.attemptId);
        if (line === undefined) throw new Error('the attempt is gone');
        save.line = line;
        if (line.closed) return this.finish(save, { outcome: 'closed', seq: line.head.seq });
        const placed = place(line.head.seq, save.entries);
        if (placed.outcome === 'gap') return this.finish(save, placed);
        const conflict = await this.firstConflict(line.attemptId, placed.repeated);
        if (conflict !== undefined) return this.finish(save, conflict);
        const rows = chain(line.attemptId, line.head, placed.fresh, save.at, save.device);
        const last = rows.at(-1);
        if (last === undefined)
          return this.finish(save, { outcome: 'acknowledged', seq: line.head.seq });
        try {
          await this.pool.query(
            insertRows(rows.map((row) => ({ attemptId: line.attemptId, row }))),
          );
          return this.committed(save, { seq: last.seq, hash: last.hash });
        } catch (error) {
          if (!isDuplicate(error)) throw error;
        }
      }
      throw new Error('the journal of this attempt is written by too many at once');
    } catch (error) {
      this.fail(save, error);
    }
  }

  private async afterComparing(save: Save, repeated: Entry[], fresh: Entry[]): Promise<void> {
    try {
      const conflict = await this.firstConflict(save.line.attemptId, repeated);
      if (conflict !== undefined) this.finish(save, conflict);
      else this.append(save, fresh);
    } catch (error) {
      this.fail(save, error);
    }
  }

  private async firstConflict(
    attemptId: string,
    repeated: Entry[],
  ): Promise<SaveAnswer | undefined> {
    if (repeated.length === 0) return undefined;
    const [differs] = await this.unsaved(attemptId, repeated);
    return differs === undefined ? undefined : { outcome: 'conflict', seq: differs.seq };
  }

  private committed(save: Save, head: Head): void {
    save.line.head = head;
    this.finish(save, { outcome: 'acknowledged', seq: head.seq });
  }

  private fail(save: Save, error: unknown): void {
    // Whether the row is there is not known: the next save reads the head again.
    this.forget(save.line.attemptId);
    save.reject(error);
    this.next(save.line);
  }

  private finish(save: Save, answer: SaveAnswer): void {
    save.resolve(answer);
    this.next(save.line);
  }

  private next(line: Line): void {
    const following = this.busy.get(line.attemptId)?.shift();
    if (following === undefined) this.busy.delete(line.attemptId);
    else if (this.lines.get(line.attemptId) === line) {
      following.line = line;
      this.begin(following);
    } else void this.alone(following);
  }

  private async load(attemptId: string): Promise<Line | undefined> {
    const row = await lastRow(this.pool, attemptId);
    if (row === undefined) return undefined;
    const { formId, examId, seq, hash, kind } = row;
    const line = { attemptId, formId, examId, head: { seq, hash }, closed: isTerminal(kind) };
    const oldest = this.lines.size >= limits.lines ? this.lines.keys().next().value : undefined;
    if (oldest !== undefined && !this.busy.has(oldest)) this.lines.delete(oldest);
    this.lines.set(attemptId, line);
    return line;
  }
}
