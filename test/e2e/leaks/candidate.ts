// A first sign-in in a real browser, with a refusal on the way.
import type { Page } from 'playwright-core';
import { toSignIn } from '../sit-in-browser.ts';
import type { Person } from './person.ts';

export async function firstSignIn(page: Page, origin: string, person: Person): Promise<void> {
  await toSignIn(page, origin);
  await page.locator('input[name=userName]').fill(person.userName);
  // The own password, typed too early, is a wrong one: the refusal is logged, what was typed is not.
  await page.locator('input[name=password]').fill(person.password);
  await page.locator('form button[type=submit]').click();
  await page.getByRole('alert').first().waitFor();
  await page.locator('input[name=password]').fill(person.oneTimePassword);
  await page.locator('form button[type=submit]').click();
  await page.locator('input[name=repeat]').fill(person.password);
  await page.locator('input[name=password]').fill(person.password);
  await page.locator('form button[type=submit]').click();
  await page.getByRole('heading', { name: 'Where you stand' }).waitFor();
}
