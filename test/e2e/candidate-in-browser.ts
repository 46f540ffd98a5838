// A candidate with an exam before him, in a browser of his own.
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { as } from '../../tools/demo/accounts.ts';
import * as journey from '../../tools/demo/journey.ts';
import { signInAs } from '../../tools/demo/scene.ts';
import type { Found } from '../../tools/system/running.ts';

export interface AtWork {
  readonly candidate: journey.Candidate;
  readonly sittingId: string;
  readonly context: BrowserContext;
  readonly page: Page;
}

/** Enrolled and signed in; `script` runs before every page. */
export async function candidateInBrowser(
  found: Found,
  browser: Browser,
  script?: string,
): Promise<AtWork> {
  const examiner = await as(found.state, 'examiner');
  const candidate = await journey.newCandidate(found.state, 'GI');
  const sittingId = await journey.sittingOf(examiner, 'EV3-1');
  await journey.enrol(examiner, sittingId, [candidate.practitionerId]);
  const context = await browser.newContext({
    locale: 'en',
    viewport: { width: 1280, height: 900 },
  });
  if (script !== undefined) await context.addInitScript(script);
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await signInAs(page, found, 'candidate', candidate);
  return { candidate, sittingId, context, page };
}

export async function toRules(page: Page, origin: string, sittingId: string): Promise<void> {
  await page.goto(`${origin}/exams/${sittingId}`);
  await page.getByText('The questions are here, still locked').waitFor();
  await page.getByRole('checkbox').press('Space');
}

export const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name }).first().click();

export const pressBegin = (page: Page): Promise<void> => press(page, 'Begin: the time starts now');

export async function begin(page: Page, origin: string, sittingId: string): Promise<void> {
  await toRules(page, origin, sittingId);
  await pressBegin(page);
  await says(page, /Question 1 of/);
}

/** Goes on to the next question with one right choice, and chooses the line with this number. */
export async function chooseSomewhere(page: Page, line = 0): Promise<void> {
  const lines = page.locator('main label').filter({ has: page.getByRole('radio') });
  for (let tries = 0; tries < 12 && (await lines.count()) === 0; tries += 1)
    await press(page, 'Next');
  await lines.nth(line).click();
}

/** The words stand on the page; some are there twice, for those who hear them. */
export const says = (page: Page, words: string | RegExp): Promise<void> =>
  page.getByText(words).first().waitFor();

export const saved = (page: Page): Promise<void> => page.getByText(/^Saved \d/).waitFor();
