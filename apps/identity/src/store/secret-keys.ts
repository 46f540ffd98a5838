/** Signing and cookie keys: made at first start, stored sealed under the key from the environment. */
import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { keyStates, publishedKeys } from '../domain/signing-keys.ts';
import type { DatedKey } from '../domain/signing-keys.ts';
import { openText, sealText } from './sealed-text.ts';

export interface SecretKeys {
  signing: PrivateJwk[];
  cookies: string[];
}

export interface PrivateJwk {
  kty: 'EC';
  crv: 'P-256';
  x: string;
  y: string;
  d: string;
  kid: string;
  alg: 'ES256';
  use: 'sig';
}

type Purpose = 'signing' | 'cookies';

export function loadOrMakeSecretKeys(
  source: DataSource,
  key: Buffer,
  now: Date,
): Promise<SecretKeys> {
  return source.transaction(async (tx) => {
    // Two instances that start together must not each make a key.
    await lockKeys(tx);
    const signing = await storedKeys<PrivateJwk>(tx, key, 'signing');
    const cookies = await storedKeys<string>(tx, key, 'cookies');
    return {
      signing:
        signing.length > 0
          ? publishedKeys(signing, now).map(({ value }) => value)
          : [await addSigningKey(tx, key, now)],
      cookies:
        cookies.length > 0
          ? cookies.map(({ value }) => value)
          : [await add(tx, key, 'cookies', now, () => randomBytes(32).toString('base64url'))],
    };
  });
}

export const lockKeys = (tx: Pick<EntityManager, 'query'>): Promise<unknown> =>
  tx.query(`SELECT pg_advisory_xact_lock(hashtext('identity.secret-keys'))`);

export const addSigningKey = (tx: EntityManager, key: Buffer, now: Date): Promise<PrivateJwk> =>
  add(tx, key, 'signing', now, newSigningKey);

/** Without what is secret. */
export const signingKeyDates = (tx: Pick<EntityManager, 'query'>): Promise<DatedKey[]> =>
  tx.query(`SELECT id, created_at AS "createdAt" FROM secret_key WHERE purpose = 'signing'`);

/** Nobody has a use for them any more, but a thief. */
export async function deleteEndedKeys(tx: Pick<EntityManager, 'query'>, now: Date): Promise<void> {
  const ended = keyStates(await signingKeyDates(tx), now).filter(({ state }) => state === 'ended');
  if (ended.length === 0) return;
  await tx.query(`DELETE FROM secret_key WHERE purpose = 'signing' AND id = ANY($1)`, [
    ended.map((one) => one.key.id),
  ]);
}

async function storedKeys<T>(
  tx: EntityManager,
  key: Buffer,
  purpose: Purpose,
): Promise<(DatedKey & { value: T })[]> {
  const rows: (DatedKey & { sealed: string })[] = await tx.query(
    `SELECT id, sealed, created_at AS "createdAt" FROM secret_key WHERE purpose = $1
     ORDER BY created_at DESC`,
    [purpose],
  );
  return rows.map(({ id, sealed, createdAt }) => ({
    id,
    createdAt,
    value: JSON.parse(openOrExplain(key, sealed, `${purpose}:${id}`)) as T,
  }));
}

async function add<T>(
  tx: EntityManager,
  key: Buffer,
  purpose: Purpose,
  now: Date,
  make: (id: string) => T,
): Promise<T> {
  const id = randomUUID();
  const made = make(id);
  await tx.query(
    'INSERT INTO secret_key (id, purpose, sealed, created_at) VALUES ($1, $2, $3, $4)',
    [id, purpose, sealText(key, JSON.stringify(made), `${purpose}:${id}`), now],
  );
  return made;
}

function openOrExplain(key: Buffer, sealed: string, place: string): string {
  try {
    return openText(key, sealed, place);
  } catch {
    throw new Error(
      'SANAD_IDENTITY_KEY does not open the stored signing keys: set the key of the first start',
    );
  }
}

function newSigningKey(kid: string): PrivateJwk {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x, y, d } = privateKey.export({ format: 'jwk' });
  if (!x || !y || !d) throw new Error('the platform made an incomplete P-256 key');
  return { kty: 'EC', crv: 'P-256', x, y, d, kid, alg: 'ES256', use: 'sig' };
}
