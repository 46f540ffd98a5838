// What the rule may not release by itself: a journal that was tampered with, an answer that cannot be scored.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus } from '../engines/call.ts';
import { eventually } from '../engines/eventually.ts';
import { furnish, publishForm } from './exam-delivery-content.ts';
import type { Form, World } from './exam-delivery-content.ts';
import {
  candidate,
  entry,
  manager,
  publishedExam,
  reason,
  startedAttempt,
} from './exam-delivery-exam.ts';
import type { Started } from './exam-delivery-exam.ts';
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

type Attempt = Started & { person: string };

/** All right answers but the first, which is `first`. */
async function answered(first: string): Promise<Attempt> {
  const attempt = await startedAttempt(service, world, examId);
  const entries = form.itemIds.map((item, n) => entry(n + 1, item, n === 0 ? first : 'B'));
  const browser = service.withToken(attempt.token);
  expectStatus(await browser('POST', `attempts/${attempt.attemptId}/journal`, { entries }), 200);
  return attempt;
}

const submit = async ({ attemptId, token }: Attempt): Promise<void> =>
  void expectStatus(
    await service.withToken(token)('POST', `attempts/${attemptId}/submit`, {}),
    200,
  );

async function changeBehindItsBack(attemptId: string): Promise<void> {
  const { database } = service;
  const change = database.query(
    `update journal set body = replace(body, '"B"', '"A"') where attempt_id = $1 and seq = 2`,
    [attemptId],
  );
  await expect(change).rejects.toThrow('append-only');
  await database.transaction(async (tx) => {
    await tx.query('alter table journal disable trigger user');
    await tx.query(
      `update journal set body = replace(body, '"B"', '"A"') where attempt_id = $1 and seq = 2`,
      [attemptId],
    );
    await tx.query('alter table journal enable trigger user');
  });
}

const stateOf = async ({ attemptId }: Attempt) => {
  const [row] = await service.database.query<
    { decided_at: Date | null; released_at: Date | null }[]
  >('select decided_at, released_at from attempt where attempt_id = $1', [attemptId]);
  return row;
};
const decided = (attempt: Attempt) =>
  eventually(async () => ((await stateOf(attempt))?.decided_at === null ? undefined : true));
const told = async ({ attemptId }: Attempt) =>
  (
    await service.database.query<{ name: string }[]>(
      'select name from outbox where key = $1 order by seq',
      [attemptId],
    )
  ).map(({ name }) => name);

/** Decided by rule, and then a person's: nobody is told before, the candidate either. */
async function waitsForAPerson(attempt: Attempt, kind: string): Promise<void> {
  await decided(attempt);
  expect((await stateOf(attempt))?.released_at).toBeNull();
  expect(await told(attempt)).toEqual(['attempt.submitted']);
  const path = `me/attempts/${attempt.attemptId}/result`;
  expect((await candidate(service, attempt.person)('GET', path)).status).toBe(404);
  const open = expectStatus(await manager(service)('GET', 'cases?limit=100'), 200);
  expect((open.json as { items: object[] }).items).toContainEqual(
    expect.objectContaining({ attemptId: attempt.attemptId, kind, closedAt: null }),
  );
}

describe('a result that the rule does not release', () => {
  it('is that of a journal whose chain is broken: the case file says where', async () => {
    const attempt = await answered('B');
    await changeBehindItsBack(attempt.attemptId);
    await submit(attempt);
    await waitsForAPerson(attempt, 'journal-broken');
    const path = `attempts/${attempt.attemptId}`;
    const file = expectStatus(await manager(service)('GET', `${path}/case`), 200);
    expect(file.json).toMatchObject({ journal: { check: { outcome: 'broken', seq: 2 } } });
  });

  it('is that of an answer which is none of the item: it scores nothing and says why', async () => {
    const attempt = await answered('Z');
    await submit(attempt);
    await waitsForAPerson(attempt, 'response-refused');
    const path = `attempts/${attempt.attemptId}`;
    const file = expectStatus(await manager(service)('GET', `${path}/case`), 200);
    const { decisions } = file.json as { decisions: { outcomes: { refusal: unknown }[] }[] };
    expect(decisions[0]?.outcomes.filter(({ refusal }) => refusal !== null)).toHaveLength(1);
  });

  it('is released by a person, and told then', async () => {
    const attempt = await answered('Z');
    await submit(attempt);
    await waitsForAPerson(attempt, 'response-refused');
    const path = `attempts/${attempt.attemptId}/release`;
    expectStatus(await manager(service)('POST', path, reason), 204);
    expect(await told(attempt)).toEqual(['attempt.submitted', 'result.decided']);
  });

  it('is not that of entries that came too late: they count for nothing and hold nothing up', async () => {
    const attempt = await answered('B');
    await submit(attempt);
    const late = [entry(form.itemIds.length + 1, form.itemIds[0] ?? '', 'A')];
    const browser = service.withToken(attempt.token);
    expectStatus(
      await browser('POST', `attempts/${attempt.attemptId}/journal`, { entries: late }),
      200,
    );
    await decided(attempt);
    expect(await told(attempt)).toEqual(['attempt.submitted', 'result.decided']);
  });
});
