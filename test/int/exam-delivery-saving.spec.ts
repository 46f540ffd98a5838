// What a candidate's browser meets when it saves and hands in.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { textLimits } from '../../apps/exam-delivery/src/domain/attempt/text-limits.ts';
import { textLimits as textLimitsOfThePage } from '../../apps/web/src/pages/exam/interactions/text-limits.ts';
import { eventually } from '../engines/eventually.ts';
import { expectStatus } from '../engines/call.ts';
import { furnish, publishForm } from './exam-delivery-content.ts';
import type { Form, World } from './exam-delivery-content.ts';
import { candidate, entry, publishedExam, startedAttempt } from './exam-delivery-exam.ts';
import { rightText } from './exam-delivery-items.ts';
import { startExamDelivery } from './exam-delivery-service.ts';
import type { ExamDeliveryUnderTest } from './exam-delivery-service.ts';

let service: ExamDeliveryUnderTest;
let world: World;
let form: Form;
let examId: string;

beforeAll(async () => {
  service = await startExamDelivery();
  world = await furnish(service);
  form = await publishForm(service, world, { text: true });
  examId = await publishedExam(service, world, [form], { cutScore: cutOf(3) });
});
afterAll(() => service.stop());

const cutOf = (score: number) => ({
  score,
  justification: 'modified Angoff, nine judges',
  author: 'N. Nazarova',
});
const item = (n: number): string => form.itemIds[n - 1] ?? '';
const typed = (seq: number, text: string) => ({
  ...entry(seq, item(3), null),
  response: { RESPONSE: text },
});

describe('a batch with a faulty entry', () => {
  it('is refused with the place of each fault and saves nothing, and the others go on without it', async () => {
    const { attemptId, token } = await startedAttempt(service, world, examId);
    const browser = service.withToken(token);
    const path = `attempts/${attemptId}/journal`;
    const bad = [
      entry(1, item(1), 'B'),
      typed(2, 'x'.repeat(textLimits.entry + 1)),
      entry(3, item(2), 'B'),
      { ...entry(4, randomUUID(), 'B') },
    ];
    const refused = expectStatus(await browser('POST', path, { entries: bad }), 400);
    expect(refused.problem.errors).toEqual([
      {
        field: 'entries.1.response.RESPONSE',
        message: `at most ${textLimits.entry} characters`,
        code: 'too-long',
        limit: textLimits.entry,
      },
      { field: 'entries.3.item', message: 'an item of this form', code: 'not-valid' },
    ]);
    const state = await browser('GET', `attempts/${attemptId}/state`);
    expect(state.json).toMatchObject({ acknowledged: 0, answers: {} });

    // The refused entry never had its number: the next one takes it.
    const good = [entry(1, item(1), 'B'), { ...entry(2, item(2), 'B') }];
    expect((await browser('POST', path, { entries: good })).json).toMatchObject({
      acknowledged: 2,
    });
    const anew = { entries: [typed(3, 'x'.repeat(textLimits.entry))] };
    expect((await browser('POST', path, anew)).json).toMatchObject({ acknowledged: 3 });
  });

  it('cannot come from the page for its length: the page has the same limits', () => {
    expect(textLimitsOfThePage).toEqual(textLimits);
  });
});

describe('a short text', () => {
  it('is scored without the blanks around it and in any Unicode form, and kept as it was typed', async () => {
    const { attemptId, token, person } = await startedAttempt(service, world, examId);
    const browser = service.withToken(token);
    const raw = ` ${rightText.normalize('NFD')}\n`;
    expect(raw.trim()).not.toBe(rightText);
    const entries = [entry(1, item(1), 'B'), entry(2, item(2), 'B'), typed(3, raw)];
    expectStatus(await browser('POST', `attempts/${attemptId}/journal`, { entries }), 200);
    expectStatus(await browser('POST', `attempts/${attemptId}/submit`, { lastSeq: 3 }), 200);
    const result = await eventually(async () => {
      const answer = await candidate(service, person)('GET', `me/attempts/${attemptId}/result`);
      return answer.status === 200 ? answer : undefined;
    });
    expect(result.json).toMatchObject({ score: 3, passed: true });
    const [row] = await service.database.query<{ body: string }[]>(
      'select body from journal where attempt_id = $1 and seq = 3',
      [attemptId],
    );
    expect(JSON.parse(row?.body ?? '')).toEqual({ RESPONSE: raw });
  });
});

describe('an Idempotency-Key', () => {
  it('of a start is asked for; the same request again is the same attempt, another body a conflict', async () => {
    const { attemptId, sittingId, person } = await startedAttempt(service, world, examId);
    const { sittingId: other, person: another } = await startedAttempt(service, world, examId);
    const me = candidate(service, person);
    const path = `sittings/${sittingId}/start`;
    const body = { language: 'tg', declaration: true };
    const none = await me('POST', path, body);
    expect([none.status, none.problem.reason]).toEqual([400, 'idempotency-key-missing']);
    const [{ key }] = (await service.database.query(
      `select split_part(start_key, E'\\n', 1) as key from attempt where attempt_id = $1`,
      [attemptId],
    )) as [{ key: string }];
    const headers = { 'idempotency-key': key };
    expect((await me('POST', path, body, headers)).json).toMatchObject({
      attemptId,
      resumed: true,
    });
    const changed = await me('POST', path, { ...body, language: 'ru' }, headers);
    expect([changed.status, changed.problem.reason]).toEqual([409, 'idempotency-key-reused']);
    // A key is its owner's: somebody else may have made up the same one.
    const theirs = await candidate(service, another)(
      'POST',
      `sittings/${other}/start`,
      body,
      headers,
    );
    expectStatus(theirs, 200);
  });

  it('of a submission: the same again is the same receipt, another body a conflict, and a refusal uses up none', async () => {
    const { attemptId, token } = await startedAttempt(service, world, examId);
    const browser = service.withToken(token);
    const path = `attempts/${attemptId}/submit`;
    const headers = { 'idempotency-key': randomUUID() };
    const early = await browser('POST', path, { lastSeq: 1 }, headers);
    expect([early.status, early.problem.reason]).toEqual([409, 'entries-missing']);
    const entries = [entry(1, item(1), 'B')];
    expectStatus(await browser('POST', `attempts/${attemptId}/journal`, { entries }), 200);
    const first = expectStatus(await browser('POST', path, { lastSeq: 1 }, headers), 200);
    const again = expectStatus(await browser('POST', path, { lastSeq: 1 }, headers), 200);
    expect(again.json).toEqual(first.json);
    const changed = await browser('POST', path, { lastSeq: 0 }, headers);
    expect([changed.status, changed.problem.reason]).toEqual([409, 'idempotency-key-reused']);
    const wrong = await browser('POST', path, { lastSeq: 1 }, { 'idempotency-key': ' ' });
    expect(wrong.status).toBe(400);
  });
});
