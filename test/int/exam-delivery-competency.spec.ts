// A released result that an officer turns, and what competency makes of it: two services, one Kafka.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../engines/eventually.ts';
import { expectStatus } from '../engines/call.ts';
import { person, startCompetency } from './competency-service.ts';
import type { CompetencyUnderTest } from './competency-service.ts';
import { publishForm } from './exam-delivery-content.ts';
import type { Form } from './exam-delivery-content.ts';
import { candidate, manager, publishedExam, sittingOf, start } from './exam-delivery-exam.ts';
import { startExamDelivery } from './exam-delivery-service.ts';
import type { ExamDeliveryUnderTest } from './exam-delivery-service.ts';

let competency: CompetencyUnderTest;
let service: ExamDeliveryUnderTest;
let form: Form;
let examId: string;
let madina: string;

beforeAll(async () => {
  competency = await startCompetency();
  const { agencies, frameworkId, competencies, roles } = await competency.furnish({
    NORTH: 'sughd',
  });
  const north = agencies['NORTH'] ?? '';
  service = await startExamDelivery({ topicPrefix: competency.topicPrefix });
  const officer = competency.as({ permissions: ['practitioners.manage'] });
  const body = {
    personnelNumber: 'DEMO-920001',
    givenName: 'Мадина',
    familyName: 'Раҳимова',
    agencyId: north,
    roleIds: [roles['FR']],
  };
  expectStatus(await officer('POST', 'practitioners', body), 201);
  madina = person('DEMO-920001');
  await eventually(async () => {
    const rows = await service.database.query<unknown[]>(
      'select from affiliation_copy where practitioner_id = $1',
      [madina],
    );
    return rows.length > 0 ? true : undefined;
  });
  const world = {
    frameworkId,
    competencyId: competencies['EV3'] ?? '',
    agencies: { north, south: '' },
  };
  form = await publishForm(service, world);
  examId = await publishedExam(service, world, [form]);
});
afterAll(async () => {
  await service.stop();
  await competency.stop();
});

const attainments = () =>
  competency.database.query<{ source: string; withdrawn: string | null }[]>(
    `select source_id as source, withdrawn_reason as withdrawn from attainment
     where practitioner_id = $1 order by recorded_at`,
    [madina],
  );
const result = async (attemptId: string) =>
  (await candidate(service, madina)('GET', `me/attempts/${attemptId}/result`)).json;

describe('an officer’s decision that turns a released result', () => {
  it('reaches competency: passed records the attainment, failed withdraws it, and every decision stays', async () => {
    const { attemptId, token } = await start(
      service,
      await sittingOf(service, examId, [madina]),
      madina,
    );
    expectStatus(await service.withToken(token)('POST', `attempts/${attemptId}/submit`, {}), 200);
    await eventually(async () => {
      const told = (await result(attemptId)) as { passed?: boolean };
      return told.passed === false ? true : undefined;
    });
    expect(await attainments()).toEqual([]);

    const officer = manager(service);
    const path = `attempts/${attemptId}/decisions`;
    const decide = async (score: number, why: string) =>
      expectStatus(await officer('POST', path, { score, reason: why }), 201).json as {
        decisionId: string;
      };
    const passed = await decide(2, 'item 2 had two right answers');
    const [recorded] = await eventually(async () => {
      const rows = await attainments();
      return rows.length > 0 ? rows : undefined;
    });
    expect(recorded).toEqual({ source: passed.decisionId, withdrawn: null });
    expect(await result(attemptId)).toMatchObject({ passed: true, score: 2 });

    await decide(1, 'the review was of another attempt');
    await eventually(async () =>
      (await attainments()).every(({ withdrawn }) => withdrawn !== null) ? true : undefined,
    );
    expect(await result(attemptId)).toMatchObject({ passed: false, score: 1 });
    const file = expectStatus(await officer('GET', `attempts/${attemptId}/case`), 200);
    expect(file.json).toMatchObject({
      decisions: [
        { author: 'rule', passed: false, score: 0 },
        { passed: true, score: 2, reason: 'item 2 had two right answers' },
        { passed: false, score: 1, reason: 'the review was of another attempt' },
      ],
    });
  });
});
