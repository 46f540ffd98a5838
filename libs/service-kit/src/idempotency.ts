// Idempotency-Key (draft-ietf-httpapi-idempotency-key-header): the same request twice has one effect.
import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';
import type { EntityManager, MigrationInterface, QueryRunner } from 'typeorm';
import type { CallerIdentity } from './caller.ts';
import { Problem } from './problem.ts';

export interface IdempotentRequest {
  /** The Idempotency-Key header; without one, the request is refused. */
  readonly key: string | undefined;
  readonly caller: Pick<CallerIdentity, 'account'>;
  readonly route: string;
  readonly body: unknown;
  readonly at: Date;
}

/**
 * Runs `effect` in `tx` once for each (key, account, route) and answers the stored response ever
 * after. A second request that comes while the first runs waits for its commit on the key's row.
 */
export async function idempotent<T>(
  tx: EntityManager,
  request: IdempotentRequest,
  effect: () => Promise<T>,
): Promise<T> {
  const { key, caller, route } = request;
  if (key === undefined || key === '' || key.length > 200) {
    throw new Problem('invalid', {
      reason: 'idempotency-key-missing',
      detail: 'Send an Idempotency-Key of 1 to 200 characters, new for each intent.',
    });
  }
  const digest = createHash('sha256')
    .update(canonicalize(request.body ?? null) ?? '')
    .digest('hex');
  const id = [key, caller.account, route];
  const inserted = await tx.query<unknown[]>(
    `INSERT INTO idempotency (key, account, route, digest, at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT DO NOTHING RETURNING key`,
    [...id, digest, request.at],
  );
  if (inserted.length === 0) {
    const [stored] = await tx.query<{ digest: string; response: T }[]>(
      'SELECT digest, response FROM idempotency WHERE key = $1 AND account = $2 AND route = $3',
      id,
    );
    if (stored?.digest !== digest) {
      throw new Problem('conflict', {
        reason: 'idempotency-key-reused',
        detail: 'This Idempotency-Key was used for another request.',
      });
    }
    return stored.response;
  }
  const response = await effect();
  await tx.query(
    'UPDATE idempotency SET response = $4 WHERE key = $1 AND account = $2 AND route = $3',
    [...id, JSON.stringify(response)],
  );
  return response;
}

export class Idempotency1764000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE idempotency (
        key text, account text, route text, digest char(64) NOT NULL, response jsonb,
        at timestamptz NOT NULL, PRIMARY KEY (key, account, route)
      )
    `);
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE idempotency');
  }
}
