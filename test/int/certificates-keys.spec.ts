import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { verify } from '#libs/credentials';
import type { JsonObject, Trust } from '#libs/credentials';
import { Clock, ShiftableClock } from '#libs/service-kit';
import { call } from '../engines/call.ts';
import { eventually } from '../engines/eventually.ts';
import {
  attain,
  practitioner,
  publishedScheme,
  publishFramework,
  startCertificates,
} from './certificates-service.ts';
import type { CertificatesUnderTest } from './certificates-service.ts';

type Key = { id: string; from: string; until: string | null; compromisedFrom: string | null };
type Checked = { standing: string; checks: { check: string; outcome: string; code: string }[] };

describe('the key that signs certificates', () => {
  let under: CertificatesUnderTest;
  let chair: ReturnType<CertificatesUnderTest['as']>;
  let officer: ReturnType<CertificatesUnderTest['as']>;
  let bundleOfFirst: JsonObject;

  beforeAll(async () => {
    under = await startCertificates();
    chair = under.as({ sub: 'chair', permissions: ['keys.replace', 'audit.read'] });
    officer = under.as({ sub: 'officer', permissions: ['certificates.read'] });
    await publishFramework(under);
    await publishedScheme(under);
    bundleOfFirst = await certified();
  });
  afterAll(() => under.stop());

  const certified = async (): Promise<JsonObject> => {
    const practitionerId = await practitioner(under, randomUUID());
    await attain(under, practitionerId, 2);
    const { id } = await eventually(async () => {
      const path = `certificates?practitionerId=${practitionerId}`;
      return ((await officer('GET', path)).json as { items: { id: string }[] }).items[0];
    });
    return eventually(async () => {
      const answer = await officer('GET', `certificates/${id}/bundle`);
      return answer.status === 200 ? (answer.json as JsonObject) : undefined;
    });
  };
  const signedBy = (bundle: JsonObject): unknown[] => {
    const { credential } = bundle as { credential: { proof: { verificationMethod: string }[] } };
    return credential.proof.map(({ verificationMethod }) => verificationMethod.split('#')[1]);
  };
  const trust = async (): Promise<Trust> =>
    (await under.anyone('GET', '/api/certificates/trust')).json as Trust;
  const checked = async (file: unknown): Promise<Checked> =>
    (await under.anyone('POST', '/api/certificates/verify', file)).json as Checked;
  const keys = async (): Promise<Key[]> =>
    ((await chair('GET', 'signing-keys')).json as { items: Key[] }).items;
  const inUse = async (): Promise<string> =>
    (await keys()).find(({ until }) => until === null)?.id ?? '';
  const replace = async (more: object = {}) =>
    chair('POST', 'signing-keys', { replaces: await inUse(), reason: 'as every year', ...more });

  it('is replaced: the next certificate is signed by the new one, and those before stay valid', async () => {
    expect(signedBy(bundleOfFirst)).toEqual(['key-1', 'key-1']);
    const former = await trust();
    const answer = await replace();
    expect(answer.status).toBe(201);
    expect((answer.json as { items: Key[] }).items).toMatchObject([
      { id: expect.stringMatching(/#key-1$/), compromisedFrom: null },
      { id: expect.stringMatching(/#key-2$/), until: null },
    ]);

    const second = await certified();
    expect(signedBy(second)).toEqual(['key-2', 'key-2']);
    for (const bundle of [bundleOfFirst, second]) {
      expect((await checked(bundle)).standing).toBe('valid');
      expect((await verify(bundle, {}, await trust(), new Date())).standing).toBe('valid');
    }
    // Who pinned the trust file before the replacement doesn't know the new key, and is told so.
    const seen = await verify(second, {}, former, new Date());
    expect(seen.checks).toContainEqual(
      expect.objectContaining({ check: 'issuer', outcome: 'failed', code: 'unknown-key' }),
    );

    const did = (await under.anyone('GET', '/.well-known/did.json')).json as {
      assertionMethod: string[];
      authentication: string[];
    };
    expect(did.assertionMethod).toHaveLength(2);
    expect(did.authentication).toEqual([await inUse()]);
    const audit = (await chair('GET', 'audit')).json as { items: { act: string }[] };
    expect(audit.items.map(({ act }) => act)).toContain('signing-key.replaced');
  });

  it('is replaced once: whoever saw another key in use is refused, as is a theft at an impossible time', async () => {
    const before = await keys();
    const twice = await replace({ replaces: before[0]?.id });
    expect([twice.status, twice.problem.reason]).toEqual([409, 'key-not-in-use']);
    for (const compromisedFrom of ['2020-01-01T00:00:00Z', '2090-01-01T00:00:00Z']) {
      const impossible = await replace({ compromisedFrom });
      expect([impossible.status, impossible.problem.reason]).toEqual([422, 'compromised-when']);
    }
    expect((await replace({ compromisedFrom: 'yesterday' })).status).toBe(400);
    expect(await keys()).toEqual(before);
  });

  it('is replaced by nobody without the permission, and by no officer of one agency', async () => {
    const body = { replaces: await inUse(), reason: 'as every year' };
    const local = under.as({ sub: 'x', agency: randomUUID(), permissions: ['keys.replace'] });
    const refused = await local('POST', 'signing-keys', body);
    expect([refused.status, refused.problem.reason]).toEqual([403, 'national-only']);
    expect((await local('GET', 'signing-keys')).status).toBe(403);
    const other = under.as({ sub: 'y', permissions: ['certificates.withdraw', 'accounts.manage'] });
    expect((await other('POST', 'signing-keys', body)).status).toBe(403);
    expect((await keys()).find(({ until }) => until === null)?.id).toBe(body.replaces);
  });

  it('is known to another process at once, which signs by it and serves its lists', async () => {
    const other = await under.boot();
    try {
      await replace();
      const status = async () =>
        (await call(other, 'GET', '/status/1-revocation')).json as {
          proof: { verificationMethod: string } | { verificationMethod: string }[];
        };
      const key = (await inUse()).split('#')[1] ?? '';
      await eventually(async () =>
        JSON.stringify((await status()).proof).includes(`#${key}"`) ? true : undefined,
      );
      const did = await call(other, 'GET', '/.well-known/did.json');
      expect(did.text).toContain(`#${key}"`);
      // Whichever of the two takes the event.
      for (let i = 0; i < 4; i++) expect(signedBy(await certified())).toEqual([key, key]);
    } finally {
      await other.close();
    }
  });

  it('was stolen: only what was in the log before stays valid, whatever date a proof claims', async () => {
    const before = await certified();
    const stolen = new Date();
    const clock = under.app.get(Clock);
    if (!(clock instanceof ShiftableClock)) throw new Error('the clock does not shift');
    clock.shiftTo(60);
    const after = await certified();
    expect((await checked(after)).standing).toBe('valid');
    expect((await replace({ compromisedFrom: stolen.toISOString() })).status).toBe(201);
    expect((await checked(before)).standing).toBe('valid');
    const refused = await checked(after);
    expect(refused.standing).toBe('not-valid');
    expect(refused.checks).toContainEqual(
      expect.objectContaining({ check: 'issuer', code: 'key-compromised' }),
    );
    expect((await checked(await certified())).standing).toBe('valid');
    const did = (await under.anyone('GET', '/.well-known/did.json')).json as {
      assertionMethod: string[];
    };
    expect(did.assertionMethod).toHaveLength((await keys()).length - 1);
  });
});
