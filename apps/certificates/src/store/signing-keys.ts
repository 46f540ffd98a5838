import type { EntityManager } from 'typeorm';
import type { Sealed } from '#libs/service-kit';

export type StoredKey = {
  readonly id: string;
  readonly purpose: 'issuing' | 'log';
  readonly publicKey: string;
  readonly sealed: Sealed;
  readonly validFrom: Date;
  readonly validUntil: Date | null;
  readonly compromisedFrom: Date | null;
};
export type Body = { readonly did: string; readonly publicOrigin: string };

/** Instances that start together make the keys once. */
export async function lockFirstStart(tx: EntityManager): Promise<void> {
  await tx.query(
    `SELECT pg_advisory_xact_lock(hashtextextended(current_schema() || '/first-start', 7))`,
  );
}

export async function readBody(tx: EntityManager): Promise<Body | undefined> {
  const [row] = await tx.query<Body[]>('SELECT did, public_origin AS "publicOrigin" FROM body');
  return row;
}

export async function fixBody(tx: EntityManager, body: Body, at: Date): Promise<void> {
  await tx.query('INSERT INTO body (did, public_origin, fixed_at) VALUES ($1, $2, $3)', [
    body.did,
    body.publicOrigin,
    at,
  ]);
}

const COLUMNS = `id, purpose, public_key AS "publicKey", sealed, valid_from AS "validFrom",
  valid_until AS "validUntil", compromised_from AS "compromisedFrom"`;

export function allKeys(tx: EntityManager): Promise<StoredKey[]> {
  return tx.query<StoredKey[]>(`SELECT ${COLUMNS} FROM signing_key ORDER BY valid_from, id`);
}

export function issuingKeys(tx: EntityManager): Promise<StoredKey[]> {
  return tx.query<StoredKey[]>(
    `SELECT ${COLUMNS} FROM signing_key WHERE purpose = 'issuing' ORDER BY valid_from, id`,
  );
}

export async function endKey(
  tx: EntityManager,
  id: string,
  { validUntil, compromisedFrom }: Pick<StoredKey, 'validUntil' | 'compromisedFrom'>,
): Promise<void> {
  await tx.query('UPDATE signing_key SET valid_until = $2, compromised_from = $3 WHERE id = $1', [
    id,
    validUntil,
    compromisedFrom,
  ]);
}

export async function insertKey(tx: EntityManager, key: StoredKey): Promise<void> {
  await tx.query(
    `INSERT INTO signing_key (id, purpose, public_key, sealed, valid_from) VALUES ($1, $2, $3, $4, $5)`,
    [key.id, key.purpose, key.publicKey, JSON.stringify(key.sealed), key.validFrom],
  );
}
