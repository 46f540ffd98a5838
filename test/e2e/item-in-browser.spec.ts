// An item's way by the pages: an author writes it in a form, a second person reviews it, a third publishes it.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { runningSystem, type Found } from '../../tools/system/running.ts';
import { openBrowser } from '../engines/browser.ts';
import { press, says } from './candidate-in-browser.ts';
import { pageOf } from './page-of.ts';

let found: Found;
let browser: Browser;
let author: Page;
let reviewer: Page;
let publisher: Page;

beforeAll(async () => {
  found = runningSystem(process.env['SANAD_TEST_DATA_DIR']);
  browser = await openBrowser();
  [author, reviewer, publisher] = [
    await pageOf({ found, browser }, 'author'),
    await pageOf({ found, browser }, 'reviewer'),
    await pageOf({ found, browser }, 'publisher'),
  ];
});
afterAll(() => browser?.close());

const option = (page: Page, index: number) =>
  page.locator(`[id="languages.en.choices.${index}.text"]`);

/** Opens an act, says why, and does it. */
async function act(page: Page, title: string, why: string | null, submit: string): Promise<void> {
  await page.getByRole('button', { name: title, exact: true }).first().click();
  if (why !== null) await page.getByRole('textbox').last().fill(why);
  await page.getByRole('button', { name: submit, exact: true }).click();
}

it('what the form lacks is named at its fields, and nothing is saved', async () => {
  await author.goto(`${found.state.origin}/work/items/new`);
  await author.getByLabel('Question', { exact: true }).fill('Which hash is compared first?');
  await press(author, 'Save the draft');
  await says(author, 'There is a problem');
  await says(author, 'Say what the right answer is.');
  expect(author.url()).toContain('/work/items/new');
});

it('an author writes an item in a form, without markup, and sees it as the candidate will', async () => {
  const lines = ['The one of the original', 'The one of the copy', 'Neither: <b>both</b> at once'];
  for (const [index, words] of lines.entries()) await option(author, index).fill(words);
  await author.getByRole('button', { name: 'Remove D' }).click();
  await author.locator('.option-row__mark').first().click();
  await author.getByLabel(/^Why it is right/).fill('The original is hashed before it is copied.');
  await author.getByLabel('Document', { exact: true }).fill('A document of this test');
  await author.getByLabel('Clause or section', { exact: true }).fill('1');
  await press(author, 'Save the draft');
  await author.getByText('As the candidate will see it').waitFor();
  expect(author.url()).toMatch(/\/work\/items\/[0-9a-f-]{36}$/);
  // What looks like markup is words.
  await author.locator('.question').getByText('Neither: <b>both</b> at once').waitFor();
  await act(author, 'Hand in for review', null, 'Hand it in');
  await says(author, 'Handed in. A reviewer sees it now.');
});

it('a reviewer who has it open while it is returned and changed approves nothing that he has not read', async () => {
  await reviewer.goto(author.url());
  await reviewer.getByText('As the candidate will see it').waitFor();
  const second = await reviewer.context().newPage();
  await second.goto(author.url());
  await act(second, 'Return', 'The third line is a joke.', 'Return it to the author');
  await says(second, 'Returned to the author.');
  await second.close();

  await author.reload();
  await says(author, 'The third line is a joke.');
  await author.getByRole('link', { name: 'Change the draft' }).click();
  await option(author, 2).fill('Neither of them');
  await press(author, 'Save the draft');
  await act(author, 'Hand in for review', null, 'Hand it in');
  await says(author, 'Handed in. A reviewer sees it now.');

  await act(reviewer, 'Approve', 'Read against the source.', 'Approve this version');
  await reviewer.getByRole('alert').first().waitFor();
  await reviewer.reload();
  await reviewer.locator('.question').getByText('Neither of them').waitFor();
  await act(reviewer, 'Approve', 'Read against the source.', 'Approve this version');
  await says(reviewer, 'Approved. A third person can publish it.');
  expect(await reviewer.getByRole('button', { name: 'Publish' }).count()).toBe(0);
});

it('a third person reads what the reviewer said and publishes it; its author cannot change it any more', async () => {
  await publisher.goto(author.url());
  await publisher.getByRole('button', { name: 'Publish', exact: true }).click();
  await publisher.locator('blockquote').getByText('Read against the source.').first().waitFor();
  await publisher.getByRole('textbox').last().fill('For the forms of this autumn.');
  await publisher.getByRole('button', { name: 'Publish this version' }).click();
  await says(publisher, 'Published.');
  await author.reload();
  await author.getByRole('button', { name: 'Begin a new version' }).waitFor();
  expect(await author.getByRole('link', { name: 'Change the draft' }).count()).toBe(0);
});
