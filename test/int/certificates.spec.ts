import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { verify } from '#libs/credentials';
import type { JsonObject, Trust } from '#libs/credentials';
import { eventually } from '../engines/eventually.ts';
import {
  attain,
  practitioner,
  publishedScheme,
  publishFramework,
  scheme,
  startCertificates,
} from './certificates-service.ts';
import type { CertificatesUnderTest } from './certificates-service.ts';

type View = { id: string; state: string; code: string; reasonCode: string; practitionerId: string };
type Checked = {
  standing: string;
  checks: { check: string; outcome: string; code: string }[];
  credential: unknown;
  register: { state: string } | null;
};

describe('the certificates service', () => {
  let under: CertificatesUnderTest;
  const agency = randomUUID();
  let officer: ReturnType<CertificatesUnderTest['as']>;

  beforeAll(async () => {
    under = await startCertificates();
    officer = under.as({
      sub: 'officer',
      person: randomUUID(),
      permissions: [
        'certificates.read',
        'certificates.issue',
        'certificates.suspend',
        'certificates.withdraw',
        'cases.read',
      ],
    });
    await publishFramework(under);
    await publishedScheme(under);
  });
  afterAll(() => under.stop());

  const held = async (practitionerId: string): Promise<View[]> => {
    const answer = await officer('GET', `certificates?practitionerId=${practitionerId}`);
    return (answer.json as { items: View[] }).items;
  };
  const certified = async () => {
    const practitionerId = await practitioner(under, agency);
    const attainmentId = await attain(under, practitionerId, 2);
    const certificate = await eventually(async () => (await held(practitionerId))[0]);
    const bundle = await eventually(async () => {
      const answer = await officer('GET', `certificates/${certificate.id}/bundle`);
      return answer.status === 200 ? (answer.json as JsonObject) : undefined;
    });
    return { practitionerId, attainmentId, certificate, bundle };
  };
  const checked = async (file: unknown) =>
    (await under.anyone('POST', '/api/certificates/verify', file)).json as Checked;

  it('issues one certificate for an attainment, valid by file, by bundle and by code', async () => {
    const { practitionerId, certificate, bundle } = await certified();
    expect(await checked(bundle)).toMatchObject({
      standing: 'valid',
      register: { state: 'active' },
    });
    const credential = (await officer('GET', `certificates/${certificate.id}/credential`)).json;
    expect(await checked(credential)).toMatchObject({ standing: 'valid' });
    const byCode = await under.anyone('GET', `/api/certificates/verify/${certificate.code}`);
    expect(byCode.json).toMatchObject({ standing: 'valid', credential: null });
    expect(byCode.text).not.toContain('Зарина');
    const trust = (await under.anyone('GET', '/api/certificates/trust')).json as Trust;
    expect((await verify(bundle, {}, trust, new Date())).standing).toBe('valid');
    // A higher level is other evidence; the certificate that is held still stands in its way.
    await attain(under, practitionerId, 3);
    await eventually(async () => {
      const known = 'SELECT 1 FROM attainment WHERE practitioner_id = $1';
      const rows = await under.database.query<unknown[]>(known, [practitionerId]);
      return rows.length === 2 ? true : undefined;
    });
    expect(await held(practitionerId)).toHaveLength(1);
  });

  it('says that a changed document is not valid, and that another body is unknown', async () => {
    const { bundle } = await certified();
    const changed = JSON.parse(JSON.stringify(bundle).replace('Зарина', 'Замира')) as JsonObject;
    expect(await checked(changed)).toMatchObject({ standing: 'not-valid' });
    const trust = (await under.anyone('GET', '/api/certificates/trust')).json as Trust;
    const nobody = { ...trust, issuers: [] };
    expect((await verify(bundle, {}, nobody, new Date())).standing).toBe('unknown-issuer');
  });

  it('suspends, reinstates and withdraws with reason; each is told by verification at once', async () => {
    const { certificate, bundle } = await certified();
    const act = async (verb: string, reasonCode: string) =>
      officer('POST', `certificates/${certificate.id}/${verb}`, { reason: 'as told', reasonCode });
    expect((await act('suspend', 'investigation')).json).toMatchObject({ state: 'suspended' });
    expect(await checked(bundle)).toMatchObject({ standing: 'suspended' });
    expect((await act('suspend', 'investigation')).problem.reason).toBe('not-active');
    expect((await act('reinstate', 'case-closed')).json).toMatchObject({ state: 'active' });
    expect(await checked(bundle)).toMatchObject({ standing: 'valid' });
    expect((await act('withdraw', 'fraud')).json).toMatchObject({ state: 'withdrawn' });
    expect(await checked(bundle)).toMatchObject({ standing: 'withdrawn' });
    expect((await act('reinstate', 'case-closed')).problem.reason).toBe('already-ended');
    const file = (await officer('GET', `certificates/${certificate.id}/case`)).json as {
      events: unknown[];
      audit: { act: string }[];
    };
    expect(file.events).toHaveLength(4);
    expect(file.audit.map(({ act: what }) => what)).toContain('certificate.withdrawn');
  });

  it('suspends at once what rests on a withdrawn attainment, and opens a case', async () => {
    const { practitionerId, attainmentId, certificate } = await certified();
    await under.say('attainment.withdrawn', practitionerId, {
      attainmentId,
      practitionerId,
      reason: 'the result was voided',
      authority: 'council',
      withdrawnAt: new Date().toISOString(),
    });
    await eventually(async () =>
      (await held(practitionerId))[0]?.state === 'suspended' ? true : undefined,
    );
    const cases = (await officer('GET', 'cases')).json as { items: { certificateId: string }[] };
    expect(cases.items.map((one) => one.certificateId)).toContain(certificate.id);
    const body = { reason: 'in spite of it', reasonCode: 'case-closed' };
    const refused = await officer('POST', `certificates/${certificate.id}/reinstate`, body);
    expect(refused.problem.reason).toBe('evidence-still-withdrawn');
  });

  it('leaves a case to who is not concerned and did not issue, and lists it as closed then', async () => {
    const id = await publishedScheme(under, { code: 'BY-HAND', issuing: 'by-person' });
    const practitionerId = await practitioner(under, agency);
    const attainmentId = await attain(under, practitionerId, 2);
    const permissions = [
      'certificates.issue',
      'certificates.read',
      'certificates.withdraw',
      'cases.read',
    ] as const;
    const person = randomUUID();
    const issuer = under.as({ sub: 'issuer', person, permissions });
    const issued = await eventually(async () => {
      const order = { schemeId: id, practitionerId, reason: 'The rule is fulfilled.' };
      const key = { 'idempotency-key': randomUUID() };
      const answer = await issuer('POST', 'certificates', order, key);
      return answer.status === 201 ? (answer.json as View) : undefined;
    });
    await under.say('attainment.withdrawn', practitionerId, {
      attainmentId,
      practitionerId,
      reason: 'the result was voided',
      authority: 'council',
      withdrawnAt: new Date().toISOString(),
    });
    type Case = { certificateId: string; practitionerId: string; closedBy: unknown };
    const cases = async (who: typeof officer, state: string): Promise<Case[]> => {
      const { items } = (await who('GET', `cases?state=${state}&limit=500`)).json as {
        items: Case[];
      };
      return items.filter(({ certificateId }) => certificateId === issued.id);
    };
    const [open] = await eventually(async () => {
      const found = await cases(officer, 'open');
      return found.length > 0 ? found : undefined;
    });
    expect(open).toMatchObject({ practitionerId, closedBy: null });
    expect(await cases(officer, 'closed')).toEqual([]);
    const because = { reasonCode: 'evidence-withdrawn', reason: 'nothing is left of it' };
    const withdraw = (who: typeof officer) =>
      who('POST', `certificates/${issued.id}/withdraw`, because);
    const secondAccount = under.as({ sub: 'issuer-too', person, permissions });
    for (const who of [issuer, secondAccount]) {
      const refused = await withdraw(who);
      expect([refused.status, refused.problem.reason]).toEqual([403, 'decided-original']);
    }
    const holder = under.as({ sub: 'holder', person: practitionerId, permissions });
    expect((await withdraw(holder)).problem.reason).toBe('own-certificate');
    const elsewhere = under.as({ sub: 'elsewhere', agency: randomUUID(), permissions });
    expect((await withdraw(elsewhere)).status).toBe(404);
    expect(await cases(elsewhere, 'open')).toEqual([]);
    expect((await withdraw(officer)).json).toMatchObject({ state: 'withdrawn' });
    expect(await cases(officer, 'open')).toEqual([]);
    expect(await cases(officer, 'closed')).toMatchObject([{ outcome: 'withdrawn' }]);
    expect((await officer('GET', 'cases?state=lost')).status).toBe(400);
  });

  it('lets nobody act on a certificate of his own, nor see one of another agency', async () => {
    const { practitionerId, certificate } = await certified();
    const permissions = [
      'certificates.read',
      'certificates.suspend',
      'certificates.issue',
    ] as const;
    const self = under.as({ person: practitionerId, permissions });
    const body = { reason: 'for myself', reasonCode: 'investigation' };
    const own = await self('POST', `certificates/${certificate.id}/suspend`, body);
    expect([own.status, own.problem.reason]).toEqual([403, 'own-certificate']);
    expect((await self('GET', 'me/certificates')).json).toMatchObject({ total: 1 });
    const far = under.as({ agency: randomUUID(), permissions });
    expect((await far('GET', `certificates/${certificate.id}`)).status).toBe(404);
    expect((await far('POST', `certificates/${certificate.id}/suspend`, body)).status).toBe(404);
    const near = under.as({ agency, permissions });
    expect((await near('GET', `certificates/${certificate.id}`)).status).toBe(200);
    expect((await near('POST', `certificates/${certificate.id}/withdraw`, body)).status).toBe(403);
  });

  it('answers an unknown code and a mistyped one alike', async () => {
    const ask = (code: string) => under.anyone('GET', `/api/certificates/verify/${code}`);
    const unknown = await ask('0000-0000-0000-0000-0');
    const mistyped = await ask('0000-0000-0000-0000-1');
    const { instance: _a, ...first } = unknown.json as { instance: string };
    const { instance: _b, ...second } = mistyped.json as { instance: string };
    expect([unknown.status, mistyped.status]).toEqual([404, 404]);
    expect(first).toEqual(second);
  });

  it('publishes a scheme only by somebody who did not edit it, and never changes it', async () => {
    const both = under.as({ sub: 'both', permissions: ['schemes.edit', 'schemes.publish'] });
    const draft = (await both('POST', 'schemes', scheme({ code: 'OWN' }))).json as { id: string };
    const refused = await both('POST', `schemes/${draft.id}/publish`, { reason: 'mine' });
    expect(refused.problem.reason).toBe('editor-publishes');
    const edited = await both('PUT', `schemes/${draft.id}`, scheme({ code: 'OWN' }));
    expect(edited.status).toBe(428);
  });

  it('serves DID document, status lists, checkpoint and tiles', async () => {
    await certified();
    expect((await under.anyone('GET', '/.well-known/did.json')).json).toMatchObject({
      id: 'did:web:localhost%3A1',
    });
    expect((await under.anyone('GET', '/status/1-suspension')).status).toBe(200);
    expect((await under.anyone('GET', '/log/checkpoint')).text).toMatch(/^localhost:1\/log\n\d+\n/);
    expect((await under.anyone('GET', '/log/tile/9/000')).status).toBe(404);
    expect((await under.anyone('GET', '/log/tile/0/000.p/1')).status).toBe(200);
  });

  it('makes the paper', async () => {
    const { certificate } = await certified();
    for (const language of ['en', 'ru', 'tg']) {
      const path = `certificates/${certificate.id}/pdf?language=${language}`;
      const answer = await officer('GET', path);
      expect(answer.text.slice(0, 5)).toBe('%PDF-');
    }
  });

  it('lists to an officer who is ready, of his own agency, until it is issued or is no more due', async () => {
    const id = await publishedScheme(under, { code: 'READY', issuing: 'by-person' });
    const elsewhere = randomUUID();
    const [one, two] = [await practitioner(under, elsewhere), await practitioner(under, elsewhere)];
    const lacks = await practitioner(under, elsewhere);
    const attainments = [await attain(under, one, 2), await attain(under, two, 3)];
    await attain(under, lacks, 1);
    const person = randomUUID();
    const theirs = under.as({ agency: elsewhere, person, permissions: ['certificates.issue'] });
    type List = { items: { practitionerId: string; expires: string }[]; total: number };
    const ready = async (who = theirs, page = '') =>
      (await who('GET', `schemes/${id}/ready${page}`)).json as List;
    const people = async () => (await ready()).items.map((each) => each.practitionerId);
    const both = [one, two].toSorted((a, b) => (a < b ? -1 : 1));
    await eventually(async () => ((await ready()).total === 2 ? true : undefined));
    expect(await people()).toEqual(both);
    expect((await ready(theirs, '?limit=1&offset=1')).items).toMatchObject([
      {
        practitionerId: both[1],
        renews: false,
        attainments: [{ attainmentId: attainments[both[1] === one ? 0 : 1], evidence: 'exam' }],
      },
    ]);
    const others = under.as({ agency, permissions: ['certificates.issue'] });
    expect((await ready(others)).items.map((each) => each.practitionerId)).not.toContain(one);
    expect((await ready(officer)).items.map((each) => each.practitionerId)).toContain(two);
    const reader = under.as({ permissions: ['certificates.read', 'schemes.edit'] });
    expect((await reader('GET', `schemes/${id}/ready`)).status).toBe(403);
    const order = { schemeId: id, practitionerId: one, reason: 'The rule is fulfilled.' };
    const issue = (who: typeof theirs) =>
      who('POST', 'certificates', order, { 'idempotency-key': randomUUID() });
    expect((await issue(others)).status).toBe(404);
    expect((await issue(theirs)).status).toBe(201);
    expect((await issue(theirs)).problem.reason).toBe('already-certified');
    expect(await people()).toEqual([two]);
    await under.say('attainment.withdrawn', two, {
      attainmentId: attainments[1] ?? '',
      practitionerId: two,
      reason: 'the result was voided',
      authority: 'council',
      withdrawnAt: new Date().toISOString(),
    });
    await eventually(async () => ((await ready()).total === 0 ? true : undefined));
  });

  it('issues by a person once for an Idempotency-Key', async () => {
    const schemeId = await publishedScheme(under, { code: 'BY-HAND', issuing: 'by-person' });
    const { practitionerId } = await certified();
    const order = { schemeId, practitionerId, reason: 'the board decided' };
    const key = { 'idempotency-key': randomUUID() };
    const first = await officer('POST', 'certificates', order, key);
    const second = await officer('POST', 'certificates', order, key);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect((second.json as View).id).toBe((first.json as View).id);
    expect((await officer('POST', 'certificates', order)).status).toBe(400);
  });
});
