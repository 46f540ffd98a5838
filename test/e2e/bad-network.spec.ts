// A candidate on a bad network: what is sent twice counts once, and the page says what is true.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page, Route } from 'playwright-core';
import { runningSystem, type Found } from '../../tools/system/running.ts';
import { openBrowser } from '../engines/browser.ts';
import {
  begin,
  candidateInBrowser,
  chooseSomewhere,
  press,
  pressBegin,
  saved,
  says,
  toRules,
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

interface Sent {
  readonly key: string | undefined;
  readonly answer: { receipt?: object; attemptId?: string };
}

/** What is posted to this address arrives, and its answer is lost as often as `times` says. */
async function loseAnswers(page: Page, address: string, times: number): Promise<Sent[]> {
  const sent: Sent[] = [];
  await page.route(address, async (route: Route) => {
    const answer = await route.fetch();
    sent.push({
      key: route.request().headers()['idempotency-key'],
      answer: (await answer.json()) as Sent['answer'],
    });
    if (sent.length <= times) await route.abort('connectionreset');
    else await route.fulfill({ response: answer });
  });
  return sent;
}

const review = (page: Page): Promise<void> => press(page, 'Review');

/** One answer is saved, and the exam handed in; the first answer to that is lost. */
async function handedInWithoutAnswer() {
  const { page, context, sittingId } = await candidateInBrowser(found, browser);
  await begin(page, origin, sittingId);
  await chooseSomewhere(page);
  await saved(page);
  const sent = await loseAnswers(page, '**/attempts/*/submit', 1);
  await review(page);
  await press(page, 'Hand in the exam');
  await says(page, 'The exam could not be handed in yet');
  return { page, context, sent };
}

describe('an answer that is lost on the way', () => {
  it('of the start: pressed again, also on a page loaded anew, it is the same attempt by the same key', async () => {
    const { page, context, sittingId } = await candidateInBrowser(found, browser);
    const sent = await loseAnswers(page, '**/sittings/*/start', 2);
    await toRules(page, origin, sittingId);
    await pressBegin(page);
    await says(page, 'It may be that your time has begun');
    await pressBegin(page);
    await page.reload();
    await press(page, 'Go on with the exam');
    await says(page, /Question 1 of/);
    expect(new Set(sent.map(({ answer }) => answer.attemptId)).size).toBe(1);
    expect(new Set(sent.map(({ key }) => key)).size).toBe(1);
    await context.close();
  });

  it('of the submission: handed in again it is the same receipt by the same key', async () => {
    const { page, context, sent } = await handedInWithoutAnswer();
    await press(page, 'Hand in the exam');
    await says(page, 'You have handed in your exam');
    expect(sent).toHaveLength(2);
    expect(sent[1]).toEqual(sent[0]);
    expect(sent[0]?.key).toMatch(/^submit-[0-9a-f-]{36}-\d+$/);
    await context.close();
  });

  it('of the submission, and the page loaded again: the receipt is there', async () => {
    const { page, context, sent } = await handedInWithoutAnswer();
    await page.reload();
    await says(page, 'with 1 of the questions answered');
    expect(sent).toHaveLength(1);
    await context.close();
  });

  it('and what was answered after a submission that did not arrive is handed in, too, by a key of its own', async () => {
    const { page, context, sittingId } = await candidateInBrowser(found, browser);
    await begin(page, origin, sittingId);
    await chooseSomewhere(page);
    await saved(page);
    await review(page);
    await context.setOffline(true);
    await press(page, 'Hand in the exam');
    await says(page, 'The exam could not be handed in yet');
    await press(page, 'Back to the questions');
    await chooseSomewhere(page, 1);
    await says(page, 'Kept on this computer: 1 answer will be sent');
    await context.setOffline(false);
    const sent = await loseAnswers(page, '**/attempts/*/submit', 0);
    await review(page);
    await press(page, 'Hand in the exam');
    await says(page, 'with 1 of the questions answered');
    expect(sent.map(({ key }) => key)).toEqual([expect.stringMatching(/-2$/)]);
    await context.close();
  });
});

describe('a connection', () => {
  it('that is there and carries nothing is given up, and what it had is sent again', async () => {
    const { page, context, sittingId } = await candidateInBrowser(found, browser);
    await begin(page, origin, sittingId);
    let stuck = 0;
    await page.route('**/attempts/*/journal', (route) => {
      stuck += 1;
      return stuck === 1 ? undefined : route.continue();
    });
    await chooseSomewhere(page);
    await says(page, 'Saving 1 answer');
    await page
      .getByText('Kept on this computer: 1 answer will be sent')
      .first()
      .waitFor({ timeout: 30_000 });
    await saved(page);
    await context.close();
  });

  it('that ends between the start and the questions: the page waits and goes on by itself', async () => {
    const { page, context, sittingId } = await candidateInBrowser(found, browser);
    await page.route('**/packages/*', (route) => route.abort());
    await page.goto(`${origin}/exams/${sittingId}`);
    await page.getByRole('checkbox').press('Space');
    await pressBegin(page);
    await says(page, 'The server cannot be reached');
    await context.setOffline(true);
    await page.unroute('**/packages/*');
    await press(page, 'Try again');
    await says(page, 'The server cannot be reached');
    await context.setOffline(false);
    await says(page, /Question 1 of/);
    await context.close();
  });

  it('that brings no more of the pages after the rules: they are all there already', async () => {
    const { page, context, sittingId } = await candidateInBrowser(found, browser);
    await toRules(page, origin, sittingId);
    await page.route('**/assets/*', (route) => route.abort());
    await pressBegin(page);
    await says(page, /Question 1 of/);
    await page.unroute('**/assets/*');
    await chooseSomewhere(page);
    await saved(page);
    await page.route('**/assets/*', (route) => route.abort());
    await review(page);
    await press(page, 'Hand in the exam');
    await says(page, 'with 1 of the questions answered');
    await context.close();
  });

  it('that ends before the last answers: they stay when the window is closed, and are sent from a new one', async () => {
    const { page, context, sittingId } = await candidateInBrowser(found, browser);
    await begin(page, origin, sittingId);
    await context.setOffline(true);
    await chooseSomewhere(page);
    await says(page, 'Kept on this computer: 1 answer will be sent');
    await page.close();
    await context.setOffline(false);
    const again = await context.newPage();
    again.setDefaultTimeout(20_000);
    await again.goto(`${origin}/exams/${sittingId}/attempt`);
    await says(again, /1 of \d+ answered/);
    await saved(again);
    const second = await context.newPage();
    await second.goto(`${origin}/exams/${sittingId}/attempt`);
    await says(second, 'This exam is open in another window');
    await again.close();
    await second.reload();
    await says(second, /1 of \d+ answered/);
    await context.close();
  });
});

describe('a sign-in', () => {
  const away = (route: Route) => route.fulfill({ status: 503, body: '' });

  it('that ended, and nobody to renew it: the exam is handed in, and its receipt is there', async () => {
    const { page, context, sittingId } = await candidateInBrowser(found, browser);
    await begin(page, origin, sittingId);
    await page.route('**/auth/**', away);
    await page.route('**/api/identity/**', away);
    await page.reload();
    await chooseSomewhere(page);
    await saved(page);
    await review(page);
    await press(page, 'Hand in the exam');
    await says(page, 'with 1 of the questions answered');
    await page.reload();
    await says(page, 'with 1 of the questions answered');
    await context.close();
  });

  it('that could not be asked for is not one that is missing', async () => {
    const { page, context } = await candidateInBrowser(found, browser);
    await page.route('**/auth/session', (route) => route.abort());
    await page.goto(`${origin}/home`);
    await says(page, 'The server cannot be reached');
    await page.unroute('**/auth/session');
    await press(page, 'Try again');
    await says(page, 'Where you stand');
    await context.close();
  });

  it('is asked for where this computer has no receipt', async () => {
    const { page, context } = await candidateInBrowser(found, browser);
    const stranger = await (await browser.newContext({ locale: 'en' })).newPage();
    await stranger.goto(`${origin}/attempts/3f0c9a52-7f5f-4c57-9d31-5b8f7a6f2f10/receipt`);
    await stranger.locator('input[name=userName]').waitFor();
    await stranger.context().close();
    await page.goto(`${origin}/attempts/3f0c9a52-7f5f-4c57-9d31-5b8f7a6f2f10/receipt`);
    await says(page, 'This page does not exist');
    await context.close();
  });
});

describe('a practice exam', () => {
  it('needs no network once it has begun, sends nothing and leaves nothing on this computer', async () => {
    const { page, context } = await candidateInBrowser(found, browser);
    await page.goto(`${origin}/practice`);
    await page.getByRole('link', { name: 'Begin the practice exam' }).click();
    await says(page, /Question 1 of/);
    const kept = () =>
      page.evaluate(`(async () => {
        const { length } = await indexedDB.databases();
        return [length, localStorage.length, sessionStorage.length];
      })()`);
    const before = await kept();
    await context.setOffline(true);
    const sent: string[] = [];
    page.on('request', (request) => sent.push(`${request.method()} ${request.url()}`));
    await chooseSomewhere(page);
    await says(page, 'Practice: nothing is saved');
    await review(page);
    await press(page, 'Hand in the exam');
    await page.getByRole('heading', { name: 'That was all' }).waitFor();
    expect(sent).toEqual([]);
    expect(await kept()).toEqual(before);
    await context.close();
  });
});
