// The ways to a case file for whoever has no list of certificates, and that each taking is in the trail of its service.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { as } from '../../tools/demo/accounts.ts';
import type { Api } from '../../tools/demo/api.ts';
import * as journey from '../../tools/demo/journey.ts';
import { runningSystem, type Found } from '../../tools/system/running.ts';
import { openBrowser } from '../engines/browser.ts';
import { pageOf } from './page-of.ts';

const EXAM = 'EV3-1';

let found: Found;
let auditor: Api;
let browser: Browser;
let candidate: journey.Candidate;
let attemptId: string;
let certificateId: string;

beforeAll(async () => {
  found = runningSystem(process.env['SANAD_TEST_DATA_DIR']);
  const { state } = found;
  const [examiner, author] = [await as(state, 'examiner'), await as(state, 'author')];
  auditor = await as(state, 'auditor');
  candidate = await journey.newCandidate(state, 'GI');
  const sittingId = await journey.sittingOf(examiner, EXAM);
  await journey.enrol(examiner, sittingId, [candidate.practitionerId]);
  const attempt = await journey.start(candidate, sittingId);
  attemptId = attempt.attemptId;
  await journey.save(
    state.origin,
    attempt,
    await journey.itemsOf(author, examiner, attempt.formId),
  );
  await journey.submit(state.origin, attempt);
  certificateId = (await journey.certificateOf(candidate, EXAM)).id;
  browser = await openBrowser();
}, 120_000);

afterAll(() => browser?.close());

const signedIn = (userName: string, password?: string): Promise<Page> =>
  pageOf({ found, browser }, userName, password);

const kicker = (page: Page, text: string) =>
  page.locator('.page__kicker').getByText(text, { exact: true }).waitFor();
const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true });
const taken = async (service: string, id: string): Promise<string[]> => {
  const { items } = await auditor.get<{ items: { act: string }[] }>(
    `${service}/audit?subjectId=${id}`,
  );
  return items.map(({ act }) => act).filter((act) => act.endsWith('-taken'));
};

describe('an auditor, who has no list of certificates', () => {
  it('goes from a row of the trail to the certificate’s case file, and on to the attempt’s', async () => {
    const page = await signedIn('auditor');
    await page.goto(`${found.state.origin}/work/audit?subjectId=${certificateId}`);
    await page.locator('tbody').getByRole('link').first().click();
    await kicker(page, 'Case file of a certificate');
    await page.getByText('the rule of the scheme EV3-1, version 1', { exact: true }).waitFor();
    expect(await link(page, 'To the certificate').count()).toBe(0);
    await link(page, 'result of an exam').click();
    await kicker(page, 'Case file of an attempt');
    await page.getByText('Form assembled by', { exact: true }).waitFor();
    expect(await page.getByText('not recorded', { exact: true }).count()).toBe(0);
    expect(await page.getByText('Annex with the keys', { exact: false }).count()).toBe(0);
    expect(await taken('certificates', certificateId)).toEqual(['certificate.case-file-taken']);
    expect(await taken('exam-delivery', attemptId)).toEqual(['attempt.case-file-taken']);
  });
});

describe('the chair', () => {
  it('opens a case file by its number, and from it the annex, where every answer scores as it did', async () => {
    const page = await signedIn('chair');
    await page.goto(`${found.state.origin}/work/cases`);
    const open = page.getByRole('button', { name: 'Open the case file' });
    await page.getByLabel('Number').fill(attemptId.slice(0, 8));
    await open.click();
    await page.getByText('Enter the whole number, with its hyphens.').first().waitFor();
    await page.getByLabel('Case file of').selectOption('attempt');
    await page.getByLabel('Number').fill(`urn:uuid:${attemptId.toUpperCase()}`);
    await open.click();
    await kicker(page, 'Case file of an attempt');
    await link(page, 'Annex with the keys (opening it is written down)').click();
    await kicker(page, 'Annex to the case file of an attempt');
    const same = page.locator('td[data-label="The same"]');
    const words = await same.allInnerTexts();
    expect(words.length).toBeGreaterThan(5);
    expect(new Set(words.map((word) => word.trim()))).toEqual(new Set(['yes']));
    expect((await taken('exam-delivery', attemptId))[0]).toBe('attempt.scoring-taken');
  });
});

describe('the candidate', () => {
  it('comes from his certificate to his own copies, and no key is there for him', async () => {
    const page = await signedIn(candidate.userName, candidate.password);
    await page.goto(`${found.state.origin}/certificates/${certificateId}`);
    await link(page, 'Case file of this certificate').click();
    await kicker(page, 'Case file of a certificate');
    await link(page, 'result of an exam').click();
    await kicker(page, 'Case file of an attempt');
    await page.getByText('The words of the question are not shown here').first().waitFor();
    expect(await page.getByText('Written by', { exact: true }).count()).toBe(0);
    await expect(
      candidate.api.get(`exam-delivery/attempts/${attemptId}/case/scoring`),
    ).rejects.toMatchObject({ status: 403 });
  });
});
