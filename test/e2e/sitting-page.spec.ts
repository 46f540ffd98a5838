// An officer finds people in a sitting: by state, by number, by name; the address keeps what was chosen.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { as } from '../../tools/demo/accounts.ts';
import * as journey from '../../tools/demo/journey.ts';
import { runningSystem, type Found } from '../../tools/system/running.ts';
import { openBrowser } from '../engines/browser.ts';
import { pageOf } from './page-of.ts';

let found: Found;
let browser: Browser;
let page: Page;
let sittingId: string;
let waiting: journey.Candidate;
let begun: journey.Candidate;

beforeAll(async () => {
  found = runningSystem(process.env['SANAD_TEST_DATA_DIR']);
  const examiner = await as(found.state, 'examiner');
  sittingId = await journey.sittingOf(examiner, 'EV3-2');
  waiting = await journey.newCandidate(found.state, 'GI');
  begun = await journey.newCandidate(found.state, 'GI');
  await journey.enrol(examiner, sittingId, [waiting.practitionerId, begun.practitionerId]);
  await journey.start(begun, sittingId);
  browser = await openBrowser();
  page = await pageOf({ found, browser }, 'examiner');
});
afterAll(() => browser?.close());

/** By the label, as a finger does. */
const choose = (label: string | RegExp) =>
  page.locator('.choice-bar label').filter({ hasText: label }).click();
const one = async (state: string): Promise<void> => {
  await page.getByText('1 to 1 of 1', { exact: true }).waitFor();
  await page.locator('tbody tr').filter({ hasText: state }).waitFor();
};

it('an officer finds a candidate by number and by state, and the address keeps it', async () => {
  await page.goto(`${found.state.origin}/work/sittings/${sittingId}`);
  await page.getByLabel('Number').fill(waiting.practitionerId.slice(0, 13).toUpperCase());
  await one('Enrolled');
  await page.getByLabel('Number').fill(begun.practitionerId);
  await one('In progress');
  await choose(/^Enrolled \d/);
  await page.getByText('Nobody of this sitting fits the selection.').waitFor();
  await choose(/^In progress \d/);
  await one('In progress');
  await page.reload();
  await one('In progress');
});

it('an officer looks from the candidates over to their attempts, and finds one by name', async () => {
  await page.goto(`${found.state.origin}/work/sittings/${sittingId}`);
  await choose('Attempts and results');
  await page.getByRole('heading', { name: 'Attempts and results' }).waitFor();
  expect(await page.getByRole('radio', { name: /^Enrolled/ }).count()).toBe(0);
  await page.getByLabel('One candidate, by name').fill('Роҳиев');
  await page
    .getByRole('button', { name: /^Show: / })
    .first()
    .click();
  await page.getByRole('button', { name: 'Show everybody' }).waitFor();
  expect(new URL(page.url()).searchParams.get('practitionerId')).toMatch(/^[0-9a-f-]{36}$/);
});
