// The candidate's way in a real browser: first sign-in, exam, receipt, result, certificate.
import type { Page } from 'playwright-core';
import type { KnownItem } from '../../../tools/demo/journey.ts';
import { answerInBrowser } from '../answer-in-browser.ts';
import type { Person } from './person.ts';

export async function firstSignIn(page: Page, origin: string, person: Person): Promise<void> {
  await page.goto(origin);
  await page
    .getByRole('link', { name: 'Sign in' })
    .or(page.getByRole('button', { name: 'Sign in' }))
    .first()
    .click();
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

/** `itemsOf` answers the items of the form that was given. */
export async function sitExam(page: Page, itemsOf: () => Promise<KnownItem[]>): Promise<void> {
  await page.getByRole('link', { name: 'See the rules and begin' }).click();
  await page.getByText('The questions are here, still locked').waitFor();
  await page.getByRole('checkbox').press('Space');
  await page.getByRole('button', { name: 'Begin: the time starts now' }).click();
  await page.getByText(/Question 1 of/).waitFor();
  const items = await itemsOf();
  for (const [index, item] of items.entries()) {
    await answerInBrowser(page, item);
    await page.getByText(/^Saved \d/).waitFor();
    if (index === 1) {
      await page.reload();
      await page.getByText(new RegExp(`2 of ${items.length} answered`)).waitFor();
      await page.getByRole('button', { name: 'Next' }).click();
    }
    if (index < items.length - 1) await page.getByRole('button', { name: 'Next' }).click();
  }
  await page.getByText(new RegExp(`${items.length} of ${items.length} answered`)).waitFor();
  await page.getByRole('button', { name: 'Review' }).first().click();
  await page
    .getByRole('button', { name: /hand in/i })
    .last()
    .click();
  const confirm = page.getByRole('dialog').getByRole('button', { name: /hand in/i });
  if (await confirm.isVisible().catch(() => false)) await confirm.click();
  await page
    .getByText(/receipt/i)
    .first()
    .waitFor();
}
