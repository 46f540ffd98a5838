// A candidate's way through an exam in a real browser, by what the pages say and offer in English.
import type { Page } from 'playwright-core';
import type { KnownItem } from '../../tools/demo/journey.ts';
import { answerInBrowser } from './answer-in-browser.ts';

export async function toSignIn(page: Page, origin: string): Promise<void> {
  await page.goto(origin);
  await page
    .getByRole('link', { name: 'Sign in' })
    .or(page.getByRole('button', { name: 'Sign in' }))
    .first()
    .click();
}

/**
 * From the candidate's home to the last answer, with a reload in the middle after which every answer is
 * there again. `itemsOf` answers the items of the form that was given, once the exam has begun.
 */
export async function answerAll(page: Page, itemsOf: () => Promise<KnownItem[]>): Promise<void> {
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
}

/** Through the review to the receipt. */
export async function handIn(page: Page): Promise<void> {
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
