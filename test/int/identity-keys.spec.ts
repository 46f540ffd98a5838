// The keys that access tokens are signed with, and how one follows the other.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { CurrentProvider } from '../../apps/identity/src/oidc/current-provider.ts';
import { signIn } from '../../tools/demo/sign-in.ts';
import { startIdentityAndGateway, type Running } from './identity-and-gateway.ts';

let system: Running;

beforeAll(async () => {
  system = await startIdentityAndGateway();
});
afterAll(async () => {
  await system?.stop();
});

const published = async (): Promise<string[]> => {
  const answer = await fetch(`${system.origin}/oidc/jwks`);
  return ((await answer.json()) as { keys: { kid: string }[] }).keys.map(({ kid }) => kid);
};

const kidOf = (token: string): string =>
  (JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()) as { kid: string })
    .kid;

/** What so many seconds bring about: the keys are older, and identity looks at them. */
async function pass(seconds: number): Promise<void> {
  // A service fetches the keys again for one that it does not know, but once a second at most.
  await new Promise((resolve) => setTimeout(resolve, 1100));
  await query(
    `UPDATE secret_key SET created_at = created_at - make_interval(secs => ${seconds})
     WHERE purpose = 'signing'`,
  );
  await system.identity.get(CurrentProvider).reload();
  // In so long a time the administrator's token would have been renewed.
  await system.admin.refresh();
}

async function query(sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: system.database.url });
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(sql);
  await client.end();
  return rows;
}

const rotate = (who = system.admin) =>
  system.as(who, 'POST', '/api/identity/signing-keys', { reason: 'yearly' });
const statusOf = async (token: string): Promise<number> => {
  const headers = { authorization: `Bearer ${token}` };
  return (await fetch(`${system.origin}/api/identity/me`, { headers })).status;
};

describe('a new signing key', () => {
  it('is published before it signs, and the old one until its tokens have ended', async () => {
    const person = await system.person('rotated', []);
    const [first = ''] = await published();
    const before = await person.token();
    expect(kidOf(before)).toBe(first);

    const rotated = await rotate();
    expect(rotated.json).toMatchObject({
      total: 2,
      items: [{ id: first, state: 'signs' }, { state: 'next' }],
    });
    const [, second = ''] = await published();
    expect(kidOf(await person.refresh())).toBe(first);
    const again = await rotate();
    expect([again.status, again.problem.reason]).toEqual([409, 'rotation-under-way']);

    await pass(61);
    expect(await published()).toEqual([second, first]);
    const after = await person.refresh();
    expect(kidOf(after)).toBe(second);
    expect([await statusOf(before), await statusOf(after)]).toEqual([200, 200]);

    await pass(600);
    expect(await published()).toContain(first);
    await pass(61);
    expect(await published()).toEqual([second]);
    const rows = await query(`SELECT id FROM secret_key WHERE purpose = 'signing'`);
    expect(rows).toEqual([{ id: second }]);
    expect(await statusOf(await person.refresh())).toBe(200);

    await system.identity.close();
    await system.startIdentity();
    expect(await published()).toEqual([second]);
    const trail = await system.as(
      system.admin,
      'GET',
      `/api/identity/audit?subjectId=${second}&act=signing-key.added`,
    );
    expect(trail.json).toMatchObject({ total: 1, items: [{ reason: 'yearly' }] });
  });

  it('leaves sign-ins that are under way as they are', async () => {
    const person = await system.person('under-way', []);
    await rotate();
    const signingIn = signIn(system.origin, 'under-way', person.password);
    await pass(61);
    expect(await statusOf(await (await signingIn).token())).toBe(200);
    expect(await statusOf(await person.refresh())).toBe(200);
  });

  it('is made by a national administrator, and not seen by one of an agency', async () => {
    const agency = '1f0e8a52-7c2b-4a41-9d15-3b5a2f1e4c20';
    const officer = await system.person('officer', ['accounts.manage'], { agency });
    const reader = await system.person('reader', ['audit.read']);
    expect((await rotate(officer)).problem.reason).toBe('beyond-own-authority');
    expect((await rotate(reader)).status).toBe(403);
    expect((await system.as(officer, 'GET', '/api/identity/signing-keys')).status).toBe(403);
  });
});
