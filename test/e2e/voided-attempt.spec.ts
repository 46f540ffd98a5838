// An officer declares an attempt void while the candidate sits at it: the page says so and asks no more.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { as } from '../../tools/demo/accounts.ts';
import { runningSystem, type Found } from '../../tools/system/running.ts';
import { openBrowser } from '../engines/browser.ts';
import {
  begin,
  candidateInBrowser,
  chooseSomewhere,
  press,
  saved,
  says,
} from './candidate-in-browser.ts';

let found: Found;
let browser: Browser;

beforeAll(async () => {
  found = runningSystem(process.env['SANAD_TEST_DATA_DIR']);
  browser = await openBrowser();
});
afterAll(() => browser?.close());

const reason = 'The power failed in the hall; everybody sits again.';

/** A candidate with one answer saved, whose attempt has been declared void meanwhile. */
async function voidedMeanwhile() {
  const { candidate, page, context, sittingId } = await candidateInBrowser(found, browser);
  await begin(page, found.state.origin, sittingId);
  await chooseSomewhere(page);
  await saved(page);
  const { items } = await candidate.api.get<{ items: { attemptId: string }[] }>(
    'exam-delivery/me/attempts',
  );
  const chair = await as(found.state, 'chair');
  await chair.post(`exam-delivery/attempts/${items[0]?.attemptId}/void`, { reason });
  return { page, context, sittingId };
}

async function isTold(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'This attempt was declared void' }).waitFor();
  await page.getByRole('link', { name: 'To your page' }).click();
  await says(page, reason);
}

it('whose next answer is not taken leads to the page that says so, and sends nothing more', async () => {
  const { page, context } = await voidedMeanwhile();
  await chooseSomewhere(page, 1);
  await page.getByRole('heading', { name: 'This attempt was declared void' }).waitFor();
  const sent: string[] = [];
  page.on('request', (request) => {
    if (/\/attempts\//.test(request.url())) sent.push(request.url());
  });
  await page.waitForTimeout(6_000);
  expect(sent).toEqual([]);
  await isTold(page);
  await context.close();
});

it('is told when the exam is handed in, and when the page is loaded again', async () => {
  const { page, context, sittingId } = await voidedMeanwhile();
  await press(page, 'Review');
  await press(page, 'Hand in the exam');
  await page.getByRole('heading', { name: 'This attempt was declared void' }).waitFor();
  await page.goto(`${found.state.origin}/exams/${sittingId}/attempt`);
  await isTold(page);
  await context.close();
});
