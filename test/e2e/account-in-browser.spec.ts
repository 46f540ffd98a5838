// An account's way by the pages: made with a password for once, taken into possession, locked and opened again.
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { signInWith } from '../../tools/demo/scene.ts';
import { runningSystem, type Found } from '../../tools/system/running.ts';
import { openBrowser } from '../engines/browser.ts';
import { press, says } from './candidate-in-browser.ts';
import { emptyPage } from './page-of.ts';

const userName = `clerk-${randomBytes(4).toString('hex')}`;
const ownPassword = 'four grey cranes over the pass';

let found: Found;
let browser: Browser;
let administrator: Page;
let oncePassword: string;

beforeAll(async () => {
  found = runningSystem(process.env['SANAD_TEST_DATA_DIR']);
  browser = await openBrowser();
  administrator = await emptyPage(browser);
  await signInWith(administrator, found, 'administrator', found.state.secrets.adminPassword);
});
afterAll(() => browser?.close());

async function tryToSignIn(password: string): Promise<Page> {
  const page = await emptyPage(browser);
  await page.goto(`${found.state.origin}/auth/sign-in?return=/home`);
  await page.getByLabel('User name').fill(userName);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await press(page, 'Sign in');
  return page;
}

async function act(title: string, reason: string, submit: string): Promise<void> {
  await administrator.getByRole('button', { name: title, exact: true }).click();
  await administrator.getByRole('textbox').last().fill(reason);
  await administrator.getByRole('button', { name: submit, exact: true }).last().click();
}

it('an administrator who forgets why, or takes a name that is taken, is told at the field', async () => {
  await administrator.goto(`${found.state.origin}/work/accounts/new`);
  await administrator.getByLabel('Name', { exact: true }).fill('Records clerk');
  await administrator.getByLabel('User name').fill('examiner');
  await press(administrator, 'Make the account');
  await says(administrator, 'There is a problem');
  await administrator.getByRole('textbox').last().fill('New in the records office.');
  await press(administrator, 'Make the account');
  await administrator.getByRole('alert').first().waitFor();
  expect(administrator.url()).toMatch(/accounts\/new$/);
});

it('an account is made with a password that is shown once', async () => {
  await administrator.getByLabel('User name').fill(userName);
  await press(administrator, 'Make the account');
  await says(administrator, 'It is shown this once.');
  oncePassword = await administrator.locator('.once').innerText();
  await administrator.getByRole('link', { name: 'To the account' }).click();
  await says(administrator, userName);
  await administrator.reload();
  await says(administrator, userName);
  expect(await administrator.content()).not.toContain(oncePassword);
});

it('at the first sign-in the person has to choose another, which then is the only one', async () => {
  const page = await tryToSignIn(oncePassword);
  await page.getByRole('heading', { name: 'Choose a password' }).waitFor();
  await page.getByLabel('New password', { exact: true }).fill(ownPassword);
  await page.getByLabel('New password once more').fill(`${ownPassword}!`);
  await press(page, 'Keep this password and go on');
  await says(page, 'The two passwords are not the same.');
  await page.getByLabel('New password once more').fill(ownPassword);
  await press(page, 'Keep this password and go on');
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  await says(page, 'Records clerk');
  const again = await tryToSignIn(oncePassword);
  await says(again, 'The user name or the password is not right.');
});

it('a locked account is told so at the sign-in, and its own password opens it when it is unlocked', async () => {
  await act('Lock', 'Left the office.', 'Lock this account');
  await administrator.getByRole('button', { name: 'Unlock', exact: true }).waitFor();
  const locked = await tryToSignIn(ownPassword);
  await says(locked, 'This account is locked.');
  await act('Unlock', 'Came back.', 'Unlock this account');
  await administrator.getByRole('button', { name: 'Lock', exact: true }).waitFor();
  const page = await tryToSignIn(ownPassword);
  await says(page, 'Records clerk');
});

it('a reset ends the password of the person, who gets another for once', async () => {
  await act('Reset the password', 'Forgotten.', 'Reset the password');
  await says(administrator, 'It is shown this once.');
  const old = await tryToSignIn(ownPassword);
  await says(old, 'The user name or the password is not right.');
  const page = await tryToSignIn(await administrator.locator('.once').innerText());
  await page.getByRole('heading', { name: 'Choose a password' }).waitFor();
});
