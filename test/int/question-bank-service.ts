// question-bank as the tests start it: real PostgreSQL, real Kafka, its own database and topics.
import { randomBytes, randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { event } from '#libs/contracts';
import { inTransaction, publish } from '#libs/messaging';
import { buildService } from '#libs/service-kit';
import type { PermissionName } from '#libs/service-kit';
import { readConfig } from '../../apps/question-bank/src/config.ts';
import { questionBankModule } from '../../apps/question-bank/src/question-bank.module.ts';
import type { FormRecord } from '../../apps/question-bank/src/store/tables.ts';
import type { ItemView } from '../../apps/question-bank/src/use-cases/read-items.ts';
import { call, expectStatus } from '../engines/call.ts';
import type { Answer } from '../engines/call.ts';
import { makeDatabase, makeIssuer } from '../engines/database.ts';
import { eventually } from '../engines/eventually.ts';

const ORIGIN = 'http://localhost:1';
export const SEAL_KEY = Buffer.alloc(32, 5);
export const FRAMEWORK = randomUUID();
export const EV3 = randomUUID();

export type Who = {
  sub: string;
  person?: string;
  agency?: string;
  permissions?: readonly PermissionName[];
};
export type Asking = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Answer>;

export interface QuestionBankUnderTest {
  readonly app: NestFastifyApplication;
  readonly database: DataSource;
  readonly databaseUrl: string;
  readonly topicPrefix: string;
  as(who: Who): Asking;
  anonymously: Asking;
  /** Through this service's own outbox and Kafka: what competency would publish. */
  publishFramework(): Promise<void>;
  stop(): Promise<void>;
}

export async function startQuestionBank(brokers?: string): Promise<QuestionBankUnderTest> {
  const [own, issuer] = [await makeDatabase('question_bank'), await makeIssuer(ORIGIN)];
  const topicPrefix = `question-bank-${randomBytes(4).toString('hex')}-`;
  const config = readConfig({
    SANAD_PORT: '0',
    DATABASE_URL: own.url,
    KAFKA_BROKERS: brokers ?? process.env['SANAD_TEST_KAFKA_BROKERS'],
    SANAD_PUBLIC_ORIGIN: ORIGIN,
    SANAD_JWKS: issuer.jwks,
    SANAD_TOPIC_PREFIX: topicPrefix,
    SANAD_SEAL_KEY: SEAL_KEY.toString('hex'),
  });
  const app = await buildService(questionBankModule(config), { config, description: 'for tests' });
  await app.listen(0, '127.0.0.1');
  const database = app.get(DataSource);
  const at = (path: string): string => `/api/question-bank/${path}`;
  return {
    app,
    database,
    databaseUrl: own.url,
    topicPrefix,
    as:
      ({ permissions = [], ...who }) =>
      async (method, path, body, headers = {}) => {
        const authorization = `Bearer ${await issuer.token({ permissions, ...who })}`;
        return call(app, method, at(path), body, { authorization, ...headers });
      },
    anonymously: (method, path, body, headers) => call(app, method, at(path), body, headers),
    publishFramework: async () => {
      await inTransaction(database, async (tx) => void (await publish(tx, framework())));
      await eventually(async () => {
        const rows = await database.query<unknown[]>('SELECT FROM framework_copy');
        return rows.length > 0 || undefined;
      });
    },
    stop: async () => {
      await app.close();
      await own.drop();
    },
  };
}

export const words = (en: string) => ({ en, ru: `${en} (ru)`, tg: `${en} (tg)` });

const level = (n: number) => ({
  level: n,
  code: `L${n}`,
  title: words(`Level ${n}`),
  descriptor: words('Does it'),
  evidence: ['exam' as const],
  validityMonths: 36,
});

const framework = () =>
  event('framework.published', {
    key: FRAMEWORK,
    version: 1,
    at: new Date(),
    data: {
      frameworkId: FRAMEWORK,
      code: 'CYB',
      version: 1,
      title: words('Cybercrime'),
      publishedAt: new Date().toISOString(),
      levels: [level(1), level(2)],
      competencies: [
        { competencyId: EV3, code: 'EV3', title: words('Preserve'), group: 'EV', descriptors: [] },
      ],
      roles: [],
      requirements: [],
      equivalentTo: [],
    },
  });

/** Each a person of his own; `elsewhere` has another account, too. */
export function peopleOf(under: QuestionBankUnderTest) {
  const everything = [
    'items.write',
    'items.review',
    'items.publish',
    'forms.assemble',
    'forms.publish',
  ] as const;
  const someone = (name: string) => {
    const person = randomUUID();
    return {
      person,
      account: name,
      here: under.as({ sub: name, person, permissions: everything }),
      elsewhere: under.as({ sub: `${name}-2`, person, permissions: everything }),
    };
  };
  return {
    author: someone('author'),
    reviewer: someone('reviewer'),
    publisher: someone('publisher'),
    other: someone('other'),
  };
}
export type People = ReturnType<typeof peopleOf>;

const choices = (language: string) =>
  ['A', 'B', 'C'].map((id) => ({ id, text: `option ${id} in ${language}` }));
const part = (prompt: string, language: string) => ({
  prompt: `${prompt} (${language})`,
  rationale: `Why B is right (${language})`,
  choices: choices(language),
});

/** A choice of three in three languages; B is right. */
export const itemBody = (prompt: string, changed: object = {}) => ({
  competencyCode: 'EV3',
  level: 1,
  cognitiveDemand: 'apply',
  interaction: 'choice',
  source: { document: 'ISO/IEC 27037', clause: '7.1' },
  languages: { en: part(prompt, 'en'), ru: part(prompt, 'ru'), tg: part(prompt, 'tg') },
  key: { choice: 'B' },
  ...changed,
});

export const itemOf = (answer: Answer): ItemView => answer.json as ItemView;

export async function written(people: People, body: object): Promise<string> {
  return itemOf(expectStatus(await people.author.here('POST', 'items', body), 201)).itemId;
}

export const approval = (languages?: readonly string[]) => ({
  verdict: 'approve',
  comment: 'Checked against the source.',
  ...(languages ? { languages } : {}),
});
export const because = { reason: 'The commission approved it.' };

export async function approved(
  people: People,
  body: object,
  languages?: readonly string[],
): Promise<string> {
  const id = await written(people, body);
  expectStatus(await people.author.here('POST', `items/${id}/submit`), 200);
  expectStatus(await people.reviewer.here('POST', `items/${id}/review`, approval(languages)), 200);
  return id;
}

export async function published(
  people: People,
  body: object,
  languages?: readonly string[],
): Promise<string> {
  const id = await approved(people, body, languages);
  expectStatus(await people.publisher.here('POST', `items/${id}/publish`, because), 200);
  return id;
}

export const blueprintPlan = (rows: object[], changed: object = {}) => ({
  title: words('Preservation, level 1'),
  frameworkId: FRAMEWORK,
  frameworkVersion: 1,
  competencyCode: 'EV3',
  level: 1,
  rows,
  ...changed,
});

export const row = (cognitiveDemand: string | null, count: number) => ({
  competencyCode: 'EV3',
  level: 1,
  cognitiveDemand,
  count,
});

export async function plannedBlueprint(people: People, ...rows: object[]): Promise<string> {
  const answer = await people.author.here('POST', 'blueprints', blueprintPlan(rows));
  return (expectStatus(answer, 201).json as { blueprintId: string }).blueprintId;
}

export async function publishedBlueprint(people: People, ...rows: object[]): Promise<string> {
  const id = await plannedBlueprint(people, ...rows);
  expectStatus(await people.publisher.here('POST', `blueprints/${id}/publish`, because), 200);
  return id;
}

export async function assembled(people: People, blueprintId: string): Promise<FormRecord> {
  const answer = await people.author.here('POST', 'forms', { blueprintId, seed: 7 });
  return expectStatus(answer, 201).json as FormRecord;
}
