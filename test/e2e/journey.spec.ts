// The journey on the real stack, by the public API: who passes is certified, who fails is not, who is an
// officer does not act on his own case.
import { beforeAll, describe, expect, it } from '@jest/globals';
import { as } from '../../tools/demo/accounts.ts';
import type { Api } from '../../tools/demo/api.ts';
import * as journey from '../../tools/demo/journey.ts';
import { control, runningSystem, type Found } from '../../tools/system/running.ts';

const EXAM = 'EV3-1';

let found: Found;
let origin: string;
let examiner: Api;
let author: Api;
let certifier: Api;
let sittingId: string;

beforeAll(async () => {
  found = runningSystem(process.env['SANAD_TEST_DATA_DIR']);
  origin = found.state.origin;
  examiner = await as(found.state, 'examiner');
  author = await as(found.state, 'author');
  certifier = await as(found.state, 'certifier');
  sittingId = await journey.sittingOf(examiner, EXAM);
});

async function enrolled(): Promise<journey.Candidate> {
  const candidate = await journey.newCandidate(found.state, 'GI');
  await journey.enrol(examiner, sittingId, [candidate.practitionerId]);
  return candidate;
}

async function sit(candidate: journey.Candidate, wrong: boolean): Promise<journey.Attempt> {
  const attempt = await journey.start(candidate, sittingId);
  const items = await journey.itemsOf(author, examiner, attempt.formId);
  expect(await journey.save(origin, attempt, items, wrong)).toBe(items.length);
  await journey.submit(origin, attempt);
  return attempt;
}

const gap = async (candidate: journey.Candidate): Promise<number | undefined> =>
  (await journey.profileOf(candidate)).find(({ competencyCode }) => competencyCode === 'EV3')?.gap;

describe('a practitioner with a gap', () => {
  it('who passes gets one certificate that verifies, and verification follows its state', async () => {
    const candidate = await enrolled();
    expect(await gap(candidate)).toBe(2);
    await sit(candidate, false);
    const { id, code } = await journey.certificateOf(candidate, EXAM);
    expect(await gap(candidate)).toBe(1);
    expect(await journey.standingByCode(origin, code)).toBe('valid');

    const bundle = await candidate.api.get<object>(`certificates/certificates/${id}/bundle`);
    const checked = await journey.verifyFile(origin, bundle);
    expect(checked.standing).toBe('valid');
    expect(checked.checks.map(({ outcome }) => outcome)).toEqual(
      checked.checks.map(() => 'passed'),
    );

    const act = { reasonCode: 'investigation', reason: 'An inquiry into the sitting is open.' };
    await expect(
      candidate.api.post(`certificates/certificates/${id}/suspend`, act),
    ).rejects.toMatchObject({ status: 403 });
    await certifier.post(`certificates/certificates/${id}/suspend`, act);
    expect(await journey.standingByCode(origin, code)).toBe('suspended');
  });

  it('who fails gets none, and is told when to come again', async () => {
    const candidate = await enrolled();
    const { attemptId } = await sit(candidate, true);
    const result = await journey.resultOf(candidate, attemptId);
    expect(result).toMatchObject({ passed: false, learn: [{ code: 'EV3', level: 1 }] });
    const days = (Date.parse(result.nextTry ?? '') - Date.now()) / 86_400_000;
    expect(Math.round(days)).toBeGreaterThanOrEqual(29);
    expect(Math.round(days)).toBeLessThanOrEqual(30);
    const { items } = await candidate.api.get<{ items: object[] }>('certificates/me/certificates');
    expect(items).toEqual([]);
    await expect(journey.start(candidate, sittingId)).rejects.toMatchObject({
      problem: { reason: 'attempt-closed' },
    });
  });

  it('who is an officer does not suspend a certificate of his own', async () => {
    const own = await journey.newCandidate(found.state, 'GI', ['certificates.suspend']);
    await journey.enrol(examiner, sittingId, [own.practitionerId]);
    await sit(own, false);
    const { id } = await journey.certificateOf(own, EXAM);
    await expect(
      own.api.post(`certificates/certificates/${id}/suspend`, {
        reasonCode: 'holder-request',
        reason: 'my own',
      }),
    ).rejects.toMatchObject({ status: 403 });
  });
});

describe('an exam in progress', () => {
  it('needs the gateway and exam-delivery only; its certificate comes when the others are back', async () => {
    const candidate = await enrolled();
    const attempt = await journey.start(candidate, sittingId);
    const items = await journey.itemsOf(author, examiner, attempt.formId);
    const others = ['identity', 'competency', 'question-bank', 'certificates', 'kafka'];
    await Promise.all(others.map((part) => control(found, part, 'stop')));
    try {
      expect(await journey.save(origin, attempt, items.slice(0, 2))).toBe(2);
      expect(await journey.stateOf(origin, attempt)).toMatchObject({ acknowledged: 2 });
      expect(await journey.save(origin, attempt, items.slice(2), false, 3)).toBe(items.length);
      expect(await journey.submit(origin, attempt)).toHaveProperty('receipt');
    } finally {
      await control(found, 'kafka', 'start');
      await Promise.all(others.slice(0, -1).map((part) => control(found, part, 'start')));
    }
    const deadline = Date.now() + 90_000;
    for (;;) {
      try {
        const { code } = await journey.certificateOf(candidate, EXAM);
        expect(await journey.standingByCode(origin, code)).toBe('valid');
        return;
      } catch (error) {
        if (Date.now() > deadline) throw error;
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
    }
  }, 180_000);
});
