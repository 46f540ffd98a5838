import { Injectable } from '@nestjs/common';
import { inTransaction } from '#libs/messaging';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';

/** What use cases know of the database: reading, and one transaction for one act. */
@Injectable()
export class Database {
  constructor(private readonly source: DataSource) {}

  get manager(): EntityManager {
    return this.source.manager;
  }

  /** Without events; plain. */
  transaction<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.source.transaction(work);
  }

  /** With events: wakes the relay after commit. */
  act<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return inTransaction(this.source, work);
  }
}
