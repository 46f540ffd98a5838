// A candidate's old computer: it stores nothing, its clock is wrong, it sleeps over the end of the exam.
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { runningSystem, type Found } from '../../tools/system/running.ts';
import { openBrowser } from '../engines/browser.ts';
import {
  begin,
  candidateInBrowser,
  chooseSomewhere,
  press,
  saved,
  says,
} from './candidate-in-browser.ts';

let found: Found;
let origin: string;
let browser: Browser;

beforeAll(async () => {
  found = runningSystem(process.env['SANAD_TEST_DATA_DIR']);
  origin = found.state.origin;
  browser = await openBrowser();
});
afterAll(() => browser?.close());

const halfAnHour = /^(2[5-9]|30):\d\d$/;

/** A clock that is so many milliseconds off, and can be moved further. */
const clockOff = (milliseconds: number): string => `{
  const real = Date;
  let off = ${milliseconds};
  globalThis.moveClock = (by) => { off += by; };
  globalThis.Date = class extends real {
    constructor(...given) { if (given.length === 0) super(real.now() + off); else super(...given); }
    static now() { return real.now() + off; }
  };
}`;

describe('a computer', () => {
  it('that stores nothing: the exam is sat all the same, and the page says that only it has what is pending', async () => {
    const { page, context, sittingId } = await candidateInBrowser(
      found,
      browser,
      `IDBFactory.prototype.open = () => { throw new DOMException('refused', 'SecurityError'); };`,
    );
    await begin(page, origin, sittingId);
    await chooseSomewhere(page);
    await saved(page);
    await context.setOffline(true);
    await chooseSomewhere(page, 1);
    await says(page, 'Only on this page: 1 answer');
    await context.setOffline(false);
    await saved(page);
    await page.reload();
    await press(page, 'Go on with the exam');
    await says(page, /1 of \d+ answered/);
    await press(page, 'Review');
    await press(page, 'Hand in the exam');
    await says(page, 'with 1 of the questions answered');
    await context.close();
  });

  it.each([-2, 2])(
    'whose clock is %s hours off begins, goes on and hands in as any other',
    async (hours) => {
      const { page, context, sittingId } = await candidateInBrowser(
        found,
        browser,
        clockOff(hours * 3_600_000),
      );
      await page.goto(`${origin}/home`);
      await page.locator(`a[href="/exams/${sittingId}"]`).first().waitFor();
      await begin(page, origin, sittingId);
      await says(page, halfAnHour);
      await chooseSomewhere(page);
      await saved(page);
      await page.goto(`${origin}/exams/${sittingId}`);
      await press(page, 'Go on with the exam');
      await says(page, halfAnHour);
      await press(page, 'Review');
      await press(page, 'Hand in the exam');
      await says(page, 'with 1 of the questions answered');
      await context.close();
    },
  );
});

describe('a computer that sleeps over the end of the time', () => {
  it('asks the server when it wakes: a clock that was only set ends nothing, time that is over hands in', async () => {
    const { page, context, sittingId } = await candidateInBrowser(found, browser, clockOff(0));
    await begin(page, origin, sittingId);
    await chooseSomewhere(page);
    await saved(page);
    // A sleeping computer looks so to a page: its clock goes on, and nothing else does.
    const asked = page.waitForResponse('**/attempts/*/state');
    await page.evaluate('moveClock(2_400_000)');
    await asked;
    await says(page, halfAnHour);
    await page.route('**/attempts/*/state', async (route) => {
      const answer = await route.fetch();
      const state = (await answer.json()) as { serverTime: string; deadline: string };
      const late = new Date(Date.parse(state.deadline) + 60_000).toISOString();
      await route.fulfill({ response: answer, json: { ...state, serverTime: late } });
    });
    await page.evaluate('moveClock(2_400_000)');
    await says(page, 'with 1 of the questions answered');
    await context.close();
  });
});
