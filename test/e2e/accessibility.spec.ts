// Every page by axe: no violation, in the light and in the dark, wide and on a phone.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { shell } from '../../apps/web/src/i18n/ru/shell.ts';
import { ADMINISTRATOR, as } from '../../tools/demo/accounts.ts';
import { newestFramework } from '../../tools/demo/load.ts';
import { begin, prepareScene, signInAs, type Scene, type Shown } from '../../tools/demo/scene.ts';
import { runningSystem, type Found } from '../../tools/system/running.ts';
import { openBrowser } from '../engines/browser.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const NOWHERE = '/nowhere';
const NO_PAGE = [shell.errors.notFoundTitle, shell.errors.brokenTitle];

interface Row {
  readonly path: string;
  readonly by: Shown['by'];
}

/** Pages beside those of the scene: each kind of form and table at work. */
const MORE = [
  { path: '/verify', by: 'nobody' },
  { path: '/practice', by: 'nobody' },
  { path: '/practice/attempt', by: 'nobody' },
  { path: '/frameworks', by: 'nobody' },
  { path: NOWHERE, by: 'nobody' },
  { path: '/work', by: 'certifier' },
  { path: '/work/certificates', by: 'certifier' },
  { path: '/work/items/new', by: 'author' },
  { path: '/work/forms', by: 'examiner' },
  { path: '/work/exams', by: 'examiner' },
  { path: '/work/exams/new', by: 'examiner' },
  { path: '/work/sittings', by: 'examiner' },
  { path: '/work/sittings/new', by: 'examiner' },
  { path: '/work/frameworks', by: 'council' },
  { path: '/work/frameworks/new', by: 'registrar' },
  { path: '/work/cases', by: 'chair' },
  { path: '/work/cases?about=certificates&state=closed', by: 'certifier' },
  { path: '/work/schemes', by: 'chair' },
  { path: '/work/schemes/new', by: 'certifier' },
  { path: '/work/signing-keys', by: 'chair' },
  { path: '/work/practitioners', by: 'registrar' },
  { path: '/work/practitioners/new', by: 'registrar' },
  { path: '/work/agencies', by: 'registrar' },
  { path: '/work/accounts', by: 'administrator' },
  { path: '/work/accounts/new', by: 'administrator' },
  { path: '/work/clients', by: 'administrator' },
  { path: '/work/clients/new', by: 'administrator' },
  { path: '/work/dead-letters', by: 'auditor' },
  { path: '/work/audit', by: 'auditor' },
] as const satisfies readonly Row[];

/** Pages of one thing, and the forms that change it: their addresses are known once the system is asked. */
async function pagesOfThings({ pages }: Scene): Promise<Row[]> {
  const { state } = found;
  const one = async <T>(by: string, path: string, which = (_: T) => true): Promise<T> => {
    const { items } = await (await as(state, by)).get<{ items: T[] }>(`${path}?limit=20`);
    const thing = items.find(which);
    if (thing === undefined) throw new Error(`there is none of ${path}`);
    return thing;
  };
  const { frameworkId, version } = await newestFramework(await as(state, 'registrar'));
  const { itemId } = await one<{ itemId: string }>('author', 'question-bank/items');
  const { formId, blueprintId } = await one<{ formId: string; blueprintId: string }>(
    'examiner',
    'question-bank/forms',
  );
  const { examId } = await one<{ examId: string }>('examiner', 'exam-delivery/exams');
  const { id: schemeId } = await one<{ id: string }>('certifier', 'certificates/schemes');
  const account = await one<{ id: string; userName: string }>(
    ADMINISTRATOR,
    'identity/accounts',
    ({ userName }) => userName !== ADMINISTRATOR,
  );
  const attempt = pages.find(({ name }) => name === 'result')?.path.replace(/\/result$/, '');
  const published = `/frameworks/${frameworkId}/${version}`;
  return [
    { path: published, by: 'nobody' },
    { path: `${published}/competencies/EV3`, by: 'nobody' },
    { path: `${attempt}/case`, by: 'candidate' },
    { path: `${attempt}/case`, by: 'certifier' },
    { path: `${attempt}/case/scoring`, by: 'chair' },
    { path: `${attempt}/receipt`, by: 'candidate' },
    { path: '/account/password', by: 'candidate' },
    { path: `/work/items/${itemId}`, by: 'author' },
    { path: `/work/items/${itemId}/edit`, by: 'author' },
    { path: `/work/forms/${formId}`, by: 'examiner' },
    { path: '/work/forms/blueprints/new', by: 'examiner' },
    { path: `/work/forms/blueprints/${blueprintId}`, by: 'examiner' },
    { path: `/work/forms/blueprints/${blueprintId}/edit`, by: 'examiner' },
    { path: `/work/exams/${examId}`, by: 'examiner' },
    { path: `/work/exams/${examId}/edit`, by: 'examiner' },
    { path: `/work/frameworks/${frameworkId}`, by: 'registrar' },
    { path: `/work/schemes/${schemeId}`, by: 'chair' },
    { path: `/work/schemes/${schemeId}/edit`, by: 'certifier' },
    { path: `/work/schemes/${schemeId}/issue`, by: 'certifier' },
    { path: `/work/accounts/${account.id}`, by: ADMINISTRATOR },
  ];
}

/** Each part of a framework's draft, and the form of an entry. */
const draftPages = ({ frameworkId, competencyId }: Scene['framework']) =>
  [
    '',
    '?part=levels&entry=1',
    '?part=groups',
    `?part=competencies&entry=${competencyId}`,
    '?part=roles',
  ].map((query) => ({
    path: `/work/frameworks/${frameworkId}/draft${query}`,
    by: 'registrar' as const,
  }));

const LOOKS = [
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 360 },
] as const;

let found: Found;
let scene: Scene;
let rows: readonly Row[];
let browser: Browser;

beforeAll(async () => {
  found = runningSystem(process.env['SANAD_TEST_DATA_DIR']);
  scene = await prepareScene(found);
  rows = [
    ...scene.pages,
    resultsPage(),
    ...MORE,
    ...(await pagesOfThings(scene)),
    ...draftPages(scene.framework),
  ];
  browser = await openBrowser();
});

afterAll(() => browser.close());

async function open(look: (typeof LOOKS)[number]): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: look.width, height: 900 },
    colorScheme: look.colorScheme,
    locale: 'ru',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  return page;
}

/** Each violation as one line: the rule, how many places, the first of them. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const results = (await page.evaluate(
    'axe.run(document, { resultTypes: ["violations"] })',
  )) as AxeResults;
  return results.violations.map(
    ({ id, nodes }) =>
      `${new URL(page.url()).pathname}: ${id} (${nodes.length}) ${nodes[0]?.html.slice(0, 160)} ${nodes[0]?.failureSummary?.slice(0, 200)}`,
  );
}

/** The other view of the sitting that is in the scene. */
function resultsPage(): { path: string; by: 'examiner' } {
  const sitting = scene.pages.find(({ name }) => name === 'work-sitting');
  return { path: `${sitting?.path}?view=results`, by: 'examiner' };
}

/** Nothing is wider than the screen but what scrolls by itself. */
const widerThanTheScreen = (page: Page): Promise<boolean> =>
  page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');

it('a fault would be found: a picture without words, a page too wide', async () => {
  const page = await open(LOOKS[1]);
  await page.goto(`${found.state.origin}/verify`);
  await page.locator('main h1').first().waitFor();
  await page.evaluate(`document.querySelector('main').insertAdjacentHTML('beforeend',
    '<img src="/favicon.svg" style="width: 500px" class="wide">')`);
  expect((await violations(page)).join()).toContain('image-alt');
  await page.evaluate("document.querySelector('.wide').style.minWidth = '900px'");
  expect(await widerThanTheScreen(page)).toBe(true);
  await page.context().close();
});

describe.each(LOOKS)('$colorScheme, $width px wide', (look) => {
  it('every page is found without fault, and fits', async () => {
    const faults: string[] = [];
    for (const by of new Set(rows.map((row) => row.by))) {
      const page = await open(look);
      await signInAs(page, found, by, scene.candidate);
      for (const { path } of rows.filter((row) => row.by === by)) {
        await page.goto(found.state.origin + path);
        const title = page.locator('h1');
        await title.first().waitFor();
        await page.waitForLoadState('networkidle', { timeout: 3000 }).catch(() => undefined);
        // An address that leads nowhere has a page without fault, too.
        const isElsewhere = NO_PAGE.includes(await title.first().innerText());
        if (isElsewhere && path !== NOWHERE) faults.push(`${path}: no such page for ${by}`);
        faults.push(...(await violations(page)));
        if (await widerThanTheScreen(page)) faults.push(`${path}: wider than the screen`);
        for (const act of await page.locator('.acts button[aria-expanded]').all()) {
          await act.click();
          faults.push(...(await violations(page)));
          if (await widerThanTheScreen(page)) faults.push(`${path}, an act: wider`);
        }
      }
      await page.context().close();
    }
    expect(faults).toEqual([]);
  }, 360_000);

  it('the exam is found without fault on every question, and fits', async () => {
    const { candidate, sittingId } = await scene.fresh();
    const page = await open(look);
    await signInAs(page, found, 'candidate', candidate);
    await begin(page, found.state.origin, sittingId);
    const faults: string[] = [];
    for (let question = 1; question <= 12; question += 1) {
      faults.push(...(await violations(page)));
      if (await widerThanTheScreen(page)) faults.push(`question ${question}: wider`);
      await page.keyboard.press('KeyN');
    }
    await page.keyboard.press('Shift+Slash');
    await page.getByRole('dialog').waitFor();
    faults.push(...(await violations(page)));
    await page.keyboard.press('Escape');
    const sheet = page.locator('.player__sheet');
    if (await sheet.isVisible()) {
      await sheet.click();
      await page.getByRole('dialog').waitFor();
      faults.push(...(await violations(page)));
      if (await widerThanTheScreen(page)) faults.push('the list of questions: wider');
    }
    await page.context().close();
    expect(faults).toEqual([]);
  }, 120_000);
});
