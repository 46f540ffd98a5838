// A log line says in which trace it was written: that of the request or of the event being dealt with.
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Body, Controller, Get, Module, Post } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { IsString } from 'class-validator';
import { pino } from 'pino';
import type { EntityManager } from 'typeorm';
import type { Event } from '#libs/contracts';
import { newTraceparent, On, traceId, withTrace } from '#libs/messaging';
import { baseConfig, buildService, Environment, KitModule, log, Public } from '#libs/service-kit';
import { call } from '../engines/call.ts';
import { makeDatabase, makeIssuer, type TestDatabase } from '../engines/database.ts';
import { agency, makeWorld, ready, startService, until, type Service } from './messaging/world.ts';

interface Line {
  readonly msg: string;
  readonly trace?: string;
}

class Note {
  @IsString() text!: string;
}

@Controller('notes')
class NotesController {
  @Get()
  @Public('for the test')
  async read(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 5));
    log.info('read');
  }

  @Post()
  @Public('for the test')
  async write(@Body() note: Note): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 5));
    log.info(`wrote ${note.text.length}`);
  }
}

@Controller()
class Reading {
  @On('agency.changed', { kind: 'reaction' })
  async onAgencyChanged({ data }: Event<'agency.changed'>, tx: EntityManager): Promise<void> {
    await tx.query('SELECT 1');
    log.info(`took in ${data.code}`);
  }
}

let lines: Line[];
const stream = Reflect.get(log, pino.symbols.streamSym) as { write(line: string): unknown };
const write = stream.write.bind(stream);
const level = log.level;

beforeEach(() => {
  lines = [];
  log.level = 'debug';
  stream.write = (line) => lines.push(JSON.parse(line) as Line);
});

afterEach(() => {
  stream.write = write;
  log.level = level;
});

const tracesOf = (msg: string): (string | undefined)[] =>
  lines.filter((line) => line.msg === msg).map(({ trace }) => trace);

describe('a line written while a request is answered', () => {
  let database: TestDatabase;
  let app: NestFastifyApplication;

  beforeAll(async () => {
    database = await makeDatabase('traced');
    const env = new Environment({
      SANAD_PORT: '0',
      DATABASE_URL: database.url,
      KAFKA_BROKERS: 'none:1',
      SANAD_PUBLIC_ORIGIN: 'http://localhost:1',
      SANAD_JWKS: (await makeIssuer('http://localhost:1')).jwks,
    });
    const config = env.done(baseConfig(env, 'notes'));
    @Module({
      imports: [KitModule.forRoot({ config, tables: [], migrations: [] })],
      controllers: [NotesController],
    })
    class TestModule {}
    app = await buildService(TestModule, { config, description: 'for tests', messaging: false });
    await app.listen(0, '127.0.0.1');
  });

  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  const answered = (): Promise<void> =>
    until('the line about the answer', () => Promise.resolve(tracesOf('answered').length > 0));

  it.each([
    ['without a body', 'GET', undefined, 'read'],
    ['with one', 'POST', { text: 'abc' }, 'wrote 3'],
    ['with a long one', 'POST', { text: 'x'.repeat(500_000) }, 'wrote 500000'],
  ] as const)('carries its trace: %s', async (_, method, body, msg) => {
    const traceparent = newTraceparent();
    await call(app, method, '/api/notes/notes', body, { traceparent });
    await answered();
    const trace = traceId(traceparent);
    expect(trace).toMatch(/^[0-9a-f]{32}$/);
    expect(tracesOf(msg)).toEqual([trace]);
    expect(tracesOf('answered')).toEqual([trace]);
  });

  it('has a trace of its own where the request names none, or none that is one', async () => {
    await call(app, 'GET', '/api/notes/notes');
    await call(app, 'GET', '/api/notes/notes', undefined, { traceparent: 'made\tup' });
    const traces = tracesOf('read');
    expect(traces).toEqual([
      expect.stringMatching(/^[0-9a-f]{32}$/),
      expect.stringMatching(/^[0-9a-f]{32}$/),
    ]);
    expect(new Set(traces).size).toBe(2);
  });
});

describe('a line written while an event is dealt with', () => {
  let service: Service;

  beforeAll(async () => {
    service = await startService(await makeWorld(), 'competency', [Reading]);
    await ready(service);
  });

  afterAll(() => service.stop());

  it('carries the trace of who published it, each its own', async () => {
    const [one, other] = [newTraceparent(), newTraceparent()];
    await withTrace(one, () => service.publish(agency(randomUUID(), 1, 'ONE')));
    await withTrace(other, () => service.publish(agency(randomUUID(), 1, 'OTHER')));
    const lineFor = (code: string): string[] =>
      tracesOf(`took in ${code}`).map((trace) => trace ?? 'none');
    await until('both', () =>
      Promise.resolve(lineFor('ONE').length > 0 && lineFor('OTHER').length > 0),
    );
    expect(lineFor('ONE')).toEqual([traceId(one)]);
    expect(lineFor('OTHER')).toEqual([traceId(other)]);
  });
});
