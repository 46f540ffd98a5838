import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { event } from '#libs/contracts';
import type { EventData } from '#libs/contracts';
import { inTransaction, publish } from '#libs/messaging';
import { eventually } from '../engines/eventually.ts';
import { expectStatus } from '../engines/call.ts';
import { person, startCompetency } from './competency-service.ts';
import type { CompetencyUnderTest, Furnished } from './competency-service.ts';

let service: CompetencyUnderTest;
let furnished: Furnished;

beforeAll(async () => {
  service = await startCompetency();
  furnished = await service.furnish({ NORTH: 'sughd' });
});
afterAll(() => service.stop());

async function register(personnelNumber: string): Promise<string> {
  const officer = service.as({ permissions: ['practitioners.manage'] });
  const body = {
    personnelNumber,
    givenName: 'Мадина',
    familyName: 'Раҳимова',
    agencyId: furnished.agencies['NORTH'],
    roleIds: [furnished.roles['FR']],
  };
  expectStatus(await officer('POST', 'practitioners', body), 201);
  return person(personnelNumber);
}

const resultOf = (
  practitionerId: string,
  more: Partial<EventData<'result.decided'>> = {},
): EventData<'result.decided'> => ({
  resultId: crypto.randomUUID(),
  attemptId: crypto.randomUUID(),
  sittingId: crypto.randomUUID(),
  examId: crypto.randomUUID(),
  practitionerId,
  frameworkId: furnished.frameworkId,
  frameworkVersion: 1,
  competencyId: furnished.competencies['EV3'] ?? '',
  competencyCode: 'EV3',
  level: 2,
  score: 30,
  maxScore: 36,
  cutScore: 25,
  passed: true,
  // Past midnight in Dushanbe, the day before in Greenwich.
  decidedAt: '2026-10-30T20:30:00.000Z',
  releasedAt: '2026-10-30T20:30:01.000Z',
  ...more,
});

let version = 0;
const send = (data: EventData<'result.decided'>) =>
  inTransaction(service.database, (tx) =>
    publish(
      tx,
      event('result.decided', { key: data.attemptId, version: ++version, at: new Date(), data }),
    ),
  );
const sendVoid = (data: EventData<'result.voided'>) =>
  inTransaction(service.database, (tx) =>
    publish(
      tx,
      event('result.voided', { key: data.attemptId, version: ++version, at: new Date(), data }),
    ),
  );

interface Row {
  attainment_id: string;
  source_id: string;
  from: string;
  to: string;
  withdrawn: string | null;
}
const attainmentsOf = (practitionerId: string) =>
  service.database.query<Row[]>(
    `SELECT attainment_id, source_id, from_date::text AS "from", to_date::text AS "to",
       withdrawn_reason AS withdrawn
     FROM attainment WHERE practitioner_id = $1 ORDER BY recorded_at`,
    [practitionerId],
  );
const announced = (practitionerId: string) =>
  service.database.query<{ name: string; data: { attainmentId: string; source: object } }[]>(
    "SELECT name, data FROM outbox WHERE topic = 'attainment' AND key = $1 ORDER BY seq",
    [practitionerId],
  );
/** A result of somebody else in the same topic, sent after: when it has come, so has what was before. */
const settled = async (attemptId: string) => {
  await eventually(async () => {
    const rows = await service.database.query<unknown[]>(
      `SELECT FROM outbox o WHERE o.topic = 'result' AND o.key = $1
         AND NOT EXISTS (SELECT FROM inbox i WHERE i.event_id = o.event_id::text)`,
      [attemptId],
    );
    return rows.length === 0 ? true : undefined;
  });
};

describe('a released result', () => {
  it('that was passed becomes an attainment from the day of its decision in Dushanbe', async () => {
    const madina = await register('DEMO-910001');
    const result = resultOf(madina);
    await send(result);
    const [row] = await eventually(async () => {
      const rows = await attainmentsOf(madina);
      return rows.length > 0 ? rows : undefined;
    });
    expect(row).toMatchObject({ source_id: result.resultId, from: '2026-10-31', to: '2029-10-30' });
    const profile = await service.as({ person: madina })('GET', 'me/profile');
    const { items } = profile.json as { items: { competencyCode: string }[] };
    expect(items.find(({ competencyCode }) => competencyCode === 'EV3')).toMatchObject({
      required: 2,
      held: 2,
      gap: 0,
    });
  });

  it('leads from its attainment to the attempt and the exam, and to who decided and released', async () => {
    const [told, untold] = [await register('DEMO-910021'), await register('DEMO-910022')];
    const result = resultOf(told, { decidedBy: 'rule', releasedBy: 'officer' });
    // As exam-delivery sent it before it told who.
    const older = resultOf(untold);
    for (const one of [result, older]) {
      await send(one);
      await settled(one.attemptId);
    }
    const sourceOf = async (id: string) => (await announced(id))[0]?.data.source;
    const { resultId, attemptId, examId } = result;
    expect(await sourceOf(told)).toEqual({
      kind: 'result',
      id: resultId,
      attemptId,
      examId,
      decidedBy: 'rule',
      releasedBy: 'officer',
    });
    expect(await sourceOf(untold)).toEqual({
      kind: 'result',
      id: older.resultId,
      attemptId: older.attemptId,
      examId: older.examId,
    });
  });

  it('that comes again, as another event, is recorded once', async () => {
    const madina = await register('DEMO-910002');
    const result = resultOf(madina);
    for (let time = 0; time < 5; time++) await send(result);
    await settled(result.attemptId);
    expect(await attainmentsOf(madina)).toHaveLength(1);
    expect((await announced(madina)).map(({ name }) => name)).toEqual(['attainment.recorded']);
  });

  it('that was not passed evidences nothing', async () => {
    const madina = await register('DEMO-910003');
    const result = resultOf(madina, { passed: false, score: 3 });
    await send(result);
    await settled(result.attemptId);
    expect(await attainmentsOf(madina)).toEqual([]);
  });

  it('when it is voided takes its attainment with it, and only its own', async () => {
    const madina = await register('DEMO-910004');
    const voided = resultOf(madina);
    const kept = resultOf(madina, { level: 1 });
    await send(voided);
    await send(kept);
    const { attemptId } = voided;
    const data = {
      attemptId,
      practitionerId: madina,
      reason: 'outage',
      voidedAt: voided.decidedAt,
    };
    await sendVoid(data);
    await sendVoid(data);
    await Promise.all([settled(attemptId), settled(kept.attemptId)]);
    const rows = await attainmentsOf(madina);
    const gone = rows.filter(({ withdrawn }) => withdrawn !== null);
    expect(gone.map(({ source_id }) => source_id)).toEqual([voided.resultId]);
    expect(gone[0]?.withdrawn).toContain('outage');
    expect((await announced(madina)).filter(({ name }) => name === 'attainment.withdrawn')).toEqual(
      [
        expect.objectContaining({
          data: expect.objectContaining({ attainmentId: gone[0]?.attainment_id }),
        }),
      ],
    );
  });

  it('of a later decision on the same attempt stands in place of the earlier', async () => {
    const madina = await register('DEMO-910005');
    const first = resultOf(madina);
    const remarked = { ...first, resultId: crypto.randomUUID(), passed: false, score: 3 };
    await send(first);
    await send(remarked);
    await settled(first.attemptId);
    expect((await attainmentsOf(madina)).map(({ withdrawn }) => withdrawn !== null)).toEqual([
      true,
    ]);
    await send({ ...first, resultId: crypto.randomUUID() });
    await settled(first.attemptId);
    expect((await attainmentsOf(madina)).map(({ withdrawn }) => withdrawn !== null)).toEqual([
      true,
      false,
    ]);
  });

  it('of somebody who is not registered yet waits until he is', async () => {
    const number = 'DEMO-910006';
    const result = resultOf(person(number));
    await send(result);
    await eventually(async () => {
      const rows = await service.database.query<unknown[]>(
        "SELECT FROM parked_event WHERE reference_type = 'practitioner' AND reference_id = $1",
        [person(number)],
      );
      return rows.length > 0 ? true : undefined;
    });
    const madina = await register(number);
    await settled(result.attemptId);
    expect(await attainmentsOf(madina)).toHaveLength(1);
  });

  it('at a level that no exam evidences is set apart as a dead letter', async () => {
    const madina = await register('DEMO-910007');
    const result = resultOf(madina, { level: 4 });
    await send(result);
    const [letter] = await eventually(async () => {
      const rows = await service.database.query<{ all: string }[]>(
        'SELECT to_jsonb(d)::text AS "all" FROM dead_letter d',
      );
      return rows.length > 0 ? rows : undefined;
    });
    expect(letter?.all).toContain('evidence-not-permitted');
    expect(await attainmentsOf(madina)).toEqual([]);
  });
});
