// A database of its own for one test file, and access tokens that the services of the test accept.
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { randomBytes } from 'node:crypto';
import pg from 'pg';

export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

export async function makeDatabase(name: string): Promise<TestDatabase> {
  const superUrl = process.env['SANAD_TEST_DATABASE_URL'];
  if (superUrl === undefined) throw new Error('SANAD_TEST_DATABASE_URL is not set');
  const database = `${name}_${randomBytes(4).toString('hex')}`;
  await asSuper(superUrl, `CREATE DATABASE "${database}"`);
  const url = new URL(superUrl);
  url.pathname = `/${database}`;
  return {
    url: url.href,
    drop: () => asSuper(superUrl, `DROP DATABASE "${database}" WITH (FORCE)`),
  };
}

async function asSuper(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

export interface TokenClaims {
  readonly sub: string;
  readonly person?: string;
  readonly agency?: string;
  readonly permissions: readonly string[];
}

/** An issuer for tests: its keys as SANAD_JWKS, and tokens of the shape that identity gives. */
export async function makeIssuer(origin: string): Promise<{
  readonly jwks: string;
  token(claims: TokenClaims, lifetimeSeconds?: number): Promise<string>;
}> {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'test', alg: 'ES256', use: 'sig' };
  return {
    jwks: JSON.stringify({ keys: [jwk] }),
    token: (claims, lifetimeSeconds = 600) =>
      new SignJWT({ ...claims })
        .setProtectedHeader({ alg: 'ES256', kid: 'test', typ: 'at+jwt' })
        .setIssuer(`${origin}/oidc`)
        .setAudience('sanad')
        .setIssuedAt()
        .setExpirationTime(Math.floor(Date.now() / 1000) + lifetimeSeconds)
        .sign(privateKey),
  };
}
