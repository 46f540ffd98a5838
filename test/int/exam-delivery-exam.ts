// From an exam to a started attempt, by the people concerned.
import { randomUUID } from 'node:crypto';
import { expectStatus } from '../engines/call.ts';
import { practitioner } from './exam-delivery-content.ts';
import type { Form, World } from './exam-delivery-content.ts';
import type { Asking, ExamDeliveryUnderTest } from './exam-delivery-service.ts';

export const reason = { reason: 'for the tests' };

export const examBody = (world: World, forms: Form[], rules: object = {}) => ({
  code: `EV3-1-${randomUUID().slice(0, 8)}`,
  title: { en: 'Preserve, level 1', ru: 'Сохранение, уровень 1', tg: 'Ҳифз, сатҳи 1' },
  formIds: forms.map((form) => form.formId),
  frameworkId: world.frameworkId,
  frameworkVersion: 1,
  competencyId: world.competencyId,
  level: 1,
  rules: {
    minutes: 40,
    cutScore: { score: 2, justification: 'modified Angoff, nine judges', author: 'N. Nazarova' },
    languages: ['en', 'ru', 'tg'],
    ...rules,
  },
});

export async function publishedExam(
  service: ExamDeliveryUnderTest,
  world: World,
  forms: Form[],
  rules: object = {},
): Promise<string> {
  const editor = service.as({ sub: 'editor', permissions: ['exams.edit'] });
  const publisher = service.as({ sub: 'publisher', permissions: ['exams.publish'] });
  const draft = expectStatus(await editor('POST', 'exams', examBody(world, forms, rules)), 201);
  const { examId } = draft.json as { examId: string };
  expectStatus(await publisher('POST', `exams/${examId}/publish`, reason), 200);
  return examId;
}

export const manager = (service: ExamDeliveryUnderTest, agency?: string): Asking =>
  service.as({
    sub: `manager-${agency ?? 'national'}`,
    permissions: [
      'sittings.manage',
      'attempts.void',
      'results.release',
      'results.decide',
      'cases.read',
    ],
    ...(agency === undefined ? {} : { agency }),
  });

export async function sittingOf(
  service: ExamDeliveryUnderTest,
  examId: string,
  practitionerIds: string[],
  opensIn = -1,
): Promise<string> {
  // Far into the future: the tests move the clock.
  const opensAt = new Date(Date.now() + opensIn * 60_000).toISOString();
  const closesAt = new Date(Date.now() + 3 * 365 * 86_400_000).toISOString();
  const title = { en: 'Autumn sitting', ru: 'Осенняя сессия', tg: 'Нишасти тирамоҳӣ' };
  const body = { examId, title, opensAt, closesAt };
  const made = expectStatus(await manager(service)('POST', 'sittings', body), 201);
  const { sittingId } = made.json as { sittingId: string };
  if (practitionerIds.length > 0)
    expectStatus(
      await manager(service)('POST', `sittings/${sittingId}/enrolments`, { practitionerIds }),
      200,
    );
  return sittingId;
}

export const candidate = (service: ExamDeliveryUnderTest, person: string): Asking =>
  service.as({ sub: `candidate-${person}`, person, permissions: ['exams.sit'] });

export type Started = {
  attemptId: string;
  resumed: boolean;
  formId: string;
  packageDigest: string;
  packageKey: string;
  choiceOrder: Record<string, Record<string, string[]>>;
  deadline: string;
  graceEnds: string;
  token: string;
};

export async function start(
  service: ExamDeliveryUnderTest,
  sittingId: string,
  person: string,
  more: object = {},
): Promise<Started> {
  const body = { language: 'tg', declaration: true, ...more };
  const headers = { 'idempotency-key': randomUUID() };
  const path = `sittings/${sittingId}/start`;
  const answer = await candidate(service, person)('POST', path, body, headers);
  return expectStatus(answer, 200).json as Started;
}

export const entry = (seq: number, item: string, choice: string | null) => ({
  seq,
  item,
  response: choice === null ? null : { RESPONSE: choice },
  at: new Date(1_790_000_000_000 + seq * 1000).toISOString(),
});

/** A practitioner of the agency with a started attempt at the exam. */
export async function startedAttempt(
  service: ExamDeliveryUnderTest,
  world: World,
  examId: string,
  agency = world.agencies.north,
): Promise<Started & { person: string; sittingId: string }> {
  const person = await practitioner(service, agency);
  const sittingId = await sittingOf(service, examId, [person]);
  return { ...(await start(service, sittingId, person)), person, sittingId };
}
