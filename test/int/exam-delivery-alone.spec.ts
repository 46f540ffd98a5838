import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePorts } from '../../tools/engines/ports.ts';
import { verifyChain } from '../../apps/exam-delivery/src/domain/attempt/journal.ts';
import { journalOf } from '../../apps/exam-delivery/src/store/journal-in-transaction.ts';
import { expectStatus } from '../engines/call.ts';
import { furnish, publishForm } from './exam-delivery-content.ts';
import type { Form, World } from './exam-delivery-content.ts';
import { entry, publishedExam, startedAttempt } from './exam-delivery-exam.ts';
import { startExamDelivery } from './exam-delivery-service.ts';
import type { ExamDeliveryUnderTest } from './exam-delivery-service.ts';

let service: ExamDeliveryUnderTest;
let alone: ExamDeliveryUnderTest;
let world: World;
let form: Form;
let examId: string;

beforeAll(async () => {
  service = await startExamDelivery();
  world = await furnish(service);
  form = await publishForm(service, world);
  examId = await publishedExam(service, world, [form]);
  const [port = 0] = await freePorts(1);
  // A second instance on the same database, with a broker that is not there.
  alone = await startExamDelivery({
    databaseUrl: service.databaseUrl,
    brokers: `127.0.0.1:${port}`,
  });
});
afterAll(async () => {
  await alone.stop();
  await service.stop();
});

describe('without Kafka and every other service', () => {
  it('a started attempt saves, reloads and submits', async () => {
    const { attemptId, token } = await startedAttempt(service, world, examId);
    const browser = alone.withToken(token);
    const entries = form.itemIds.map((item, n) => entry(n + 1, item, 'B'));
    const path = `attempts/${attemptId}`;
    const saved = await browser('POST', `${path}/journal`, { entries });
    expect(expectStatus(saved, 200).json).toMatchObject({ acknowledged: 3 });
    expect((await browser('GET', `${path}/state`)).json).toMatchObject({ acknowledged: 3 });
    const receipt = expectStatus(await browser('POST', `${path}/submit`, { lastSeq: 3 }), 200);
    expect(receipt.json).toMatchObject({ receipt: { answered: 3 } });
    expect((await alone.anonymously('GET', 'health/live')).status).toBe(200);
  });
});

describe('two instances and a candidate with two devices', () => {
  it('write one chain without a hole, and acknowledge only what is in it', async () => {
    const { attemptId, token } = await startedAttempt(service, world, examId);
    const browsers = [service.withToken(token), alone.withToken(token)];
    const path = `attempts/${attemptId}/journal`;
    const acknowledged = new Map<number, string>();
    const work = async (browser: (typeof browsers)[number], letter: string) => {
      for (let seq = 1; seq <= 60; seq++) {
        const entries = [entry(seq, form.itemIds[seq % 3] ?? '', letter)];
        const answer = await browser('POST', path, { entries });
        // The other device was quicker with this number: the next one is tried.
        if (answer.status !== 200) expect(answer.problem.reason).toBe('journal-conflict');
        else {
          expect(acknowledged.has(seq)).toBe(false);
          acknowledged.set(seq, letter);
        }
      }
    };
    await Promise.all(browsers.map((browser, n) => work(browser, n === 0 ? 'A' : 'B')));
    expect(acknowledged.size).toBe(60);
    const rows = await journalOf(service.database.manager, attemptId);
    expect(verifyChain(attemptId, rows)).toMatchObject({ outcome: 'intact', entries: 61 });
    for (const [seq, letter] of acknowledged)
      expect(rows[seq]?.body).toBe(JSON.stringify({ RESPONSE: letter }));
  });
});
