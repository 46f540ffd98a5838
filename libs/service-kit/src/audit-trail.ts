import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { checkAuditChain, type AuditRow, type ChainAnswer } from './audit.ts';

export interface AuditSearch {
  readonly subjectKind?: string;
  readonly subjectId?: string;
  readonly act?: string;
  readonly account?: string;
  readonly from?: Date;
  readonly to?: Date;
  readonly agencies: 'all' | readonly string[];
  readonly limit: number;
  readonly offset: number;
}

/** Reads the trail of this service. */
@Injectable()
export class AuditTrail {
  constructor(private readonly database: DataSource) {}

  async search(search: AuditSearch): Promise<{ items: AuditRow[]; total: number }> {
    const where: string[] = [];
    const values: unknown[] = [];
    const and = (sql: string, value: unknown): void => {
      values.push(value);
      where.push(sql.replace('?', `$${values.length}`));
    };
    if (search.subjectKind !== undefined) and('subject_kind = ?', search.subjectKind);
    if (search.subjectId !== undefined) and('subject_id = ?', search.subjectId);
    if (search.act !== undefined) and('act = ?', search.act);
    if (search.account !== undefined) and("actor->>'account' = ?", search.account);
    if (search.from !== undefined) and('at >= ?', search.from);
    if (search.to !== undefined) and('at < ?', search.to);
    if (search.agencies !== 'all') and("actor->>'agency' = ANY(?)", [...search.agencies]);
    const condition = where.length === 0 ? '' : `WHERE ${where.join(' AND ')}`;
    const [count] = await this.database.query<{ total: number }[]>(
      `SELECT count(*)::int AS total FROM audit ${condition}`,
      values,
    );
    const items = await this.database.query<AuditRow[]>(
      `SELECT ${COLUMNS} FROM audit ${condition} ORDER BY seq DESC LIMIT $${values.length + 1} OFFSET $${values.length + 2}`,
      [...values, search.limit, search.offset],
    );
    return { items: items.map(toRow), total: count?.total ?? 0 };
  }

  /** Inside a transaction by its `tx`. */
  async ofSubject(
    kind: string,
    id: string,
    tx: EntityManager = this.database.manager,
  ): Promise<AuditRow[]> {
    const rows = await tx.query<AuditRow[]>(
      `SELECT ${COLUMNS} FROM audit WHERE subject_kind = $1 AND subject_id = $2 ORDER BY seq`,
      [kind, id],
    );
    return rows.map(toRow);
  }

  /** Recomputes the whole chain, 5,000 rows at a time. */
  async check(): Promise<ChainAnswer> {
    let answer: ChainAnswer = { outcome: 'whole', rows: 0, head: '0'.repeat(64) };
    for (let after = 0; ; after += 5000) {
      const rows = await this.database.query<AuditRow[]>(
        `SELECT ${COLUMNS} FROM audit WHERE seq > $1 AND seq <= $2 ORDER BY seq`,
        [after, after + 5000],
      );
      if (rows.length === 0) return answer;
      const next = checkAuditChain(rows.map(toRow), answer.head);
      if (next.outcome === 'broken') return next;
      answer = { outcome: 'whole', rows: answer.rows + next.rows, head: next.head };
    }
  }
}

const COLUMNS =
  'seq, at, act, actor, subject_kind AS "subjectKind", subject_id AS "subjectId", reason, data, previous, hash';

function toRow(row: AuditRow): AuditRow {
  return { ...row, seq: Number(row.seq), at: new Date(row.at).toISOString() };
}
