import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../apps/gateway/src/config.ts';
import { buildGateway } from '../../apps/gateway/src/build-gateway.ts';
import { freePorts } from '../../tools/engines/ports.ts';
import { call, type Answer } from '../engines/call.ts';
import { Browser, signInBrowser } from './gateway-browser.ts';
import {
  ADMIN_PASSWORD,
  startIdentityAndGateway,
  type Echo,
  type Running,
} from './identity-and-gateway.ts';

let system: Running;
let web: string;
let metricsPort: number;

beforeAll(async () => {
  web = mkdtempSync(join(tmpdir(), 'sanad-web-'));
  mkdirSync(join(web, 'assets'));
  writeFileSync(join(web, 'index.html'), '<!doctype html><title>Sanad</title>');
  writeFileSync(join(web, 'assets', 'app-4f2a.js'), 'export const words = "w";\n'.repeat(400));
  [metricsPort = 0] = await freePorts(1);
  system = await startIdentityAndGateway({
    SANAD_WEB_FOLDER: web,
    SANAD_METRICS_PORT: String(metricsPort),
  });
});

afterAll(async () => {
  await system?.stop();
  rmSync(web, { recursive: true });
});

const echoed = (answer: Answer): Echo => answer.json as Echo;
const get = (path: string, headers: Record<string, string> = {}): Promise<Answer> =>
  call(system.origin, 'GET', path, undefined, headers);

const signedIn = (returnTo = '/', userName = 'administrator', password = ADMIN_PASSWORD) =>
  signInBrowser(system, returnTo, userName, password);

/** A body that comes in pieces, without a length; answers the status. */
function chunked(path: string, body: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const sending = request(new URL(path, system.origin), { method: 'POST' }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sending.on('error', reject);
    for (let at = 0; at < body.length; at += 100_000) sending.write(body.slice(at, at + 100_000));
    sending.end();
  });
}

describe('a browser', () => {
  it('signs in by the code flow and holds a sealed, HttpOnly cookie and nothing else', async () => {
    const browser = await signedIn('/home?tab=1');
    expect(browser.landed).toBe('/home?tab=1');
    const line = browser.lines.findLast((one) => one.startsWith('sanad=')) ?? '';
    expect(line).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/);
    const session = await browser.call('GET', '/auth/session');
    expect(session.json).toEqual({ signedIn: true, csrf: expect.any(String) });
    expect(browser.names()).toEqual(['sanad']);
    expect(browser.lines.every((one) => /; httponly/i.test(one))).toBe(true);
    // Neither a token nor its first letters in base64 can be read in it.
    expect(line).not.toMatch(/eyJhbGci|ZXlKaGJHY2/);
    const me = await browser.call('GET', '/api/identity/me');
    expect(me.json).toMatchObject({ displayName: 'Administrator', locale: 'en' });
  });

  it('has its token passed on to the service, its cookie never', async () => {
    const browser = await signedIn();
    const { headers } = echoed(await browser.call('GET', '/api/competency/me/profile'));
    expect(headers.authorization).toMatch(/^Bearer ey/);
    expect([headers.cookie, headers['x-csrf-token'], headers['x-forwarded-for']]).toEqual([
      undefined,
      undefined,
      '127.0.0.1',
    ]);
  });

  it('changes nothing without the token of its session and its own origin', async () => {
    const browser = await signedIn();
    const change = (headers: Record<string, string>) =>
      browser.call('POST', '/api/competency/frameworks', { a: 1 }, headers);
    const { origin } = system;
    const token = { 'x-csrf-token': browser.csrf };
    const sent: Record<string, string>[] = [
      {},
      { origin },
      token,
      { ...token, origin: 'https://evil.example' },
      { ...token, origin: 'null' },
      { origin, 'x-csrf-token': `${browser.csrf}x` },
    ];
    const reasons = await Promise.all(
      sent.map(async (headers) => {
        const answer = await change(headers);
        return [answer.status, answer.problem.reason];
      }),
    );
    expect(reasons).toEqual([
      [403, 'foreign-origin'],
      [403, 'csrf-token'],
      [403, 'foreign-origin'],
      [403, 'foreign-origin'],
      [403, 'foreign-origin'],
      [403, 'csrf-token'],
    ]);
    const taken = await change({ origin, ...token });
    expect([taken.status, echoed(taken).body]).toEqual([200, '{"a":1}']);
    const signOut = await browser.call('POST', '/auth/sign-out', {}, { origin });
    expect(signOut.problem.reason).toBe('csrf-token');
  });

  it('signs out here and at identity: the cookie of before renews nothing', async () => {
    const browser = await signedIn();
    const before = browser.withTokenEndingIn(10_000);
    const out = await browser.call(
      'POST',
      '/auth/sign-out',
      {},
      { origin: system.origin, 'x-csrf-token': browser.csrf },
    );
    expect(out.json).toEqual({ location: '/' });
    expect(out.headers.getSetCookie().join()).toContain('Max-Age=0');
    const session = await get('/auth/session', { cookie: before });
    expect(session.json).toEqual({ signedIn: false, csrf: null });
  });

  it('is not led to another site after signing in', async () => {
    for (const evil of [
      'https://evil.example/',
      '//evil.example',
      '/\\evil.example',
      'javascript:1',
    ]) {
      expect([evil, (await signedIn(evil)).landed]).toEqual([evil, '/']);
    }
  });

  it("cannot be given somebody else's sign-in: a callback without its own beginning ends there", async () => {
    const answer = await get('/auth/callback?code=stolen&state=foreign');
    expect([answer.status, answer.headers.get('set-cookie') ?? '']).toEqual([400, '']);
  });

  it('may sign in in two tabs at once', async () => {
    const browser = new Browser(system);
    const first = await browser.begin('/first');
    const second = await browser.begin('/second');
    expect(await browser.finish(second, 'administrator', ADMIN_PASSWORD)).toBe('/second');
    expect(await browser.finish(first, 'administrator', ADMIN_PASSWORD)).toBe('/first');
  });

  it('is nobody when its cookie was changed or sealed with another key', async () => {
    const browser = await signedIn();
    const cookie = browser
      .cookieLine()
      .replace(/(?<=sanad=.{20})./, (letter) => (letter === 'A' ? 'B' : 'A'));
    expect((await get('/auth/session', { cookie })).json).toEqual({ signedIn: false, csrf: null });
  });
});

describe('the gateway', () => {
  it('says the security headers on pages, services and refusals, and no inline code is allowed', async () => {
    for (const path of ['/', '/api/competency/x', '/api/nowhere', '/auth/session', '/oidc/jwks']) {
      const { headers } = await get(path);
      expect([path, headers.get('content-security-policy')]).toEqual([
        path,
        expect.stringContaining("default-src 'self'"),
      ]);
      expect(headers.get('content-security-policy')).not.toContain('unsafe');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('x-powered-by')).toBeNull();
    }
  });

  it('lets no service but identity set a cookie', async () => {
    expect((await get('/api/competency/x')).headers.get('set-cookie')).toBeNull();
  });

  it('passes paths, queries, ETags and status codes on unchanged', async () => {
    const answer = await get('/api/competency/missing/%D0%B0?b=%20c&d=1', { 'if-match': '"7"' });
    expect([answer.status, answer.headers.get('etag'), echoed(answer).url]).toEqual([
      404,
      '"7"',
      '/api/competency/missing/%D0%B0?b=%20c&d=1',
    ]);
    expect(echoed(answer).headers['if-match']).toBe('"7"');
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('routes what stands outside /api: the issuer, its keys, the DID, status lists and the log', async () => {
    const issuer = await get('/.well-known/openid-configuration');
    expect(issuer.json).toMatchObject({ issuer: `${system.origin}/oidc` });
    for (const path of [
      '/.well-known/did.json',
      '/status/1',
      '/log/checkpoint',
      '/log/tile/0/000',
    ]) {
      const answer = await get(path);
      expect([echoed(answer).url, answer.headers.get('access-control-allow-origin')]).toEqual([
        path,
        '*',
      ]);
    }
  });

  it('answers 503 as problem+json for a service that is away, and names no address', async () => {
    const answer = await get('/api/question-bank/items');
    expect(answer.status).toBe(503);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.problem.reason).toBe('service-unavailable');
    expect(answer.text).not.toMatch(/ECONN|127\.0\.0\.1|at .*\(/);
  });

  it('takes bodies up to 1 MiB, with and without a length, and larger ones for imports only', async () => {
    const big = 'x'.repeat((1 << 20) + 1);
    const post = (path: string, body: string) => call(system.origin, 'POST', path, body);
    expect((await post('/api/competency/frameworks', big)).status).toBe(413);
    expect((await post('/api/competency/frameworks', big.slice(1))).status).toBe(200);
    expect(await chunked('/api/competency/frameworks', big)).toBe(413);
    const csv = '/api/exam-delivery/sittings/5/enrolments.csv';
    expect(echoed(await post(csv, big)).body).toHaveLength(big.length);
  });

  it('shows health of each service to anyone, and metrics to nobody', async () => {
    expect((await get('/api/identity/health/live')).json).toEqual({ status: 'alive' });
    expect((await get('/api/identity/health/ready')).json).toMatchObject({ ready: true });
    expect((await get('/api/gateway/health/ready')).json).toEqual({
      ready: true,
      checks: { web: 'ok' },
    });
    for (const path of [
      '/api/identity/metrics',
      '/api/identity/metrics/',
      '/api/identity//metrics',
      '/api/gateway/metrics',
      '/api/gateway/metrics/',
    ]) {
      expect([path, (await get(path)).status]).toEqual([path, 404]);
    }
  });

  it('measures by the pattern of a route, on a port of its own, and names nobody', async () => {
    const door = `http://127.0.0.1:${metricsPort}`;
    const id = '3f0c9a52-7f5f-4c57-9d31-5b8f7a6f2f10';
    await get(`/api/competency/practitioners/${id}?search=Rahimov`);
    await get('/api/question-bank/items');
    await get('/verify/ABCD-EFGH');
    const answer = await call(door, 'GET', '/api/gateway/metrics');
    expect(answer.headers.get('content-type')).toContain('text/plain');
    expect(answer.text).toMatch(
      /http_request_seconds_count\{[^}]*route="\/api\/competency\/\*",method="GET",status="200"/,
    );
    expect(answer.text).toMatch(/route="\/api\/question-bank\/\*",method="GET",status="503"/);
    expect(answer.text).toMatch(/route="\/\*",method="GET",status="200"/);
    expect(answer.text).toContain('process_cpu_seconds_total');
    for (const told of [id, 'Rahimov', 'ABCD-EFGH', '127.0.0.1']) {
      expect(answer.text).not.toContain(told);
    }
    // Nothing else is behind that door.
    for (const path of ['/', '/api/competency/x', '/auth/session']) {
      expect([path, (await call(door, 'GET', path)).status]).toEqual([path, 404]);
    }
  });

  it('serves the page for every address of the app, and hashed files for ever, compressed', async () => {
    for (const path of ['/', '/home', '/verify/abc', '/sign-in/xyz']) {
      const answer = await get(path);
      expect([path, answer.headers.get('cache-control')]).toEqual([path, 'no-cache']);
      expect(answer.text).toContain('<title>Sanad</title>');
    }
    const asset = await get('/assets/app-4f2a.js', { 'accept-encoding': 'br' });
    expect(asset.headers.get('content-encoding')).toBe('br');
    expect(asset.headers.get('cache-control')).toContain('immutable');
    expect((await get('/assets/..%2f..%2fetc%2fpasswd.x')).status).toBe(403);
    for (const path of ['/assets/gone.js', '/robots.txt', '/api/nowhere']) {
      expect([path, (await get(path)).status]).toEqual([path, 404]);
    }
    expect((await get('/%zz')).status).toBe(400);
    expect((await get('/assets/gone.js')).headers.get('cache-control')).not.toContain('immutable');
  });

  it('says clearly that the web app is not built', async () => {
    const [port = 0] = await freePorts(1);
    const gateway = await buildGateway(
      readConfig({
        SANAD_PORT: String(port),
        SANAD_PUBLIC_ORIGIN: `http://localhost:${port}`,
        SANAD_IDENTITY_URL: 'http://127.0.0.1:1',
        SANAD_SERVICES: '{"certificates":"http://127.0.0.1:1"}',
        SANAD_SESSION_KEY: '0'.repeat(64),
        SANAD_CLIENT_SECRET: 'c',
        SANAD_WEB_FOLDER: join(web, 'nothing-here'),
        SANAD_VERIFY_LIMIT: '3',
        SANAD_SIGN_IN_LIMIT: '2',
      }),
    );
    await gateway.listen(port, '127.0.0.1');
    try {
      const page = await call(gateway, 'GET', '/home');
      expect([page.status, page.text]).toEqual([503, expect.stringContaining('npm run build')]);
      const verified = await Promise.all(
        Array.from({ length: 5 }, () => call(gateway, 'GET', '/api/certificates/verify/X')),
      );
      expect(verified.map((one) => one.status).toSorted((a, b) => a - b)).toEqual([
        429, 429, 503, 503, 503,
      ]);
      expect(verified.at(-1)?.headers.get('retry-after')).toBe('20');
    } finally {
      await gateway.close();
    }
  });

  it('refuses to start on a plain origin outside localhost, and names everything that is missing', () => {
    const read = () => readConfig({ SANAD_PUBLIC_ORIGIN: 'http://sanad.example' });
    expect(read).toThrow(/https outside localhost/);
    expect(read).toThrow(/SANAD_SESSION_KEY.*SANAD_CLIENT_SECRET/);
  });
});

describe('while identity is stopped', () => {
  it('an attempt goes on, public routes answer, and a session lasts as long as its token', async () => {
    const browser = await signedIn();
    await system.identity.close();
    try {
      const cookie = browser.cookieLine();
      const save = await call(
        system.origin,
        'POST',
        '/api/exam-delivery/attempts/7/journal',
        { entries: [] },
        { authorization: 'Attempt abc.def', cookie },
      );
      expect([save.status, echoed(save).headers.authorization]).toEqual([200, 'Attempt abc.def']);
      const profile = await browser.call('GET', '/api/competency/me/profile');
      expect(echoed(profile).headers.authorization).toMatch(/^Bearer /);
      expect((await browser.call('GET', '/api/identity/me')).status).toBe(503);
      const expired = browser.withTokenEndingIn(-1);
      const open = await get('/api/certificates/verify/ABC', { cookie: expired });
      expect([open.status, echoed(open).headers.authorization]).toEqual([200, undefined]);
      expect(open.headers.get('set-cookie')).toBeNull();
    } finally {
      await system.startIdentity();
    }
  });
});

describe('a session near the end of its token', () => {
  it('is renewed once for all requests of that moment, and the new cookie is sent back', async () => {
    const browser = await signedIn();
    const cookie = browser.withTokenEndingIn(20_000);
    const answers = await Promise.all(
      [1, 2, 3].map(() => get('/api/competency/me/profile', { cookie })),
    );
    const tokens = new Set(answers.map((one) => echoed(one).headers.authorization));
    expect(tokens.size).toBe(1);
    expect(answers.every((one) => one.headers.get('set-cookie')?.startsWith('sanad='))).toBe(true);
    const late = await get('/api/competency/me/profile', { cookie });
    expect(tokens).toContain(echoed(late).headers.authorization);
  });

  it('ends when its account is locked, and takes the cookie away', async () => {
    const person = await system.person('to-be-locked', ['exams.sit']);
    const browser = await signedIn('/', person.userName, person.password);
    await system.as(system.admin, 'POST', `/api/identity/accounts/${person.id}/lock`, {
      reason: 'left the service',
    });
    const answer = await get('/auth/session', { cookie: browser.withTokenEndingIn(5) });
    expect(answer.json).toEqual({ signedIn: false, csrf: null });
    expect(answer.headers.get('set-cookie')).toContain('Max-Age=0');
  });
});
