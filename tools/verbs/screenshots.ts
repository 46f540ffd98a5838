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

interface Shown {
  readonly name: string;
  readonly path: string;
  readonly by: 'nobody' | 'candidate' | 'analyst' | 'certifier';
}

/** Writes docs/screens/<page>-<width>-<language>-<scheme>.png of the main pages of the running system. */
export async function run(): Promise<number> {
  const found = runningSystem();
  const steps = terminalSteps();
  const executablePath = await provideBrowser(steps);
  const folder = join(PROJECT, 'docs', 'screens');
  mkdirSync(folder, { recursive: true });
  const { candidate, pages } = await prepare(found);
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
      await steps.step(name, () => shoot(browser, found, look, pages, candidate, folder));
    }
  } finally {
    await browser.close();
  }
  return 0;
}

/** A practitioner who has passed one exam and is in the middle of another. */
async function prepare(found: Found): Promise<{ candidate: journey.Candidate; pages: Shown[] }> {
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
    { name: 'national', path: '/national', by: 'analyst' },
  ];
  return { candidate, pages };
}

async function shoot(
  browser: Browser,
  found: Found,
  look: Look,
  pages: readonly Shown[],
  candidate: journey.Candidate,
  folder: string,
): Promise<void> {
  const { origin } = found.state;
  const { passwords } = readDemo(found.state);
  for (const by of ['nobody', 'candidate', 'analyst', 'certifier'] as const) {
    const own = pages.filter((page) => page.by === by);
    if (own.length === 0) continue;
    const context = await browser.newContext({
      viewport: { width: look.width, height: look.width === 360 ? 760 : 900 },
      colorScheme: look.scheme,
      locale: look.language,
      deviceScaleFactor: 1,
    });
    const page = await context.newPage();
    if (by === 'candidate') await signIn(page, origin, candidate.userName, candidate.password);
    else if (by !== 'nobody') await signIn(page, origin, by, passwords[by] ?? '');
    else await page.goto(origin);
    await choose(page, look.language);
    for (const { name, path } of own) {
      await page.goto(origin + path);
      await page.locator('main h1').first().waitFor({ timeout: 60_000 });
      await page.waitForLoadState('networkidle');
      const file = `${name}-${look.width}-${look.language}-${look.scheme}.png`;
      await page.screenshot({
        path: join(folder, file),
        fullPage: name !== 'national' || look.width === 1280,
      });
    }
    await context.close();
  }
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
