import type { OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { log } from '#libs/service-kit';
import type { ExamDeliveryConfig } from '../config.ts';

/** Connections of the journal alone, so that a slow list of results never makes an answer wait. */
export class JournalPool implements OnApplicationShutdown {
  readonly pool: pg.Pool;

  constructor(config: Pick<ExamDeliveryConfig, 'databaseUrl' | 'journalConnections'>) {
    this.pool = new pg.Pool({
      connectionString: config.databaseUrl,
      application_name: 'exam-delivery journal',
      // Two more for reading heads and comparing repeats.
      max: config.journalConnections + 2,
      idleTimeoutMillis: 0,
    });
    // A connection that breaks while idle is replaced at the next save; without a listener it would end the process.
    this.pool.on('error', (error) => log.warn({ err: error }, 'a journal connection broke'));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }
}
