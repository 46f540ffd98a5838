/**
 * What oidc-provider keeps: grants, codes, refresh tokens, interactions. The values are bearer
 * secrets, so ids are stored as digests and payloads sealed: a stolen backup signs nobody in.
 */
import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';
import type { DataSource } from 'typeorm';
import { digest, openText, sealText } from './sealed-text.ts';
import { clientMetadata } from './registry-clients.ts';

/**
 * Two requests of one browser may refresh at the same moment with the same token; only a token
 * that comes again later than this is taken for stolen, and its whole grant revoked.
 */
const ROTATION_GRACE_SECONDS = 30;

interface Row {
  payload: string;
  id_digest: string;
  consumed_at: Date | null;
}

export function oidcAdapter(source: DataSource, key: Buffer): AdapterFactory {
  return (model) =>
    model === 'Client' ? clientAdapter(source) : new RecordAdapter(model, source, key);
}

class RecordAdapter implements Adapter {
  private readonly model: string;
  private readonly source: DataSource;
  private readonly key: Buffer;

  constructor(model: string, source: DataSource, key: Buffer) {
    this.model = model;
    this.source = source;
    this.key = key;
  }

  async upsert(id: string, payload: AdapterPayload, expiresIn?: number): Promise<void> {
    const idDigest = digest(id);
    const expires = expiresIn === undefined ? null : new Date(Date.now() + expiresIn * 1000);
    await this.source.query(
      `INSERT INTO oidc_record (model, id_digest, payload, account_id, grant_id, uid, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (model, id_digest) DO UPDATE SET payload = excluded.payload,
         account_id = excluded.account_id, grant_id = excluded.grant_id, uid = excluded.uid,
         expires_at = excluded.expires_at`,
      [
        this.model,
        idDigest,
        sealText(this.key, JSON.stringify(payload), this.place(idDigest)),
        payload.accountId ?? null,
        payload.grantId ?? null,
        payload.uid ?? null,
        expires,
      ],
    );
  }

  find(id: string): Promise<AdapterPayload | undefined> {
    return this.first('id_digest', digest(id));
  }

  findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.first('uid', uid);
  }

  async findByUserCode(): Promise<undefined> {
    // The device flow is off.
  }

  async consume(id: string): Promise<void> {
    await this.source.query(
      `UPDATE oidc_record SET consumed_at = coalesce(consumed_at, $3)
       WHERE model = $1 AND id_digest = $2`,
      [this.model, digest(id), new Date()],
    );
  }

  async destroy(id: string): Promise<void> {
    await this.source.query('DELETE FROM oidc_record WHERE model = $1 AND id_digest = $2', [
      this.model,
      digest(id),
    ]);
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    await this.source.query('DELETE FROM oidc_record WHERE grant_id = $1', [grantId]);
  }

  private async first(column: 'id_digest' | 'uid', value: string) {
    const rows: Row[] = await this.source.query(
      `SELECT id_digest, payload, consumed_at FROM oidc_record
       WHERE model = $1 AND ${column} = $2 AND (expires_at IS NULL OR expires_at > $3)`,
      [this.model, value, new Date()],
    );
    const row = rows[0];
    if (!row) return undefined;
    const payload: AdapterPayload = JSON.parse(
      openText(this.key, row.payload, this.place(row.id_digest)),
    );
    return this.isSpent(row.consumed_at)
      ? { ...payload, consumed: Math.floor((row.consumed_at?.getTime() ?? 0) / 1000) }
      : payload;
  }

  private isSpent(consumedAt: Date | null): boolean {
    if (!consumedAt) return false;
    if (this.model !== 'RefreshToken') return true;
    return Date.now() - consumedAt.getTime() > ROTATION_GRACE_SECONDS * 1000;
  }

  private place(idDigest: string): string {
    return `oidc:${this.model}:${idDigest}`;
  }
}

/** Registry clients are read from their own table, where the administrator keeps them. */
function clientAdapter(source: DataSource): Adapter {
  const readOnly = async (): Promise<void> => {
    throw new Error('clients are registered by an administrator only');
  };
  const none = async (): Promise<undefined> => {};
  return {
    find: (id) => clientMetadata(source, id),
    upsert: readOnly,
    consume: readOnly,
    destroy: readOnly,
    findByUid: none,
    findByUserCode: none,
    revokeByGrantId: readOnly,
  };
}

/** Ends every sign-in of an account, its refresh tokens, grants and open codes; but the one named, if any. */
export async function endSignIns(
  tx: Pick<DataSource, 'query'>,
  accountId: string,
  except: { signIn: string | null } = { signIn: null },
): Promise<void> {
  const rows: { grant: string }[] = await tx.query(
    'SELECT DISTINCT grant_id AS grant FROM oidc_record WHERE account_id = $1 AND grant_id IS NOT NULL',
    [accountId],
  );
  const kept = rows.map(({ grant }) => grant).find((grant) => digest(grant) === except.signIn);
  // A grant's own record is known by its digest, what was given under it by its id.
  await tx.query(
    `DELETE FROM oidc_record WHERE account_id = $1 AND ($2::text IS NULL OR
       (grant_id IS DISTINCT FROM $2 AND NOT (model = 'Grant' AND id_digest = $3)))`,
    [accountId, kept ?? null, kept === undefined ? null : digest(kept)],
  );
  await tx.query('DELETE FROM pending_password WHERE account_id = $1', [accountId]);
}

export async function sweepExpired(source: Pick<DataSource, 'query'>, now: Date): Promise<void> {
  await source.query('DELETE FROM oidc_record WHERE expires_at < $1', [now]);
  await source.query('DELETE FROM pending_password WHERE expires_at < $1', [now]);
  await source.query('DELETE FROM sign_in_failure WHERE at < $1', [
    new Date(now.getTime() - 24 * 3600 * 1000),
  ]);
}
