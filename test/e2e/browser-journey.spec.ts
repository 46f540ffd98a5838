// The journey as its person goes it: in a real browser, by what the pages say and offer.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { as } from '../../tools/demo/accounts.ts';
import type { Api } from '../../tools/demo/api.ts';
import * as journey from '../../tools/demo/journey.ts';
import { signInAs } from '../../tools/demo/scene.ts';
import { runningSystem, type Found } from '../../tools/system/running.ts';
import { openBrowser } from '../engines/browser.ts';
import { answerAll, beginExam, handIn, readResult, toSignIn } from './sit-in-browser.ts';
import { emptyPage } from './page-of.ts';

const EXAM = 'EV3-1';

let found: Found;
let origin: string;
let examiner: Api;
let author: Api;
let sittingId: string;
let browser: Browser;
let page: Page;
const faults: string[] = [];

beforeAll(async () => {
  found = runningSystem(process.env['SANAD_TEST_DATA_DIR']);
  origin = found.state.origin;
  examiner = await as(found.state, 'examiner');
  author = await as(found.state, 'author');
  sittingId = await journey.sittingOf(examiner, EXAM);
  browser = await openBrowser();
  page = await newPage();
});

afterAll(() => browser?.close());

/** Somebody's own browser, as far as the others are concerned. */
async function newPage(): Promise<Page> {
  const opened = await emptyPage(browser);
  opened.on('pageerror', (error) => faults.push(error.message));
  opened.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) faults.push(message.text());
  });
  return opened;
}

async function enrolled(): Promise<journey.Candidate> {
  const candidate = await journey.newCandidate(found.state, 'GI');
  await journey.enrol(examiner, sittingId, [candidate.practitionerId]);
  return candidate;
}

async function comeHome(own: Page, { userName, password }: journey.Candidate): Promise<void> {
  await toSignIn(own, origin);
  await own.locator('input[name=userName]').fill(userName);
  await own.locator('input[name=password]').fill(password);
  await own.locator('form button[type=submit]').click();
  await own.getByRole('heading', { name: 'Where you stand' }).waitFor();
}

const attemptOn = (own: Page): string =>
  /\/attempts\/([^/]+)\/result$/.exec(new URL(own.url()).pathname)?.[1] ?? '';

/** The one sentence of the verification page, as a standing and as it reads. */
async function verdictOn(stranger: Page): Promise<(string | null)[]> {
  const verdict = stranger.locator('h1[data-standing]');
  await verdict.waitFor();
  return [await verdict.getAttribute('data-standing'), (await verdict.innerText()).trim()];
}

describe('in a browser', () => {
  let candidate: journey.Candidate;
  let code: string;

  it('a practitioner signs in and sees the gap', async () => {
    candidate = await enrolled();
    await comeHome(page, candidate);
    await page.getByText('None held, level 2 required').first().waitFor();
  });

  it('sits the exam, reloads in the middle, and finds every answer again', async () => {
    await answerAll(page, itemsOfAttempt);
  }, 120_000);

  it('hands in, gets a receipt and a result in words', async () => {
    expect(await handIn(page)).toBe('Every question has an answer.');
    const { title, lead, text } = await readResult(page);
    expect(title).toBe('You have reached the level');
    expect(lead).toMatch(
      /^You have reached level 1 of “[^”]+”\. You scored (\d+) of \1; \d+ were needed\.$/,
    );
    expect(text.indexOf(lead)).toBeLessThan(text.indexOf('Score\n'));
    expect(text).not.toContain('What to learn');
    expect(text).not.toContain('try again');
  });

  it('has a certificate within seconds', async () => {
    const certificate = await journey.certificateOf(candidate, EXAM);
    code = certificate.code;
    await page.goto(`${origin}/certificates`);
    await page.getByText(code).first().waitFor();
  });

  it('which anyone finds valid, and suspended once an officer has suspended it on its page', async () => {
    const stranger = await newPage();
    expect(await journey.standingByCode(origin, code)).toBe('valid');
    await stranger.goto(`${origin}/verify/${code}`);
    expect(await verdictOn(stranger)).toEqual(['valid', 'Valid']);

    const officer = await newPage();
    await signInAs(officer, found, 'certifier', candidate);
    await officer.goto(
      `${origin}/work/certificates?practitionerId=${encodeURIComponent(candidate.practitionerId)}`,
    );
    await officer.getByRole('row').filter({ hasText: code }).getByRole('link').click();
    await officer.getByRole('button', { name: 'Suspend', exact: true }).click();
    await officer.getByLabel('Cause').selectOption({ label: 'an investigation is under way' });
    const submit = officer.getByRole('button', { name: 'Suspend this certificate' });
    await submit.click();
    await officer.locator('textarea[name=reason][aria-invalid=true]').waitFor();
    await stranger.reload();
    expect(await verdictOn(stranger)).toEqual(['valid', 'Valid']);

    await officer.getByLabel('Reason').fill('An inquiry into the sitting is open.');
    await submit.click();
    await officer.getByText('The certificate is suspended.', { exact: false }).waitFor();
    await stranger.reload();
    expect(await verdictOn(stranger)).toEqual([
      'suspended',
      expect.stringMatching(/^Suspended since \d{1,2} [A-Z][a-z]+ \d{4}$/),
    ]);
    expect(await stranger.getByText('Роҳиев').count()).toBe(0);
    await page.reload();
    await page.getByText('Suspended', { exact: false }).first().waitFor();
  });

  it('who fails reads it in words, what to learn and from when to try again, and gets no certificate', async () => {
    const failing = await enrolled();
    const own = await newPage();
    await comeHome(own, failing);
    await beginExam(own);
    expect(await handIn(own)).toMatch(/^[1-9]\d* questions have no answer\.$/);
    const { title, lead, text } = await readResult(own);
    expect(title).toBe('You have not reached the level this time');
    const { nextTry, learn } = await journey.resultOf(failing, attemptOn(own));
    const [year = '', month = '', day = ''] = (nextTry ?? '').split('-');
    expect(lead).toMatch(
      /^You have not yet reached level 1 of “[^”]+”\. You scored 0 of \d+; \d+ were needed\. /,
    );
    expect(lead).toContain(` You may try again from ${day}.${month}.${year}.`);
    expect(text.indexOf(lead)).toBeLessThan(text.indexOf('Score\n'));
    expect(learn).toHaveLength(1);
    const toLearn = own.locator('section').filter({ hasText: 'What to learn' });
    expect(await toLearn.getByRole('heading', { level: 3 }).allInnerTexts()).toEqual([
      expect.stringMatching(/^.+, level 1$/),
    ]);
    expect((await toLearn.locator('.stack p').innerText()).length).toBeGreaterThan(40);
    const next = own.locator('section').filter({ hasText: 'What happens next' });
    const on = new Date(`${nextTry}T12:00:00Z`).toLocaleDateString('en-GB', { dateStyle: 'long' });
    expect(await next.innerText()).toContain(`You may try again from ${on}.`);
    expect(await own.getByRole('link', { name: 'See my certificates' }).count()).toBe(0);

    // Somebody whose result came later holds his certificate already: this one's would be there, too.
    const later = await enrolled();
    const attempt = await journey.start(later, sittingId);
    await journey.save(origin, attempt, await journey.itemsOf(author, examiner, attempt.formId));
    await journey.submit(origin, attempt);
    await journey.certificateOf(later, EXAM);
    await own.goto(`${origin}/certificates`);
    await own.getByText('You have no certificate yet').waitFor();
    await own.goto(`${origin}/home`);
    await own.getByText('None held, level 2 required').first().waitFor();
    expect(await own.getByRole('link', { name: 'See the rules and begin' }).count()).toBe(0);
  }, 90_000);

  it('and no page broke a rule of its own on the way', () => {
    expect(faults).toEqual([]);
  });

  async function itemsOfAttempt(): Promise<journey.KnownItem[]> {
    const { items } = await candidate.api.get<{ items: { formId?: string; attemptId: string }[] }>(
      'exam-delivery/me/attempts',
    );
    const again = await candidate.api.post<{ formId: string }>(
      `exam-delivery/sittings/${sittingId}/start`,
      { language: 'en', declaration: true },
      { 'idempotency-key': items[0]?.attemptId ?? 'again' },
    );
    return journey.itemsOf(author, examiner, again.formId);
  }
});
