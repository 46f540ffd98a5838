import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openPackage } from '../../apps/exam-delivery/src/domain/sitting/exam-package.ts';
import { expectStatus } from '../engines/call.ts';
import { furnish, publishForm } from './exam-delivery-content.ts';
import type { Form, World } from './exam-delivery-content.ts';
import { entry, manager, publishedExam, startedAttempt } from './exam-delivery-exam.ts';
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

const item = (n: number): string => form.itemIds[n - 1] ?? '';

describe('an attempt', () => {
  it('starts, opens its package, saves, reloads, and is submitted for a receipt', async () => {
    const started = await startedAttempt(service, world, examId);
    const { attemptId, token, sittingId } = started;
    const browser = service.withToken(token);

    const fetched = await fetch(
      `${await service.app.getUrl()}/api/exam-delivery/packages/${started.packageDigest}`,
    );
    expect(fetched.headers.get('cache-control')).toContain('immutable');
    const bytes = Buffer.from(await fetched.arrayBuffer());
    const key = Buffer.from(started.packageKey, 'base64url');
    expect(openPackage(bytes, sittingId, started.formId, key)).toMatchObject({
      format: 'sanad-package-1',
      items: [{ itemId: item(1), position: 1 }, { itemId: item(2) }, { itemId: item(3) }],
    });

    const first = { entries: [entry(1, item(1), 'B'), entry(2, item(2), 'A')] };
    const saved = await browser('POST', `attempts/${attemptId}/journal`, first);
    expect(expectStatus(saved, 200).json).toMatchObject({ acknowledged: 2 });

    const state = expectStatus(await browser('GET', `attempts/${attemptId}/state`), 200).json;
    expect(state).toMatchObject({
      state: 'in-progress',
      acknowledged: 2,
      packageKey: started.packageKey,
      choiceOrder: started.choiceOrder,
      answers: { [item(1)]: { response: { RESPONSE: 'B' } } },
    });

    const submitted = expectStatus(
      await browser('POST', `attempts/${attemptId}/submit`, { lastSeq: 2 }),
      200,
    );
    expect(submitted.json).toMatchObject({
      receipt: { entries: 2, answered: 2, how: 'candidate' },
    });
    const again = await browser('POST', `attempts/${attemptId}/submit`, {});
    expect(again.json).toEqual(submitted.json);
  });
});

void manager;
