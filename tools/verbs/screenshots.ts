import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { begin, PEOPLE, prepareScene, signInAs, type Scene } from '../demo/scene.ts';
import { provideBrowser } from '../system/browser.ts';
import { runningSystem, type Found } from '../system/running.ts';
import { terminalSteps } from '../system/steps.ts';
import { PROJECT } from '../system/project.ts';

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

/** Longer pages are cut: the pictures lie in the repository. */
const TALLEST = 1700;

/** Writes docs/screens/<page>-<width>-<language>-<scheme>.png of the main pages of the running system. */
export async function run(): Promise<number> {
  const found = runningSystem();
  const steps = terminalSteps();
  const executablePath = await provideBrowser(steps);
  const folder = join(PROJECT, 'docs', 'screens');
  mkdirSync(folder, { recursive: true });
  const scene = await prepareScene(found);
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

async function shoot(
  browser: Browser,
  found: Found,
  look: Look,
  { candidate, pages, fresh }: Scene,
  folder: string,
): Promise<void> {
  const { origin } = found.state;
  const fileOf = (name: string): string =>
    join(folder, `${name}-${look.width}-${look.language}-${look.scheme}.png`);
  for (const by of PEOPLE) {
    const own = pages.filter((page) => page.by === by);
    const page = await openPage(browser, look);
    await signInAs(page, found, by, candidate);
    await choose(page, look.language);
    for (const { name, path, window } of own) {
      await page.goto(origin + path);
      await page.locator('main h1').first().waitFor({ timeout: 60_000 });
      await settled(page);
      if (window) await page.screenshot({ path: fileOf(name) });
      else await shootPage(page, fileOf(name));
    }
    await page.context().close();
  }
  const { candidate: begins, sittingId } = await fresh();
  const page = await openPage(browser, look);
  await signInAs(page, found, 'candidate', begins);
  await choose(page, look.language);
  await begin(page, origin, sittingId);
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

/** The language switch holds for the whole visit. */
async function choose(page: Page, language: Language): Promise<void> {
  await page
    .getByRole('button', { name: new RegExp(`^${language.toUpperCase()}`) })
    .first()
    .click();
}
