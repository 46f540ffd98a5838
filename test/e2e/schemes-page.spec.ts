// A scheme drafted by one person and published by another, in a real browser: who attained before gets his certificate.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { shell } from '../../apps/web/src/i18n/en/shell.ts';
import { as } from '../../tools/demo/accounts.ts';
import * as journey from '../../tools/demo/journey.ts';
import { newestFramework } from '../../tools/demo/load.ts';
import { runningSystem, type Found } from '../../tools/system/running.ts';
import { openBrowser } from '../engines/browser.ts';
import { pageOf } from './page-of.ts';

const { changedMeanwhile } = shell.errors;
const CODE = `E2E-${Date.now().toString(36).toUpperCase()}`;
const TITLE = 'Sources of evidence, for the test';

let found: Found;
let browser: Browser;
let candidate: journey.Candidate;
let certifier: Page;
let chair: Page;

beforeAll(async () => {
  found = runningSystem(process.env['SANAD_TEST_DATA_DIR']);
  candidate = await journey.newCandidate(found.state, 'GI');
  const registrar = await as(found.state, 'registrar');
  const framework = await newestFramework(registrar);
  const competency = framework.competencies.find(({ code }) => code === 'EV1');
  await registrar.post('competency/attainments', {
    practitionerId: candidate.practitionerId,
    frameworkId: framework.frameworkId,
    competencyId: competency?.competencyId,
    level: 1,
    evidence: 'course',
    from: '2026-01-01',
    reason: 'Attended before the scheme was thought of.',
    authority: 'The academy',
  });
  browser = await openBrowser();
  [certifier, chair] = [
    await pageOf({ found, browser }, 'certifier'),
    await pageOf({ found, browser }, 'chair'),
  ];
}, 120_000);

afterAll(() => browser?.close());

/** The versions of the scheme under which the candidate holds a certificate. */
async function heldUnder(): Promise<number[]> {
  const { items } = await candidate.api.get<{
    items: { schemeCode: string; schemeVersion: number }[];
  }>('certificates/me/certificates');
  return items
    .filter(({ schemeCode }) => schemeCode === CODE)
    .map(({ schemeVersion }) => schemeVersion);
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

describe('a scheme', () => {
  it('is drafted in a form, which names what is missing', async () => {
    await certifier.goto(`${found.state.origin}/work/schemes`);
    await certifier.getByRole('link', { name: 'New scheme' }).click();
    await certifier.locator('input[name=code]').fill(CODE);
    for (const language of ['en', 'ru', 'tg'])
      await certifier.locator(`input[name="title.${language}"]`).fill(TITLE);
    await button(certifier, 'Save the draft').click();
    await certifier.getByRole('alert').getByText('Add at least one competency.').waitFor();
    await button(certifier, 'Add a competency').click();
    await certifier.getByRole('checkbox', { name: 'course' }).check();
    await button(certifier, 'Save the draft').click();
    await certifier.getByRole('heading', { name: TITLE }).waitFor();
    await certifier.getByText('Draft', { exact: true }).first().waitFor();
    expect(await button(certifier, 'Publish').count()).toBe(0);
  });

  it('is published by another, who is told before whom it certifies, and they are', async () => {
    await chair.goto(certifier.url());
    await button(chair, 'Publish').click();
    const told = chair.locator('.act__explains');
    await told.getByText(/never had a certificate of it: [1-9]/).waitFor();
    await chair.getByLabel('Reason').fill('Agreed by the board.');
    await button(chair, 'Publish version 1').click();
    await chair.getByText('It is published. Certificates for').waitFor();
    expect(await journey.certificateOf(candidate, CODE)).toMatchObject({ state: 'active' });
    expect(await heldUnder()).toEqual([1]);
  });

  it('in a next version keeps what its holders have, and says so before', async () => {
    await certifier.reload();
    await certifier.getByRole('link', { name: 'Begin a new version' }).click();
    await certifier.locator('input[name=validityMonths]').fill('12');
    await button(certifier, 'Save the draft').click();
    await certifier.getByText(`${CODE}, version 2`).waitFor();
    await chair.reload();
    await button(chair, 'Publish').click();
    await chair.getByText(/hold a certificate of an earlier version: [1-9]/).waitFor();
    await chair.getByText(/never had a certificate of it: 0/).waitFor();
    await chair.getByLabel('Reason').fill('A shorter term, agreed by the board.');
    // Somebody changes the draft between the reading and the act: what was not read is not published.
    await certifier.getByRole('link', { name: 'Change the draft' }).click();
    await certifier.locator('input[name=validityMonths]').fill('13');
    await button(certifier, 'Save the draft').click();
    await certifier.getByText('13 months').waitFor();
    await button(chair, 'Publish version 2').click();
    await chair.getByRole('alert').getByText(changedMeanwhile).waitFor();
    expect(await heldUnder()).toEqual([1]);
  });

  it('whose certificates a person issues lists who is ready, and is issued with its reason', async () => {
    const title = `${TITLE}, by hand`;
    await certifier.goto(`${found.state.origin}/work/schemes/new`);
    await certifier.locator('input[name=code]').fill(`${CODE}-H`);
    for (const language of ['en', 'ru', 'tg'])
      await certifier.locator(`input[name="title.${language}"]`).fill(title);
    await button(certifier, 'Add a competency').click();
    await certifier.getByLabel('Who decides').selectOption('by-person');
    await button(certifier, 'Save the draft').click();
    await certifier.getByRole('heading', { name: title }).waitFor();
    await chair.goto(certifier.url());
    await button(chair, 'Publish').click();
    await chair.getByText('An officer issues to each of them.').waitFor();
    await chair.getByLabel('Reason').fill('Agreed by the board.');
    await button(chair, 'Publish version 1').click();
    await chair.getByText('It is published. Officers can issue').waitFor();
    await certifier.reload();
    await certifier.getByRole('link', { name: 'Issue by hand: who is ready' }).click();
    await certifier.waitForURL(/\/issue$/);
    // Others are ready, too, and may fill more than a page: the list is opened where ours stands.
    const list = new URL(certifier.url());
    const [, , , schemeId] = list.pathname.split('/');
    const { items } = await (
      await as(found.state, 'certifier')
    ).get<{ items: { practitionerId: string }[] }>(
      `certificates/schemes/${schemeId}/ready?limit=500`,
    );
    const place = items.findIndex((one) => one.practitionerId === candidate.practitionerId);
    expect(place).toBeGreaterThanOrEqual(0);
    list.searchParams.set('offset', String(place));
    await certifier.goto(list.href);
    const ours = certifier.getByRole('row').nth(1);
    await ours.getByRole('button', { name: 'Open' }).click();
    await button(certifier, 'Issue a certificate').click();
    await certifier.getByLabel('Reason').fill('Everything is there.');
    await button(certifier, 'Issue this certificate').click();
    await certifier.getByRole('link', { name: 'To the certificate' }).click();
    await certifier.getByText('Whoever verifies it is told that it is valid.').waitFor();
  });
});
