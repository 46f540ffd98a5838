// The audit trail: one append-only, hash-chained row for each act of authority, in the act's transaction.
import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';
import type { EntityManager, MigrationInterface, QueryRunner } from 'typeorm';
import type { CallerIdentity } from './caller.ts';

export interface AuditEntry {
  /** What was done, in the past tense: `certificate.suspended`. */
  readonly act: string;
  readonly actor: CallerIdentity | 'system';
  readonly subject: { readonly kind: string; readonly id: string };
  readonly reason: string | null;
  readonly at: Date;
  /** Facts of the act by id; never a name, a password, a key or an answer. */
  readonly data?: Readonly<Record<string, unknown>>;
}

export interface AuditRow {
  readonly seq: number;
  readonly at: string;
  readonly act: string;
  readonly actor: { account: string; person: string | null; agency: string | null } | 'system';
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly reason: string | null;
  readonly data: unknown;
  readonly previous: string;
  readonly hash: string;
}

const BEGINNING = '0'.repeat(64);

/** What a transaction that has not committed yet will append. */
const pending = new WeakMap<QueryRunner, AuditEntry[]>();

/**
 * Runs the acts of a transaction and appends what they audited at its end. Acts of one service queue for
 * the head of the chain until each commits: taken last, it is held for the commit alone.
 */
export async function auditedAtTheEnd<T>(
  tx: EntityManager,
  act: (tx: EntityManager) => Promise<T>,
): Promise<T> {
  const runner = tx.queryRunner;
  if (!runner) throw new Error('a transaction has a query runner');
  const entries: AuditEntry[] = [];
  pending.set(runner, entries);
  try {
    const result = await act(tx);
    if (entries.length > 0) await writeAudit(tx, entries);
    return result;
  } finally {
    pending.delete(runner);
  }
}

/** Appends in the transaction of `tx`: with its acts, or not at all. */
export async function appendAudit(tx: EntityManager, entry: AuditEntry): Promise<void> {
  const entries = tx.queryRunner && pending.get(tx.queryRunner);
  if (entries) entries.push(entry);
  else await writeAudit(tx, [entry]);
}

async function writeAudit(tx: EntityManager, entries: readonly AuditEntry[]): Promise<void> {
  const [head] = await tx.query<{ seq: string; hash: string }[]>(
    'SELECT seq, hash FROM audit_head FOR UPDATE',
  );
  if (!head) throw new Error('the audit trail has no head');
  let last = { seq: Number(head.seq), hash: head.hash };
  const rows = entries.map((entry) => (last = rowAfter(last, entry)));
  await tx.query(
    `WITH added AS (
       INSERT INTO audit (seq, at, act, actor, subject_kind, subject_id, reason, data, previous, hash)
       SELECT seq, at, act, actor, "subjectKind", "subjectId", reason, data, previous, hash
       FROM jsonb_to_recordset($1::jsonb) AS entry (seq bigint, at timestamptz, act text, actor jsonb,
         "subjectKind" text, "subjectId" text, reason text, data jsonb, previous text, hash text))
     UPDATE audit_head SET seq = $2, hash = $3`,
    [JSON.stringify(rows), last.seq, last.hash],
  );
}

function rowAfter(last: { seq: number; hash: string }, entry: AuditEntry): AuditRow {
  const { actor } = entry;
  const row: Omit<AuditRow, 'hash'> = {
    seq: last.seq + 1,
    at: entry.at.toISOString(),
    act: entry.act,
    actor:
      actor === 'system'
        ? 'system'
        : { account: actor.account, person: actor.person, agency: actor.agency },
    subjectKind: entry.subject.kind,
    subjectId: entry.subject.id,
    reason: entry.reason,
    data: entry.data ?? null,
    previous: last.hash,
  };
  return { ...row, hash: auditHash(row) };
}

/** SHA-256 over the RFC 8785 form of the row without its own hash; hex. */
export function auditHash(row: Omit<AuditRow, 'hash'>): string {
  return createHash('sha256')
    .update(canonicalize(row) ?? '')
    .digest('hex');
}

export type ChainAnswer =
  | { readonly outcome: 'whole'; readonly rows: number; readonly head: string }
  | { readonly outcome: 'broken'; readonly at: number };

/** Walks rows in order of `seq`, from the first: says where the chain breaks, if it does. */
export function checkAuditChain(
  rows: readonly AuditRow[],
  previous: string = BEGINNING,
): ChainAnswer {
  let last = previous;
  for (const { hash, ...row } of rows) {
    if (row.previous !== last || auditHash(row) !== hash) return { outcome: 'broken', at: row.seq };
    last = hash;
  }
  return { outcome: 'whole', rows: rows.length, head: last };
}

export class Audit1764000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE audit (
        seq bigint PRIMARY KEY,
        at timestamptz(3) NOT NULL,
        act text NOT NULL,
        actor jsonb NOT NULL,
        subject_kind text NOT NULL,
        subject_id text NOT NULL,
        reason text,
        data jsonb,
        previous char(64) NOT NULL,
        hash char(64) NOT NULL
      );
      CREATE INDEX audit_subject ON audit (subject_kind, subject_id, seq);
      CREATE INDEX audit_at ON audit (at);
      CREATE TABLE audit_head (one boolean PRIMARY KEY DEFAULT true CHECK (one), seq bigint NOT NULL, hash char(64) NOT NULL);
      INSERT INTO audit_head (seq, hash) VALUES (0, '${BEGINNING}');
      CREATE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$;
      CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
        FOR EACH STATEMENT EXECUTE FUNCTION append_only();
    `);
  }
  async down(): Promise<void> {
    throw new Error('The audit trail is never taken down.');
  }
}
