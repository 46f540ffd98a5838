import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Resolves when the part works; rejects with what is wrong. */
export type ReadinessCheck = () => Promise<void>;

@Injectable()
export class Readiness {
  private readonly checks = new Map<string, ReadinessCheck>();

  constructor(database: DataSource) {
    this.checks.set('database', async () => void (await database.query('SELECT 1')));
  }

  add(name: string, check: ReadinessCheck): void {
    this.checks.set(name, check);
  }

  async report(): Promise<{ ready: boolean; checks: Record<string, string> }> {
    const answers = await Promise.all(
      [...this.checks].map(async ([name, check]) => [name, await answerOf(check)] as const),
    );
    return {
      ready: answers.every(([, answer]) => answer === 'ok'),
      checks: Object.fromEntries(answers),
    };
  }
}

async function answerOf(check: ReadinessCheck): Promise<string> {
  try {
    await Promise.race([check(), tooLong()]);
    return 'ok';
  } catch (error) {
    return error instanceof NotReady ? error.message : 'cannot be reached';
  }
}

const tooLong = (): Promise<never> =>
  new Promise((_, reject) =>
    setTimeout(() => reject(new NotReady('no answer in 2 s')), 2000).unref(),
  );

/** Its message is shown to anyone: it says what, and nothing about where. */
export class NotReady extends Error {}
