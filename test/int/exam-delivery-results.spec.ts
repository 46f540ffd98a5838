import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { eventually } from '../engines/eventually.ts';
import { expectStatus } from '../engines/call.ts';
import { furnish, practitioner, publishForm } from './exam-delivery-content.ts';
import type { Form, World } from './exam-delivery-content.ts';
import {
  candidate,
  entry,
  examBody,
  manager,
  publishedExam,
  reason,
  sittingOf,
  start,
  startedAttempt,
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

type Running = { attemptId: string; token: string };

/** Answers the first `right` items rightly and the rest wrongly, and submits. */
async function hand({ attemptId, token }: Running, right: number, of = form): Promise<void> {
  const entries = of.itemIds.map((item, n) => entry(n + 1, item, n < right ? 'B' : 'A'));
  const browser = service.withToken(token);
  expectStatus(await browser('POST', `attempts/${attemptId}/journal`, { entries }), 200);
  expectStatus(await browser('POST', `attempts/${attemptId}/submit`, {}), 200);
}

const decidedAt = (attemptId: string) =>
  eventually(async () => {
    const [row] = await service.database.query<{ decided_at: Date | null }[]>(
      'select decided_at from attempt where attempt_id = $1',
      [attemptId],
    );
    return row?.decided_at ?? undefined;
  });
const published = async (attemptId: string) =>
  service.database.query<{ name: string; data: Record<string, unknown> }[]>(
    'select name, data from outbox where key = $1 order by seq',
    [attemptId],
  );

describe('a result', () => {
  it('is decided by rule, released at once, and told to the others', async () => {
    const attempt = await startedAttempt(service, world, examId);
    await hand(attempt, 2);
    await decidedAt(attempt.attemptId);
    const events = await published(attempt.attemptId);
    expect(events.map((one) => one.name)).toEqual(['attempt.submitted', 'result.decided']);
    expect(events[1]?.data).toMatchObject({
      practitionerId: attempt.person,
      competencyCode: 'EV3',
      score: 2,
      maxScore: 3,
      cutScore: 2,
      passed: true,
      decidedBy: 'rule',
      releasedBy: 'rule',
    });
  });

  it('of a failure says what to learn and the day of the next try, which the start keeps to', async () => {
    const attempt = await startedAttempt(service, world, examId);
    await hand(attempt, 1);
    await decidedAt(attempt.attemptId);
    const me = candidate(service, attempt.person);
    const result = await me('GET', `me/attempts/${attempt.attemptId}/result`);
    expect(expectStatus(result, 200).json).toMatchObject({
      passed: false,
      score: 1,
      nextTry: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      learn: [{ code: 'EV3', descriptor: { en: 'Keeps the chain of custody.' } }],
    });
    const again = await sittingOf(service, examId, [attempt.person]);
    await expect(start(service, again, attempt.person)).rejects.toThrow('waiting-period');
  });

  it('waits for an officer where the exam says so, and never for the candidate himself', async () => {
    const byOfficer = await publishedExam(service, world, [form], { release: 'by-officer' });
    const attempt = await startedAttempt(service, world, byOfficer);
    await hand(attempt, 3);
    await decidedAt(attempt.attemptId);
    const path = `attempts/${attempt.attemptId}`;
    const me = candidate(service, attempt.person);
    expect((await me('GET', `me/${path}/result`)).status).toBe(404);
    const himself = service.as({
      sub: 'second-account',
      person: attempt.person,
      permissions: ['results.release', 'attempts.void', 'results.decide', 'cases.read'],
    });
    for (const act of ['release', 'void'])
      expect((await himself('POST', `${path}/${act}`, reason)).problem.reason).toBe('own-case');
    const change = { score: 3, ...reason };
    expect((await himself('POST', `${path}/decisions`, change)).problem.reason).toBe('own-case');
    const all = await himself('POST', `sittings/${attempt.sittingId}/release`, reason);
    expect(all.json).toMatchObject({ released: 0, skipped: [{ reason: 'own-case' }] });
    expect((await himself('GET', `${path}/case`)).status).toBe(404);
    const south = manager(service, world.agencies.south);
    expect((await south('POST', `${path}/release`, reason)).status).toBe(404);
    expectStatus(await manager(service)('POST', `${path}/release`, reason), 204);
    expectStatus(await me('GET', `me/${path}/result`), 200);
    expect((await published(attempt.attemptId)).at(-1)?.data).toMatchObject({
      decidedBy: 'rule',
      releasedBy: 'manager-national',
    });
  });

  it('is voided with a reason, published as such, and counts as no attempt', async () => {
    const attempt = await startedAttempt(service, world, examId);
    await hand(attempt, 1);
    await decidedAt(attempt.attemptId);
    const path = `attempts/${attempt.attemptId}`;
    expectStatus(await manager(service)('POST', `${path}/void`, reason), 204);
    const events = await published(attempt.attemptId);
    expect(events.at(-1)?.name).toBe('result.voided');
    const mine = await candidate(service, attempt.person)('GET', 'me/attempts');
    expect(mine.json).toMatchObject({ items: [{ state: 'void', voidReason: reason.reason }] });
    const again = await sittingOf(service, examId, [attempt.person]);
    // Not the waiting period: what is lacking is another form.
    await expect(start(service, again, attempt.person)).rejects.toThrow('no-other-form');
  });

  it('is a file for the court, whose chains hold', async () => {
    const attempt = await startedAttempt(service, world, examId);
    await hand(attempt, 2);
    await decidedAt(attempt.attemptId);
    const path = `attempts/${attempt.attemptId}/case`;
    const file = expectStatus(await manager(service)('GET', path), 200);
    expect(file.json).toMatchObject({
      journal: { check: { outcome: 'intact', entries: 5 } },
      receipt: { holds: true },
      decisions: [{ author: 'rule', passed: true }],
      audit: { exam: [{ act: 'exam.published' }], sitting: expect.anything() },
    });
    expect(file.text).not.toContain('"correct"');
    const other = candidate(service, await practitioner(service, world.agencies.north));
    expect((await other('GET', path)).status).toBe(404);
  });
});

describe('the wrong people', () => {
  it('an editor does not publish, and what is published does not change', async () => {
    const both = service.as({ sub: 'both', permissions: ['exams.edit', 'exams.publish'] });
    const draft = expectStatus(await both('POST', 'exams', examBody(world, [form])), 201);
    const id = (draft.json as { examId: string }).examId;
    const refused = await both('POST', `exams/${id}/publish`, reason);
    expect([refused.status, refused.problem.reason]).toEqual([403, 'editor-publishes']);
    const headers = { 'if-match': '"2"' };
    const changed = await both('PUT', `exams/${examId}`, examBody(world, [form]), headers);
    expect(changed.problem.reason).toBe('exam-not-draft');
  });

  it('who is not enrolled, and who has another attempt’s token, finds nothing', async () => {
    const attempt = await startedAttempt(service, world, examId);
    const stranger = await practitioner(service, world.agencies.north);
    await expect(start(service, attempt.sittingId, stranger)).rejects.toThrow('404');
    const mine = await startedAttempt(service, world, examId);
    const path = `attempts/${attempt.attemptId}/state`;
    expect((await service.withToken(mine.token)('GET', path)).status).toBe(404);
    expect((await service.withToken(`${mine.token}x`)('GET', path)).status).toBe(401);
    expect((await service.anonymously('GET', path)).status).toBe(401);
  });

  it('an agency’s officer enrols nobody of another agency, and sees nobody in progress', async () => {
    const person = await practitioner(service, world.agencies.north);
    const sittingId = await sittingOf(service, examId, [person]);
    const south = manager(service, world.agencies.south);
    const body = { practitionerIds: [person] };
    expect((await south('POST', `sittings/${sittingId}/enrolments`, body)).status).toBe(422);
    expect((await south('GET', `sittings/${sittingId}/progress`)).json).toMatchObject({
      items: [],
    });
    const csv = `practitionerId\nnobody\n${person}\n`;
    const headers = { 'content-type': 'text/csv' };
    const list = await south('POST', `sittings/${sittingId}/enrolments.csv`, csv, headers);
    expect(list.problem.errors).toMatchObject([{ line: 2 }, { line: 3 }]);
  });
});

describe('time', () => {
  it('saves conflict and repeat as they should, close after the grace, and late ones open a case', async () => {
    const attempt = await startedAttempt(service, world, examId);
    const browser = service.withToken(attempt.token);
    const path = `attempts/${attempt.attemptId}/journal`;
    const item = form.itemIds[0] ?? '';
    const first = { entries: [entry(1, item, 'B')] };
    for (const _ of [1, 2])
      expect((await browser('POST', path, first)).json).toMatchObject({ acknowledged: 1 });
    const other = await browser('POST', path, { entries: [entry(1, item, 'C')] });
    expect([other.status, other.problem.reason]).toEqual([409, 'journal-conflict']);
    const gap = await browser('POST', path, { entries: [entry(3, item, 'C')] });
    expect(gap.problem).toMatchObject({ reason: 'journal-gap', acknowledged: 1 });

    await service.passTime(41);
    const inGrace = await browser('POST', path, { entries: [entry(2, item, 'C')] });
    expect(inGrace.json).toMatchObject({ acknowledged: 2 });
    await service.passTime(2);
    await decidedAt(attempt.attemptId);
    const late = await browser('POST', path, {
      entries: [entry(2, item, 'C'), entry(3, item, 'B')],
    });
    expect(late.json).toMatchObject({ acknowledged: 2, late: [3] });
    const cases = await manager(service)('GET', 'cases');
    expect(cases.json).toMatchObject({
      items: [{ attemptId: attempt.attemptId, kind: 'late-entries' }],
    });
    const receipt = await browser('POST', `attempts/${attempt.attemptId}/submit`, {});
    expect(receipt.json).toMatchObject({ receipt: { how: 'automatic', entries: 2 } });
  });

  it('leaves a case to who is not concerned and did not decide before, and lists it as closed then', async () => {
    const attempt = await startedAttempt(service, world, examId);
    await hand(attempt, 3);
    await decidedAt(attempt.attemptId);
    const person = randomUUID();
    const permissions = ['results.decide', 'cases.read'] as const;
    const decider = service.as({ sub: 'decider', person, permissions });
    const correct = { score: 2, reason: 'a question was ambiguous' };
    const corrected = await decider('POST', `attempts/${attempt.attemptId}/decisions`, correct);
    expectStatus(corrected, 201);
    await service.passTime(43);
    const late = { entries: [entry(9, form.itemIds[0] ?? '', 'B')] };
    await service.withToken(attempt.token)('POST', `attempts/${attempt.attemptId}/journal`, late);
    const officer = manager(service);
    const listed = async (who: typeof officer, state: string) => {
      const { items } = (await who('GET', `cases?state=${state}&limit=500`)).json as {
        items: { caseId: string; attemptId: string; closedBy: string | null }[];
      };
      return items.filter(({ attemptId }) => attemptId === attempt.attemptId);
    };
    const [open] = await listed(officer, 'open');
    expect(open).toMatchObject({ closedBy: null });
    const close = (who: typeof officer) => who('POST', `cases/${open?.caseId}/close`, reason);
    const secondAccount = service.as({ sub: 'decider-too', person, permissions });
    for (const who of [decider, secondAccount]) {
      const refused = await close(who);
      expect([refused.status, refused.problem.reason]).toEqual([403, 'decided-original']);
    }
    const himself = service.as({ sub: 'second-account', person: attempt.person, permissions });
    expect((await close(himself)).problem.reason).toBe('own-case');
    const south = manager(service, world.agencies.south);
    expect((await close(south)).status).toBe(404);
    expect(await listed(south, 'open')).toEqual([]);
    // A score that is corrected because of the case does not bar from closing it.
    expectStatus(await officer('POST', `attempts/${attempt.attemptId}/decisions`, correct), 201);
    expectStatus(await close(officer), 204);
    expect((await close(officer)).problem.reason).toBe('case-closed');
    expect(await listed(officer, 'open')).toEqual([]);
    expect(await listed(officer, 'closed')).toMatchObject([{ closedBy: 'manager-national' }]);
  });
});

describe('a full room', () => {
  it('starts at the same minute: each gets an attempt of his own, and who asks twice one', async () => {
    const people: string[] = [];
    for (let at = 0; at < 30; at += 1)
      people.push(await practitioner(service, world.agencies.north));
    const sittingId = await sittingOf(service, examId, people);
    // Both requests of one person at once, so that they meet.
    const started = await Promise.all(
      people
        .flatMap((person) => [person, person])
        .map((person) => start(service, sittingId, person)),
    );
    const attempts = started.map(({ attemptId }) => attemptId);
    expect(new Set(attempts).size).toBe(people.length);
    for (let at = 0; at < attempts.length; at += 2) expect(attempts[at + 1]).toBe(attempts[at]);
    expect(started.filter(({ resumed }) => !resumed)).toHaveLength(people.length);
  });
});
