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

/** From the candidate's home to the first question. */
export async function beginExam(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'See the rules and begin' }).click();
  await page.getByText('The questions are here, still locked').waitFor();
  await page.getByRole('checkbox').press('Space');
  await page.getByRole('button', { name: 'Begin: the time starts now' }).click();
  await page.getByText(/Question 1 of/).waitFor();
}

/**
 * From the candidate's home to the last answer, with a reload in the middle after which every answer is
 * there again. `itemsOf` answers the items of the form that was given, once the exam has begun.
 */
export async function answerAll(page: Page, itemsOf: () => Promise<KnownItem[]>): Promise<void> {
  await beginExam(page);
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

/** Through the review to the receipt; answers what the review said of the answers. */
export async function handIn(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Review' }).first().click();
  await page.getByRole('heading', { name: 'Review before you hand in' }).waitFor();
  const said = await page.locator('.review > .status').innerText();
  await page.getByRole('button', { name: 'Hand in the exam' }).click();
  await page.getByRole('heading', { name: 'You have handed in your exam' }).waitFor();
  await page.getByRole('button', { name: 'Download the receipt' }).waitFor();
  return said.trim();
}

export interface ShownResult {
  readonly title: string;
  /** In words, with the points and the day of the next try. */
  readonly lead: string;
  /** The page's text in its order. */
  readonly text: string;
}

/** From the receipt to the result, which the page offers as soon as it is there. */
export async function readResult(page: Page): Promise<ShownResult> {
  await page.getByRole('link', { name: 'See the result' }).click();
  await page.getByText('Score', { exact: true }).waitFor();
  return {
    title: await page.locator('main h1').innerText(),
    lead: await page.locator('main .page__lead').innerText(),
    text: await page.locator('main').innerText(),
  };
}
