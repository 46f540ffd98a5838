/** Signing and cookie keys: made at first start, stored sealed under the key from the environment. */
import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
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
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('identity.secret-keys'))`);
    return {
      signing: await ofPurpose(tx, key, 'signing', now, newSigningKey),
      cookies: await ofPurpose(tx, key, 'cookies', now, () =>
        randomBytes(32).toString('base64url'),
      ),
    };
  });
}

async function ofPurpose<T>(
  tx: EntityManager,
  key: Buffer,
  purpose: Purpose,
  now: Date,
  make: (id: string) => T,
): Promise<T[]> {
  const rows: { id: string; sealed: string }[] = await tx.query(
    'SELECT id, sealed FROM secret_key WHERE purpose = $1 ORDER BY created_at DESC',
    [purpose],
  );
  if (rows.length > 0) {
    return rows.map((row) => JSON.parse(openOrExplain(key, row.sealed, `${purpose}:${row.id}`)));
  }
  const id = randomUUID();
  const made = make(id);
  await tx.query(
    'INSERT INTO secret_key (id, purpose, sealed, created_at) VALUES ($1, $2, $3, $4)',
    [id, purpose, sealText(key, JSON.stringify(made), `${purpose}:${id}`), now],
  );
  return [made];
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
