import type { EntityManager } from 'typeorm';
import type { Scheme, SchemeBody } from '../domain/scheme/scheme.ts';
import type { Actor } from '../domain/words.ts';

type Row = {
  id: string;
  version: number;
  state: Scheme['state'];
  revision: number;
  body: SchemeBody;
  editors: Actor[];
  published_at: Date | null;
  published_by: Actor | null;
};

function schemeOf(row: Row): Scheme {
  return {
    ...row.body,
    id: row.id,
    version: row.version,
    state: row.state,
    revision: row.revision,
    editors: row.editors,
    publishedAt: row.published_at?.toISOString() ?? null,
    publishedBy: row.published_by,
  };
}

function bodyOf(scheme: Scheme): SchemeBody {
  const { id: _id, version: _v, state: _s, revision: _r, editors: _e, ...rest } = scheme;
  const { publishedAt: _at, publishedBy: _by, ...body } = rest;
  return body;
}

/** Writes a draft, or its publication; the database refuses to change a published version. */
export async function saveScheme(tx: EntityManager, scheme: Scheme): Promise<void> {
  await tx.query(
    `INSERT INTO scheme (id, version, state, revision, body, editors, published_at, published_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT (id, version) DO UPDATE SET state = excluded.state, revision = excluded.revision,
       body = excluded.body, editors = excluded.editors, published_at = excluded.published_at,
       published_by = excluded.published_by`,
    [
      scheme.id,
      scheme.version,
      scheme.state,
      scheme.revision,
      JSON.stringify(bodyOf(scheme)),
      JSON.stringify(scheme.editors),
      scheme.publishedAt,
      scheme.publishedBy === null ? null : JSON.stringify(scheme.publishedBy),
    ],
  );
}

/** The draft, else the newest published version; locked until the transaction ends. */
export async function latestSchemeForUpdate(
  tx: EntityManager,
  id: string,
): Promise<Scheme | undefined> {
  const [row] = await tx.query<Row[]>(
    'SELECT * FROM scheme WHERE id = $1 ORDER BY version DESC LIMIT 1 FOR UPDATE',
    [id],
  );
  return row && schemeOf(row);
}

export async function schemeVersion(
  tx: EntityManager,
  id: string,
  version: number,
): Promise<Scheme | undefined> {
  const [row] = await tx.query<Row[]>('SELECT * FROM scheme WHERE id = $1 AND version = $2', [
    id,
    version,
  ]);
  return row && schemeOf(row);
}

/**
 * A publication waits until the attainments that are being told are committed, and those that come after wait for it:
 * else each would miss what the other has not committed, and a person would be decided upon by neither.
 */
export async function lockSchemesInForce(
  tx: EntityManager,
  mode: 'reading' | 'publishing',
): Promise<void> {
  const lock = mode === 'reading' ? 'pg_advisory_xact_lock_shared' : 'pg_advisory_xact_lock';
  await tx.query(`SELECT ${lock}(hashtextextended(current_schema() || '/schemes-in-force', 7))`);
}

/** All versions of a scheme, the newest first. */
export async function versionsOfScheme(tx: EntityManager, id: string): Promise<Scheme[]> {
  const rows = await tx.query<Row[]>('SELECT * FROM scheme WHERE id = $1 ORDER BY version DESC', [
    id,
  ]);
  return rows.map(schemeOf);
}

/** The newest version of each scheme. */
export async function listSchemes(
  tx: EntityManager,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ items: Scheme[]; total: number }> {
  const rows = await tx.query<Row[]>(
    `SELECT * FROM (SELECT DISTINCT ON (id) * FROM scheme ORDER BY id, version DESC) newest
     ORDER BY body ->> 'code', id LIMIT $1 OFFSET $2`,
    [limit, offset],
  );
  const [count] = await tx.query<{ total: number }[]>(
    'SELECT count(DISTINCT id)::int AS total FROM scheme',
  );
  return { items: rows.map(schemeOf), total: count?.total ?? 0 };
}

/** The newest published version of each scheme that asks for this competency. */
export async function schemesInForce(tx: EntityManager, competencyId: string): Promise<Scheme[]> {
  const rows = await tx.query<Row[]>(
    `SELECT * FROM (
       SELECT DISTINCT ON (id) * FROM scheme WHERE state = 'published' ORDER BY id, version DESC
     ) newest WHERE body -> 'requirements' @> $1::jsonb ORDER BY id`,
    [JSON.stringify([{ competencyId }])],
  );
  return rows.map(schemeOf);
}

export async function publishedScheme(tx: EntityManager, id: string): Promise<Scheme | undefined> {
  const [row] = await tx.query<Row[]>(
    `SELECT * FROM scheme WHERE id = $1 AND state = 'published' ORDER BY version DESC LIMIT 1`,
    [id],
  );
  return row && schemeOf(row);
}
