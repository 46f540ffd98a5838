// A registry is registered on a page by the administrator, and verifies with the secret that stands there once.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { ADMINISTRATOR, as } from '../../tools/demo/accounts.ts';
import { runningSystem, type Found } from '../../tools/system/running.ts';
import { openBrowser } from '../engines/browser.ts';
import { pageOf } from './page-of.ts';

const NAME = `Registry of the test ${Date.now().toString(36)}`;

let found: Found;
let browser: Browser;
let page: Page;
let clientId: string;
let first: string;

beforeAll(async () => {
  found = runningSystem(process.env['SANAD_TEST_DATA_DIR']);
  browser = await openBrowser();
  page = await pageOf({ found, browser }, ADMINISTRATOR, found.state.secrets.adminPassword);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
}, 60_000);

afterAll(() => browser?.close());

const button = (name: string) => page.getByRole('button', { name, exact: true });
const row = () => page.getByRole('row').filter({ hasText: NAME });

async function copied(what: 'id' | 'secret'): Promise<string> {
  await button(`Copy the ${what}`).click();
  await page.getByText('Copied', { exact: true }).first().waitFor();
  return page.evaluate('navigator.clipboard.readText()');
}

const tokenFor = (secret: string): Promise<Response> =>
  fetch(`${found.state.origin}/oidc/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${clientId}:${secret}`)}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });

it('is registered, is shown its secret once, and verifies with it', async () => {
  await page.goto(`${found.state.origin}/work/clients`);
  await page.getByRole('link', { name: 'Register a registry' }).click();
  await button('Register it').click();
  await page.getByRole('alert').getByText('Fill in this field.').first().waitFor();
  await page.getByLabel('Name').fill(NAME);
  await page.getByLabel('Reason').fill('Agreed with the courts.');
  await button('Register it').click();
  await page.getByText(`Secret of “${NAME}”`).waitFor();
  clientId = await copied('id');
  first = await copied('secret');
  expect(await page.getByText(first, { exact: true }).count()).toBe(1);
  const answer = await tokenFor(first);
  expect(answer.status).toBe(200);
  const { access_token: token } = (await answer.json()) as { access_token: string };
  const certifier = await as(found.state, 'certifier');
  const { items } = await certifier.get<{ items: { code: string }[] }>(
    'certificates/certificates?state=active&limit=1',
  );
  const verified = await fetch(`${found.state.origin}/api/certificates/verify/batch`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ items: [{ code: items[0]?.code }] }),
  });
  expect(await verified.json()).toMatchObject({ items: [{ standing: 'valid' }] });
  await page.getByRole('link', { name: 'To the registries' }).click();
  await row().waitFor();
  expect(await page.content()).not.toContain(first);
});

it('gets another secret, with which the former is of no use; locked, none is', async () => {
  await row().getByRole('button', { name: 'Open' }).click();
  await button('Replace the secret').click();
  await page.getByLabel('Reason').fill('The former was read by others.');
  await button('Replace the secret').last().click();
  await page.getByText(`Secret of “${NAME}”`).waitFor();
  const second = await copied('secret');
  expect([(await tokenFor(first)).status, (await tokenFor(second)).status]).toEqual([401, 200]);
  await button('Lock').click();
  await page.getByLabel('Reason').fill('It left the network.');
  await button('Lock this registry').click();
  await row().getByText('Locked').waitFor();
  expect((await tokenFor(second)).status).toBe(401);
  await button('Unlock').click();
  await page.getByLabel('Reason').fill('It is back.');
  await button('Unlock this registry').click();
  await row().getByText('Active').waitFor();
  expect((await tokenFor(second)).status).toBe(200);
});
