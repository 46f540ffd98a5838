// The case file of a certificate: whom it names, to whom it is given, and that each taking is in the trail.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuditTrail } from '#libs/service-kit';
import { expectStatus } from '../engines/call.ts';
import { eventually } from '../engines/eventually.ts';
import {
  attain,
  practitioner,
  publishedScheme,
  publishFramework,
  startCertificates,
} from './certificates-service.ts';
import type { CertificatesUnderTest, Who } from './certificates-service.ts';

const NORTH = randomUUID();
const SOUTH = randomUUID();

let under: CertificatesUnderTest;
let automatic: string;
let byPerson: string;

beforeAll(async () => {
  under = await startCertificates();
  await publishFramework(under);
  automatic = await publishedScheme(under, { code: 'EV3-AUTO' });
  byPerson = await publishedScheme(under, { code: 'EV3-HAND', issuing: 'by-person' });
});
afterAll(() => under.stop());

interface File {
  copy: string;
  issued: object;
  scheme: object;
  attainments: { source: object }[];
  events: object[];
  cases?: object[];
  audit?: { act: string; actor: unknown; data: unknown }[];
}

const asOfficer = (more: Who = {}) =>
  under.as({ sub: 'auditor', permissions: ['cases.read'], ...more });
const asHolder = (person: string, more: Who = {}) => under.as({ sub: 'holder', person, ...more });

const source = {
  kind: 'result' as const,
  id: randomUUID(),
  attemptId: randomUUID(),
  examId: randomUUID(),
  decidedBy: 'rule',
  releasedBy: 'officer-1',
};

/** Who holds a certificate of the scheme that issues by its rule. */
async function certified(evidence?: object): Promise<{ person: string; id: string }> {
  const person = await practitioner(under, NORTH);
  await attain(under, person, 2, '2026-01-01', evidence);
  const id = await eventually(async () => {
    const { json } = await asHolder(person)('GET', 'me/certificates');
    const { items } = json as { items: { id: string; schemeCode: string }[] };
    return items.find(({ schemeCode }) => schemeCode === 'EV3-AUTO')?.id;
  });
  return { person, id };
}

const path = (id: string) => `certificates/${id}/case`;
const fileOf = async (asking: ReturnType<typeof asOfficer>, id: string): Promise<File> =>
  expectStatus(await asking('GET', path(id)), 200).json as File;
const takings = async (id: string) =>
  (await under.app.get(AuditTrail).ofSubject('certificate', id)).flatMap(({ act, actor, data }) =>
    act === 'certificate.case-file-taken' && actor !== 'system' ? [[actor.account, data]] : [],
  );

describe('the case file of a certificate', () => {
  it('leads to the attempt and the exam, and names who decided and released', async () => {
    const { id } = await certified(source);
    expect((await fileOf(asOfficer(), id)).attainments).toMatchObject([{ source }]);
  });

  it('says of an attainment that was told before where it came from, and no more', async () => {
    const { id } = await certified();
    const [attainment] = (await fileOf(asOfficer(), id)).attainments;
    expect(attainment?.source).toEqual({ kind: 'result', id: expect.any(String) });
  });

  it('says whether the rule of the scheme version or a person issued it, and who published the rule', async () => {
    const { id, person } = await certified();
    const byRule = await fileOf(asOfficer(), id);
    expect(byRule.issued).toEqual({
      at: expect.any(String),
      by: 'system',
      rule: { schemeId: automatic, code: 'EV3-AUTO', version: 1 },
    });
    expect(byRule.scheme).toMatchObject({
      issuing: 'automatic',
      editors: [{ account: 'editor' }],
      publishedBy: { account: 'chair' },
    });
    const issuer = under.as({ sub: 'certifier', permissions: ['certificates.issue'] });
    const order = { schemeId: byPerson, practitionerId: person, reason: 'He asked for it.' };
    const key = { 'idempotency-key': randomUUID() };
    const made = expectStatus(await issuer('POST', 'certificates', order, key), 201);
    const { issued } = await fileOf(asOfficer(), (made.json as { id: string }).id);
    expect(issued).toMatchObject({ by: { account: 'certifier' }, rule: null });
  });

  it('is in the trail each time that it is taken, and names those who took it before', async () => {
    const { id, person } = await certified();
    await fileOf(asOfficer(), id);
    await fileOf(asHolder(person), id);
    const { audit } = await fileOf(asOfficer({ sub: 'chair' }), id);
    expect(audit?.filter(({ act }) => act.endsWith('-taken'))).toMatchObject([
      { actor: { account: 'auditor' }, data: { copy: 'whole' } },
      { actor: { account: 'holder' }, data: { copy: 'own' } },
    ]);
    expect(await takings(id)).toEqual([
      ['auditor', { copy: 'whole' }],
      ['holder', { copy: 'own' }],
      ['chair', { copy: 'whole' }],
    ]);
  });

  it('is not there for strangers and other agencies, and leaves no row where it is refused', async () => {
    const { id } = await certified();
    const stranger = asHolder(await practitioner(under, NORTH));
    const reader = under.as({ permissions: ['certificates.read', 'audit.read'] });
    for (const asking of [asOfficer({ agency: SOUTH }), stranger, reader])
      expect((await asking('GET', path(id))).status).toBe(404);
    expectStatus(await asOfficer({ agency: NORTH })('GET', path(id)), 200);
    expect(await takings(id)).toHaveLength(1);
  });

  it('of his own gives an officer what any holder gets: no case, no trail, no word of an officer', async () => {
    const { id, person } = await certified(source);
    const body = { reason: 'Somebody is being questioned.', reasonCode: 'investigation' };
    const suspends = under.as({ permissions: ['certificates.suspend'] });
    expectStatus(await suspends('POST', `certificates/${id}/suspend`, body), 200);
    await fileOf(asOfficer(), id);
    const permissions = ['cases.read', 'certificates.read', 'audit.read'] as const;
    for (const asking of [
      asHolder(person),
      asHolder(person, { sub: 'officer', permissions }),
      asHolder(person, { sub: 'officer', permissions, agency: SOUTH }),
    ]) {
      const answer = expectStatus(await asking('GET', path(id)), 200);
      const file = answer.json as File;
      expect(Object.keys(file).toSorted()).toEqual(
        [
          ...['attainments', 'certificate', 'compiledAt', 'copy', 'credential', 'events'],
          ...['issued', 'log', 'scheme'],
        ].toSorted(),
      );
      expect(file).toMatchObject({
        copy: 'own',
        certificate: { state: 'suspended', reasonCode: 'investigation' },
        attainments: [{ source }],
        events: [{ kind: 'issued' }, { kind: 'suspended', reasonCode: 'investigation' }],
      });
      for (const secret of ['questioned', 'auditor', '"editor"', '"chair"'])
        expect([secret, answer.text.includes(secret)]).toEqual([secret, false]);
    }
    const whole = await fileOf(asOfficer(), id);
    expect(whole.events[1]).toMatchObject({ reason: body.reason });
  });
});
