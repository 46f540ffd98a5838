// Access tokens for the bench's candidates, signed with identity's own key: three thousand people signing
// in is another bench (argon2id is slow on purpose), and whoever runs this one holds the secrets anyway.
import { SignJWT, importJWK } from 'jose';
import { join } from 'node:path';
import pg from 'pg';
import type { Found } from '../../system/running.ts';
import { PROJECT } from '../../system/project.ts';

interface Keys {
  loadOrMakeSecretKeys(
    source: object,
    key: Buffer,
    now: Date,
  ): Promise<{ signing: { kid: string }[] }>;
}

export async function tokenMint({
  system,
  state,
}: Found): Promise<(person: string) => Promise<string>> {
  const module = join(PROJECT, 'dist', 'apps', 'identity', 'src', 'store', 'secret-keys.js');
  const { loadOrMakeSecretKeys } = (await import(module)) as Keys;
  const client = new pg.Client({ connectionString: system.databaseUrl });
  await client.connect();
  await client.query('SET search_path = identity');
  const query = async (sql: string, values?: unknown[]): Promise<unknown[]> =>
    (await client.query(sql, values)).rows;
  const source = { transaction: (act: (tx: object) => unknown) => act({ query }) };
  const keys = await loadOrMakeSecretKeys(
    source,
    Buffer.from(state.secrets.identityKey, 'hex'),
    new Date(),
  );
  await client.end();
  const jwk = keys.signing[0];
  if (!jwk) throw new Error('identity has no signing key');
  const key = await importJWK(jwk, 'ES256');
  return (person) =>
    new SignJWT({ person, permissions: ['exams.sit'] })
      .setProtectedHeader({ alg: 'ES256', kid: jwk.kid, typ: 'at+jwt' })
      .setIssuer(`${state.origin}/oidc`)
      .setAudience('sanad')
      .setSubject(person)
      .setIssuedAt()
      .setExpirationTime('2h')
      .sign(key);
}
