// An officer who is a candidate himself: on his own certificate and his own attempt no act is offered to
// him, and none is taken from him; on those of others the same acts are his work.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { as } from '../../tools/demo/accounts.ts';
import type { Api } from '../../tools/demo/api.ts';
import * as journey from '../../tools/demo/journey.ts';
import { runningSystem, type Found } from '../../tools/system/running.ts';
import { openBrowser } from '../engines/browser.ts';
import { pageOf } from './page-of.ts';

const EXAM = 'EV3-1';

interface Sat {
  readonly practitionerId: string;
  readonly attemptId: string;
  readonly certificateId: string;
}

let found: Found;
let examiner: Api;
let author: Api;
let sittingId: string;
let browser: Browser;
let page: Page;
let officer: journey.Candidate;
let own: Sat;
let others: Sat;

beforeAll(async () => {
  found = runningSystem(process.env['SANAD_TEST_DATA_DIR']);
  examiner = await as(found.state, 'examiner');
  author = await as(found.state, 'author');
  sittingId = await journey.sittingOf(examiner, EXAM);
  officer = await journey.newCandidate(found.state, 'GI', [
    'certificates.read',
    'certificates.issue',
    'certificates.suspend',
    'certificates.withdraw',
    'cases.read',
    'practitioners.read',
    'sittings.manage',
    'results.decide',
    'results.release',
    'attempts.void',
  ]);
  own = await pass(officer);
  others = await pass(await journey.newCandidate(found.state, 'GI'));
  browser = await openBrowser();
  page = await pageOf({ found, browser }, officer.userName, officer.password);
}, 120_000);

afterAll(() => browser?.close());

async function pass(candidate: journey.Candidate): Promise<Sat> {
  const { practitionerId } = candidate;
  const { origin } = found.state;
  await journey.enrol(examiner, sittingId, [practitionerId]);
  const attempt = await journey.start(candidate, sittingId);
  await journey.save(origin, attempt, await journey.itemsOf(author, examiner, attempt.formId));
  await journey.submit(origin, attempt);
  const { id } = await journey.certificateOf(candidate, EXAM);
  return { practitionerId, attemptId: attempt.attemptId, certificateId: id };
}

const titled = (name: string) => page.getByRole('button', { name, exact: true });

/** Which of the acts the page offers. */
async function offered(acts: readonly string[]): Promise<string[]> {
  const counts = await Promise.all(acts.map((act) => titled(act).count()));
  return acts.filter((_, at) => counts[at] !== 0);
}

describe('a certificate', () => {
  const ACTS = ['Suspend', 'Reinstate', 'Withdraw'];
  const open = async ({ certificateId }: Sat, kicker: string): Promise<void> => {
    await page.goto(`${found.state.origin}/certificates/${certificateId}`);
    await page.locator('.page__kicker').getByText(kicker, { exact: true }).waitFor();
    await page.getByRole('heading', { name: 'To keep and to hand on' }).waitFor();
  };

  it('of somebody else is the officer’s to suspend and to withdraw', async () => {
    await open(others, 'Certificate');
    expect(await offered(ACTS)).toEqual(['Suspend', 'Withdraw']);
    expect(await page.getByRole('link', { name: 'Case file of this certificate' }).count()).toBe(1);
  });

  it('of his own is shown to him as its holder, with no act', async () => {
    await open(own, 'Your certificate');
    expect(await offered(ACTS)).toEqual([]);
    expect(await page.getByRole('heading', { name: 'What you may do here' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Case file of this certificate' }).click();
    await page.getByRole('heading', { name: 'What happened to it' }).waitFor();
    expect(await page.getByRole('heading', { name: 'Acts of authority' }).count()).toBe(0);
  });
});

describe('an attempt', () => {
  const ACTS = ['Release the result', 'Correct the score', 'Declare void'];
  const open = async ({ practitionerId }: Sat): Promise<void> => {
    await page.goto(`${found.state.origin}/work/sittings/${sittingId}`);
    await page.getByLabel('Number').fill(practitionerId);
    await page.getByText('1 to 1 of 1', { exact: true }).waitFor();
    await page.locator('tbody').getByRole('button', { name: 'Open', exact: true }).click();
    await page.locator('.attempt-acts').getByRole('link', { name: 'Case file' }).waitFor();
  };

  it('of somebody else is his to correct and to declare void', async () => {
    await open(others);
    expect(await offered(ACTS)).toEqual(['Correct the score', 'Declare void']);
  });

  it('of his own is named so, with no act', async () => {
    await open(own);
    await page.getByText('Nobody acts on a case of their own.').waitFor();
    expect(await offered(ACTS)).toEqual([]);
  });
});

describe('the server', () => {
  const because = { reason: 'An act of the officer.' };
  const certificateActs = [
    ['suspend', { ...because, reasonCode: 'holder-request' }],
    ['reinstate', { ...because, reasonCode: 'case-closed' }],
    ['withdraw', { ...because, reasonCode: 'holder-request' }],
  ] as const;
  const attemptActs = [
    ['void', because],
    ['release', because],
    ['decisions', { ...because, score: 12 }],
  ] as const;
  const refusal = (reason: string) => ({ status: 403, problem: { reason } });

  it('refuses him each act on his own certificate, and to issue one to himself', async () => {
    for (const [act, body] of certificateActs) {
      await expect(
        officer.api.post(`certificates/certificates/${own.certificateId}/${act}`, body),
      ).rejects.toMatchObject(refusal('own-certificate'));
    }
    const { items } = await officer.api.get<{ items: { id: string; code: string }[] }>(
      'certificates/schemes?limit=100',
    );
    const schemeId = items.find(({ code }) => code === EXAM)?.id;
    await expect(
      officer.api.post('certificates/certificates', {
        ...because,
        schemeId,
        practitionerId: own.practitionerId,
      }),
    ).rejects.toMatchObject(refusal('own-certificate'));
    expect(await journey.certificateOf(officer, EXAM)).toMatchObject({ state: 'active' });
  });

  it('refuses him each act on his own attempt', async () => {
    for (const [act, body] of attemptActs) {
      await expect(
        officer.api.post(`exam-delivery/attempts/${own.attemptId}/${act}`, body),
      ).rejects.toMatchObject(refusal('own-case'));
    }
    expect(await journey.resultOf(officer, own.attemptId)).toMatchObject({ passed: true });
  });

  it('takes the same acts from him on those of somebody else', async () => {
    await officer.api.post(`exam-delivery/attempts/${others.attemptId}/decisions`, {
      ...because,
      score: 12,
    });
    for (const [act, body] of certificateActs) {
      const { state } = await officer.api.post<{ state: string }>(
        `certificates/certificates/${others.certificateId}/${act}`,
        body,
      );
      expect(state).toBe({ suspend: 'suspended', reinstate: 'active', withdraw: 'withdrawn' }[act]);
    }
  });
});
