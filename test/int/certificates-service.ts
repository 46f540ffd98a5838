// The certificates service as the tests start it: real PostgreSQL and Kafka; other services' events are
// published from a database of their own.
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomBytes, randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { event } from '#libs/contracts';
import type { EventData } from '#libs/contracts';
import { inTransaction, Messaging, messagingMigrations, publish } from '#libs/messaging';
import { buildService } from '#libs/service-kit';
import type { PermissionName } from '#libs/service-kit';
import { certificatesModule } from '../../apps/certificates/src/certificates.module.ts';
import { readConfig } from '../../apps/certificates/src/config.ts';
import { servePublicFiles } from '../../apps/certificates/src/http/public-files.ts';
import { call } from '../engines/call.ts';
import type { Answer } from '../engines/call.ts';
import { makeDatabase, makeIssuer } from '../engines/database.ts';
import { eventually } from '../engines/eventually.ts';

export const ORIGIN = 'http://localhost:1';
export const FRAMEWORK = randomUUID();
export const EV3 = randomUUID();
export const words = (en: string) => ({ en, ru: `${en} (ru)`, tg: `${en} (tg)` });

export type Who = {
  sub?: string;
  person?: string;
  agency?: string;
  permissions?: readonly PermissionName[];
};
type Ask = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Answer>;

export async function startCertificates(settings: Record<string, string> = {}) {
  const [database, others, issuer] = [
    await makeDatabase('certificates'),
    await makeDatabase('others'),
    await makeIssuer(ORIGIN),
  ];
  const topicPrefix = `certificates-${randomBytes(4).toString('hex')}-`;
  const environment = {
    SANAD_PORT: '0',
    DATABASE_URL: database.url,
    KAFKA_BROKERS: process.env['SANAD_TEST_KAFKA_BROKERS'],
    SANAD_PUBLIC_ORIGIN: ORIGIN,
    SANAD_JWKS: issuer.jwks,
    SANAD_TOPIC_PREFIX: topicPrefix,
    SANAD_KEY_ENCRYPTION_KEY: '0a'.repeat(32),
    ...settings,
  };
  const boot = async (changed: Record<string, string> = {}): Promise<NestFastifyApplication> => {
    const config = readConfig({ ...environment, ...changed });
    const app = await buildService(certificatesModule(config), {
      config,
      description: 'for tests',
      bodyLimit: 8 << 20,
      prepare: servePublicFiles,
    });
    await app.listen(0, '127.0.0.1');
    return app;
  };
  const app = await boot();

  const source = new DataSource({
    type: 'postgres',
    url: others.url,
    migrations: messagingMigrations,
  });
  await source.initialize();
  await source.runMigrations();
  const sender = new Messaging(source, {
    service: 'competency',
    brokers: environment.KAFKA_BROKERS ?? '',
    topicPrefix,
  });
  sender.onApplicationBootstrap();
  let version = 0;
  const say = async <
    N extends
      | 'framework.published'
      | 'practitioner.changed'
      | 'affiliation.changed'
      | 'attainment.recorded'
      | 'attainment.withdrawn',
  >(
    name: N,
    key: string,
    data: EventData<N>,
  ): Promise<void> => {
    version += 1;
    await inTransaction(source, async (tx) => {
      await publish(tx, event(name, { key, version, at: new Date(), data }));
    });
  };

  return {
    app,
    boot,
    database: app.get(DataSource),
    say,
    as:
      ({ permissions = [], sub = 'somebody', ...who }: Who): Ask =>
      async (method, path, body, headers = {}) => {
        const token = await issuer.token({ sub, permissions, ...who });
        const authorization = `Bearer ${token}`;
        return call(app, method, `/api/certificates/${path}`, body, { authorization, ...headers });
      },
    anyone: (method: string, path: string, body?: unknown) => call(app, method, path, body),
    stop: async () => {
      await sender.onApplicationShutdown();
      await source.destroy();
      await app.close();
      await database.drop();
      await others.drop();
    },
  };
}

export type CertificatesUnderTest = Awaited<ReturnType<typeof startCertificates>>;

export async function publishFramework(under: CertificatesUnderTest): Promise<void> {
  const level = (n: number, evidence: 'exam' | 'practical') => ({
    level: n,
    code: `L${n}`,
    title: words(`Level ${n}`),
    descriptor: words('Does it'),
    evidence: [evidence],
    validityMonths: 36,
  });
  await under.say('framework.published', FRAMEWORK, {
    frameworkId: FRAMEWORK,
    code: 'CYB',
    version: 1,
    title: words('Cybercrime'),
    publishedAt: new Date().toISOString(),
    levels: [level(1, 'exam'), level(2, 'exam'), level(3, 'practical')],
    competencies: [
      { competencyId: EV3, code: 'EV3', title: words('Preserve'), group: 'EV', descriptors: [] },
    ],
    roles: [],
    requirements: [],
    equivalentTo: [],
  });
}

export const scheme = (changed: object = {}) => ({
  code: 'EV3-2',
  title: words('Preservation of electronic evidence'),
  frameworkId: FRAMEWORK,
  frameworkVersion: 1,
  requirements: [{ competencyId: EV3, level: 2 }],
  ...changed,
});

/** A scheme edited by one and published by another. */
export async function publishedScheme(under: CertificatesUnderTest, changed: object = {}) {
  const editor = under.as({ sub: 'editor', permissions: ['schemes.edit'] });
  const draft = await eventually(async () => {
    const answer = await editor('POST', 'schemes', scheme(changed));
    return answer.problem.reason === 'framework-unknown' ? undefined : answer;
  });
  if (draft.status !== 201) throw new Error(draft.text);
  const { id } = draft.json as { id: string };
  const chair = under.as({ sub: 'chair', permissions: ['schemes.publish'] });
  const published = await chair('POST', `schemes/${id}/publish`, { reason: 'for the tests' });
  if (published.status !== 200) throw new Error(published.text);
  return id;
}

export async function practitioner(
  under: CertificatesUnderTest,
  agencyId: string,
): Promise<string> {
  const practitionerId = randomUUID();
  await under.say('practitioner.changed', practitionerId, {
    practitionerId,
    givenName: 'Зарина',
    familyName: 'Раҳимова',
    version: 1,
  });
  await under.say('affiliation.changed', practitionerId, {
    practitionerId,
    agencyId,
    region: 'dushanbe',
    roleIds: [],
    active: true,
  });
  return practitionerId;
}

export async function attain(
  under: CertificatesUnderTest,
  practitionerId: string,
  level: number,
  from = '2026-01-01',
  source: Partial<EventData<'attainment.recorded'>['source']> = {},
): Promise<string> {
  const attainmentId = randomUUID();
  await under.say('attainment.recorded', practitionerId, {
    attainmentId,
    practitionerId,
    frameworkId: FRAMEWORK,
    frameworkVersion: 1,
    competencyId: EV3,
    competencyCode: 'EV3',
    level,
    evidence: 'exam',
    source: { kind: 'result', id: randomUUID(), ...source },
    from,
    to: '2099-12-31',
    recordedAt: new Date().toISOString(),
  });
  return attainmentId;
}
