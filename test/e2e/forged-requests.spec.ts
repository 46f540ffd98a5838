// A page of another site, open in the browser of somebody who is signed in here. It stands on another
// port of the same host: for the browser that is the same site, so that SameSite alone holds nothing back.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { readDemo } from '../../tools/demo/accounts.ts';
import { runningSystem } from '../../tools/system/running.ts';
import { openBrowser } from '../engines/browser.ts';

let origin: string;
let browser: Browser;
let page: Page;
let evil: Server;
let evilOrigin: string;

beforeAll(async () => {
  const { state } = runningSystem(process.env['SANAD_TEST_DATA_DIR']);
  ({ origin } = state);
  evil = createServer((_request, response) =>
    response.setHeader('content-type', 'text/html').end('<!doctype html><title>Evil</title>'),
  );
  await new Promise<void>((done) => evil.listen(0, 'localhost', done));
  evilOrigin = `http://localhost:${(evil.address() as AddressInfo).port}`;
  browser = await openBrowser();
  page = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(`${origin}/auth/sign-in`);
  await page.locator('input[name=userName]').fill('candidate2');
  await page.locator('input[name=password]').fill(readDemo(state).passwords['candidate2'] ?? '');
  await page.locator('form button[type=submit]').click();
  await page.getByRole('heading', { name: 'Where you stand' }).waitFor();
}, 120_000);

afterAll(async () => {
  await browser.close();
  evil.close();
});

interface Told {
  readonly status: number;
  readonly reason: string | undefined;
}

/** Runs a function, given as its source, in the page; what it is given travels as JSON. */
const inPage = <T>(source: string, given: unknown): Promise<T> =>
  page.evaluate<T>(`(${source})(${JSON.stringify(given)})`);

/** What the page's own script gets for a request with its cookies. */
const fetched = (path: string, init: object = {}): Promise<Told | string> =>
  inPage(
    `async ({ address, init }) => {
      try {
        const answer = await fetch(address, init);
        const { reason } = await answer.json();
        return { status: answer.status, reason };
      } catch (error) {
        return String(error);
      }
    }`,
    { address: `${origin}${path}`, init: { credentials: 'include', ...init } },
  );

const FORM = `({ action, enctype, name }) => {
  const form = document.createElement('form');
  Object.assign(form, { method: 'POST', action, enctype });
  const input = document.createElement('input');
  Object.assign(input, { name, value: '"}' });
  form.append(input);
  document.body.append(form);
  form.submit();
}`;

/** Sends a form there as a click would, and answers what the services said. */
async function formSent(path: string, enctype: string): Promise<Told> {
  await page.goto(evilOrigin);
  const action = `${origin}${path}`;
  const [answer] = await Promise.all([
    page.waitForResponse((one) => one.url() === action),
    inPage(FORM, { action, enctype, name: '{"locale":"ru","x":"' }),
  ]);
  const sent = await answer.request().allHeaders();
  expect(sent['cookie'] ?? '').toContain('sanad=');
  const { reason } = (await answer.json()) as { reason?: string };
  return { status: answer.status(), reason };
}

const session = async (): Promise<{ signedIn: boolean; csrf: string }> => {
  await page.goto(`${origin}/verify`);
  return inPage(`async () => (await fetch('/auth/session')).json()`, null);
};

describe('a page of another site', () => {
  it('cannot send a change in the name of who is signed in, and cannot end the session', async () => {
    const routes = [
      '/auth/sign-out',
      '/api/exam-delivery/exams',
      '/api/identity/me',
      '/api/competency/practitioners/names',
    ];
    const kinds = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'];
    for (const path of routes) {
      for (const kind of kinds) {
        const { status, reason } = await formSent(path, kind);
        // The gateway's own route reads no form at all.
        const refused = status === 415 || (status === 403 && reason === 'foreign-origin');
        expect([path, kind, status, reason, refused]).toEqual([path, kind, status, reason, true]);
      }
    }
    expect(await session()).toMatchObject({ signedIn: true });
  }, 120_000);

  it('reads nothing, not even whether somebody is signed in, and is asked for nothing beforehand', async () => {
    await page.goto(evilOrigin);
    for (const path of ['/auth/session', '/api/identity/me', '/api/competency/me/profile']) {
      expect([path, await fetched(path)]).toEqual([path, 'TypeError: Failed to fetch']);
    }
    const headers = { 'content-type': 'application/json', 'x-csrf-token': 'guessed' };
    const init = { method: 'PATCH', body: '{"locale":"ru"}', headers };
    expect(await fetched('/api/identity/me', init)).toBe('TypeError: Failed to fetch');
  });

  it('shows no page of this site in a frame', async () => {
    await page.goto(evilOrigin);
    const isForeign = await inPage(
      `async (address) => {
        const frame = document.createElement('iframe');
        frame.src = address;
        const loaded = new Promise((done) => frame.addEventListener('load', done));
        document.body.append(frame);
        await loaded;
        return frame.contentDocument === null;
      }`,
      `${origin}/verify`,
    );
    // The browser puts a page of its own in the place of what was refused.
    expect(isForeign).toBe(true);
    expect(page.frames().map((frame) => frame.url())).toEqual([
      `${evilOrigin}/`,
      'chrome-error://chromewebdata/',
    ]);
  });
});

describe('a page of this site', () => {
  it('sends a change with the token of its session, and without it or with another none', async () => {
    const { csrf } = await session();
    const change = (headers: Record<string, string>): Promise<Told | string> =>
      fetched('/api/identity/me', {
        method: 'PATCH',
        body: '{"locale":"en"}',
        headers: { 'content-type': 'application/json', ...headers },
      });
    const refused = { status: 403, reason: 'csrf-token' };
    expect(await change({})).toEqual(refused);
    expect(await change({ 'x-csrf-token': `${csrf}x` })).toEqual(refused);
    expect(await change({ 'x-csrf-token': csrf })).toMatchObject({ status: 200 });
  });
});
