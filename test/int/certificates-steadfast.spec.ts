// What must hold when things fail: no database, another origin, another key, an event that comes twice.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { JsonObject } from '#libs/credentials';
import {
  checkConsistency,
  consistencyProof,
  inclusionProof,
  parseCheckpoint,
  parseNote,
} from '#libs/transparency-log';
import { eventually } from '../engines/eventually.ts';
import {
  attain,
  EV3,
  FRAMEWORK,
  practitioner,
  publishedScheme,
  publishFramework,
  startCertificates,
} from './certificates-service.ts';
import type { CertificatesUnderTest } from './certificates-service.ts';

type View = { id: string; state: string; code: string };

describe('certificates, when things fail', () => {
  let under: CertificatesUnderTest;
  let officer: ReturnType<CertificatesUnderTest['as']>;

  beforeAll(async () => {
    under = await startCertificates();
    officer = under.as({ permissions: ['certificates.read', 'registry.verify'] });
    await publishFramework(under);
    await publishedScheme(under);
  });
  afterAll(() => under.stop());

  const held = async (practitionerId: string): Promise<View[]> => {
    const answer = await officer('GET', `certificates?practitionerId=${practitionerId}`);
    return (answer.json as { items: View[] }).items;
  };
  const certified = async (): Promise<{ certificate: View; bundle: JsonObject }> => {
    const practitionerId = await practitioner(under, randomUUID());
    await attain(under, practitionerId, 2);
    const certificate = await eventually(async () => (await held(practitionerId))[0]);
    const bundle = await eventually(async () => {
      const answer = await officer('GET', `certificates/${certificate.id}/bundle`);
      return answer.status === 200 ? (answer.json as JsonObject) : undefined;
    });
    return { certificate, bundle };
  };

  it('starts again with its keys, and refuses another origin or another key', async () => {
    const again = await under.boot();
    await again.close();
    const elsewhere = { SANAD_PUBLIC_ORIGIN: 'http://localhost:2' };
    await expect(under.boot(elsewhere)).rejects.toThrow('start with that origin again');
    const foreign = { SANAD_KEY_ENCRYPTION_KEY: '0b'.repeat(32) };
    await expect(under.boot(foreign)).rejects.toThrow('does not open the signing keys');
  });

  it('keeps no private key in the clear', async () => {
    const [row] = await under.database.query<{ sealed: { ciphertext: string } }[]>(
      `SELECT sealed FROM signing_key WHERE purpose = 'issuing'`,
    );
    // 32 bytes of seed under AES-256-GCM are 32 bytes; what opens them is only in the environment.
    expect(Buffer.from(row?.sealed.ciphertext ?? '', 'base64')).toHaveLength(32);
    const everything = await under.database.query<{ code: string }[]>('SELECT * FROM signing_key');
    expect(JSON.stringify(everything)).not.toMatch(/secretKeyMultibase|PRIVATE/);
  });

  it('issues once when an attainment is told again under another event', async () => {
    const practitionerId = await practitioner(under, randomUUID());
    const attainmentId = randomUUID();
    const recorded = {
      attainmentId,
      practitionerId,
      frameworkId: FRAMEWORK,
      frameworkVersion: 1,
      competencyId: EV3,
      competencyCode: 'EV3',
      level: 2,
      evidence: 'exam',
      source: { kind: 'result', id: randomUUID() },
      from: '2026-01-01',
      to: null,
      recordedAt: new Date().toISOString(),
    } as const;
    for (let i = 0; i < 5; i++) await under.say('attainment.recorded', practitionerId, recorded);
    await attain(under, practitionerId, 2);
    await eventually(async () => (await held(practitionerId))[0]);
    await eventually(async () => {
      const rows = await under.database.query<unknown[]>(
        'SELECT 1 FROM attainment WHERE practitioner_id = $1',
        [practitionerId],
      );
      return rows.length === 2 ? true : undefined;
    });
    expect(await held(practitionerId)).toHaveLength(1);
  });

  it('refuses to rewrite events, log entries and published schemes, even for its own role', async () => {
    await certified();
    for (const sql of [
      `UPDATE certificate_event SET reason = 'another'`,
      'DELETE FROM certificate_event',
      'DELETE FROM log_entry',
      `UPDATE scheme SET body = '{}' WHERE state = 'published'`,
    ]) {
      await expect(under.database.query(sql)).rejects.toThrow(/append-only|does not change/);
    }
  });

  it('keeps a log that only grows, and tells it by what it serves', async () => {
    const head = async () => {
      const { text } = await under.anyone('GET', '/log/checkpoint');
      return parseCheckpoint(parseNote(text).text);
    };
    const before = await head();
    await certified();
    const after = await eventually(async () => {
      const now = await head();
      return now.size > before.size ? now : undefined;
    });
    const rows = await under.database.query<{ data: Buffer }[]>(
      'SELECT data FROM log_tile WHERE path = $1',
      [`tile/0/000.p/${after.size}`],
    );
    const tile = new Uint8Array(rows[0]?.data ?? []);
    const proof = consistencyProof(before.size, after.size, () => tile);
    const claim = {
      oldSize: before.size,
      oldRoot: before.root,
      size: after.size,
      root: after.root,
    };
    expect(checkConsistency(claim, proof)).toBe(true);
    expect(() => inclusionProof(after.size, after.size, () => tile)).toThrow();
  });

  it('verifies up to a hundred at once, each by itself', async () => {
    const { certificate, bundle } = await certified();
    const items = [
      { code: certificate.code },
      { file: bundle },
      { code: '0000-0000-0000-0000-0' },
      { file: { nonsense: true } },
    ];
    const answer = await officer('POST', 'verify/batch', { items });
    expect(answer.json).toMatchObject({
      items: [
        { outcome: 'checked', standing: 'valid', credential: null },
        { outcome: 'checked', standing: 'valid' },
        { outcome: 'not-found' },
        { outcome: 'checked', standing: 'not-valid' },
      ],
    });
    const many = Array.from({ length: 101 }, () => ({ code: certificate.code }));
    expect((await officer('POST', 'verify/batch', { items: many })).status).toBe(400);
    expect((await officer('POST', 'verify/batch', { items: [{}] })).status).toBe(400);
    const nobody = under.as({ permissions: ['certificates.read'] });
    expect((await nobody('POST', 'verify/batch', { items })).status).toBe(403);
  });

  it('stops one address from guessing codes', async () => {
    const ask = async () => under.anyone('GET', '/api/certificates/verify/0000-0000-0000-0000-0');
    const answers = await Promise.all(Array.from({ length: 20 }, ask));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404]));
    const refused = await ask();
    expect([refused.status, refused.problem.reason]).toEqual([429, 'too-many-wrong-codes']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  // Last: it takes the database away.
  it('goes on verifying what carries its evidence while the database is stopped', async () => {
    const { bundle } = await certified();
    await under.database.query('ALTER TABLE certificate RENAME TO certificate_away');
    await under.database.query('ALTER TABLE log_head RENAME TO log_head_away');
    const answer = await under.anyone('POST', '/api/certificates/verify', bundle);
    expect(answer.json).toMatchObject({ standing: 'valid', register: null });
    const alone = await under.anyone('POST', '/api/certificates/verify', bundle['credential']);
    expect(alone.json).toMatchObject({ standing: 'cannot-tell' });
    expect((await under.anyone('GET', '/log/checkpoint')).text).toContain('localhost:1/log');
    expect((await under.anyone('GET', '/status/1-revocation')).status).toBe(200);
  });
});
