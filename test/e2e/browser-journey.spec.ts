// The journey as its person goes it: in a real browser, by what the pages say and offer.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { as } from '../../tools/demo/accounts.ts';
import type { Api } from '../../tools/demo/api.ts';
import * as journey from '../../tools/demo/journey.ts';
import { runningSystem, type Found } from '../../tools/system/running.ts';
import { openBrowser } from '../engines/browser.ts';
import { answerAll, handIn, toSignIn } from './sit-in-browser.ts';

const EXAM = 'EV3-1';

let found: Found;
let origin: string;
let examiner: Api;
let browser: Browser;
let page: Page;
const faults: string[] = [];

beforeAll(async () => {
  found = runningSystem(process.env['SANAD_TEST_DATA_DIR']);
  origin = found.state.origin;
  examiner = await as(found.state, 'examiner');
  browser = await openBrowser();
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: 'en-GB',
  });
  page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) faults.push(message.text());
  });
});

afterAll(() => browser.close());

describe('in a browser', () => {
  let candidate: journey.Candidate;
  let code: string;

  it('a practitioner signs in and sees the gap', async () => {
    candidate = await journey.newCandidate(found.state, 'GI');
    const sittingId = await journey.sittingOf(examiner, EXAM);
    await journey.enrol(examiner, sittingId, [candidate.practitionerId]);
    await toSignIn(page, origin);
    await page.locator('input[name=userName]').fill(candidate.userName);
    await page.locator('input[name=password]').fill(candidate.password);
    await page.locator('form button[type=submit]').click();
    await page.getByRole('heading', { name: 'Where you stand' }).waitFor();
    await page.getByText('None held, level 2 required').first().waitFor();
  });

  it('sits the exam, reloads in the middle, and finds every answer again', async () => {
    await answerAll(page, itemsOfAttempt);
  }, 120_000);

  it('hands in, gets a receipt and a result in words', async () => {
    await handIn(page);
  });

  it('has a certificate within seconds', async () => {
    const certificate = await journey.certificateOf(candidate, EXAM);
    code = certificate.code;
    await page.goto(`${origin}/certificates`);
    await page.getByText(code).first().waitFor();
  });

  it('which anyone finds valid, and suspended once an officer suspended it', async () => {
    const stranger = await (await browser.newContext({ locale: 'en-GB' })).newPage();
    await stranger.goto(`${origin}/verify/${code}`);
    await stranger.getByText('Valid', { exact: false }).first().waitFor();
    const certifier = await as(found.state, 'certifier');
    const { id } = await journey.certificateOf(candidate, EXAM);
    await certifier.post(`certificates/certificates/${id}/suspend`, {
      reasonCode: 'investigation',
      reason: 'An inquiry into the sitting is open.',
    });
    await stranger.reload();
    await stranger
      .getByText(/Suspended since/)
      .first()
      .waitFor();
    expect(await stranger.getByText('Роҳиев').count()).toBe(0);
  });

  it('and no page broke a rule of its own on the way', () => {
    expect(faults).toEqual([]);
  });

  async function itemsOfAttempt(): Promise<journey.KnownItem[]> {
    const author = await as(found.state, 'author');
    const { items } = await candidate.api.get<{ items: { formId?: string; attemptId: string }[] }>(
      'exam-delivery/me/attempts',
    );
    const sittingId = await journey.sittingOf(examiner, EXAM);
    const again = await candidate.api.post<{ formId: string }>(
      `exam-delivery/sittings/${sittingId}/start`,
      { language: 'en', declaration: true },
      { 'idempotency-key': items[0]?.attemptId ?? 'again' },
    );
    return journey.itemsOf(author, examiner, again.formId);
  }
});
