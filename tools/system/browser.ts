// Finds a browser for the tests, or installs Debian's where that is allowed.
import { existsSync } from 'node:fs';
import { Obstacle } from '../engines/say.ts';
import { runProgram } from './programs.ts';
import type { Steps } from './steps.ts';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

export function findBrowser(): string | undefined {
  const chosen = process.env['CHROMIUM_PATH'];
  if (chosen) {
    if (existsSync(chosen)) return chosen;
    throw new Obstacle(
      `CHROMIUM_PATH is ${chosen}, which is not there.`,
      'Correct it, or leave it out.',
    );
  }
  return PLACES.find((place) => existsSync(place));
}

export async function provideBrowser(steps: Steps): Promise<string> {
  const found = findBrowser();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    await steps.step('Installing Chromium', async () => {
      await runProgram('apt-get', ['update', '-q']);
      await runProgram('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium']);
    });
    const installed = findBrowser();
    if (installed) return installed;
  }
  throw new Obstacle(
    'The browser tests need Chromium, Chrome or Edge, and none was found.',
    'Install one (Debian: sudo apt-get install chromium), or name it: CHROMIUM_PATH=/path/to/chrome npm test',
  );
}
