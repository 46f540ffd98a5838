// A real browser for the tests: Chromium, Chrome or Edge, with an empty profile.
import { chromium, type Browser } from 'playwright-core';
import { findBrowser } from '../../tools/system/browser.ts';

export function openBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error('no browser was found: set CHROMIUM_PATH');
  return chromium.launch({
    executablePath,
    headless: true,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
