import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { addDaysToLegalDate, Clock, legalDate, ShiftableClock } from '#libs/service-kit';
import { eventually } from '../engines/eventually.ts';
import {
  attain,
  practitioner,
  publishedScheme,
  publishFramework,
  startCertificates,
} from './certificates-service.ts';
import type { CertificatesUnderTest } from './certificates-service.ts';

const DAY_SECONDS = 86_400;

type Row = { id: string; state: string; expires: string; attainment_ids: string[] };

describe('what only the date holds back', () => {
  let under: CertificatesUnderTest;
  let days = 0;

  beforeAll(async () => {
    under = await startCertificates();
    await publishFramework(under);
    await publishedScheme(under);
  });
  afterAll(() => under.stop());

  const today = () => addDaysToLegalDate(legalDate(new Date(), 'Asia/Dushanbe'), days);
  const pass = (more: number): void => {
    days += more;
    const clock = under.app.get(Clock);
    if (!(clock instanceof ShiftableClock)) throw new Error('the clock does not shift');
    clock.shiftTo(days * DAY_SECONDS);
  };
  const daysUntil = (date: string): number =>
    Math.round((Date.parse(date) - Date.parse(today())) / 1000 / DAY_SECONDS);

  const certificates = (practitionerId: string): Promise<Row[]> =>
    under.database.query<Row[]>(
      `SELECT id, state, expires, attainment_ids FROM certificate
       WHERE practitioner_id = $1 ORDER BY issued_at`,
      [practitionerId],
    );
  const states = async (practitionerId: string): Promise<string> =>
    (await certificates(practitionerId)).map(({ state }) => state).join();
  const become = (practitionerId: string, what: string): Promise<true> =>
    eventually(async () => ((await states(practitionerId)) === what ? true : undefined));
  const due = async (practitionerId: string): Promise<string | undefined> => {
    const rows = await under.database.query<{ due: string }[]>(
      'SELECT due FROM due_decision WHERE practitioner_id = $1',
      [practitionerId],
    );
    return rows[0]?.due;
  };
  const isKnown = (attainmentId: string): Promise<true> =>
    eventually(async () => {
      const sql = 'SELECT 1 FROM attainment WHERE attainment_id = $1';
      const rows = await under.database.query<unknown[]>(sql, [attainmentId]);
      return rows.length > 0 ? true : undefined;
    });
  const certified = async (): Promise<string> => {
    const practitionerId = await practitioner(under, randomUUID());
    await attain(under, practitionerId, 2);
    await become(practitionerId, 'active');
    return practitionerId;
  };

  it('is issued on the day on which the evidence begins to count, and not before', async () => {
    const practitionerId = await practitioner(under, randomUUID());
    await isKnown(await attain(under, practitionerId, 2, addDaysToLegalDate(today(), 10)));
    expect(await due(practitionerId)).toBe(addDaysToLegalDate(today(), 10));
    pass(9);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(await states(practitionerId)).toBe('');
    pass(1);
    await become(practitionerId, 'active');
    expect(await due(practitionerId)).toBeUndefined();
  });

  it('is renewed on the day on which the renewal opens, by what was attained before', async () => {
    const practitionerId = await certified();
    const [first] = await certificates(practitionerId);
    const newer = await attain(under, practitionerId, 3);
    await isKnown(newer);
    const opens = addDaysToLegalDate(first?.expires ?? '', -180);
    expect(await due(practitionerId)).toBe(opens);
    pass(daysUntil(opens));
    await become(practitionerId, 'superseded,active');
    const [, second] = await certificates(practitionerId);
    expect(second?.attainment_ids).toEqual([newer]);
  });

  it('is renewed after a suspension that stood in its way', async () => {
    const practitionerId = await certified();
    const [first] = await certificates(practitionerId);
    // A token lives by the service's clock, too.
    const officer = under.as({
      sub: 'officer',
      person: randomUUID(),
      permissions: ['certificates.read', 'certificates.suspend'],
    });
    pass(daysUntil(addDaysToLegalDate(first?.expires ?? '', -100)));
    const act = async (verb: string, reasonCode: string): Promise<number> => {
      const body = { reason: 'as told', reasonCode };
      return (await officer('POST', `certificates/${first?.id}/${verb}`, body)).status;
    };
    expect(await act('suspend', 'investigation')).toBe(200);
    await isKnown(await attain(under, practitionerId, 3));
    expect(await states(practitionerId)).toBe('suspended');
    expect(await act('reinstate', 'case-closed')).toBe(200);
    await become(practitionerId, 'superseded,active');
  });

  it('is not held up by one that cannot be issued', async () => {
    const begins = addDaysToLegalDate(today(), 5);
    const [nameless, other] = [randomUUID(), await practitioner(under, randomUUID())];
    await isKnown(await attain(under, nameless, 2, begins));
    await isKnown(await attain(under, other, 2, addDaysToLegalDate(begins, 1)));
    pass(6);
    await become(other, 'active');
    expect(await states(nameless)).toBe('');
    expect(await due(nameless)).toBe(addDaysToLegalDate(today(), 1));
  });
});
