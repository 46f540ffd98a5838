import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { as, readDemo } from '../demo/accounts.ts';
import * as journey from '../demo/journey.ts';
import { provideBrowser } from '../system/browser.ts';
import { runningSystem, type Found } from '../system/running.ts';
import { terminalSteps } from '../system/steps.ts';
import { PROJECT } from '../system/system.ts';

type Language = 'en' | 'ru' | 'tg';
type Scheme = 'light' | 'dark';

interface Look {
  readonly width: 360 | 1280;
  readonly language: Language;
  readonly scheme: Scheme;
}

/** Each page in these: the longest language on the narrow screen, too. */
const LOOKS: readonly Look[] = [
  { width: 1280, language: 'en', scheme: 'light' },
  { width: 1280, language: 'ru', scheme: 'dark' },
  { width: 360, language: 'tg', scheme: 'light' },
  { width: 360, language: 'ru', scheme: 'light' },
];

/** What is prepared once and looked at in every look. */
interface Scene {
  readonly candidate: journey.Candidate;
  readonly pages: readonly Shown[];
  /** Somebody who has not begun yet, enrolled in the sitting. */
  readonly fresh: () => Promise<{ candidate: journey.Candidate; sittingId: string }>;
}

interface Shown {
  readonly name: string;
  readonly path: string;
  readonly by: (typeof PEOPLE)[number];
}

const PEOPLE = ['nobody', 'candidate', 'analyst', 'certifier', 'author', 'examiner'] as const;
/** Longer pages are cut: the pictures lie in the repository. */
const TALLEST = 1700;

/** Writes docs/screens/<page>-<width>-<language>-<scheme>.png of the main pages of the running system. */
export async function run(): Promise<number> {
  const found = runningSystem();
  const steps = terminalSteps();
  const executablePath = await provideBrowser(steps);
  const folder = join(PROJECT, 'docs', 'screens');
  mkdirSync(folder, { recursive: true });
  const scene = await prepare(found);
  const browser = await chromium.launch({
    executablePath,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--no-first-run',
    ],
  });
  try {
    for (const look of LOOKS) {
      const name = `${look.width} ${look.language} ${look.scheme}`;
      await steps.step(name, () => shoot(browser, found, look, scene, folder));
    }
  } finally {
    await browser.close();
  }
  return 0;
}

/** A practitioner who has passed one exam and may sit another. */
async function prepare(found: Found): Promise<Scene> {
  const { state } = found;
  const [examiner, author] = [await as(state, 'examiner'), await as(state, 'author')];
  const candidate = await journey.newCandidate(state, 'GI');
  const passed = await journey.sittingOf(examiner, 'EV3-1');
  const open = await journey.sittingOf(examiner, 'EV3-2');
  for (const sitting of [passed, open])
    await journey.enrol(examiner, sitting, [candidate.practitionerId]);
  const attempt = await journey.start(candidate, passed);
  await journey.save(
    state.origin,
    attempt,
    await journey.itemsOf(author, examiner, attempt.formId),
  );
  await journey.submit(state.origin, attempt);
  const certificate = await journey.certificateOf(candidate, 'EV3-1');
  const pages: Shown[] = [
    { name: 'start', path: '/', by: 'nobody' },
    { name: 'verify', path: `/verify/${certificate.code}`, by: 'nobody' },
    { name: 'home', path: '/home', by: 'candidate' },
    { name: 'before-exam', path: `/exams/${open}`, by: 'candidate' },
    { name: 'result', path: `/attempts/${attempt.attemptId}/result`, by: 'candidate' },
    { name: 'certificates', path: '/certificates', by: 'candidate' },
    { name: 'certificate', path: `/certificates/${certificate.id}`, by: 'candidate' },
    { name: 'national', path: '/national', by: 'analyst' },
    { name: 'case-file', path: `/certificates/${certificate.id}/case`, by: 'certifier' },
    { name: 'work-items', path: '/work/items', by: 'author' },
    { name: 'work-sitting', path: `/work/sittings/${passed}`, by: 'examiner' },
  ];
  const fresh = async () => {
    const one = await journey.newCandidate(state, 'GI');
    await journey.enrol(examiner, open, [one.practitionerId]);
    return { candidate: one, sittingId: open };
  };
  return { candidate, pages, fresh };
}

async function shoot(
  browser: Browser,
  found: Found,
  look: Look,
  { candidate, pages, fresh }: Scene,
  folder: string,
): Promise<void> {
  const { origin } = found.state;
  const { passwords } = readDemo(found.state);
  const fileOf = (name: string): string =>
    join(folder, `${name}-${look.width}-${look.language}-${look.scheme}.png`);
  for (const by of PEOPLE) {
    const own = pages.filter((page) => page.by === by);
    const page = await openPage(browser, look);
    if (by === 'candidate') await signIn(page, origin, candidate.userName, candidate.password);
    else if (by !== 'nobody') await signIn(page, origin, by, passwords[by] ?? '');
    else await page.goto(origin);
    await choose(page, look.language);
    for (const { name, path } of own) {
      await page.goto(origin + path);
      await page.locator('main h1').first().waitFor({ timeout: 60_000 });
      await settled(page);
      await shootPage(page, fileOf(name));
    }
    await page.context().close();
  }
  const { candidate: begins, sittingId } = await fresh();
  const page = await openPage(browser, look);
  await signIn(page, origin, begins.userName, begins.password);
  await choose(page, look.language);
  await page.goto(`${origin}/exams/${sittingId}`);
  await page.getByRole('checkbox').check({ force: true });
  await page.locator('main form button[type=submit]:not([disabled])').click();
  await page.waitForURL(/\/attempt$/);
  await page.locator('main input').first().waitFor({ state: 'attached' });
  await settled(page);
  await page.screenshot({ path: fileOf('exam') });
  await page.context().close();
}

async function openPage(browser: Browser, look: Look): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: look.width, height: look.width === 360 ? 760 : 900 },
    colorScheme: look.scheme,
    locale: look.language,
    deviceScaleFactor: 1,
  });
  return context.newPage();
}

/** A page that keeps up with a sitting is never idle: then some seconds are enough. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle', { timeout: 4000 }).catch(() => undefined);
}

async function shootPage(page: Page, path: string): Promise<void> {
  const { width, height } = (await page.locator('html').boundingBox()) ?? { width: 0, height: 0 };
  const clip = { x: 0, y: 0, width, height: Math.min(Math.ceil(height), TALLEST) };
  await page.screenshot({ path, fullPage: true, clip });
}

async function signIn(
  page: Page,
  origin: string,
  userName: string,
  password: string,
): Promise<void> {
  await page.goto(`${origin}/auth/sign-in?return=/home`);
  await page.locator('input[name=userName]').fill(userName);
  await page.locator('input[name=password]').fill(password);
  await page.locator('form button[type=submit]').click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
}

/** The language switch holds for the whole visit. */
async function choose(page: Page, language: Language): Promise<void> {
  await page
    .getByRole('button', { name: new RegExp(`^${language.toUpperCase()}`) })
    .first()
    .click();
}
