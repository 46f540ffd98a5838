import { afterEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { freePorts } from '../../tools/engines/ports.ts';
import { eventually } from '../engines/eventually.ts';
import { itemBody, peopleOf, startQuestionBank, written } from './question-bank-service.ts';
import type { QuestionBankUnderTest } from './question-bank-service.ts';

let service: QuestionBankUnderTest | undefined;
afterEach(async () => {
  await service?.stop();
  service = undefined;
});

const health = async (under: QuestionBankUnderTest) => {
  const [ready, live] = [
    await under.anonymously('GET', 'health/ready'),
    await under.anonymously('GET', 'health/live'),
  ];
  const { checks } = ready.json as { checks: Record<string, string> };
  return { ready: ready.status, live: live.status, checks };
};

describe('question-bank', () => {
  it('without Kafka answers that it is not ready, that it is alive, and its people', async () => {
    const [nowhere] = await freePorts(1);
    service = await startQuestionBank(`127.0.0.1:${nowhere}`);
    const { ready, live, checks } = await health(service);
    expect([ready, live, checks['database']]).toEqual([503, 200, 'ok']);
    expect(checks['messaging']).toMatch(/question-bank-copies is \w+/);
    expect(await written(peopleOf(service), itemBody('Without Kafka'))).toBeDefined();
  });

  it('is ready when Kafka and database are there, not while the database is away, and again after', async () => {
    const under = await startQuestionBank();
    service = under;
    const becomes = (status: number) =>
      eventually(async () => {
        const now = await health(under);
        return now.ready === status ? now : undefined;
      });
    expect((await becomes(200)).checks).toEqual({ database: 'ok', messaging: 'ok' });
    await allowConnections(under.databaseUrl, false);
    try {
      const { live, checks } = await becomes(503);
      expect([live, checks['database']]).toEqual([200, 'cannot be reached']);
      const answer = await peopleOf(under).author.here('GET', 'items');
      expect(answer.status).toBeGreaterThanOrEqual(500);
      expect(answer.text).not.toMatch(/127\.0\.0\.1|question_bank|SELECT/);
    } finally {
      await allowConnections(under.databaseUrl, true);
    }
    expect((await becomes(200)).live).toBe(200);
  });
});

/** false: nobody comes in, and who is in is thrown out. */
async function allowConnections(url: string, allowed: boolean): Promise<void> {
  const name = new URL(url).pathname.slice(1);
  const client = new pg.Client({ connectionString: process.env['SANAD_TEST_DATABASE_URL'] });
  await client.connect();
  await client.query(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS ${allowed}`);
  if (!allowed) {
    await client.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1',
      [name],
    );
  }
  await client.end();
}
