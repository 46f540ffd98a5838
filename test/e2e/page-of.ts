// A browser of somebody's own, as far as the others are concerned: in English, at a desk.
import type { Browser, Page } from 'playwright-core';
import { readDemo } from '../../tools/demo/accounts.ts';
import { signInWith } from '../../tools/demo/scene.ts';
import type { Found } from '../../tools/system/running.ts';

export async function emptyPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    locale: 'en-GB',
    viewport: { width: 1280, height: 900 },
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  return page;
}

/** Signed in; a demo account needs no password here. */
export async function pageOf(
  { found, browser }: { found: Found; browser: Browser },
  userName: string,
  password = readDemo(found.state).passwords[userName],
): Promise<Page> {
  const page = await emptyPage(browser);
  await signInWith(page, found, userName, password ?? '');
  return page;
}
