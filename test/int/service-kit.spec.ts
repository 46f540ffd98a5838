import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Body, Controller, Get, Headers, Module, Post } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { IsInt, IsString } from 'class-validator';
import { DataSource } from 'typeorm';
import {
  appendAudit,
  AuditTrail,
  baseConfig,
  buildService,
  Caller,
  Environment,
  idempotent,
  KitModule,
  NotReady,
  Permission,
  Public,
  Readiness,
  type CallerIdentity,
} from '#libs/service-kit';
import { call, type Answer } from '../engines/call.ts';
import { makeDatabase, makeIssuer, type TestDatabase } from '../engines/database.ts';

class Note {
  @IsString() text!: string;
  @IsInt() weight!: number;
}

@Controller('notes')
class NotesController {
  private added = 0;
  constructor(private readonly database: DataSource) {}

  @Post()
  @Permission('items.write')
  add(
    @Body() note: Note,
    @Caller() caller: CallerIdentity,
    @Headers('idempotency-key') key: string | undefined,
  ): Promise<{ count: number }> {
    const at = new Date();
    return this.database.transaction((tx) =>
      idempotent(tx, { key, caller, route: 'notes', body: note, at }, async () => {
        const subject = { kind: 'note', id: note.text };
        await appendAudit(tx, { act: 'note.added', actor: caller, subject, reason: null, at });
        this.added += 1;
        return { count: this.added };
      }),
    );
  }

  @Get('broken')
  @Public('for the test of what an error tells')
  broken(): never {
    throw new Error('secret inner detail');
  }
}

@Controller('forgotten')
class ForgottenController {
  @Get()
  open(): string {
    return 'anyone';
  }
}

const origin = 'http://localhost:1';
let database: TestDatabase;
let app: NestFastifyApplication;
let issuer: Awaited<ReturnType<typeof makeIssuer>>;

function configFor(url: string): ReturnType<typeof baseConfig> {
  const env = new Environment({
    SANAD_PORT: '0',
    DATABASE_URL: url,
    KAFKA_BROKERS: 'none:1',
    SANAD_PUBLIC_ORIGIN: origin,
    SANAD_JWKS: issuer.jwks,
  });
  return env.done(baseConfig(env, 'notes'));
}

async function build(controllers: never[], url = database.url): Promise<NestFastifyApplication> {
  const config = configFor(url);
  @Module({ imports: [KitModule.forRoot({ config, tables: [], migrations: [] })], controllers })
  class TestModule {}
  const built = await buildService(TestModule, {
    config,
    description: 'for tests',
    messaging: false,
  });
  await built.listen(0, '127.0.0.1');
  return built;
}

const post = (body: unknown, headers: Record<string, string> = {}): Promise<Answer> =>
  call(app, 'POST', '/api/notes/notes', body, headers);

beforeAll(async () => {
  issuer = await makeIssuer(origin);
  database = await makeDatabase('kit');
  app = await build([NotesController as never]);
});

afterAll(async () => {
  await app.close();
  await database.drop();
});

describe('a transaction', () => {
  it('has one connection: asking for a second is refused at once, not only when all are taken', async () => {
    const source = app.get(DataSource);
    const second = (): Promise<unknown> => source.transaction(() => source.query('SELECT 1'));
    await expect(second()).rejects.toThrow('use its own `tx`');
    const own = await source.transaction((tx) => tx.query<{ one: number }[]>('SELECT 1 AS one'));
    expect(own).toEqual([{ one: 1 }]);
    expect(await source.query('SELECT 2 AS two')).toEqual([{ two: 2 }]);
  });
});

describe('a service of the kit', () => {
  const author = { sub: 'a1', permissions: ['items.write'] };

  it('refuses a caller without a token, with a wrong one and without the permission', async () => {
    const body = { text: 'x', weight: 1 };
    expect((await post(body)).status).toBe(401);
    const other = await makeIssuer(origin);
    const forged = await other.token(author);
    expect((await post(body, { authorization: `Bearer ${forged}` })).status).toBe(401);
    const ended = await issuer.token(author, -10);
    expect((await post(body, { authorization: `Bearer ${ended}` })).status).toBe(401);
    const reader = await issuer.token({ sub: 'r1', permissions: ['national.read'] });
    expect((await post(body, { authorization: `Bearer ${reader}` })).status).toBe(403);
  });

  it('names the field that is wrong, and one that it does not know', async () => {
    const token = await issuer.token(author);
    const answer = await post(
      { text: 7, weight: 1, extra: true },
      { authorization: `Bearer ${token}`, 'idempotency-key': 'k0' },
    );
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    const faults = answer.problem.errors?.map(({ field, code }) => [field, code]);
    expect(faults?.sort()).toEqual([
      ['extra', 'whitelistValidation'],
      ['text', 'isString'],
    ]);
  });

  it('answers malformed JSON, an unknown route and its own failure without a stack', async () => {
    const token = await issuer.token(author);
    const malformed = await post('{"text":', { authorization: `Bearer ${token}` });
    expect([malformed.status, malformed.problem.type]).toEqual([400, 'urn:sanad:problem:invalid']);
    const unknown = await call(app, 'GET', '/api/notes/nowhere');
    expect([unknown.status, unknown.headers.get('content-type')]).toEqual([
      404,
      'application/problem+json; charset=utf-8',
    ]);
    const broken = await call(app, 'GET', '/api/notes/notes/broken');
    expect(broken.status).toBe(500);
    expect(broken.text).not.toMatch(/secret|at .*\(/);
  });

  it('has one effect for one idempotency key, and refuses the key for another body', async () => {
    const token = await issuer.token(author);
    const headers = { authorization: `Bearer ${token}`, 'idempotency-key': 'k1' };
    const answers = await Promise.all(
      [1, 2, 3].map(() => post({ text: 'once', weight: 1 }, headers)),
    );
    expect(new Set(answers.map((a) => a.text)).size).toBe(1);
    expect((await post({ text: 'other', weight: 1 }, headers)).status).toBe(409);
    const { total } = await app
      .get(AuditTrail)
      .search({ subjectId: 'once', agencies: 'all', limit: 9, offset: 0 });
    expect(total).toBe(1);
  });

  it('appends what a transaction audits at its end, all of it in order, and nothing of one that failed', async () => {
    const source = app.get(DataSource);
    const entry = (id: string) => ({
      act: 'note.read',
      actor: 'system' as const,
      subject: { kind: 'note', id },
      reason: null,
      at: new Date(),
      data: { id, of: ['a', 1.5] },
    });
    const rows = () => app.get(AuditTrail).ofSubject('note', 'pair');
    await source.transaction(async (tx) => {
      await appendAudit(tx, entry('pair'));
      await appendAudit(tx, { ...entry('pair'), reason: 'again' });
      expect(await tx.query("SELECT FROM audit WHERE subject_id = 'pair'")).toHaveLength(0);
    });
    expect((await rows()).map(({ reason }) => reason)).toEqual([null, 'again']);
    const failing = source.transaction(async (tx) => {
      await appendAudit(tx, entry('pair'));
      throw new Error('after all not');
    });
    await expect(failing).rejects.toThrow('after all not');
    expect(await rows()).toHaveLength(2);
    expect(await app.get(AuditTrail).check()).toMatchObject({ outcome: 'whole' });
  });

  it('keeps the audit trail whole and refuses to change a row of it', async () => {
    const source = app.get(DataSource);
    await expect(source.query("UPDATE audit SET reason = 'better'")).rejects.toThrow('append-only');
    await expect(source.query('DELETE FROM audit')).rejects.toThrow('append-only');
    expect(await app.get(AuditTrail).check()).toMatchObject({ outcome: 'whole' });
    await source.query('ALTER TABLE audit DISABLE TRIGGER audit_append_only');
    await source.query("UPDATE audit SET reason = 'forged' WHERE seq = 1");
    expect(await app.get(AuditTrail).check()).toEqual({ outcome: 'broken', at: 1 });
  });

  it('is alive, ready, measured and described', async () => {
    const get = (path: string) => call(app, 'GET', `/api/notes/${path}`);
    expect((await get('health/ready')).json).toEqual({ ready: true, checks: { database: 'ok' } });
    expect((await get('metrics')).text).toContain('http_request_seconds');
    expect((await get('docs-json')).json).toHaveProperty(['paths', '/api/notes/notes']);
  });

  it('that is not ready says 503 and what is missing, nothing of where, and is alive all the same', async () => {
    const own = await makeDatabase('kit_unready');
    const lame = await build([NotesController as never], own.url);
    const get = (path: string) => call(lame, 'GET', `/api/notes/health/${path}`);
    try {
      const readiness = lame.get(Readiness, { strict: false });
      let state: Error | null = new NotReady('notes-copies is stopped');
      readiness.add('messaging', () => (state ? Promise.reject(state) : Promise.resolve()));
      const first = await get('ready');
      expect([first.status, first.json]).toEqual([
        503,
        { ready: false, checks: { database: 'ok', messaging: 'notes-copies is stopped' } },
      ]);
      state = new Error('connect ECONNREFUSED 10.0.0.7:9092');
      const second = await get('ready');
      expect([second.status, second.json]).toEqual([
        503,
        { ready: false, checks: { database: 'ok', messaging: 'cannot be reached' } },
      ]);
      state = null;
      expect((await get('ready')).status).toBe(200);
      await own.drop();
      const third = await get('ready');
      expect([third.status, third.json]).toEqual([
        503,
        { ready: false, checks: { database: 'cannot be reached', messaging: 'ok' } },
      ]);
      const live = await get('live');
      expect([live.status, live.json]).toEqual([200, { status: 'alive' }]);
    } finally {
      await lame.close();
    }
  });

  it('does not start with a route that says nothing about its callers', async () => {
    await expect(build([ForgottenController as never])).rejects.toThrow('ForgottenController.open');
  });
});
