import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import { signIn, SignInRefused, type SignedIn } from '../../tools/demo/sign-in.ts';
import { call } from '../engines/call.ts';
import {
  ADMIN_PASSWORD,
  startIdentityAndGateway,
  type Person,
  type Running,
} from './identity-and-gateway.ts';

const AGENCY = '1f0e8a52-7c2b-4a41-9d15-3b5a2f1e4c20';
const OTHER_AGENCY = '2f0e8a52-7c2b-4a41-9d15-3b5a2f1e4c21';

let system: Running;

beforeAll(async () => {
  system = await startIdentityAndGateway();
});

afterAll(async () => {
  await system?.stop();
});

const claimsOf = (token: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Record<
    string,
    unknown
  >;

const reasonOf = async (attempt: Promise<unknown>): Promise<string> => {
  try {
    await attempt;
    return 'signed in';
  } catch (error) {
    if (error instanceof SignInRefused) return error.reason;
    throw error;
  }
};

const events = async (): Promise<{ key: string; data: Record<string, unknown> }[]> => {
  const client = new pg.Client({ connectionString: system.database.url });
  await client.connect();
  const { rows } = await client.query<{ key: string; data: Record<string, unknown> }>(
    `SELECT key, data FROM outbox WHERE name = 'account.changed' ORDER BY seq`,
  );
  await client.end();
  return rows;
};

const form = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(`${system.origin}/oidc/token`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers,
  });

const authorize = (more: Record<string, string>, without: string[] = []): Promise<Response> => {
  const query = new URLSearchParams({
    client_id: 'sanad-program',
    redirect_uri: 'http://127.0.0.1/callback',
    response_type: 'code',
    scope: 'openid',
    state: 's',
    code_challenge_method: 'S256',
    code_challenge: createHash('sha256').update('v'.repeat(43)).digest('base64url'),
    ...more,
  });
  without.forEach((name) => query.delete(name));
  return fetch(`${system.origin}/oidc/auth?${query.toString()}`, { redirect: 'manual' });
};

describe('sign-in', () => {
  it('gives an access token with the person, the agency and the permissions, and no name', async () => {
    const person = await system.person('nilufar', ['exams.sit'], {
      agency: AGENCY,
      personnelNumber: 'TJ 10-20',
    });
    const claims = claimsOf(await person.token());
    expect(claims).toMatchObject({
      iss: `${system.origin}/oidc`,
      aud: 'sanad',
      sub: person.id,
      agency: AGENCY,
      permissions: ['exams.sit'],
    });
    expect(claims['person']).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8/);
    expect(JSON.stringify(claims)).not.toContain('nilufar');
  });

  it('knows one person by the number however it is written', async () => {
    const [first, second] = await Promise.all([
      system.person('twice-1', [], { personnelNumber: 'ab 77-1' }),
      system.person('twice-2', [], { personnelNumber: 'AB771' }),
    ]);
    const personOf = async (one: Person) => claimsOf(await one.token())['person'];
    expect(await personOf(first)).toBe(await personOf(second));
  });

  it('rotates the refresh token, forgives the same one twice at once, and ends a stolen grant', async () => {
    const person = await system.person('rotating', []);
    const before = person.accessToken;
    await person.refresh();
    expect(person.accessToken).not.toBe(before);
    const tokens = await rawTokens(person);
    const refreshWith = (token: string) =>
      form({ grant_type: 'refresh_token', refresh_token: token, client_id: 'sanad-program' });
    const both = await Promise.all([refreshWith(tokens.refresh), refreshWith(tokens.refresh)]);
    expect(both.map((one) => one.status)).toEqual([200, 200]);
    const next = (await both[0]?.json()) as { refresh_token: string };
    await withDatabase((client) =>
      client.query(
        `UPDATE oidc_record SET consumed_at = consumed_at - interval '1 minute' WHERE consumed_at IS NOT NULL`,
      ),
    );
    expect((await refreshWith(tokens.refresh)).status).toBe(400);
    expect((await refreshWith(next.refresh_token)).status).toBe(400);
  });

  it("asks for a password of one's own after a one-time one, and refuses weak ones", async () => {
    const created = await system.as(system.admin, 'POST', '/api/identity/accounts', {
      userName: 'newcomer',
      displayName: 'New',
      permissions: [],
      reason: 'joined',
    });
    const { oneTimePassword } = created.json as { oneTimePassword: string };
    expect(await reasonOf(signIn(system.origin, 'newcomer', oneTimePassword))).toBe(
      'new-password-required',
    );
    for (const newPassword of ['short', 'aaaaaaaaaaaaaaa', 'my-newcomer-word', oneTimePassword]) {
      const refused = signIn(system.origin, 'newcomer', oneTimePassword, { newPassword });
      expect([newPassword, await reasonOf(refused)]).toEqual([newPassword, 'new-password-refused']);
    }
    const newPassword = 'a long and quiet sentence';
    await signIn(system.origin, 'newcomer', oneTimePassword, { newPassword });
    expect(await reasonOf(signIn(system.origin, 'newcomer', oneTimePassword))).toBe(
      'wrong-credentials',
    );
    expect(await reasonOf(signIn(system.origin, ' NewComer ', newPassword))).toBe('signed in');
  });

  it('answers an unknown name and a wrong password alike, and as slowly', async () => {
    await system.person('known', []);
    const tried = async (name: string) => {
      const began = performance.now();
      const browser = await begin();
      const answer = await browser.signIn(name, 'not the password');
      return { answer, took: performance.now() - began };
    };
    const known = await tried('known');
    const unknown = await tried('nobody-of-that-name');
    expect(known.answer.status).toBe(401);
    expect(withoutInstance(known.answer.json)).toEqual(withoutInstance(unknown.answer.json));
    expect(Math.abs(known.took - unknown.took)).toBeLessThan(150);
    expect(Math.min(known.took, unknown.took)).toBeGreaterThan(290);
  });

  it('throttles guesses at one account, sent at once or not, known or not', async () => {
    const victim = await system.person('victim', []);
    for (const name of ['victim', 'never-created']) {
      const browsers = await Promise.all(Array.from({ length: 14 }, begin));
      const statuses = await Promise.all(
        browsers.map(async (one) => (await one.signIn(name, 'guess')).status),
      );
      expect(statuses.toSorted((a, b) => a - b)).toEqual([
        ...Array(10).fill(401),
        ...Array(4).fill(429),
      ]);
    }
    const refused = await (await begin()).signIn('victim', victim.password);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    // Others are not disturbed.
    expect(await reasonOf(signIn(system.origin, 'administrator', ADMIN_PASSWORD))).toBe(
      'signed in',
    );
    await withDatabase((client) => client.query('DELETE FROM sign_in_failure'));
  });

  it('lets nobody use the sign-in of another browser', async () => {
    const browser = await begin();
    const answer = await call(
      system.origin,
      'POST',
      `/api/identity/interaction/${browser.uid}/sign-in`,
      { userName: 'administrator', password: ADMIN_PASSWORD },
    );
    expect([answer.status, answer.problem.reason]).toEqual([410, 'interaction-expired']);
    const { cookie } = await begin();
    const another = await call(
      system.origin,
      'POST',
      `/api/identity/interaction/${browser.uid}/sign-in`,
      { userName: 'administrator', password: ADMIN_PASSWORD },
      { cookie },
    );
    expect([another.status, another.problem.reason]).toEqual([410, 'interaction-expired']);
  });

  it('refuses the code flow without PKCE, with a plain challenge and to a foreign address', async () => {
    const withoutPkce = await authorize({}, ['code_challenge', 'code_challenge_method']);
    expect(withoutPkce.headers.get('location')).toContain('error=invalid_request');
    const plain = await authorize({ code_challenge_method: 'plain' });
    expect(plain.headers.get('location')).toContain('error=invalid_request');
    const foreign = await authorize({ redirect_uri: 'https://evil.example/callback' });
    expect(foreign.status).toBe(400);
    expect(foreign.headers.get('location')).toBeNull();
  });

  it('refuses the password grant, the implicit flow and a code without its verifier', async () => {
    const password = await form({
      grant_type: 'password',
      username: 'administrator',
      password: ADMIN_PASSWORD,
      client_id: 'sanad-program',
    });
    expect(await password.json()).toMatchObject({ error: 'unsupported_grant_type' });
    const implicit = await authorize({ response_type: 'token' });
    expect(implicit.headers.get('location')).toContain('error=unsupported_response_type');
    const code = await codeFor('administrator', ADMIN_PASSWORD);
    const stolen = await form({
      grant_type: 'authorization_code',
      code,
      client_id: 'sanad-program',
      redirect_uri: 'http://127.0.0.1/callback',
      code_verifier: 'w'.repeat(43),
    });
    expect(await stolen.json()).toMatchObject({ error: 'invalid_grant' });
  });
});

describe('accounts', () => {
  let officer: Person;
  let member: Person;
  let foreigner: Person;

  beforeAll(async () => {
    officer = await system.person('officer', ['accounts.manage', 'practitioners.read'], {
      agency: AGENCY,
      personnelNumber: 'P-1',
    });
    member = await system.person('member', ['exams.sit'], { agency: AGENCY });
    foreigner = await system.person('foreigner', ['exams.sit'], { agency: OTHER_AGENCY });
  });

  const account = (id: string, rest = '') => `/api/identity/accounts/${id}${rest}`;
  const reason = 'as decided today';

  it('are managed by those who hold the permission only', async () => {
    const routes: [string, string, unknown][] = [
      ['GET', '/api/identity/accounts', undefined],
      ['GET', account(member.id), undefined],
      [
        'POST',
        '/api/identity/accounts',
        { userName: 'x', displayName: 'X', permissions: [], reason },
      ],
      ['PATCH', account(member.id), { displayName: 'X', reason }],
      ['POST', account(member.id, '/lock'), { reason }],
      ['POST', account(member.id, '/unlock'), { reason }],
      ['POST', account(member.id, '/reset-password'), { reason }],
      ['GET', '/api/identity/clients', undefined],
      ['POST', '/api/identity/clients', { name: 'reg', permissions: ['registry.verify'] }],
      ['POST', '/api/identity/clients/registry-x/lock', { reason }],
      ['GET', '/api/identity/audit', undefined],
    ];
    for (const [method, path, body] of routes) {
      const nobody = await call(system.origin, method, path, body);
      const wrong = await system.as(member, method, path, body);
      expect([method, path, nobody.status, wrong.status]).toEqual([method, path, 401, 403]);
    }
  });

  it('are created and given permissions with a reason, an audit row and an event', async () => {
    const read = await system.as(system.admin, 'GET', account(member.id));
    const changed = await system.as(
      system.admin,
      'PATCH',
      account(member.id),
      { permissions: ['exams.sit', 'items.write'], reason: 'became an author' },
      { 'if-match': read.headers.get('etag') ?? '' },
    );
    expect([changed.status, changed.headers.get('etag')]).toEqual([200, '"2"']);
    const trail = await system.as(
      system.admin,
      'GET',
      `/api/identity/audit?subjectId=${member.id}&act=account.changed`,
    );
    expect(trail.json).toMatchObject({
      total: 1,
      items: [
        {
          reason: 'became an author',
          data: { after: { permissions: ['exams.sit', 'items.write'] } },
        },
      ],
    });
    const last = (await events()).findLast((one) => one.key === member.id);
    expect(last?.data).toEqual({
      accountId: member.id,
      person: null,
      agency: AGENCY,
      permissions: ['exams.sit', 'items.write'],
      locked: false,
    });
    await member.refresh();
    expect(claimsOf(member.accessToken)['permissions']).toEqual(['exams.sit', 'items.write']);
  });

  it('are not changed without a reason, without If-Match or from an old version', async () => {
    const patch = (body: object, headers: object) =>
      system.as(system.admin, 'PATCH', account(member.id), body, headers);
    const nameless = await patch({ permissions: [] }, { 'if-match': '"2"' });
    expect(nameless.status).toBe(400);
    expect(nameless.problem.errors?.map((one) => one.field)).toContain('reason');
    expect((await patch({ permissions: [], reason }, {})).status).toBe(428);
    expect((await patch({ permissions: [], reason }, { 'if-match': '"1"' })).status).toBe(412);
    const unknown = await patch({ permissions: ['everything'], reason }, { 'if-match': '"2"' });
    expect(unknown.problem.errors?.map((one) => one.field)).toEqual(['permissions']);
  });

  it("of one's own are changed by nobody, through another account of his neither", async () => {
    const second = await system.person('officer-2', ['exams.sit'], {
      agency: AGENCY,
      personnelNumber: 'p1',
    });
    for (const id of [officer.id, second.id]) {
      for (const act of ['/lock', '/unlock', '/reset-password']) {
        const refused = await system.as(officer, 'POST', account(id, act), { reason });
        expect([refused.status, refused.problem.reason]).toEqual([403, 'own-account']);
      }
      const patch = await system.as(
        officer,
        'PATCH',
        account(id),
        { permissions: ['accounts.manage', 'practitioners.read'], reason },
        { 'if-match': '*' },
      );
      expect([patch.status, patch.problem.reason]).toEqual([403, 'own-account']);
    }
    const third = await system.as(officer, 'POST', '/api/identity/accounts', {
      userName: 'officer-3',
      displayName: 'Me again',
      personnelNumber: 'P 1',
      agency: AGENCY,
      permissions: [],
      reason,
    });
    expect(third.problem.reason).toBe('own-account');
  });

  it('of another agency are not there for an officer, and no more is granted than is held', async () => {
    for (const [method, path, body] of [
      ['GET', account(foreigner.id), undefined],
      ['POST', account(foreigner.id, '/lock'), { reason }],
      ['POST', account(foreigner.id, '/reset-password'), { reason }],
    ] as const) {
      expect((await system.as(officer, method, path, body)).status).toBe(404);
    }
    const list = await system.as(officer, 'GET', '/api/identity/accounts?limit=500');
    const { items } = list.json as { items: { agency: string }[] };
    expect(new Set(items.map((one) => one.agency))).toEqual(new Set([AGENCY]));
    const beyond = async (more: object) => {
      const answer = await system.as(officer, 'POST', '/api/identity/accounts', {
        userName: 'beyond',
        displayName: 'B',
        agency: AGENCY,
        permissions: ['exams.sit'],
        reason,
        ...more,
      });
      return [answer.status, answer.problem.reason];
    };
    expect(await beyond({ permissions: ['certificates.issue'] })).toEqual([
      403,
      'beyond-own-authority',
    ]);
    expect(await beyond({ agency: OTHER_AGENCY })).toEqual([403, 'beyond-own-authority']);
    expect(await beyond({ agency: undefined })).toEqual([403, 'beyond-own-authority']);
  });

  it('that are locked sign in no more, refresh no more, and say so only to the right password', async () => {
    const person = await system.person('locked', []);
    await system.as(system.admin, 'POST', account(person.id, '/lock'), { reason });
    await expect(person.refresh()).rejects.toThrow('invalid_grant');
    expect(await reasonOf(signIn(system.origin, 'locked', person.password))).toBe('account-locked');
    expect(await reasonOf(signIn(system.origin, 'locked', 'wrong'))).toBe('wrong-credentials');
    await system.as(system.admin, 'POST', account(person.id, '/unlock'), { reason });
    expect(await reasonOf(signIn(system.origin, 'locked', person.password))).toBe('signed in');
  });

  it('that are locked are refused at once here, though their access tokens have minutes left', async () => {
    const person = await system.person('locked-admin', ['accounts.manage']);
    const claims = claimsOf(person.accessToken) as { exp: number; iat: number };
    expect(claims.exp - claims.iat).toBe(300);
    await system.as(system.admin, 'POST', account(person.id, '/lock'), { reason });
    for (const [method, path, body] of [
      ['GET', '/api/identity/me', undefined],
      ['POST', account(person.id, '/unlock'), { reason }],
      ['POST', account(member.id, '/lock'), { reason }],
    ] as const) {
      const refused = await system.as(person, method, path, body);
      expect([refused.status, refused.problem.reason]).toEqual([401, 'account-locked']);
    }
  });

  it('get a one-time password from an officer, which ends every earlier sign-in', async () => {
    const person = await system.person('forgetful', [], { agency: AGENCY });
    const reset = await system.as(officer, 'POST', account(person.id, '/reset-password'), {
      reason,
    });
    const { oneTimePassword } = reset.json as { oneTimePassword: string };
    await expect(person.refresh()).rejects.toThrow('invalid_grant');
    expect(await reasonOf(signIn(system.origin, 'forgetful', person.password))).toBe(
      'wrong-credentials',
    );
    const newPassword = 'another quiet sentence';
    expect(
      await reasonOf(signIn(system.origin, 'forgetful', oneTimePassword, { newPassword })),
    ).toBe('signed in');
  });

  it('of the last administrator are locked by nobody, even when two lock each other at once', async () => {
    const [one, two] = await Promise.all([
      system.person('admin-1', ['accounts.manage']),
      system.person('admin-2', ['accounts.manage']),
    ]);
    const { account: adminId } = (await system.as(system.admin, 'GET', '/api/identity/me'))
      .json as {
      account: string;
    };
    expect((await system.as(one, 'POST', account(adminId, '/lock'), { reason })).status).toBe(200);
    const answers = await Promise.all([
      system.as(one, 'POST', account(two.id, '/lock'), { reason }),
      system.as(two, 'POST', account(one.id, '/lock'), { reason }),
    ]);
    expect(answers.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([200, 422]);
    expect(answers.find((answer) => answer.status === 422)?.problem.reason).toBe(
      'last-administrator',
    );
    const left = answers[0]?.status === 200 ? one : two;
    expect((await system.as(left, 'POST', account(adminId, '/unlock'), { reason })).status).toBe(
      200,
    );
    system.admin = await signIn(system.origin, 'administrator', ADMIN_PASSWORD);
  });
});

describe('the own password', () => {
  const change = (who: Person, currentPassword: string, newPassword: string) =>
    system.as(who, 'POST', '/api/identity/me/password', { currentPassword, newPassword });

  it('is changed by who knows the current one; every other sign-in ends, this one stays', async () => {
    const person = await system.person('changing', []);
    const other = await signIn(system.origin, 'changing', person.password);
    const someoneElse = await system.person('unconcerned', []);
    const open = await codeFor('changing', person.password);
    const next = 'my next quiet sentence';
    expect((await change(person, person.password, next)).status).toBe(204);
    await expect(other.refresh()).rejects.toThrow('invalid_grant');
    const exchanged = await form({
      grant_type: 'authorization_code',
      code: open,
      client_id: 'sanad-program',
      redirect_uri: 'http://127.0.0.1/callback',
      code_verifier: 'v'.repeat(43),
    });
    expect(await exchanged.json()).toMatchObject({ error: 'invalid_grant' });
    expect(await person.refresh()).not.toBe('');
    expect(await person.refresh()).not.toBe('');
    expect(await someoneElse.refresh()).not.toBe('');
    expect(await reasonOf(signIn(system.origin, 'changing', person.password))).toBe(
      'wrong-credentials',
    );
    expect(await reasonOf(signIn(system.origin, 'changing', next))).toBe('signed in');
    const stored = await withDatabase((client) =>
      client.query<{ hash: string }>(
        `SELECT password_hash AS hash FROM account WHERE user_name = 'changing'`,
      ),
    );
    expect(stored.rows[0]?.hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    const trail = await system.as(
      system.admin,
      'GET',
      `/api/identity/audit?subjectId=${person.id}&act=account.password-changed`,
    );
    expect(trail.json).toMatchObject({ total: 1, items: [{ actor: { account: person.id } }] });
  });

  it('stays as it is with a wrong current one, a weak or an unchanged new one, and says which', async () => {
    const person = await system.person('hesitant', []);
    const refusals = [
      [`${person.password}x`, 'my next quiet sentence', 'wrong-password', 'currentPassword'],
      [person.password, 'short', 'too-short', 'newPassword'],
      [person.password, 'my hesitant words', 'contains-user-name', 'newPassword'],
      [person.password, 'aaaaaaaaaaaaaaa', 'too-simple', 'newPassword'],
      [person.password, person.password, 'same-as-before', 'newPassword'],
    ] as const;
    for (const [current, next, reason, field] of refusals) {
      const { status, problem } = await change(person, current, next);
      const told = [status, problem.reason, problem.errors?.[0]?.field];
      expect(told).toEqual([422, reason, field]);
    }
    expect(await reasonOf(signIn(system.origin, 'hesitant', person.password))).toBe('signed in');
  });

  it('is not guessed through an open session: the tries count as those of a sign-in', async () => {
    const person = await system.person('left-open', []);
    const statuses = await Promise.all(
      Array.from(
        { length: 13 },
        async (_, n) => (await change(person, `guess ${n}`, 'my next quiet sentence')).status,
      ),
    );
    expect(statuses.toSorted((a, b) => a - b)).toEqual([
      ...Array(10).fill(422),
      ...Array(3).fill(429),
    ]);
    expect((await change(person, person.password, 'my next quiet sentence')).status).toBe(429);
    expect(await reasonOf(signIn(system.origin, 'left-open', person.password))).toBe('throttled');
    await withDatabase((client) => client.query('DELETE FROM sign_in_failure'));
  });
});

describe('a registry', () => {
  it('gets tokens for its secret, with its own permissions only, until it is locked', async () => {
    const registered = await system.as(system.admin, 'POST', '/api/identity/clients', {
      name: 'Court registry',
      agency: AGENCY,
      permissions: ['registry.verify'],
    });
    expect(registered.status).toBe(201);
    const { clientId, clientSecret } = registered.json as Record<string, string>;
    const basic = (secret: string | undefined) => ({
      authorization: `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}`,
    });
    const grant = { grant_type: 'client_credentials' };
    const answer = await form(grant, basic(clientSecret));
    const token = (await answer.json()) as {
      access_token: string;
    };
    expect(claimsOf(token.access_token)).toMatchObject({
      sub: clientId,
      client_id: clientId,
      aud: 'sanad',
      agency: AGENCY,
      permissions: ['registry.verify'],
    });
    expect((await form(grant, basic(randomBytes(32).toString('base64url')))).status).toBe(401);
    const wide = await system.as(system.admin, 'POST', '/api/identity/clients', {
      name: 'Greedy registry',
      permissions: ['certificates.issue'],
    });
    expect(wide.problem.errors?.map((one) => one.field)).toEqual(['permissions']);
    const act = (verb: string) =>
      system.as(system.admin, 'POST', `/api/identity/clients/${clientId}/${verb}`, {
        reason: 'left the network',
      });
    await act('lock');
    expect((await form(grant, basic(clientSecret))).status).toBe(401);
    expect((await act('unlock')).json).toMatchObject({ locked: false });
    expect((await form(grant, basic(clientSecret))).status).toBe(200);
    const rotated = (await act('rotate')).json as { clientSecret: string };
    expect((await form(grant, basic(clientSecret))).status).toBe(401);
    expect((await form(grant, basic(rotated.clientSecret))).status).toBe(200);
    const trail = await withDatabase((client) =>
      client.query<{ act: string }>(
        `SELECT act, reason, data FROM audit WHERE subject_kind = 'client' AND subject_id = $1
         ORDER BY seq`,
        [clientId],
      ),
    );
    expect(trail.rows.map(({ act: what }) => what)).toEqual([
      'client.registered',
      'client.locked',
      'client.unlocked',
      'client.secret-replaced',
    ]);
    expect(JSON.stringify(trail.rows)).not.toContain(rotated.clientSecret);
  });

  it('is locked by an administrator of its agency, and let in by national ones only', async () => {
    const ours = await system.person('client-officer', ['accounts.manage'], { agency: AGENCY });
    const theirs = await system.person('client-other', ['accounts.manage'], {
      agency: randomUUID(),
    });
    const body = { name: 'Land registry', agency: AGENCY, permissions: ['registry.verify'] };
    const refused = await system.as(ours, 'POST', '/api/identity/clients', body);
    expect([refused.status, refused.problem.reason]).toEqual([403, 'national-only']);
    const registered = await system.as(system.admin, 'POST', '/api/identity/clients', body);
    const { clientId, clientSecret } = registered.json as Record<string, string>;
    const act = (who: SignedIn, verb: string) =>
      system.as(who, 'POST', `/api/identity/clients/${clientId}/${verb}`, { reason: 'as told' });
    for (const verb of ['lock', 'unlock', 'rotate'])
      expect((await act(theirs, verb)).status).toBe(404);
    for (const verb of ['unlock', 'rotate']) {
      const answer = await act(ours, verb);
      expect([answer.status, answer.problem.reason]).toEqual([403, 'national-only']);
    }
    const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
    const grant = { grant_type: 'client_credentials' };
    const headers = { authorization: `Basic ${basic}` };
    expect((await form(grant, headers)).status).toBe(200);
    expect((await act(ours, 'lock')).json).toMatchObject({ locked: true });
    expect((await form(grant, headers)).status).toBe(401);
  });
});

describe('at rest', () => {
  it('holds no password, token, secret or signing key in clear', async () => {
    const person = await system.person('at-rest', []);
    const { refresh, code } = await rawTokens(person);
    const dump = await withDatabase(async (client) => {
      const tables = await client.query<{ name: string }>(
        `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`,
      );
      const texts: string[] = [];
      for (const { name } of tables.rows) {
        const { rows } = await client.query<{ row: string }>(
          `SELECT to_jsonb(t)::text AS row FROM "${name}" t`,
        );
        texts.push(...rows.map((one) => one.row));
      }
      return texts.join('\n');
    });
    expect(dump).toContain('at-rest');
    for (const secret of [person.password, refresh, code, person.accessToken, '"d":']) {
      expect(dump).not.toContain(secret);
    }
    expect(dump).toContain('$argon2id$');
  });

  it('keeps its signing key over a restart', async () => {
    const keys = async () => (await fetch(`${system.origin}/oidc/jwks`)).text();
    const before = await keys();
    await system.identity.close();
    await system.startIdentity();
    expect(await keys()).toBe(before);
    expect(before).not.toContain('"d"');
  });
});

interface Browser {
  uid: string;
  cookie: string;
  signIn(userName: string, password: string): ReturnType<typeof call>;
}

async function begin(): Promise<Browser> {
  const response = await authorize({});
  const uid = response.headers.get('location')?.split('/').at(-1) ?? '';
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  return {
    uid,
    cookie,
    signIn: (userName, password) =>
      call(
        system.origin,
        'POST',
        `/api/identity/interaction/${uid}/sign-in`,
        { userName, password },
        { cookie },
      ),
  };
}

async function codeFor(userName: string, password: string): Promise<string> {
  const browser = await begin();
  const { redirect } = (await browser.signIn(userName, password)).json as { redirect: string };
  const resumed = await fetch(redirect, {
    redirect: 'manual',
    headers: { cookie: browser.cookie },
  });
  return new URL(resumed.headers.get('location') ?? '').searchParams.get('code') ?? '';
}

async function rawTokens(person: Person): Promise<{ refresh: string; code: string }> {
  const code = await codeFor(person.userName, person.password);
  const answer = await form({
    grant_type: 'authorization_code',
    code,
    client_id: 'sanad-program',
    redirect_uri: 'http://127.0.0.1/callback',
    code_verifier: 'v'.repeat(43),
  });
  return { refresh: ((await answer.json()) as { refresh_token: string }).refresh_token, code };
}

async function withDatabase<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: system.database.url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function withoutInstance(json: unknown): object {
  return { ...(json as object), instance: null };
}
