// What waits for a person's decision, in a real browser: a case of an attempt, and one of a certificate.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { as, readDemo } from '../../tools/demo/accounts.ts';
import type { Api } from '../../tools/demo/api.ts';
import * as journey from '../../tools/demo/journey.ts';
import { runningSystem, type Found } from '../../tools/system/running.ts';
import { openBrowser } from '../engines/browser.ts';
import { eventually } from '../engines/eventually.ts';
import { lateEntry } from './late-entry.ts';
import { pageOf } from './page-of.ts';

const EXAM = 'EV3-1';

let found: Found;
let browser: Browser;
let chair: Api;
let attemptId: string;
let caseId: string;
let certificateId: string;
let candidate: journey.Candidate;

beforeAll(async () => {
  found = runningSystem(process.env['SANAD_TEST_DATA_DIR']);
  const { state } = found;
  const [author, examiner, council] = [
    await as(state, 'author'),
    await as(state, 'examiner'),
    await as(state, 'council'),
  ];
  chair = await as(state, 'chair');
  candidate = await journey.newCandidate(state, 'GI', ['results.decide', 'cases.read']);
  const sittingId = await journey.sittingOf(examiner, EXAM);
  await journey.enrol(examiner, sittingId, [candidate.practitionerId]);
  const attempt = await journey.start(candidate, sittingId);
  const items = await journey.itemsOf(author, examiner, attempt.formId);
  await journey.save(state.origin, attempt, items);
  await journey.submit(state.origin, attempt);
  ({ attemptId } = attempt);
  ({ id: certificateId } = await journey.certificateOf(candidate, EXAM));
  caseId = await lateEntry(state.origin, attempt, items, chair);
  const { attainmentIds } = await candidate.api.get<{ attainmentIds: string[] }>(
    `certificates/certificates/${certificateId}`,
  );
  await council.post(`competency/attainments/${attainmentIds[0]}/withdraw`, {
    reason: 'Entered for a namesake.',
    authority: 'The council',
  });
  browser = await openBrowser();
}, 120_000);

afterAll(() => browser?.close());

const demo = (userName: string): Promise<Page> =>
  pageOf({ found, browser }, userName, readDemo(found.state).passwords[userName]);

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Open cases stand with the oldest first: that of this test is the last. */
async function openLast(page: Page, query: string): Promise<void> {
  await page.goto(`${found.state.origin}/work/cases${query}`);
  await page.locator('tbody tr').first().waitFor();
  await button(page, 'Open').last().click();
}

describe('a case of an attempt', () => {
  it('offers no act to the candidate himself, and the server takes none from him', async () => {
    const page = await pageOf({ found, browser }, candidate.userName, candidate.password);
    await openLast(page, '');
    await page.getByText('Nobody acts on a case of their own.').waitFor();
    expect(await button(page, 'Close the case').count()).toBe(0);
    await expect(
      candidate.api.post(`exam-delivery/cases/${caseId}/close`, { reason: 'Nothing to it.' }),
    ).rejects.toMatchObject({ status: 403, problem: { reason: 'own-case' } });
    await page.context().close();
  });

  it('says why it was opened and is closed with its outcome, which stands with the closed ones', async () => {
    const outcome = `Counted for nothing: ${caseId.slice(0, 8)}`;
    const page = await demo('chair');
    await openLast(page, '');
    await page.getByText('Answers came after the end and its grace.').waitFor();
    await page.locator(`a[href="/attempts/${attemptId}/case"]`).waitFor();
    await button(page, 'Close the case').click();
    await page.getByLabel('Outcome, and why').fill(outcome);
    await button(page, 'Close this case').click();
    await page.locator(`a[href="/attempts/${attemptId}/case"]`).waitFor({ state: 'detached' });
    await page.getByText('Closed', { exact: true }).click();
    await page.getByRole('row').filter({ hasText: outcome }).waitFor();
    const { items } = await chair.get<{ items: { caseId: string; outcome: string }[] }>(
      'exam-delivery/cases?state=closed&limit=500',
    );
    expect(items.find((one) => one.caseId === caseId)).toMatchObject({ outcome });
    await page.context().close();
  });
});

describe('a case of a certificate', () => {
  it('leads to the certificate, whose withdrawal closes it', async () => {
    await eventually(async () => {
      const { state } = await candidate.api.get<{ state: string }>(
        `certificates/certificates/${certificateId}`,
      );
      return state === 'suspended' ? true : undefined;
    });
    const page = await demo('certifier');
    await openLast(page, '?about=certificates');
    await page.getByText('An attainment that the certificate rests on was withdrawn.').waitFor();
    await page.locator(`a[href="/certificates/${certificateId}"]`).click();
    await button(page, 'Withdraw').click();
    await page.getByLabel('Cause').selectOption('evidence-withdrawn');
    await page.getByLabel('Reason').fill('Nothing is left that it rests on.');
    await button(page, 'Withdraw this certificate for good').click();
    await page.getByText('Whoever verifies it is told that it is withdrawn.').waitFor();
    const { items } = await chair.get<{ items: { certificateId: string; outcome: string }[] }>(
      'certificates/cases?state=closed&limit=500',
    );
    expect(items.find((one) => one.certificateId === certificateId)).toMatchObject({
      outcome: 'withdrawn',
    });
    await page.goto(`${found.state.origin}/work/cases?about=certificates&state=closed`);
    await page.getByRole('cell', { name: 'Withdrawn' }).first().waitFor();
    await page.context().close();
  });
});
