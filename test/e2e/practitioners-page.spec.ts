// An officer of an agency at the page of a practitioner: who is new is registered, a gap is closed by an
// attainment and opens again when it is withdrawn; whoever may not do it is offered nothing, nor the officer himself.
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { as, readDemo } from '../../tools/demo/accounts.ts';
import { until } from '../../tools/demo/api.ts';
import * as journey from '../../tools/demo/journey.ts';
import { newestFramework } from '../../tools/demo/load.ts';
import { runningSystem, type Found } from '../../tools/system/running.ts';
import { openBrowser } from '../engines/browser.ts';
import { press, says } from './candidate-in-browser.ts';
import { pageOf } from './page-of.ts';

const NUMBER = `DEMO-PAGE-${randomBytes(4).toString('hex')}`;
const day = (from: number) => new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10);
const LATER = day(2);
const EARLIER = day(-30);
const EV3 = 'EV3 Preserve evidence and keep the chain of custody';
const ACTS = [
  'Record an attainment',
  'Change agency or roles',
  'Change the name',
  'Has left the service',
];

interface Scheme {
  readonly code: string;
  readonly frameworkId: string;
  readonly frameworkVersion: number;
  readonly requirements: readonly { competencyId: string }[];
}

let found: Found;
let origin: string;
let browser: Browser;
let officer: journey.Candidate;
let page: Page;
let personId: string;

beforeAll(async () => {
  found = runningSystem(process.env['SANAD_TEST_DATA_DIR']);
  origin = found.state.origin;
  officer = await journey.newCandidate(found.state, 'GI', [
    'practitioners.read',
    'practitioners.manage',
    'attainments.record',
    'attainments.withdraw',
    'certificates.read',
  ]);
  browser = await openBrowser();
  page = await pageOf({ found, browser }, officer.userName, officer.password);
}, 120_000);

afterAll(() => browser?.close());

const demoPage = (userName: string): Promise<Page> =>
  pageOf({ found, browser }, userName, readDemo(found.state).passwords[userName] ?? '');

const field = (name: string, on = page) => on.locator(`[name="${name}"]`);

/** What stands at a field, above the place where it is typed. */
const toldAt = (name: string, words: string, on = page): Promise<void> =>
  on
    .locator(`.field:has([name="${name}"]) .field__error`)
    .getByText(words, { exact: true })
    .waitFor();

/** The words of a competency's row in the picture of what is required and held. */
const standsAt = (code: string, words: string): Promise<void> =>
  page.locator('.standing__table tr').filter({ hasText: code }).getByText(words).waitFor();

const lead = (words: string): Promise<void> =>
  page.locator('.page__lead').getByText(words, { exact: true }).waitFor();

const titled = (name: string, on = page) => on.getByRole('button', { name, exact: true });

async function offered(on: Page): Promise<string[]> {
  const counts = await Promise.all(ACTS.map((name) => titled(name, on).count()));
  return ACTS.filter((_, at) => counts[at] !== 0);
}

const openPerson = async (on: Page, id: string): Promise<void> => {
  await on.goto(`${origin}/work/practitioners/${id}`);
  await on.getByRole('heading', { name: 'Agency and roles by date' }).waitFor();
  await on.getByRole('heading', { name: 'Attainments' }).waitFor();
};

const notTheirs = async (on: Page, path: string): Promise<void> => {
  await on.goto(origin + path);
  await on.getByRole('heading', { name: 'This page does not exist' }).waitFor();
};

/** The one attainment of the page, as its page says what that does. */
async function withdraw(reason: string): Promise<void> {
  await titled('Open').click();
  await titled('Withdraw').click();
  await says(page, 'certificates that rest on it are suspended at once');
  await press(page, 'Withdraw this attainment for good');
  await toldAt('reason', 'Fill in this field.');
  await field('reason').fill(reason);
  await press(page, 'Withdraw this attainment for good');
  await says(page, 'The attainment is withdrawn.');
}

describe('the registration', () => {
  it('is reached from the list, and names each field that is missing', async () => {
    await page.goto(`${origin}/work/practitioners`);
    await page.getByRole('link', { name: 'Register a practitioner' }).click();
    await press(page, 'Register');
    await says(page, 'There is a problem');
    for (const name of ['personnelNumber', 'familyName', 'givenName', 'reason'])
      await toldAt(name, 'Fill in this field.');
    await page.locator('#roleIds').getByText('Choose at least one role.').waitFor();
  });

  it('tells at its field what only the server knows, in the language of the page', async () => {
    await field('personnelNumber').fill('7');
    await field('familyName').fill('Ҷӯраева');
    await field('givenName').fill('Ғазал');
    await page.getByLabel('FR First responder').check();
    await field('from').fill(LATER);
    await field('reason').fill('New in the service.');
    await press(page, 'Register');
    await toldAt('personnelNumber', 'This is too short or too long.');
    await field('personnelNumber').fill(NUMBER);
    await press(page, 'Register');
    await toldAt('from', 'The date lies in the future.');
    await page.getByRole('button', { name: /^RU/ }).click();
    await press(page, 'Зарегистрировать');
    await toldAt('from', 'Дата в будущем.');
    await page.getByRole('button', { name: /^EN/ }).click();
  });

  it('leads to the page of the person, who holds nothing yet', async () => {
    await field('from').fill('');
    await press(page, 'Register');
    await page.getByRole('heading', { name: 'Ҷӯраева Ғазал' }).waitFor();
    personId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    await lead('Of 8 required competencies 0 are held at the required level; 8 are still open.');
    await standsAt('EV3', 'None held, level 2 required');
    await says(page, 'No attainment yet');
  });

  it('of a number that is there already is refused at the number', async () => {
    await page.goto(`${origin}/work/practitioners/new`);
    await field('personnelNumber').fill(NUMBER.toLowerCase());
    await field('familyName').fill('Another');
    await field('givenName').fill('Spelling');
    await page.getByLabel('FR First responder').check();
    await field('reason').fill('Once more.');
    await press(page, 'Register');
    await toldAt(
      'personnelNumber',
      'A person with this number is registered already. Look for the name in the list.',
    );
  });
});

describe('an attainment', () => {
  it('takes only the evidence of its level, and closes the gap on the page', async () => {
    await openPerson(page, personId);
    await titled('Record an attainment').click();
    await page.getByLabel('Competency', { exact: true }).selectOption({ label: EV3 });
    const evidence = page.getByLabel('Evidence', { exact: true });
    expect(await evidence.locator('option').allInnerTexts()).toEqual(['Choose']);
    await page.getByLabel('Level', { exact: true }).selectOption({ label: '2 Working' });
    expect(await evidence.locator('option').allInnerTexts()).toEqual([
      'Choose',
      'exam',
      'practical',
    ]);
    await evidence.selectOption('exam');
    await field('from').fill(LATER);
    await field('authority').fill('Commission of 2026');
    await field('reason').fill('List no. 3.');
    await press(page, 'Record this attainment');
    await toldAt('from', 'The date lies in the future.');
    await field('from').fill(EARLIER);
    await press(page, 'Record this attainment');
    await says(page, 'The attainment is recorded.');
    await standsAt('EV3', 'Level 2 held, level 2 required');
    await lead('Of 8 required competencies 1 are held at the required level; 7 are still open.');
    await says(page, /^\d+ \w+ \d{4} to \d+ \w+ \d{4}$/);
  });

  it('withdrawn opens the gap again', async () => {
    await withdraw('It was another person.');
    await standsAt('EV3', 'None held, level 2 required');
    await lead('Of 8 required competencies 0 are held at the required level; 8 are still open.');
    expect(await titled('Withdraw').count()).toBe(0);
  });

  it('withdrawn suspends the certificate that rests on it, as its page says beforehand', async () => {
    const { practitionerId } = await journey.newCandidate(found.state, 'FR');
    const certifier = await as(found.state, 'certifier');
    const certificate = (wanted: string) =>
      until(`a certificate that is ${wanted}`, 30_000, async () => {
        const { items } = await certifier.get<{ items: { state: string }[] }>(
          `certificates/certificates?practitionerId=${practitionerId}`,
        );
        return items.find(({ state }) => state === wanted);
      });
    const { items: schemes } = await certifier.get<{ items: Scheme[] }>(
      'certificates/schemes?limit=100',
    );
    const scheme = schemes.find(({ code }) => code === 'EV3-1');
    await officer.api.post('competency/attainments', {
      practitionerId,
      frameworkId: scheme?.frameworkId,
      frameworkVersion: scheme?.frameworkVersion,
      competencyId: scheme?.requirements[0]?.competencyId,
      level: 1,
      evidence: 'exam',
      from: EARLIER,
      reason: 'List no. 4.',
      authority: 'Commission',
    });
    await certificate('active');
    await openPerson(page, practitionerId);
    await withdraw('The commission was wrong.');
    await certificate('suspended');
    await page.getByRole('link', { name: 'Certificates of this person' }).click();
    await page.getByRole('table').getByText('Suspended').waitFor();
  });
});

describe('the record', () => {
  it('takes another name and other roles, and keeps what was', async () => {
    await openPerson(page, personId);
    await titled('Change the name').click();
    await field('familyName').fill('Ҷӯраева-Қодирова');
    await field('reason').fill('Marriage.');
    await press(page, 'Save the name');
    await page.getByRole('heading', { name: 'Ҷӯраева-Қодирова Ғазал' }).waitFor();
    await titled('Change agency or roles').click();
    await page.getByLabel('FR First responder').uncheck();
    await page.getByLabel('GI General investigator').check();
    await field('reason').fill('Promoted.');
    await press(page, 'Save agency and roles');
    await says(page, 'Agency and roles are changed.');
    await lead('Of 13 required competencies 0 are held at the required level; 13 are still open.');
  });

  it('is not overwritten with what was read before another officer changed it', async () => {
    await openPerson(page, personId);
    await titled('Change the name').click();
    const registrar = await as(found.state, 'registrar');
    const path = `competency/practitioners/${personId}`;
    const { version } = await registrar.get<{ version: number }>(path);
    await registrar.patch(
      path,
      { givenName: 'Ғазала', reason: 'Misread.' },
      { 'if-match': `"${version}"` },
    );
    await field('reason').fill('Too late.');
    await press(page, 'Save the name');
    await says(page, 'Somebody else changed this meanwhile.');
  });

  it('ends when the person leaves the service, and a national officer still sees it', async () => {
    const registrar = await demoPage('registrar');
    await openPerson(registrar, personId);
    await titled('Has left the service', registrar).click();
    await field('reason', registrar).fill('Retired.');
    await press(registrar, 'Record that this person has left');
    await says(registrar, 'serves in no agency now');
    await registrar.context().close();
    await page.goto(`${origin}/work/practitioners/${personId}`);
    await says(page, 'This page does not exist');
  });
});

describe('an agency', () => {
  const fillTitle = async (on: Page, words: string): Promise<void> => {
    for (const language of ['en', 'ru', 'tg']) await field(`title.${language}`, on).fill(words);
  };

  it('is added with its region by a national officer, under a code of its own', async () => {
    const code = `t-${randomBytes(3).toString('hex')}`;
    const registrar = await demoPage('registrar');
    await registrar.goto(`${origin}/work/agencies`);
    await titled('Add a region', registrar).click();
    await field('code', registrar).fill(code);
    await fillTitle(registrar, `Region ${code}`);
    await press(registrar, 'Add this region');
    await says(registrar, 'The region is added.');
    await titled('Add an agency', registrar).click();
    await field('code', registrar).fill('DUSH');
    await fillTitle(registrar, `Agency ${code}`);
    await registrar.getByLabel('Kind').selectOption('court');
    await registrar.getByLabel('Region').selectOption(code);
    await press(registrar, 'Add this agency');
    await toldAt('code', 'Another agency has this code.', registrar);
    await field('code', registrar).fill(code);
    await press(registrar, 'Add this agency');
    await says(registrar, 'The agency is added.');
    const row = registrar.getByRole('row').filter({ hasText: `Agency ${code}` });
    await row.getByText(`Region ${code}`).waitFor();
    await row.getByText('court').waitFor();
    await registrar.context().close();
  });

  it('is not an officer’s of one agency to add', async () => {
    await page.goto(`${origin}/work/agencies`);
    await page.getByRole('link', { name: 'Its people' }).first().waitFor();
    expect(await page.getByRole('link', { name: 'Its people' }).count()).toBe(1);
    expect(await titled('Add an agency').count()).toBe(0);
    expect(await titled('Add a region').count()).toBe(0);
  });
});

describe('what is not theirs', () => {
  it('is nobody’s own record: no act is offered, and the server takes none', async () => {
    await openPerson(page, officer.practitionerId);
    await says(page, 'Nobody changes a record of their own.');
    expect(await offered(page)).toEqual([]);
    const { frameworkId, competencies } = await newestFramework(officer.api);
    await expect(
      officer.api.post('competency/attainments', {
        practitionerId: officer.practitionerId,
        frameworkId,
        competencyId: competencies[0]?.competencyId,
        level: 1,
        evidence: 'course',
        from: EARLIER,
        reason: 'My own.',
        authority: 'Myself',
      }),
    ).rejects.toMatchObject({ status: 403, problem: { reason: 'own-record' } });
  });

  it('is shown to who may read it, without an act; each act to who may do it', async () => {
    const examiner = await demoPage('examiner');
    const other = await journey.newCandidate(found.state, 'FR');
    await openPerson(examiner, other.practitionerId);
    expect(await offered(examiner)).toEqual([]);
    await notTheirs(examiner, '/work/practitioners/new');
    await notTheirs(examiner, '/work/agencies');
    await examiner.context().close();
    const registrar = await demoPage('registrar');
    await openPerson(registrar, other.practitionerId);
    expect(await offered(registrar)).toEqual(ACTS);
    await registrar.context().close();
  });

  it('is no page at all for who may not see practitioners', async () => {
    const author = await demoPage('author');
    for (const path of [`/${officer.practitionerId}`, '/new', ''])
      await notTheirs(author, `/work/practitioners${path}`);
    await author.context().close();
  });
});
