// The competency service as the tests start it: real PostgreSQL, real Kafka, its own database and topics.
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { DataSource } from 'typeorm';
import { buildService, personId } from '#libs/service-kit';
import type { PermissionName } from '#libs/service-kit';
import { competencyModule } from '../../apps/competency/src/competency.module.ts';
import { readConfig } from '../../apps/competency/src/config.ts';
import type { FrameworkDocument } from '../../apps/competency/src/domain/framework/framework.ts';
import { call, expectStatus } from '../engines/call.ts';
import type { Answer } from '../engines/call.ts';
import { makeDatabase, makeIssuer } from '../engines/database.ts';
import type { TokenClaims } from '../engines/database.ts';

const ORIGIN = 'http://localhost:1';
const PERSON_KEY = '07'.repeat(32);

export const person = (personnelNumber: string): string =>
  personId(Buffer.from(PERSON_KEY, 'hex'), personnelNumber);

export type Who = Partial<Omit<TokenClaims, 'permissions'>> & {
  permissions?: readonly PermissionName[];
};

export interface CompetencyUnderTest {
  readonly app: NestFastifyApplication;
  readonly database: DataSource;
  readonly topicPrefix: string;
  as(
    who: Who,
  ): (
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<Answer>;
  anonymously(path: string): Promise<Answer>;
  /** Regions and agencies by code, and the demo framework published. */
  furnish(agencies: Record<string, string>): Promise<Furnished>;
  stop(): Promise<void>;
}

export interface Furnished {
  readonly agencies: Record<string, string>;
  readonly frameworkId: string;
  readonly roles: Record<string, string>;
  readonly competencies: Record<string, string>;
}

export const demoFramework = async (): Promise<FrameworkDocument> =>
  JSON.parse(
    await readFile(new URL('../../content/framework.json', import.meta.url), 'utf8'),
  ) as FrameworkDocument;

export const text = (en: string) => ({ en, ru: `${en} (ru)`, tg: `${en} (tg)` });

export async function startCompetency(): Promise<CompetencyUnderTest> {
  const [database, issuer] = [await makeDatabase('competency'), await makeIssuer(ORIGIN)];
  const topicPrefix = `competency-${randomBytes(4).toString('hex')}-`;
  const config = readConfig({
    SANAD_PORT: '0',
    DATABASE_URL: database.url,
    KAFKA_BROKERS: process.env['SANAD_TEST_KAFKA_BROKERS'],
    SANAD_PUBLIC_ORIGIN: ORIGIN,
    SANAD_JWKS: issuer.jwks,
    SANAD_TOPIC_PREFIX: topicPrefix,
    SANAD_PERSON_KEY: PERSON_KEY,
  });
  const app = await buildService(competencyModule(config), { config, description: 'for tests' });
  await app.listen(0, '127.0.0.1');

  const under: CompetencyUnderTest = {
    app,
    database: app.get(DataSource),
    topicPrefix,
    as:
      ({ permissions = [], sub = 'somebody', ...who }) =>
      async (method, path, body, headers = {}) => {
        const token = await issuer.token({ sub, permissions, ...who });
        return call(app, method, `/api/competency/${path}`, body, {
          authorization: `Bearer ${token}`,
          ...headers,
        });
      },
    anonymously: (path) => call(app, 'GET', `/api/competency/${path}`),
    furnish: (agencies) => furnish(under, agencies),
    stop: async () => {
      await app.close();
      await database.drop();
    },
  };
  return under;
}

async function furnish(
  under: CompetencyUnderTest,
  wanted: Record<string, string>,
): Promise<Furnished> {
  const officer = under.as({ sub: 'national', permissions: ['practitioners.manage'] });
  for (const region of new Set(Object.values(wanted))) {
    expectStatus(await officer('POST', 'regions', { code: region, title: text(region) }), 201);
  }
  const agencies: Record<string, string> = {};
  for (const [code, region] of Object.entries(wanted)) {
    const body = { code, region, kind: 'police', title: text(code) };
    const added = expectStatus(await officer('POST', 'agencies', body), 201);
    agencies[code] = (added.json as { agencyId: string }).agencyId;
  }
  const document = await demoFramework();
  const editor = under.as({ sub: 'editor', permissions: ['frameworks.edit'] });
  const draft = expectStatus(await editor('POST', 'frameworks', document), 201);
  const { frameworkId } = draft.json as { frameworkId: string };
  const publisher = under.as({ sub: 'publisher', permissions: ['frameworks.publish'] });
  const reason = { reason: 'for the tests' };
  expectStatus(await publisher('POST', `frameworks/${frameworkId}/publish`, reason), 200);
  return {
    agencies,
    frameworkId,
    roles: Object.fromEntries(document.roles.map(({ code, roleId }) => [code, roleId])),
    competencies: Object.fromEntries(
      document.competencies.map(({ code, competencyId }) => [code, competencyId]),
    ),
  };
}
